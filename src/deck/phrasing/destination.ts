/** An address as Markdown takes it between the parentheses of a link; nothing when markdown-it would refuse it. */
export function destination(url: string): string | undefined {
  const trimmed = url.trim();
  if (refused.test(trimmed) && !/^data:image\/(?:gif|png|jpeg|webp);/i.test(trimmed)) return undefined;
  if (trimmed === '') return '<>';
  return trimmed.replace(needsCode, percentEncoded).replace(/&(?=#|[a-z])/gi, '&amp;');
}

/** A link's title in quotes with a space before it; empty when there is none. */
export function linkTitle(title: string | null | undefined): string {
  if (!title) return '';
  const escaped = title
    .replace(/\s+/g, ' ')
    .replace(/[\\"&<>`$*_|]/g, (character) => `&#${character.charCodeAt(0)};`);
  return ` "${escaped}"`;
}

/** Schemes that markdown-it makes no link of. */
const refused = /^(?:vbscript|javascript|file|data):/i;

/** Characters that end an address, or that mean something before links are read. */
const needsCode = /[\p{Cc}\s<>`\\"()|[\]]/gu;

function percentEncoded(character: string): string {
  return encodeURIComponent(character).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}
