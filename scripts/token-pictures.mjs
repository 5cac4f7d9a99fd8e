/**
 * Writes themes/pictures/*.png, the pictures of themes/README.md: for each token of a theme a slide
 * without it beside the same slide with it. Run it after a change of base.css that can be seen:
 * `npm run build && node scripts/token-pictures.mjs`.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';
import { build, describeBrowser, formatDiagnostic } from '../dist/program/pipeline.cjs';

const out = fileURLToPath(new URL('../themes/pictures/', import.meta.url));

/** A picture holds two views of this many px, a gap between them and the values below. */
const view = { width: 316, height: 178, gap: 8, caption: 22 };

/** Parts of a slide, in px of its 1280 × 720. Each has the view's proportions. */
const whole = { left: 0, top: 0, width: 1280 };
const content = { left: 40, top: 30, width: 1100 };
const topLeft = { left: 40, top: 30, width: 640 };

const text = `## The door at night

- **Cards** open the door
  - members of any branch
  - guests ask for one by day
- **Lamps** follow the readers
`;
const paragraphs = `## The door at night

A library card opens the door.

The lamps stay on for whoever reads.

The heating goes off at ten.
`;
const code = `## The door at night

\`\`\`js
// A card opens the door.
function opens(card, hour) {
  if (hour >= 24) return false;
  return card.valid;
}
\`\`\`
`;
const table = `## Nights of March

| Night | Visits | New |
|---|---|---|
| Friday | 412 | 38% |
| Saturday | 390 | 31% |
| Sunday | 164 | 22% |
`;
const figures = `## A year in numbers

- 412 visits on a Friday night
- 38% of them by people new to the house
`;
const manyFigures = `${figures}- 2.3 h average stay
- 9 tools lent on a night
`;
const talk = `# Open until midnight - Nora Feldmann (Harbour Library)
`;
const question = `## Q&A

- Who may come in at night?
  - Whoever has a card of any branch
`;
const warning = `## The door at night

> [!WARNING]
> The door locks behind whoever goes out without a card.

- The bell rings at the night desk
- The desk opens within a minute
`;
const list = `## The door at night

- Cards open the door
- Lamps follow the readers
- The heating goes off at ten
- Tools are lent as well
- Tables are for everybody
- Guests ask for a card by day
- Keys hang beside the door
- The last one turns off the lights
- Whoever comes first makes tea
`;

/** For each token: what it is when nobody sets it, something else, the notes and the part that show it. */
const tokens = {
  background: ['#ffffff', '#faf3e0', text, topLeft],
  text: ['#1c1c1a', '#0f3460', text, topLeft],
  accent: ['#a84c08', '#0a7a4b', figures, whole],
  surface: ['5 % of --text', '#dcebf7', code, topLeft],
  muted: ['72 % of --text', '#a3265e', text, topLeft],
  tint: ['12 % of --accent', '#dcebf7', question, whole],
  strong: ['--accent', '#0f3460', talk, whole],
  second: ['a light tone far from --accent', '#ffe08a', warning, whole],
  rule: ['17 % of --text', '#a84c08', table, topLeft],
  'body-font': ['"Source Sans 3"', '"STIX Two Text"', text, topLeft],
  'heading-font': ['"Source Serif 4"', '"Sofia Sans Extra Condensed"', figures, whole],
  'code-font': ['"Source Code Pro"', '"IBM Plex Mono"', code, topLeft],
  'body-weight': ['400', '700', paragraphs, topLeft],
  'strong-weight': ['600', '400', text, topLeft],
  'heading-weight': ['600', '400', figures, whole],
  'body-size': ['28px', '24px', list, content],
  'line-height': ['1.4', '1.8', paragraphs, topLeft],
  'title-size': ['42px', '60px', text, topLeft],
  'deck-title-size': ['72px', '104px', talk, whole],
  'figure-size': ['96px', '64px', manyFigures, whole],
  margin: ['80px', '200px', figures, whole],
  'title-top': ['84px', '72px', text, whole],
  'content-top': ['172px', '260px', text, whole],
  'content-bottom': ['76px', '280px', list, whole],
  'rule-width': ['1px', '6px', table, topLeft],
  corner: ['0px', '32px', code, topLeft],
};

