/** An entry point of `src/browser/`, bundled: the text of a script (`scripts/browser-scripts.mjs`). */
declare module '*?script' {
  const text: string;
  export default text;
}
