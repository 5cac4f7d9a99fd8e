export { type Artifact, type Format, formats } from './artifact.ts';
export {
  type BrowserDescription,
  describeBrowser,
  openSession,
  type Session,
  type SessionOptions,
} from './browser/index.ts';
export { type Progress, type Rendered, type RenderJob, type RenderStage, UnfinishedRender } from './job.ts';
export { type FetchedPictures, fetchPictures, type PictureOptions, readPicture } from './pictures/index.ts';
export { render } from './render.ts';
