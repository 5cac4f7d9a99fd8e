// Which layout suits best: a case for each rule, and the one beside it that must not trigger it.
import { describe, expect, test } from 'vitest';
import { layouts } from '../../src/layouts/index.ts';
import type { LayoutName } from '../../src/layouts/names.ts';
import { type Block, parseNotes } from '../../src/notes/index.ts';
import { prepareBlocks } from '../../src/plan/prepare/prepare-blocks.ts';

interface Best {
  readonly name: LayoutName;
  readonly reason: string;
}

/** The best layout for what stands under a heading, the last of the talk. */
function best(text: string, title = 'A title', before: readonly Block[] = []): Best | undefined {
  const { sections } = parseNotes({
    path: 'talk.md',
    text: `# Talk\n\n## Before\n\nWords.\n\n## ${title}\n\n${text}`,
  }).value;
  const section = sections.at(-1);
  if (!section) throw new Error('the notes have no section');
  const content = {
    title: section.titleText,
    role: section.kind,
    blocks: [...before, ...prepareBlocks(section.blocks, { lang: 'en', leadIns: true })],
  };
  const suited = Object.values(layouts).flatMap((layout) => {
    const match = layout.score(content);
    return match ? [{ name: layout.name, ...match }] : [];
  });
  return suited.sort((a, b) => b.score - a.score)[0];
}

