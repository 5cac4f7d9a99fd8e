import { expect, test } from 'vitest';
import { leadIn, setOffLead } from '../../src/layouts/content/lead-in.ts';
import { plainText } from '../../src/notes/index.ts';

const words = (value: string) => [{ type: 'text', value } as const];

test.each([
  ['Reward Modeling – want the model to be helpful', 'Reward Modeling', 'want the model to be helpful'],
  ['Training optimal: given an amount of compute', 'Training optimal', 'given an amount of compute'],
  ['GQA - 8 heads', 'GQA', '8 heads'],
  ['Q1: 12 % more than planned', 'Q1', '12 % more than planned'],
  ['Costs: who pays?', 'Costs', 'who pays?'],
  ['Art. 15 Abs. 1 RL: allows exceptions', 'Art. 15 Abs. 1 RL', 'allows exceptions'],
])('%s is led in by its term', (text, term, rest) => {
  const lead = leadIn(words(text));
  expect(lead && plainText(lead.term)).toBe(term);
  expect(lead && plainText(lead.rest)).toBe(rest);
});

test.each([
  'see https://example.org/a for more',
  'a well-known fact',
  'we went there at 12:30 and left',
  'This is a whole sentence. And so on: there is more',
  'one two three four five six seven: too long for a term',
  'Q: How long does slack water last?',
  'Frage 2: Wer dreht das Schild?',
  'Specifically: the mole has to go',
  'p.22 paragraph 1: glue also includes network requests',
  'Seite 3: die Mole fehlt',
  'Zum Beispiel: die Mole muss weg',
])('%s has no lead-in', (text) => {
  expect(leadIn(words(text))).toBeUndefined();
});

test('a bold term is a lead-in when a separator follows it', () => {
  const bold = { type: 'strong', children: words('Latency') } as const;
  expect(
    leadIn([
      { ...bold, children: [...bold.children] },
      { type: 'text', value: ': how long it takes' },
    ]),
  ).toMatchObject({
    separator: ': ',
    rest: [{ value: 'how long it takes' }],
  });
});

test('setting a lead-in off changes no word, and can be read again', () => {
  const text = words('Reward Modeling – want the model to be helpful');
  expect(plainText(setOffLead(text))).toBe(plainText(text));
  expect(leadIn(setOffLead(text))).toMatchObject({ separator: ' – ' });
});
