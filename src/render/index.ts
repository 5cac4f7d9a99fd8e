export { type Artifact, type Format, formats } from './artifact.ts';