const list = (...items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

describe('cards', () => {
  test.each([
    [
      'lead-ins',
      list(
        'Kitchen: tea and the noise of spoons',
        'Workshop: two benches and a lathe',
        'Studio: one lamp, three easels',
      ),
    ],
    [
      'bold terms',
      list(
        '**Play** – chess at the long table',
        '**Make** – sewing and one slow loom',
        '**Rest** – an armchair and a lamp',
      ),
    ],
    [
      'items with short details',
      list('Compass\n  - finds north', 'Chart\n  - shows the ground', 'Lamp\n  - shows where you are'),
    ],
    [
      'two seasons',
      list(
        'Spring: sowing, and mending of nets',
        'Night: reading, and mending of nets',
        'Storm: waiting, and mending of nets',
      ),
    ],
  ])('%s', (_, text) => {
    expect(best(text)).toMatchObject({ name: 'cards', reason: '3 short things of equal weight' });
  });

  test.each([
    ['two are compared', list('Kitchen: tea and the noise of spoons', 'Workshop: two benches and a lathe')],
    [
      'seven are too many',
      list(...'abcdefg'.split('').map((letter) => `Room ${letter}: two benches and a lathe`)),
    ],
    [
      'one is much longer',
      list(
        'Kitchen: tea and spoons',
        'Workshop: two benches',
        'Studio: one lamp and three easels, a stove, and a window to the north',
      ),
    ],
    ['figures', list('38%: new to the house', '27%: here for the lamps', '12%: here to sleep well')],
    ['tasks', list('[ ] Kitchen: buy more tea', '[ ] Workshop: oil the lathe', '[ ] Studio: mend the lamp')],
    [
      'addresses',
      list('Code: <https://a.example>', 'Data: <https://b.example>', 'Talk: <https://c.example>'),
    ],
    ['no names', list('Tea and the noise of spoons', 'Two benches and a lathe', 'One lamp, three easels')],
  ])('not %s', (_, text) => {
    expect(best(text)?.name).not.toBe('cards');
  });
});

describe('timeline', () => {
  test.each([
    ['years', list('2019: a petition', '2021: the council says yes', '2026: open every night')],
    ['backwards', list('2026: open every night', '2021: the council says yes', '2019: a petition')],
    ['months of one year', list('March 2024 – the roof', 'May – the walls', 'June – the door')],
    ['spans and quarters', list('2019–2021 – talks', 'Q3 2022 – a plan', '14 March 2025 – a door')],
    ['numbered', '1. 2019: a petition\n2. 2021: the council says yes\n3. 2026: open every night'],
  ])('%s', (_, text) => {
    expect(best(text)).toMatchObject({ name: 'timeline', reason: '3 dates in order: a course of events' });
  });

  test.each([
    ['two dates', list('2019: a petition', '2021: the council says yes')],
    ['out of order', list('2019: a petition', '2026: open every night', '2021: the council says yes')],
    ['all the same', list('2019: a petition', '2019: a door', '2019: a lamp')],
    ['issue numbers', list('#1901: a crash', '#1934: a leak', '#2012: a typo')],
    ['versions', list('2019.1: a menu', '2019.2: a window', '2020.1: a door')],
    ['one without a date', list('2019: a petition', 'then nothing for years', '2026: open every night')],
    ['counts', list('1500 visitors by day', '1700 visitors by night', '1800 visitors in winter')],
  ])('not %s', (_, text) => {
    expect(best(text)?.name).not.toBe('timeline');
  });
});

describe('takeaways', () => {
  const points = list('Measure before you believe the chart', 'Ask the fisher, not the map');

  test.each([
    'Takeaways',
    'Conclusions',
    'Fazit',
    'Summary',
    'まとめ',
    'What we learned from the door',
    'Three things to take home',
  ])('under "%s"', (title) => {
    expect(best(points, title)).toMatchObject({ name: 'takeaways', reason: '2 points to take home' });
  });

  test('not under another title, not for a long list, not for running text', () => {
    expect(best(points, 'On the quay')?.name).not.toBe('takeaways');
    expect(best(points, 'The summary function')?.name).not.toBe('takeaways');
    expect(best(list(...'abcdefg'.split('')), 'Takeaways')?.name).not.toBe('takeaways');
    expect(
      best('We measured, and then we measured again, for it had rained in between.', 'Takeaways')?.name,
    ).not.toBe('takeaways');
  });
});

describe('steps', () => {
  test('a numbered list, or words that tell an order', () => {
    expect(best('1. Loosen the screw\n2. Turn the plate')).toMatchObject({ name: 'steps' });
    expect(best(list('First, loosen the screw', 'Then turn the plate', 'Finally fasten it'))).toMatchObject({
      name: 'steps',
    });
  });

  test('not a list that only begins with "first"', () => {
    expect(best(list('First night of the year', 'Lamps on the quay'))?.name).not.toBe('steps');
    expect(best('1. Only one step')?.name).not.toBe('steps');
  });
});

describe('definitions', () => {
  test('terms with explanations of any length', () => {
    const text = list(
      'Lee: the side away',
      'Fetch: how far the wind has blown over open water before it comes to you',
      'Set: where to',
    );
    expect(best(text)).toMatchObject({ name: 'definitions', reason: '3 terms, each with its explanation' });
  });

  test('the title may say so, of short ones too', () => {
    const text = list(
      'Lee: the side away from the wind',
      'Set: where a current flows',
      'Neap: the weak tide',
    );
    expect(best(text, 'Words to know')?.name).toBe('definitions');
    expect(best(text, 'Three ideas')?.name).toBe('cards');
  });

  test('not when one of them has no term', () => {
    expect(best(list('Lee: the side away', 'the tide comes twice a day', 'Set: where to'))?.name).not.toBe(
      'definitions',
    );
  });
});

describe('what people say is no definition, and a question no side', () => {
  const said =
    'that the door should be open until midnight, and that somebody has to be there who knows the house, '.repeat(
      2,
    );

  test('minutes with a name before each speech', () => {
    expect(best(list(`Ada: ${said}`, `Ben: ${said}`, `Cem: ${said}`))?.name).not.toBe('definitions');
  });

  test.each(['Q&A', 'Who pays?'])('a point beside “%s”', (name) => {
    expect(
      best(list('Early days\n  - one bench\n  - two lamps', `${name}\n  - the town\n  - the friends`))?.name,
    ).not.toBe('compare');
  });
});

describe('compare', () => {
  test('two siblings of the same shape', () => {
    const text = list('By day\n  - schools\n  - short visits', 'By night\n  - choirs\n  - long visits');
    expect(best(text)).toMatchObject({ name: 'compare' });
  });

  test('not three, not two of which one says much more, not two without names', () => {
    const day = 'By day\n  - schools\n  - short visits';
    expect(best(list(day, day, day))?.name).not.toBe('compare');
    const long = `By night\n  - ${'long visits of choirs and of people who read '.repeat(3)}`;
    expect(best(list(day, long))?.name).not.toBe('compare');
    expect(best(list('schools', 'choirs'))?.name).not.toBe('compare');
  });
});

test.each([
  ['a table', '| Place | Boats |\n|---|---|\n| Pier | 8 |', 'table'],
  ['a formula', '$$\na^2 + b^2\n$$', 'math'],
  ['a listing', '```js\nlet boats = 8;\n```', 'code'],
])('%s under a heading of its own keeps its layout', (_, text, name) => {
  const heading: Block = {
    type: 'heading',
    depth: 3,
    children: [{ type: 'text', value: 'What we counted' }],
  };
  expect(best(text, 'The quay', [heading])).toMatchObject({ name });
});

describe('statement', () => {
  test.each([
    ['one short sentence', 'Whoever opens the door also welcomes the next person.'],
    ['a line that is no sentence', list('safety without less help')],
    ['without spaces', '扉を開ける人は次の人を迎える。'],
  ])('%s', (_, text) => {
    expect(best(text)).toMatchObject({ name: 'statement' });
  });

  test.each([
    [
      'a long one',
      'Whoever opens the door also welcomes the next person, shows the lamp and the kettle, and stays until somebody else has come.',
    ],
    ['two paragraphs', 'Whoever opens the door.\n\nAlso welcomes the next person.'],
    ['one that announces something', 'These are the rules of the house:'],
    ['a word', 'Welcome.'],
    ['an address', 'See <https://a.example> for the whole story.'],
    ['a word without spaces', '扉を開ける'],
    ['a reference', list('[The old book of doors](https://a.example/b) by its keeper')],
    ['words that are a link', 'The drawings are after [the old book of doors](https://a.example/b).'],
    [
      'a long line that is no sentence',
      list('asking whoever opens the door to show the lamp and the kettle too'),
    ],
    ['a note to oneself', list('maybe move the lamp to the door')],
    ['what is to be done', list('Action item: move the lamp to the door')],
  ])('not %s', (_, text) => {
    expect(best(text)?.name).not.toBe('statement');
  });
});

test.each([
  ['letters that fill their square', '扉を開ける人は次の人を迎える。', 'statement-roomy'],
  ['code, which is taller', 'Whoever opens `the door` also welcomes the next person.', 'statement-roomy'],
  ['Latin letters alone', 'Whoever opens the door also welcomes the next person.', 'statement'],
])('the lines of a statement by its letters: %s', (_, text, style) => {
  const { blocks = [] } =
    parseNotes({ path: 'talk.md', text: `# Talk\n\n## A\n\n${text}` }).value.sections[0] ?? {};
  expect(layouts.statement.arrange({ title: '', role: 'talk', blocks })).toMatchObject({ style });
});

describe('stats', () => {
  test.each([
    ['figures first', list('412 visits on a Friday', '38% of them by new people', '2.3 h average stay')],
    ['before a sign', list('412 – visits on a Friday', '38%: by new people', '2.3 h – average stay')],
    [
      'in bold',
      list('**412** visits on a Friday', '**38%** of them by new people', '**2.3 h** average stay'),
    ],
  ])('%s', (_, text) => {
    expect(best(text)).toMatchObject({ name: 'stats', reason: '3 numbers carry the message' });
  });

  test.each([
    ['years', list('2019 was a year of talks', '2021 was a year of plans')],
    ['spans of years', list('2019–2021: talks', '2022–2024: plans')],
    ['days', list('14 March: the roof', '2 May: the walls')],
    ['issue numbers', list('534: a crash at the start', '612: a leak at the end')],
    ['versions', list('2.1.3 mends the door', '2.2.0 brings the lamp')],
    ['numbers of lines', list('1.1 The door', '1.2 The lamp', '1.3 The kettle')],
    ['one without a figure', list('412 visits', 'and many more at the door')],
  ])('not %s', (_, text) => {
    expect(best(text)?.name).not.toBe('stats');
  });
});

describe('quote', () => {
  test.each([
    ['below', '> The sea finds out.\n\n— Francis Stokes'],
    ['inside', '> The sea finds out.\n>\n> — Francis Stokes'],
    ['on the last line', '> The sea finds out.\n> — Francis Stokes, *Letters*'],
    ['after a hyphen', '> The sea finds out.\n>\n> - Francis Stokes'],
  ])('who said it stands %s', (_, text) => {
    expect(best(text)).toMatchObject({ name: 'quote', reason: 'a quotation with its source' });
  });

  test.each([
    ['a hyphen', '"The sea finds out everything you did wrong." - Francis Stokes'],
    ['a dash', '“The sea finds out everything you did wrong” — Francis Stokes, *Letters* (1903)'],
    ['emphasis', '*"The sea finds out everything you did wrong."* -- **Francis Stokes**'],
    ['a bullet', '- "Wait for slack water" – Marta van der Holm'],
    [
      'a long bullet',
      `- "The sea finds out. ${'It takes its time and then it finds out. '.repeat(4)}Always." - Marta Holm`,
    ],
    ['a line of its own', '"The sea finds out."\n— Francis Stokes'],
    ['a paragraph of its own', '"The sea finds out."\n\n— Francis Stokes'],
    ['other marks', '„Das Meer merkt alles, was du tust“ – Franz Stock'],
    ['marks within', '“We call it ‘slack’ and wait for it” — Marta Holm'],
  ])('in quotation marks with a name after %s', (_, text) => {
    expect(best(text)).toMatchObject({ name: 'quote', reason: 'a quotation with its source' });
  });

  test.each([
    ['it only begins with a quoted word', '"Slack" water lasts a minute - Marta Holm'],
    ['one word is explained', '"Slack" - The minute between the tides'],
    ['a phrase is explained', '"Slack water at the pier" - the minute between the tides'],
    ['two words are quoted', '"Slack water" and the "second spring tide" - Marta Holm'],
    ['it goes on', '"The sea finds out everything" - Marta Holm said so, and we found it true.'],
    ['nobody said it', '"The sea finds out everything you did wrong."'],
    ['other bullets follow', '- "Wait for slack water" - Marta Holm\n- The door sticks'],
    ['a paragraph follows', '"Wait for slack water" - Marta Holm\n\nWe found that to be true.'],
  ])('in quotation marks, not when %s', (_, text) => {
    expect(best(text)?.name).not.toBe('quote');
  });

  test.each([
    ['a list is quoted', '> - a lamp\n> - a kettle'],
    ['a paragraph follows', '> The sea finds out.\n\nWe found that to be true of the door as well.'],
    ['code is quoted', '> ```\n> sea()\n> ```'],
  ])('not when %s', (_, text) => {
    expect(best(text)?.name).not.toBe('quote');
  });
});

describe('closing', () => {
  test('thanks with an address', () => {
    expect(best('Ada Moon, ada@tides.example', 'Thank you')).toMatchObject({ name: 'closing' });
  });

  test('not nothing, not a long list to read, not another title', () => {
    expect(best('', 'Thank you')?.name).not.toBe('closing');
    expect(best(list(...'abcdefgh'.split('')), 'References')?.name).not.toBe('closing');
    expect(best('Ada Moon, ada@tides.example', 'Ada Moon')?.name).not.toBe('closing');
  });
});

describe('a part for questions', () => {
  test.each([
    ['a question without an answer', '- Who keeps the tide tables?', 'qa'],
    ['an answered one without its sign', '- About the tide tables\n  - The harbour office keeps them', 'qa'],
    ['a remark', '- A word about the tide tables. They are kept by the harbour office.', 'bullets'],
  ])('%s', (_, text, expected) => {
    expect(best(text, 'Q&A')?.name === 'qa').toBe(expected === 'qa');
  });
});
