/** Text as a YAML scalar between single quotes, where nothing but the quote itself means anything. */
export function yamlText(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(notPrintable, '').trim();
  return `'${line.replaceAll("'", "''")}'`;
}

/** YAML refuses a document with one of these: control characters, halves of characters. */
const notPrintable = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
