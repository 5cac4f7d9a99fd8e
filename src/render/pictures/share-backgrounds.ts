/**
 * A picture behind every slide stands in the page once: as a property that the slides name. `html`
 * is Marp's, where each slide has it in its `style`.
 */
export function shareBackgrounds(html: string): { readonly html: string; readonly css: string } {
  const names = new Map<string, string>();
  const shared = html.replace(/url\(&quot;(data:image\/[^&"]*)&quot;\)/g, (_, data: string) => {
    const name = names.get(data) ?? `--background-picture-${names.size + 1}`;
    names.set(data, name);
    return `var(${name})`;
  });
  const css = [...names].map(([data, name]) => `:root { ${name}: url("${data}") }\n`).join('');
  return { html: shared, css };
}
