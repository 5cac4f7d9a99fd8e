import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Alternative, type Alternatives, placeText } from '../../src/pipeline/index.ts';
import { caseNames, casesFolder, openCase, paste } from './open-case.ts';

test.each(caseNames)('%s: the layouts of every slide, with the hint for each', async (name) => {
  const { file, all } = await openCase(name);
  const text = all
    .map((it) => printed(it, file.value?.plan.slides[it.slide - 1]?.title?.text ?? ''))
    .join('\n');
  await expect(text).toMatchFileSnapshot(join(casesFolder, name, 'expected.txt'));
});

test.each(caseNames)('%s: what is pasted gives the slides that are shown', async (name) => {
  const { folder, file, all } = await openCase(name);
  const hints = join(folder, 'talk.hints.yaml');
  const before = existsSync(hints) ? readFileSync(hints, 'utf8') : '';
  const others = all.flatMap((it) => it.others);
  expect(others.length).toBeGreaterThan(0);
  for (const other of others) {
    const built = await paste(folder, before, other);
    expect(built.diagnostics).toEqual(file.diagnostics);
    expect(built.value?.deck.markdown).toBe(other.file.value?.deck.markdown);
    const layouts = other.slides.map((number) => built.value?.plan.slides[number - 1]?.layout);
    expect(layouts).toContain(other.layout);
  }
});

function printed({ slide, now, others, none }: Alternatives, title: string): string {
  const head = `${slide}  ${title || 'no title'}: ${now.layout}, now on ${now.slides.join(', ')}\n`;
  return `${head}${none === undefined ? '' : `   none: ${none}\n`}${others.map(alternative).join('')}`;
}

function alternative({ layout, score, slides, changes, hint, hintsPath }: Alternative): string {
  const also = changes.length > 0 ? `, changes ${changes.join(', ')}` : '';
  const head = `\n   ${layout} ${score?.toFixed(2) ?? '–'}, on ${slides.join(', ')}${also}`;
  return `${head}\n   ${placeText(hint, hintsPath)}\n${hint.text.replace(/^(?=.)/gm, '   | ')}`;
}
