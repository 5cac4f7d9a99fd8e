export { type Watch, type WatchedBuild, type WatchOptions, watchNotes } from './watch-notes.ts';
