import { createRequire } from 'node:module';

/** The package that draws them is large and optional; without it a diagram is shown as its source. */
export function canDrawDiagrams(): boolean {
  try {
    createRequire(import.meta.url).resolve('beautiful-mermaid');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return false;
    throw error;
  }
}

/** Diagrams name a web font to import; they are set in the slide's own instead. */
export function withoutWebFonts(html: string): string {
  return html.replace(/<svg data-marp-mermaid[\s\S]*?<\/svg>/g, (svg) =>
    svg
      .replace(/@import\s+(?:url\((?:"[^"]*"|'[^']*'|[^)]*)\)|"[^"]*"|'[^']*')[^;]*;?/g, '')
      .replace(/font-family:\s*'Inter'[^;]*;/g, 'font-family: inherit;'),
  );
}
