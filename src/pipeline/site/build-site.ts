import { basename, relative, resolve } from 'node:path';
import { UsageError } from '../../diagnostics/index.ts';
import { findNotes, noNotes } from '../../input/index.ts';
import { writeOutput } from '../../render/index.ts';
import { inlinePictureBytes, pageParts } from '../../site/index.ts';
import { gather } from '../build.ts';
import type { BuildOptions, BuildResult, SiteReport } from '../built.ts';
import { nameOutputs, type Output } from '../name-outputs.ts';
import { runJobs } from '../pool/spawn-worker.ts';
import { shareBrowser } from '../shared-browser.ts';
import type { BuiltTalk, Library } from './build-talk.ts';
import { earlierBuild, leftovers, optionsKey, prune } from './earlier-build.ts';
import { type Manifest, manifestName, manifestText, readManifest, type TalkRecord } from './manifest.ts';

export interface SiteOptions extends BuildOptions {
  readonly outDir: string;
  /** `remove`: outputs of notes that are gone go too; `keep` by default. */
  readonly leftovers?: 'keep' | 'remove' | undefined;
}

export interface SiteResult extends BuildResult {
  /** Undefined when the folder holds no notes: then nothing is written, and an earlier site stays. */
  readonly site?: SiteReport;
}

/**
 * Builds every talk below `folder` into `outDir`, sub-folders kept, and a page that leads to them.
 * A talk is built again when something it is made of has changed. Throws as `build` does.
 */
export async function buildSite(folder: string, options: SiteOptions): Promise<SiteResult> {
  const start = performance.now();
  const cwd = options.cwd ?? process.cwd();
  const library: Library = {
    cwd,
    folder: resolve(cwd, folder),
    site: resolve(cwd, options.outDir),
    options: { ...options, cwd },
  };
  const found = await findNotes([folder], cwd);
  const outputs = nameTalks(found.value, folder, library);
  if (outputs.length === 0) {
    const problems = found.diagnostics.length > 0 ? found.diagnostics : [noNotes(folder)];
    return gather([], problems, performance.now() - start);
  }
  const earlier = readManifest(library.site);
  const { talks, records } = await buildTalks(outputs, library, earlier);
  const site = await writeSite(records, earlier, library, options.leftovers ?? 'keep');
  return { ...gather(talks, found.diagnostics, performance.now() - start), site };
}

/** What an earlier build wrote below the notes' own folder is no talk. */
function nameTalks(
  paths: readonly string[],
  root: string,
  { cwd, folder, site, options }: Library,
): readonly Output[] {
  const isOutput = (path: string): boolean =>
    site !== folder && !relative(site, resolve(cwd, path)).startsWith('..');
  const notes = paths.filter((path) => !isOutput(path));
  if (typeof options.hints === 'string' && notes.length > 1) {
    const remedy = 'leave --hints out: talk.hints.yaml beside talk.md is found by its name';
    throw new UsageError(`one hints file cannot serve ${notes.length} notes files`, remedy);
  }
  const formats = options.formats ?? ['html', 'pdf', 'handout'];
  const outputs = nameOutputs(notes, { cwd, formats, outDir: options.outDir, hints: options.hints, root });
  const index = resolve(site, 'index').toLowerCase();
  const twin = outputs.find(({ base }) => base.toLowerCase() === index);
  if (!twin || !formats.includes('html')) return outputs;
  const remedy = 'Rename the notes, or leave them out of the folder.';
  throw new UsageError(`"${twin.notes}" and the page of the library would both be index.html`, remedy);
}

type Records = Map<string, TalkRecord>;

