// Names come from files: whatever they are, a page is made of the same elements as with a plain word in their place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cssString,
  escapeHtml,
  escapeXml,
  styleText,
  terminalJson,
  terminalText,
  unescapeCss,
} from '../../src/escape.ts';
import { build } from '../../src/index.ts';
import { placeholder } from '../../src/render/marp/insides.ts';
import { folderWith } from '../cli/lectern.ts';
import { fontNamed } from './named-font.ts';
import { activeParts } from './pdf-actions.ts';

/** Ends of whatever a name may stand in, and the places of the empty page. */
const breakouts = [
  '</style><meta http-equiv=refresh content="0;url=https://canary.invalid/">',
  '</title><script>canary(1)</script>',
  '"><img src=x onerror=canary(2)>',
  "'); } * { background: url(https://canary.invalid/a.png) } /*",
  'x; background: url(https://canary.invalid/b.png); --y: x',
  '\\"; } section { display: none } a { content: "',
  '--><!-- _class: x --><script>canary(3)</script>',
  ']]></text><script>canary(4)</script>',
  '\n---\n\n# Another',
  `$\{canary(5)} {{7*7}} $& $\` $1`,
  placeholder('html'),
  placeholder('css'),
  placeholder('note'),
  placeholder('title'),
];

const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...breakouts) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...breakouts), { maxLength: 3 }).map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

test('what is escaped for a place stays inside it, and is the same text there', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      expect(escapeXml(text)).not.toMatch(/[<>"']|(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Cs}]/u);
      expect(cssString(text)).toMatch(/^"(?:[\w .,\u0080-\uffff-]|\\[\da-f]+ )*"$/);
      expect(unescapeCss(cssString(text).slice(1, -1))).toBe(text.replaceAll(/\0|\p{Cs}/gu, '\ufffd'));
      expect(styleText(`a { content: "${text}" }`)).not.toMatch(/<\/style/i);
      expect(terminalText(text)).not.toMatch(/\p{Cc}|[\u2028-\u202e\u2066-\u2069]/u);
      expect(terminalJson([text])).not.toMatch(/(?!\n)\p{Cc}/u);
      expect(JSON.parse(terminalJson([text]))).toEqual([text]);
    }),
  );
});

test('a stylesheet without an end of its element is left as it is', () => {
  const css = '/* a < b </b */ section::before { content: "</ style" } @media (width<=9px) {}';
  expect(styleText(css)).toBe(css);
});

/** Notes with a name in every place that takes one. */
function talk(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim() || 'x';
  const quoted = JSON.stringify(name);
  return `---
title: ${quoted}
speaker: ${quoted}
date: ${quoted}
lang: ${quoted}
lectern:
  deck: { theme: ./own.css, tokens: { body-font: ./own.ttf }, title: ${quoted}, subtitle: ${quoted}, speaker: ${quoted}, affiliation: ${quoted}, event: ${quoted}, footer: ${quoted}, header: ${quoted} }
---

# Talk

## ${line}

- ${line}
- [${line}](<${line}>) and \`${line}\`

![${line}](missing.png "${line}")

## Code

\`\`\`${line}
${line}
\`\`\`

Note: ${line}

## ${line} {#${line}}

<a id=${quoted.replaceAll('\\n', ' ')} name=${quoted.replaceAll('\\n', ' ')}></a> [back](<#${line}>) and a note[^${line.replace(/[\s[\]]/g, '')}]

[^${line.replace(/[\s[\]]/g, '')}]: ${line}

## Diagram

\`\`\`mermaid
graph LR
  a["${line.replaceAll('"', '')}"] --> b
\`\`\`

## Numbers

| ${line.replaceAll('|', '')} | tonnes |
|---|---|
| ${line.replaceAll('|', '')} | 3 |
| b | 4 |
`;
}

