// What a screen reader gets, slide by slide: docs/accessibility.md shows it, and is held against what is written.
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkUa } from '../../src/check/pdf/ua/check-ua.ts';
import { openSession, type Session } from '../../src/render/index.ts';
import { readTags } from './read-tags.ts';
import { renderFile } from './render-file.ts';

const root = join(import.meta.dirname, '../..');
const page = join(root, 'docs/accessibility.md');

let session: Session;
const files = new Map<string, Buffer>();

beforeAll(async () => {
  session = await openSession();
  const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'));
  writeFileSync(
    join(folder, 'hippo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><circle cx="20" cy="15" r="12"/></svg>',
  );
  copyFileSync(join(root, 'test/fixtures/read-aloud/kinds.md'), join(folder, 'kinds.md'));
  for (const name of ['llama2-talk.md', 'llama2-talk.hints.yaml'])
    copyFileSync(join(root, 'slides', name), join(folder, name));
  for (const name of ['kinds', 'llama2-talk']) {
    await renderFile(folder, `${name}.md`, session);
    for (const ending of ['pdf', 'handout.pdf'])
      files.set(`${name}.${ending}`, readFileSync(join(folder, `${name}.${ending}`)));
  }
});
afterAll(() => session.close());

const fileOf = (name: string): Buffer => files.get(name) as Buffer;

test('docs/accessibility.md shows what is read', async () => {
  let text = readFileSync(page, 'utf8');
  for (const [, name = ''] of text.matchAll(/```text ([\w.-]+)\n/g)) {
    const read = await readTags(fileOf(name));
    text = text.replace(
      new RegExp(`(\`\`\`text ${name}\n)[\\s\\S]*?(\`\`\`)`),
      (_, start: string, end: string) => start + read + end,
    );
  }
  await expect(text).toMatchFileSnapshot(page);
});

describe.each(['kinds.pdf', 'kinds.handout.pdf', 'llama2-talk.pdf', 'llama2-talk.handout.pdf'])(
  '%s',
  (name) => {
    test('breaks no condition of PDF/UA-1', async () => {
      expect(await checkUa(fileOf(name), (_, message) => message as never, false)).toEqual([]);
    });
  },
);

test('each is read in the order of the notes', async () => {
  const order = [
    ...[
      'Hippos by night',
      'Ada Field',
      'Agenda',
      'Feeding',
      'five hours after sunset',
      'dry grass alone',
      'See the weights',
    ],
    ...[
      'First they wait',
      'Then they walk',
      'Then they eat',
      'Weights',
      'Bull',
      'heavy',
      'Cow',
      'lighter',
      'column chart',
    ],
    ...[
      'Growth',
      'w = a t^{2}',
      'in the first year',
      '\\int_0^1',
      'How they talk',
      'Bull → Cow: honks',
      'In code',
      'return times',
    ],
    ...['The picture', 'A hippo in the river'],
  ];
  const text = await readTags(fileOf('kinds.pdf'));
  let at = 0;
  for (const words of order) {
    const found = text.indexOf(words, at);
    expect(found, words).toBeGreaterThanOrEqual(at);
    at = found;
  }
});
