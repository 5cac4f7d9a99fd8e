const schemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel', 'ftp']);

/** Web, mail and relative addresses. Control characters and spaces don't hide a scheme. */
export function isSafeUrl(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them inside a scheme
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f\ufeff]+/g, '');
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(bare)?.[1];
  return scheme === undefined ? !bare.startsWith('//') : schemes.has(scheme.toLowerCase());
}
