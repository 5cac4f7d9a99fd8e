/** A text as YAML on one line: plain where that is safe and reads well, otherwise in double quotes. */
export function yamlText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return isPlain(line) ? line : yamlQuoted(line);
}

/** Every JSON string is a YAML string. */
export function yamlQuoted(text: string): string {
  return JSON.stringify(text.replace(/\s+/g, ' ').trim());
}

/** No sign that means anything to YAML, no word that is not a text. */
function isPlain(line: string): boolean {
  return /^\p{L}[\p{L}\p{M}\p{N} &/'().>_+-]*$/u.test(line) && !reserved.test(line);
}

const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A comment ends with its line. */
export function yamlComment(text: string): string {
  return `# ${text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()}`;
}
