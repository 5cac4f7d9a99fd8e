import { describe, expect, test } from 'vitest';
import { type FontLibrary, readTheme, type ThemeFiles, type ThemeOptions } from '../../src/theme/index.ts';
import { builtIn } from './theme.ts';

const noFonts: FontLibrary = { faces: () => [], metrics: () => undefined };
const base = `section { --body-size: 28px; --line-height: 1.4; --accent: red;
  --body-size-xs: 24px; --body-line: calc(var(--body-size) * var(--line-height)); }
section.xs { --body-size: var(--body-size-xs); }`;

function files(...sheets: string[]): ThemeFiles {
  return {
    stylesheets: sheets.map((css, at) => ({ name: `sheet-${at}`, path: `sheet-${at}.css`, css })),
    fonts: noFonts,
  };
}

function read(sheets: string[], options: Partial<ThemeOptions> = {}) {
  const { value, diagnostics } = readTheme(files(...sheets), { size: '16:9', ...options });
  return { theme: value, problems: diagnostics.filter(({ code }) => code !== 'theme/font') };
}

describe('the built-in theme', () => {
  test('has no problems and the sizes of the design', async () => {
    const theme = await builtIn();
    expect(theme.size).toEqual({ width: 1280, height: 720 });
    expect(theme.bodySizes.sm.body.size).toBeGreaterThanOrEqual(28);
    expect(theme.bodySizes.xs.body.size).toBeGreaterThanOrEqual(24);
    expect(theme.bodySizes.md.body.size).toBeGreaterThan(theme.bodySizes.sm.body.size);
    for (const style of Object.values(theme.bodySizes.sm))
      expect(style.line).toBeGreaterThan(style.size * 0.9);
  });

  test('gives every length of the base stylesheet as a number', async () => {
    const theme = await builtIn();
    const texts = [...theme.tokens].filter(([, text]) => /^(?:calc|min|max|clamp)\(/.test(text));
    expect(texts).toEqual([]);
  });

  test('is narrower on a 4:3 slide', async () => {
    const theme = await builtIn('recap', { size: '4:3' });
    expect(theme.size).toEqual({ width: 960, height: 720 });
    expect(theme.content.width).toBe(960 - 2 * (theme.numbers.sm.get('--margin') ?? 0));
  });

  test('embeds the fonts it names, upright and italic', async () => {
    const theme = await builtIn();
    const faces = new Set(theme.fonts.map(({ family, weight, italic }) => `${family} ${weight} ${italic}`));
    expect(faces).toContain('Radio Canada Big 400 false');
    expect(faces).toContain('Radio Canada Big 700 false');
    expect(faces).toContain('Red Hat Mono 500 false');
  });
});

describe('the cascade', () => {
  test('works a derived length out anew in each bodySize', () => {
    const { theme } = read([base]);
    expect(theme.numbers.sm.get('--body-line')).toBeCloseTo(39.2);
    expect(theme.numbers.xs.get('--body-line')).toBeCloseTo(33.6);
  });

  test('a later stylesheet wins, a class wins over order', () => {
    const { theme } = read([
      base,
      'section { --body-size: 30px } section.xs { --line-height: 1.3 }',
      'section { --body-size-xs: 26px }',
    ]);
    expect(theme.bodySizes.sm.body.size).toBe(30);
    expect(theme.bodySizes.xs.body).toMatchObject({ size: 26, line: 33.8 });
  });

  test('`:root` counts as a class, as in Marp', () => {
    expect(
      read([base, ':root { --body-size: 31px } section { --body-size: 20px }']).theme.bodySizes.sm.body.size,
    ).toBe(31);
  });

  test('rules for print, for layouts and for what stands inside do not count', () => {
    const css =
      '@media print { section { --body-size: 9px } } section.stats { --body-size: 8px } section p { --body-size: 7px } section { & p { --body-size: 6px } }';
    expect(read([base, css]).theme.bodySizes.sm.body.size).toBe(28);
  });

  test('a size of slide can have its own', () => {
    const css = 'section[data-size="4:3"] { --body-size: 26px }';
    expect(read([base, css], { size: '4:3' }).theme.bodySizes.sm.body.size).toBe(26);
    expect(read([base, css]).theme.bodySizes.sm.body.size).toBe(28);
  });

  test('comments, strings and `;` in them end nothing', () => {
    const css = 'section { --x: "a;}b"; /* --body-size: 1px; } */ --body-size: /* wide */ 29px }';
    expect(read([base, css]).theme.bodySizes.sm.body.size).toBe(29);
  });
});

describe('values', () => {
  const sizeOf = (value: string): number =>
    read([base, `section { --body-size: ${value}; --two: 2 }`]).theme.bodySizes.sm.body.size;

  test.each([
    ['clamp(24px, 30px, 28px)', 28],
    ['min(40px, 3 * 10px)', 30],
    ['max(24px, calc(10px + 2 * 10px))', 30],
    ['calc(var(--two) * 13px)', 26],
    ['var(--none, 27px)', 27],
    ['var(--none, var(--two-more, calc(20px + 5px)))', 25],
    ['24pt', 32],
    ['2rem', 32],
    ['2em', 32],
  ])('%s', (css, px) => expect(sizeOf(css)).toBeCloseTo(px));

  test('em of a tracking is the size of its own style', () => {
    const { theme } = read([base, 'section { --title-size: 50px; --title-tracking: -0.02em }']);
    expect(theme.bodySizes.sm.title.tracking).toBeCloseTo(-1);
  });

  test.each(['2vw', '80%', 'large', '30', 'calc(1px * )', 'var(--none)', 'var(--body-line)'])(
    '%s is no size: a warning with its place, and the base value',
    (value) => {
      const css = `section { --body-size: ${value}; }`;
      const { theme, problems } = read([base, css]);
      expect(theme.bodySizes.sm.body.size).toBe(28);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({ code: 'theme/token', severity: 'warning' });
      const { span } = problems[0] ?? { span: { path: '', start: 0, end: 0 } };
      expect([span.path, css.slice(span.start, span.end)]).toEqual(['sheet-1.css', value]);
    },
  );

  test('a length where a number belongs is refused too', () => {
    const { theme, problems } = read([base, 'section { --line-height: 40px }']);
    expect(theme.bodySizes.sm.body.line).toBeCloseTo(39.2);
    expect(problems[0]?.help).toContain('without a unit');
  });
});

describe('tokens from the hints', () => {
  const tokensSpan = { path: 'talk.hints.yaml', start: 3, end: 9 };

  test('go over the theme but under the bodySizes', () => {
    const { theme } = read([base], { tokens: { 'body-size': '30px', '--accent': 'blue' } });
    expect(theme.tokens.get('--accent')).toBe('blue');
    expect(theme.bodySizes.sm.body.size).toBe(30);
    expect(theme.bodySizes.xs.body.size).toBe(24);
  });

  test('one the theme has not: a warning with the nearest name', () => {
    const { problems } = read([base], { tokens: { acent: 'blue' }, tokensSpan });
    expect(problems).toMatchObject([
      { code: 'theme/token', span: tokensSpan, help: 'did you mean `accent`?' },
    ]);
  });
});

test('a font without a file is a warning at the property that names it', () => {
  const css = 'section { --body-size: 28px; --body-font: "Gill Sans", serif }';
  const { diagnostics } = readTheme(files(css), { size: '16:9' });
  const problem = diagnostics.find(({ message }) => message.includes('Gill Sans'));
  expect(problem?.code).toBe('theme/font');
  expect(css.slice(problem?.span.start, problem?.span.end)).toBe('"Gill Sans", serif');
});

test('broken CSS is read as far as it goes', () => {
  for (const css of [
    'section { --body-size: 30px',
    '}}} section { --body-size: 30px }',
    'section { --body-size: 30px } section {{{ "',
  ]) {
    expect(read([base, css]).theme.bodySizes.sm.body.size).toBe(30);
  }
});

describe('a property that is spelt nearly like a token', () => {
  const spot = (css: string) =>
    read([base, css]).problems.map(({ span, message, help }) => [
      css.slice(span.start, span.end),
      message,
      help,
    ]);

  test('is a warning at its name', () => {
    expect(spot('section { --body-size: 30px; --acent: red }')).toEqual([
      ['--acent', 'nothing uses `--acent`', 'did you mean `--accent`?'],
    ]);
    expect(spot(':root { --size-body: 30px }')).toEqual([
      ['--size-body', 'nothing uses `--size-body`', 'did you mean `--body-size`?'],
    ]);
  });

  test('is none when the theme uses it, or when it is like no token', () => {
    expect(spot('section { --acent: red; --accent: var( --acent ) }')).toEqual([]);
    expect(spot('section { --house-blue: blue }')).toEqual([]);
  });
});