const folder = mkdtempSync(join(tmpdir(), 'token-pictures-'));
try {
  for (const token of Object.keys(tokens)) writeTalks(token);
  await screenshotSlides(Object.keys(tokens).flatMap((token) => [`${token}.before.md`, `${token}.after.md`]));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await screenshotPairs();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The same notes twice: with a theme that sets nothing, and with one that sets the token. */
function writeTalks(token) {
  const [, after, notes] = tokens[token];
  const rules = { before: '', after: `section { --${token}: ${after}; }\n` };
  for (const [name, rule] of Object.entries(rules)) {
    const theme = `/* @theme ${name} */\n@import "lectern-base";\n${rule}`;
    writeFileSync(join(folder, `${token}.${name}.css`), theme);
    writeFileSync(join(folder, `${token}.${name}.md`), notes);
    writeFileSync(join(folder, `${token}.${name}.hints.yaml`), hintsFor(token, name));
  }
}

function hintsFor(token, name) {
  const deck = `deck: { theme: ${token}.${name}.css, title: Open until midnight }\n`;
  const isList = [text, list].includes(tokens[token][2]);
  return isList ? `${deck}sections: { The door at night: { layout: bullets } }\n` : deck;
}

async function screenshotSlides(notes) {
  const { diagnostics, failures, sources } = await build(notes, { cwd: folder, formats: ['png'] });
  for (const one of diagnostics) process.stderr.write(`${formatDiagnostic(one, sources, 'plain')}\n`);
  if (failures[0]) throw failures[0];
}

/** One page after the other in one browser; the slides' own pictures are drawn smaller on it. */
async function screenshotPairs() {
  const { path, sandbox } = await describeBrowser();
  const args = sandbox === 'on' ? [] : ['--no-sandbox'];
  const browser = await launch({ executablePath: path, headless: 'shell', pipe: true, args });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 2 * view.width + view.gap, height: view.height + view.caption });
    for (const token of Object.keys(tokens)) {
      writeFileSync(join(folder, 'pair.html'), pairPage(token));
      await page.goto(pathToFileURL(join(folder, 'pair.html')).href, { waitUntil: 'load' });
      await page.screenshot({ path: join(out, `${token}.png`) });
    }
  } finally {
    await browser.close();
  }
}

function pairPage(token) {
  const [before, after, , part] = tokens[token];
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; display: flex; gap: ${view.gap}px; background: #fff; }
figure { margin: 0; width: ${view.width}px; }
div { position: relative; overflow: hidden; height: ${view.height}px; }
div::after { content: ""; position: absolute; inset: 0; border: 1px solid #c8c8c8; }
img { position: absolute; }
figcaption { font: 14px/${view.caption}px "Source Sans 3"; color: #444; }
@font-face { font-family: "Source Sans 3"; src: url("${captionFont()}"); }
</style>${viewOf(`${token}.before`, part, before)}${viewOf(`${token}.after`, part, after)}`;
}

function viewOf(name, { left, top, width }, caption) {
  const scale = view.width / width;
  const place = `left: ${-left * scale}px; top: ${-top * scale}px; width: ${1280 * scale}px`;
  const file = slideOf(name);
  return `<figure><div><img src="${file}" style="${place}"></div><figcaption>${caption}</figcaption></figure>`;
}

/** The slide after the title slide, where there is one. What does not fit on it goes on on a third. */
function slideOf(name) {
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}.`) && file.endsWith('.png'));
  const [title, slide = title] = files.sort();
  if (slide === undefined) throw new Error(`there is no picture of ${name}`);
  return slide;
}

function captionFont() {
  const file = '../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2';
  return `data:font/woff2;base64,${readFileSync(new URL(file, import.meta.url)).toString('base64')}`;
}
