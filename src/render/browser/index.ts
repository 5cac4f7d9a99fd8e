export { type BrowserDescription, describeBrowser } from './describe-browser.ts';
export { executablePath, openSession, type Session, type SessionOptions } from './session.ts';
