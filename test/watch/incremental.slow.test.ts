import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cache, createCache } from '../../src/cache.ts';
import { type CompileInput, compile } from '../../src/compile.ts';
import { presentationText } from '../../src/render/index.ts';
import { readThemeFiles } from '../../src/theme/index.ts';

const sections = [
  '## Springs\n\n- The sun and the moon *pull* together\n- Twice a month\n  - at new moon\n  - at full moon\n',
  '## Neaps\n\nThey pull at right angles. See [springs](#springs) and [the list][tables].\n\n<!-- Speak slowly here. -->\n',
  '## Formulas\n\nThe height is $h = a \\cos \\omega t$, and\n\n$$\\sum_{i=1}^n a_i$$\n',
  '## Macros\n\n$\\gdef\\tide{T}\\tide$\n',
  '## More macros\n\n$\\tide + 1$ and $\\undefined{$\n',
  '## Code\n\n```js\nconst tide = 3; // high\n```\n',
  '## A table\n\n| place | range |\n|---|---|\n| Fundy | 16 m |\n| Brest | 7 m |\n',
  '## Words\n\n> The tide waits for no one. — Chaucer\n\nA footnote[^1] and an emoji 🌊.\n\n[^1]: It says so.\n',
  `## Many\n\n${Array.from({ length: 24 }, (_, n) => `- Point ${n} of a list that goes on over several slides`).join('\n')}\n`,
  '## Parent\n\n### First child\n\n- one\n\n### Second child\n\nSome prose below it.\n\n> Note: for the speaker alone\n',
  '## 潮汐\n\n- 大潮\n- 小潮\n',
  '[tables]: https://example.org/tables\n\n---\n\nA slide without a heading\n',
  '## Thanks\n\nada@example.org, <b>bold</b> and ![](missing.png)\n',
];
const hints = [
  undefined,
  'deck: { theme: midnight, footer: Coast Lab }\n',
  'sections:\n  Springs: { layout: cards, reveal: true }\n  Many: { perSlide: 5 }\n  Words: { show: false }\n',
  'sections:\n  Springs:\n    slides:\n      - { layout: statement, take: ["Twice a month"] }\n',
];

type Edit =
  | { readonly kind: 'type'; readonly at: number; readonly text: string }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'section'; readonly at: number; readonly text: string }
  | { readonly kind: 'hints'; readonly hints: string | undefined };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    at: fc.nat(4000),
    text: fc.constantFrom(
      'x',
      ' word',
      '\n',
      '\n\n',
      '# ',
      '- ',
      '`',
      '```\n',
      '$',
      '---\n',
      '<!-- ',
      '[^1]',
      'é',
    ),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(4000), length: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('section' as const), at: fc.nat(12), text: fc.constantFrom(...sections) }),
  fc.record({ kind: fc.constant('hints' as const), hints: fc.constantFrom(...hints) }),
);

interface State {
  readonly text: string;
  readonly hints: string | undefined;
}

function after({ text, ...state }: State, change: Edit): State {
  if (change.kind === 'hints') return { text, hints: change.hints };
  const at = change.at % (text.length + 1);
  if (change.kind === 'type') return { ...state, text: text.slice(0, at) + change.text + text.slice(at) };
  if (change.kind === 'cut') return { ...state, text: text.slice(0, at) + text.slice(at + change.length) };
  const parts = text.split(/(?=^## )/m);
  const place = change.at % (parts.length + 1);
  return { ...state, text: [...parts.slice(0, place), change.text, ...parts.slice(place)].join('\n') };
}

async function build({ text, hints }: State, cache?: Cache) {
  const notes = { path: 'tides.md', text };
  const input: CompileInput = {
    notes,
    hints: hints === undefined ? undefined : { path: 'tides.hints.yaml', text: hints },
    themeFiles: readThemeFiles,
    pictures: () => ({ status: 'missing' }),
    folder: '.',
    cache,
  };
  const { value, diagnostics } = await compile(input);
  const options = { pictures: { folder: import.meta.dirname }, notes, ...(cache && { cache }) };
  const shown = await presentationText(value.deck, value.theme, options);
  const { plan, deck } = value;
  return {
    html: shown.html,
    deck,
    diagnostics: [...diagnostics, ...shown.diagnostics],
    plan: JSON.stringify(plan, (name, it) =>
      name === 'position' ? [it.start.offset, it.end.offset] : it instanceof Map ? [...it] : it,
    ),
  };
}

/** More than is read in one piece. */
function days(count: number): string {
  return Array.from({ length: count }, (_, n) => `## Day ${n}\n\n- high water\n- low water at ${n}\n`).join(
    '\n',
  );
}

/** `RUNS=500` looks longer. */
const runs = Number(process.env.RUNS ?? 20);

const start = `# Tides - Ada Moon (Coast Lab)\n\n${sections.join('\n')}`;

test(
  'after any edits the deck is that of a build from scratch, byte for byte',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(sections, { minLength: 3 }),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        async (chosen, edits) => {
          const cache = createCache();
          let state: State = {
            text: `# Tides - Ada Moon\n\n${chosen.join('\n')}\n${days(50)}`,
            hints: undefined,
          };
          await build(state, cache);
          for (const change of edits) {
            state = after(state, change);
            cache.nextBuild();
            expect(await build(state, cache)).toEqual(await build(state));
          }
        },
      ),
      { numRuns: runs },
    );
  },
  60_000 + 3000 * runs,
);

test('an edit in one section leaves the slides of the others as they were, but for the drawing on the cover', async () => {
  const slides = async (text: string): Promise<readonly string[]> =>
    ((await build({ text, hints: undefined })).deck.parts?.slides ?? []).map((slide) =>
      slide.replace(/<span class="shape .*/, ''),
    );
  const before = await slides(start);
  const now = await slides(start.replace('at new moon', 'when the moon is new'));
  expect(now).toHaveLength(before.length);
  expect(now.filter((slide, at) => slide !== before[at])).toHaveLength(1);
});

test('only what an edit touched is worked out again', async () => {
  const cache = createCache();
  const made: string[] = [];
  const spy: Cache = {
    ...cache,
    getOrCompute: (kind, key, make) =>
      cache.getOrCompute(kind, key, () => {
        made.push(kind);
        return make();
      }),
  };
  const long = `${start}\n${days(60)}`;
  await build({ text: long.replace('\\gdef', ''), hints: undefined }, spy);
  made.length = 0;
  cache.nextBuild();
  await build(
    { text: long.replace('\\gdef', '').replace('at new moon', 'when it is new'), hints: undefined },
    spy,
  );
  expect(made.sort()).toEqual(['section', 'slide']);
});
