export { type Artifact, type Format, formats, type RenderStage } from './artifact.ts';
export {
  type BrowserDescription,
  describeBrowser,
  inSession,
  openSession,
  type PrintPage,
  runInPage,
  type Session,
  type SessionOptions,
} from './browser/index.ts';
export { policyElement, withLiveScript } from './content-policy.ts';
export { needsBrowser, outputFormats, pngPath } from './formats.ts';
export type { OpenedHandout } from './handout/print-handout.ts';
export { temporaryFolder, whileInterruptible } from './interrupt.ts';
export {
  type PagePrinter,
  type RenderEvent,
  type Rendered,
  type RenderJob,
  UnfinishedRender,
} from './job.ts';
export { type PagesOptions, withoutFont } from './pages.ts';
export {
  addressFrom,
  type FetchedPictures,
  fetchPictures,
  type PictureOptions,
  pictureFiles,
  pictureInputs,
  readPicture,
  stylesheetInputs,
} from './pictures/index.ts';
export { loadTemplate } from './pptx/load-template.ts';
export type { Template } from './pptx/template.ts';
export { render } from './render.ts';
export { diagramPrinter, handoutLayout, openPrint, presentationText, printText } from './without-files.ts';
export { cannotWrite, outputSizes, writeOutput } from './write-output.ts';
