import { createHash } from 'node:crypto';

/**
 * What a page may do: show what it holds, and run these very scripts. Nothing is fetched, and a
 * script that is not one of them does not run, wherever it came from.
 */
export function contentPolicy(scripts: readonly string[]): string {
  const hashes = scripts.map(hashOf);
  return [
    "default-src 'none'",
    `script-src ${hashes.length > 0 ? hashes.join(' ') : "'none'"}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    // The presenter view shows the slides in frames of the same file.
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The policy as the page's first words: it holds for what comes after it alone. */
export function policyElement(scripts: readonly string[]): string {
  return `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(scripts)}">`;
}

/** The texts of the scripts in HTML that is Lectern's own: nothing of a deck may be in it yet. */
export function scriptsIn(html: string): readonly string[] {
  return [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
}

/** Marp's own script: the very last thing of the last slide, behind all that the deck has there. */
export function scriptBehindSlides(html: string): readonly string[] {
  const last = html.slice(html.lastIndexOf('<script'));
  return /<\/script>\s*(?:<\/\w+>\s*)*$/.test(last) ? scriptsIn(last) : [];
}

/** A page that is served runs one more script, which asks where it came from for news. */
export function withLiveScript(page: string, script: string): string {
  return page.replace(
    /(<meta http-equiv="Content-Security-Policy" content="[^"]*?script-src)([^;"]*)/,
    (_, start, scripts) => {
      const others = String(scripts).replace(" 'none'", '');
      return `${start}${others} ${hashOf(script)}; connect-src 'self'`;
    },
  );
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
