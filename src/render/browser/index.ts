export { type BrowserDescription, describeBrowser } from './describe-browser.ts';
export { type PrintPage, runInPage } from './run-in-page.ts';
export { inSession, openSession, type Session, type SessionOptions } from './session.ts';
