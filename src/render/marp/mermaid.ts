/** Diagrams name a web font to import; they are set in the slide's own instead. */
export function withoutWebFonts(html: string): string {
  return html.replace(/<svg data-marp-mermaid[\s\S]*?<\/svg>/g, (svg) =>
    svg
      .replace(/@import\s+(?:url\((?:"[^"]*"|'[^']*'|[^)]*)\)|"[^"]*"|'[^']*')[^;]*;?/g, '')
      .replace(/font-family:\s*'Inter'[^;]*;/g, 'font-family: inherit;'),
  );
}