async function pageOf(name: string): Promise<string> {
  const family = name.replace(/[\n{}]/g, ' ');
  const folder = folderWith({
    'talk.md': talk(name),
    'own.ttf': fontNamed(name),
    'own.css': `@import "recap";\n@font-face { font-family: ${JSON.stringify(family)}; src: url(own.ttf) }\nsection { --heading-font: ${JSON.stringify(family)}; }\nsection::after { content: ${JSON.stringify(family)}; }\n`,
  });
  const { notes } = await build('talk.md', { cwd: folder, formats: ['html'] });
  expect(notes[0]?.outputs.map(({ path }) => path)).toEqual([join(folder, 'talk.html')]);
  return readFileSync(join(folder, 'talk.html'), 'utf8');
}

/** What acts, or ends what a text stands in; outside stylesheets, which hold no elements. */
function actingParts(page: string): readonly string[] {
  const tags = page
    .replace(/<style>[\s\S]*?<\/style>/g, '<style></style>')
    .replace(/(<[a-z][^<>"]*)="[^"]*"(?:[^<>"]*="[^"]*")*/gi, '$1=""');
  return [
    ...(tags.match(/<\/?(?:script|style|meta|title|base|link|iframe|object|embed|form)\b/gi) ?? []),
    ...(tags.match(/<[a-z][^<>]*\son\w+\s*=/gi) ?? []),
  ];
}

function counts(parts: readonly string[]): ReadonlyMap<string, number> {
  return new Map(parts.map((part) => [part, parts.filter((other) => other === part).length]));
}

/** A diagram whose label breaks its language is shown as code: then there is a drawing less, never something more. */
test('the page of a talk has no other acting parts whatever its names are', {
  timeout: 240_000,
}, async () => {
  const plain = await pageOf('Plain words');
  const most = counts(actingParts(plain));
  const headOf = (page: string): readonly string[] =>
    actingParts(page.slice(0, page.indexOf('<svg data-marpit')));
  for (const name of breakouts) {
    const page = await pageOf(name);
    expect({ name, head: headOf(page) }).toEqual({ name, head: headOf(plain) });
    const found = counts(actingParts(page));
    const more = [...found].filter(([part, count]) => count > (most.get(part) ?? 0));
    expect({ name, more }).toEqual({ name, more: [] });
    expect(found.get('<style')).toBe(found.get('</style'));
    expect(page).not.toMatch(/style="[^"]*; ?background[^"]*canary/);
    expect(page.match(/<svg data-marpit-svg/g)?.length).toBeGreaterThan(3);
  }
});

/** As a file system takes it; notes without a heading have their file's name for a title. */
const fileNames = breakouts.map((name) => name.replace(/[/\0\n]/g, ' ').slice(0, 100));

test.skipIf(process.platform === 'win32')(
  'nor whatever its file is called',
  { timeout: 120_000 },
  async () => {
    const pageIn = async (name: string): Promise<string> => {
      const folder = folderWith({ [`${name}.md`]: '- one\n- two\n' });
      const { notes } = await build(`${name}.md`, { cwd: folder, formats: ['html'] });
      return readFileSync(notes[0]?.outputs[0]?.path ?? '', 'utf8');
    };
    const plain = counts(actingParts(await pageIn('Plain words')));
    for (const name of fileNames) {
      const page = await pageIn(name);
      expect({ name, parts: counts(actingParts(page)) }).toEqual({ name, parts: plain });
    }
  },
);

test('what a PDF says of itself are the words themselves, and none of them acts', {
  timeout: 120_000,
}, async () => {
  for (const name of [
    breakouts.slice(0, 5).join(' '),
    ') /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> (',
  ]) {
    const words = JSON.stringify(name);
    const folder = folderWith({
      'talk.md': `---\ntitle: ${words}\nspeaker: ${words}\n---\n\n## ${name}\n\n- a\n\nNote: ${name}\n`,
    });
    await build('talk.md', { cwd: folder, formats: ['pdf'], pdfNotes: 'annotations' });
    const file = readFileSync(join(folder, 'talk.pdf'));
    expect(await activeParts(file)).toEqual([]);
    const pdf = await PDFDocument.load(file, { updateMetadata: false });
    // Quotation marks are curled there as on the slides.
    const straight = (text = ''): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
    expect([pdf.getTitle(), pdf.getAuthor()].map(straight)).toEqual([name, name]);
  }
});
