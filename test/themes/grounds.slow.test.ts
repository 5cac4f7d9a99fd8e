// Whatever stands on a ground stands out from it: every composition and layout, on each ground that the plan may give it.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureSlides } from '../../src/check/design/measure-slides.ts';
import { inspectCompositions } from '../../src/check/page/inspect-pages.ts';
import { type Compiled, compile } from '../../src/compile.ts';
import { compileSample, sampleFolder } from '../../src/gallery/sample.ts';
import { render } from '../../src/render/index.ts';
import { builtInThemes, loadColours, readThemeFiles } from '../../src/theme/index.ts';
import { withSession } from './session.ts';

const session = withSession();
const themes = await builtInThemes();
const grounds = ['light', 'tint', 'strong', 'second'] as const;
type Ground = (typeof grounds)[number];

/** Full colour is for what is said loudly; code and tables keep the ground that they have. */
const loud = /\b(?:statement|quote|claim|section|closing|answer-figure)\b/;
const fixed = /\b(?:title|code|table)\b/;

/** Whether the plan may set a slide with these classes on the ground. */
function mayStandOn(classes: string, ground: Ground): boolean {
  const isFull = ground === 'strong' || ground === 'second';
  return !fixed.test(classes) && (!isFull || loud.test(classes));
}

const section = /(<section[^>]*? class=")([^"]*)"/g;

function onGround(html: string, ground: Ground): string {
  return html.replace(section, (whole, start: string, classes: string) =>
    mayStandOn(classes, ground) ? `${start}${classes.replace(/ ground-\w+/, '')} ground-${ground}"` : whole,
  );
}

async function compileGallery(theme: string): Promise<Compiled> {
  const path = `${sampleFolder}compositions.md`;
  const notes = { path, text: await readFile(path, 'utf8') };
  const files = { themeFiles: readThemeFiles, pictures: () => ({ status: 'outside' }) as const };
  return (await compile({ notes, ...files, theme: { theme, folder: '.' }, folder: sampleFolder })).value;
}

/** The file of the deck, and what stands in it. */
async function htmlOf({ deck, theme }: Compiled): Promise<readonly [path: string, html: string]> {
  const base = join(await mkdtemp(join(tmpdir(), 'lectern-grounds-')), 'talk');
  await render(deck, theme, { formats: ['html'], base, notesFolder: sampleFolder });
  return [`${base}.html`, await readFile(`${base}.html`, 'utf8')];
}

async function faintIn(path: string, size: Compiled['theme']['size']): Promise<readonly string[]> {
  const { contrast } = await loadColours();
  const slides = measureSlides(await inspectCompositions(session(), path, size), contrast);
  return slides.flatMap(({ slide, layout, title, faint }) =>
    faint.map(
      (mark) => `${slide} ${layout} “${title}”: ${mark.text} ${mark.contrast.toFixed(2)} < ${mark.wanted}`,
    ),
  );
}

test.each(themes)(
  'in %s',
  async (name) => {
    const sample = (await compileSample({ theme: name, folder: '.' }, '16:9')).value;
    const found: string[] = [];
    for (const compiled of [sample, await compileGallery(name)]) {
      const [path, html] = await htmlOf(compiled);
      for (const ground of grounds) {
        const changed = onGround(html, ground);
        const count = [...html.matchAll(section)].filter(([, , classes = '']) =>
          mayStandOn(classes, ground),
        ).length;
        expect(count).toBeGreaterThan(2);
        expect(changed.split(` ground-${ground}"`).length).toBeGreaterThan(count);
        await writeFile(path, changed);
        found.push(...(await faintIn(path, compiled.theme.size)).map((one) => `${ground}: ${one}`));
      }
    }
    expect(found).toEqual([]);
  },
  120_000,
);
