/** A text as YAML on one line: plain where that is safe and reads well, otherwise in double quotes. */
export function yamlText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return isPlain(line) ? line : yamlQuoted(line);
}

/** Every JSON string is a YAML string. */
export function yamlQuoted(text: string): string {
  return JSON.stringify(text.replace(/\s+/g, ' ').trim());
}

/** The same for messages, as it can be pasted anywhere in the file: quotes of the text are left readable. */
export function yamlPasted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (isPastedPlain(line)) return line;
  return line.includes('"') && !line.includes("'") ? `'${line}'` : yamlQuoted(line);
}

/** A key stands on a line of its own, where brackets and stars are letters like others. */
export function yamlPastedKey(key: string): string {
  return isPastedPlain(key.replace(/[[\]*]/g, '')) ? key : yamlPasted(key);
}

function isPastedPlain(line: string): boolean {
  const safe = /^[\p{L}\p{N}“‘„«][\p{L}\p{M}\p{N} &/'().>_+%;?!…“”‘’„«»–—-]*$/u;
  return safe.test(line) && /\p{L}/u.test(line) && !reserved.test(line);
}

/** No character that has a meaning in YAML, no word that is not a text. */
function isPlain(line: string): boolean {
  return /^\p{L}[\p{L}\p{M}\p{N} &/'().>_+-]*$/u.test(line) && !reserved.test(line);
}

const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A comment ends with its line. */
export function yamlComment(text: string): string {
  return `# ${text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()}`;
}
