export { type BrowserDescription, describeBrowser } from './describe-browser.ts';
export { openSession, type Session, type SessionOptions } from './session.ts';
