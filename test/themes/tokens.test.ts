import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/index.ts';
import { readTheme, readThemeFiles, resolveTokens, type WrittenToken } from '../../src/theme/index.ts';

async function resolve(tokens: Readonly<Record<string, string>>, theme = 'recap') {
  const written = Object.entries(tokens).map(
    ([name, value]): WrittenToken => ({
      name,
      value,
      span: { path: '--token', start: 0, end: 0 },
      folder: '.',
    }),
  );
  const files = await readThemeFiles({ theme, folder: '.' });
  return { files: files.value, ...(await resolveTokens(files.value, written, '16:9')) };
}

async function problems(tokens: Readonly<Record<string, string>>): Promise<string> {
  const { diagnostics } = await resolve(tokens);
  return diagnostics.map((one) => formatDiagnostic(one, new Map(), 'plain')).join('\n');
}

test('values that cannot be used, each with what to write instead', async () => {
  const text = await problems({
    accent: 'red; } body { display: none',
    background: 'url(https://tracker.example/x.png)',
    text: 'rgb(0 0 0 / 50%)',
    'body-size': '28',
    'title-size': '3em',
    'line-height': '140%',
    'body-weight': 'bold',
    scale: '3',
    acent: 'blue',
    'body-font': 'Source Sans',
    'heading-font': 'Comic Sans MS',
    'code-font': './fonts/Nope.woff2',
    'quote-style': 'italic}',
  });
  await expect(text).toMatchFileSnapshot('../fixtures/themes/token-problems.txt');
});

test.each(['constructor', 'toString', '__proto__'])(
  'a font named %s is one that there is not',
  async (name) => {
    const { diagnostics } = await resolve({ 'body-font': name });
    expect(diagnostics.map(({ code }) => code)).toEqual(['theme/font']);
  },
);

describe('what passes', () => {
  test.each([
    ['accent', 'navy', '#000080'],
    ['accent', 'hsl(280 60% 30%)', '#'],
    ['rule', 'oklch(80% 0.02 60)', '#'],
    ['corner', '6px', '6px'],
    ['title-tracking', '-0.5px', '-0.5px'],
    ['body-weight', '600', '600'],
    ['body-font', 'ibm plex sans', '"IBM Plex Sans"'],
  ])('%s: %s', async (name, value, expected) => {
    const { value: set, diagnostics } = await resolve({ [name]: value });
    expect(diagnostics).toEqual([]);
    expect(set.tokens[name]).toContain(expected);
  });

  test('nothing that passes can end a declaration', async () => {
    const nasty = [
      'red;',
      '}',
      '{',
      'url(x)',
      '@import "x"',
      '"x"',
      "'x'",
      '\\7d ',
      '/* */',
      'red\n}',
      '</style>',
    ];
    for (const name of ['accent', 'body-size', 'body-font', 'line-height', 'quote-style', 'scale']) {
      for (const value of nasty.flatMap((text) => [
        text,
        `red${text}`,
        `28px${text}`,
        `Source Sans 3${text}`,
      ])) {
        const { value: set } = await resolve({ [name]: value });
        for (const css of Object.values(set.tokens))
          expect(css).toMatch(/^(?:#\w{6}|"[\w -]+"|-?[\d.]+(?:px)?|[a-z-]+)$/);
      }
    }
  });
});

test('a scale enlarges every step, and sets nothing below 24 px', async () => {
  const { value } = await resolve({ scale: '0.8' });
  expect(value.tokens['deck-title-size']).toBe('76.8px');
  expect(value.tokens['body-size']).toBe('24px');
  expect((await resolve({ scale: '1.25' })).value.tokens['body-size']).toBe('37.5px');
});

test('larger body text brings the size for slides with little on them along', async () => {
  const { value } = await resolve({ 'body-size': '35px' });
  expect(value.tokens).toMatchObject({
    'body-size': '35px',
    'body-size-md': '42px',
    'body-size-xxxl': '84px',
  });
});

test('a dark background turns the text light, and the scheme dark', async () => {
  const { value } = await resolve({ background: '#101820' });
  expect(value.scheme).toBe('dark');
  expect(value.tokens.text).toMatch(/^#[ef]/);
});

test('an accent too light to be read is kept for areas, and said so', async () => {
  const { value, diagnostics } = await resolve({ accent: '#ffcc00' });
  expect(value.tokens['accent-fill']).toBe('#ffcc00');
  expect(diagnostics).toMatchObject([{ code: 'theme/contrast', severity: 'warning' }]);
  expect(diagnostics[0]?.help).toContain(value.tokens.accent);
});

test('what is set goes into the deck and into measuring alike', async () => {
  const { files, value } = await resolve({ scale: '1.2', accent: '#7a1fa2' });
  const theme = readTheme(files, { size: '16:9', ...value }).value;
  expect(theme.bodySizes.sm.body.size).toBe(36);
  expect(theme.style).toContain('--body-size: 36px');
  expect(theme.style).toContain('--accent: #7a1fa2');
});

describe('a token that takes a name', () => {
  test('brings what the theme has for that name', async () => {
    const { value, diagnostics } = await resolve({ duo: 'petrol' }, 'signal');
    expect(diagnostics).toEqual([]);
    expect(value.tokens).toMatchObject({
      duo: 'petrol',
      accent: '#004a55',
      second: '#ff9a3c',
      night: '#041619',
    });
  });

  test('what is set by hand goes before it, the name that the theme has by itself changes nothing', async () => {
    const own = await resolve({ accent: '#123456', duo: 'wine' }, 'signal');
    expect(own.value.tokens).toMatchObject({ accent: '#123456', second: '#5ff0e2' });
    expect((await resolve({ duo: 'volt' }, 'signal')).value.tokens).toEqual({ duo: 'volt' });
  });

  test('a name that there is not is told with those that there are', async () => {
    const { diagnostics } = await resolve({ duo: 'petroleum' }, 'signal');
    expect(diagnostics).toMatchObject([
      { code: 'theme/token', severity: 'error', help: 'write one of `volt`, `petrol`, `wine`' },
    ]);
  });

  test('`tone: calm` leaves the plates of the second tone out, in a theme that has them', async () => {
    const calm = await resolve({ tone: 'calm' }, 'signal');
    expect(calm.value.tokens).toMatchObject({ flash: 'var(--accent)', across: 'var(--night)' });
    expect((await resolve({ tone: 'calm' }, 'recap')).value.tokens).toEqual({ tone: 'calm' });
  });
});