/** Talks that are as they were are found first, so that the others can be counted. */
async function buildTalks(
  outputs: readonly Output[],
  library: Library,
  earlier: Manifest,
): Promise<{ readonly talks: readonly BuiltTalk[]; readonly records: Records }> {
  const { options } = library;
  const key = optionsKey(options);
  const records: Records = new Map();
  const talks = new Map<Output, BuiltTalk>();
  for (const output of outputs) {
    const name = nameOf(output, library);
    const record = earlier.talks.get(name);
    if (record) records.set(name, record);
    const before = record && earlierBuild(record, output, library, key);
    if (before) talks.set(output, before);
  }
  const waiting = outputs.filter((output) => !talks.has(output));
  const browser = shareBrowser(options.browserPath);
  let saved = performance.now();
  try {
    const jobs = waiting.map((output) => ({ kind: 'talk', request: { output, library, key } }) as const);
    const built = await runJobs(jobs, browser, {
      step: (at, step) =>
        options.onEvent?.({ path: waiting[at]?.notes ?? '', number: at + 1, of: jobs.length, ...step }),
      async finished(at, talk) {
        remember(records, nameOf(waiting[at] as Output, library), talk);
        if (performance.now() - saved < saveEvery) return;
        saved = performance.now();
        await save(records, { ...earlier, leftovers: leftovers(earlier, records, library.site) }, library);
      },
    });
    waiting.forEach((output, at) => {
      talks.set(output, built[at] as BuiltTalk);
    });
  } finally {
    await browser.close();
  }
  return {
    talks: outputs.flatMap((output) => talks.get(output) ?? []),
    records: inOrder(records, outputs, library),
  };
}

/** In that of the notes, whichever was built first. */
function inOrder(records: Records, outputs: readonly Output[], library: Library): Records {
  const names = outputs.map((output) => nameOf(output, library));
  return new Map(
    names.flatMap((name) => {
      const record = records.get(name);
      return record ? [[name, record] as const] : [];
    }),
  );
}

/** ms. What was built when Ctrl-C comes need not be built again. */
const saveEvery = 3000;

/** After an error the earlier outputs stay, and the notes are read again the next time. */
function remember(records: Records, name: string, { record }: BuiltTalk): void {
  const before = records.get(name);
  if (record) records.set(name, record);
  else if (before) records.set(name, { ...before, key: '' });
}

function nameOf({ notes }: Output, { cwd, folder }: Library): string {
  return relative(folder, resolve(cwd, notes)).replaceAll('\\', '/');
}

async function writeSite(
  records: Records,
  earlier: Manifest,
  library: Library,
  fate: 'keep' | 'remove',
): Promise<SiteReport> {
  const { site, folder } = library;
  const talks = [...records.values()].map(({ talk }) => talk);
  const { html, pictures } = pageParts(talks, { title: titleOf(folder), inlineBytes: inlinePictureBytes });
  for (const { path, bytes } of pictures) await writeOutput('png', resolve(site, path), bytes);
  const { bytes } = await writeOutput('html', resolve(site, 'index.html'), html);
  const kept = new Set(pictures.map(({ path }) => path));
  const stale = leftovers(earlier, records, site).filter((path) => !kept.has(path));
  const removed = fate === 'remove' ? await prune(stale, site) : [];
  const left = stale.filter((path) => !removed.includes(path));
  await save(records, { leftovers: left, pictures: [...kept] }, library);
  const absolute = (paths: readonly string[]): string[] => paths.map((path) => resolve(site, path));
  const index = resolve(site, 'index.html');
  return { index, bytes, talks: talks.length, leftovers: absolute(left), removed: absolute(removed) };
}

/** `conference_talks` → `Conference talks`. */
function titleOf(folder: string): string {
  const words = basename(folder)
    .replace(/[-_\s]+/gu, ' ')
    .trim();
  return words === '' ? 'Talks' : words.charAt(0).toUpperCase() + words.slice(1);
}

async function save(
  records: Records,
  { leftovers, pictures }: Pick<Manifest, 'leftovers' | 'pictures'>,
  { site }: Library,
): Promise<void> {
  const talks = new Map([...records].sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeOutput('notes', resolve(site, manifestName), manifestText({ talks, leftovers, pictures }));
}
