import type { Span } from '../diagnostics/index.ts';
import { cascade, readTokenRules } from './cascade.ts';
import type { Theme } from './theme.ts';

/**
 * Where the theme's own stylesheet sets a token; where it sets a colour that the token may be mixed
 * from, when it leaves it to the base; its beginning, when it sets neither.
 */
export function findDeclaration({ stylesheets }: Theme, token: string): Span {
  const own = stylesheets.at(-1);
  const found = cascade(readTokenRules(own ? [own] : []), { bodySize: 'sm', size: '16:9' });
  const spans = [token, 'text', 'background', 'accent'].flatMap(
    (name) => found.get(`--${name}`)?.[0]?.span ?? [],
  );
  return spans[0] ?? { path: own?.path ?? '', start: 0, end: 0 };
}
