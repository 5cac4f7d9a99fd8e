/**
 * TeX that may stand between `$` signs: an inner `$` (inside `\text`) becomes `\(` or `\)`,
 * which KaTeX reads the same, and a lone backslash at the end does not escape the closing sign.
 */
export function formula(tex: string): string {
  let open = false;
  const safe = tex.trim().replace(/\\[\s\S]|\$+/g, (match) => {
    if (!match.startsWith('$')) return match;
    open = !open;
    return open ? '\\(' : '\\)';
  });
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(safe) ? `${safe} {}` : safe;
}
