/** A value between double quotes in a tag, such that nothing in it ends the tag, the table cell or the quotes. */
export function attribute(name: string, value: string | null | undefined): string {
  if (!value) return '';
  const text = value.replace(/\s+/g, ' ').replace(/[&"<>`|$\\]/g, (sign) => entities[sign] ?? sign);
  return ` ${name}="${text}"`;
}

/** Marp's sanitiser decodes numbers and leaves what comes out of `&#38;` to be decoded again. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
  '`': '&#96;',
  '|': '&#124;',
  $: '&#36;',
  '\\': '&#92;',
};
