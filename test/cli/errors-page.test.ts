import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codes } from '../../src/diagnostics/index.ts';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
const entries = [...page.matchAll(/^### `(.+)`\n\n(.+)/gm)].map(([, code, text]) => [code, text] as const);

test('docs/errors.md has every code once, in the order of the list', () => {
  expect(entries.map(([code]) => code)).toEqual(Object.keys(codes));
});

test.each(entries)('docs/errors.md explains %s with the sentence of the list', (code, text) => {
  expect(text).toContain(codes[code as keyof typeof codes]);
});
