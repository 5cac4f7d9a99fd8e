import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editHints, type Hints, readHints, unitsOfSection } from '../../src/hints/index.ts';
import type { Section } from '../../src/notes/index.ts';
import { notesFrom } from './notes-from.ts';

const path = 'notes.hints.yaml';

function read(text: string, notes: ReturnType<typeof notesFrom>) {
  return readHints(text === '' ? undefined : { path, text }, notes);
}

test('whatever the headings are, one edit after the other asks for what it should and keeps what was asked', () => {
  const word = fc.constantFrom(
    'Data',
    'Data: raw',
    '"Data"',
    '# y',
    '2024',
    'true',
    "it's",
    '日本語',
    '- x',
    'a > b',
  );
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 4 }),
      (titles, steps) => {
        const notes = notesFrom(
          titles.map((title, at) => `## ${title}\n\n- one ${at}\n- two\n- two\n`).join('\n'),
        );
        let text = '';
        const asked = new Map<Section, 'part' | 'whole'>();
        for (const [pick, part] of steps) {
          const section = notes.sections[pick % notes.sections.length] as Section;
          const take = part
            ? unitsOfSection(section)
                .slice(0, 1)
                .map(({ start }) => start)
            : undefined;
          const { hints } = read(text, notes).value;
          const edit = editHints({ notes, hints }, text === '' ? undefined : { path, text }, {
            section,
            layout: 'steps',
            take,
          });
          if (!edit) continue;
          text = edit.result;
          asked.set(section, part ? 'part' : (asked.get(section) ?? 'whole'));
        }
        const after = read(text, notes);
        expect(after.diagnostics).toEqual([]);
        for (const [section, kind] of asked) {
          const hint = after.value.hints.sections.get(section);
          expect(kind === 'part' ? hint?.slides?.[0]?.layout : hint?.layout).toBe('steps');
        }
      },
    ),
    { numRuns: 100 },
  );
});

const tides = '## Springs\n\n- one\n- two\n\n## Neaps\n\n- three\n- four\n';

test.each([
  ['no line end', 'deck: { lang: en }', 'deck: { lang: en }\nsections:\n  Neaps: { layout: steps }\n'],
  [
    'line ends of Windows',
    'sections:\r\n  Springs: { layout: bullets }\r\ndeck: {}\r\n',
    'sections:\r\n  Springs: { layout: bullets }\r\n  Neaps: { layout: steps }\r\ndeck: {}\r\n',
  ],
  [
    'a deeper indent',
    'sections:\n    Springs:\n        layout: bullets\n\n# the end\n',
    'sections:\n    Springs:\n        layout: bullets\n    Neaps: { layout: steps }\n\n# the end\n',
  ],
  ['nothing under the key', 'sections:\ndeck: {}\n', 'sections:\n  Neaps: { layout: steps }\ndeck: {}\n'],
  ['an entry without a value', 'sections:\n  Neaps:\n', 'sections:\n  Neaps: { layout: steps }\n'],
  [
    'a star',
    'sections:\n  "*": { reveal: true }\n',
    'sections:\n  "*": { reveal: true }\n  Neaps: { layout: steps }\n',
  ],
  [
    'all on one line',
    '{ sections: { Neaps: { layout: bullets } } }\n',
    '{ sections: { Neaps: { layout: steps } } }\n',
  ],
])('a hints file with %s', (_, text, expected) => {
  const notes = notesFrom(tides);
  const { hints }: { hints: Hints } = read(text, notes).value;
  const section = notes.sections[1] as Section;
  expect(editHints({ notes, hints }, { path, text }, { section, layout: 'steps' })?.result).toBe(expected);
});
