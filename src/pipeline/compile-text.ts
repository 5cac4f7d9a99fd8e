// Notes and hints as texts to slides, and those to files in memory: for programs that have no files, or want none.
import { basename, join, resolve } from 'node:path';
import { type Compiled, compile, type Stage } from '../compile.ts';
import type { Checked, Diagnostic, Source } from '../diagnostics/index.ts';
import { type Format, outputSizes, readPicture, render } from '../render/index.ts';
import { readThemeFiles } from '../theme/index.ts';
import { renderJob, shown, startStopwatch } from './build-file.ts';
import type { BuildOptions } from './built.ts';
import { fromFolder, themeRequest } from './compile-file.ts';
import { shareBrowser } from './shared-browser.ts';

export interface TextInput {
  /** Markdown. A text alone is called `talk.md` in diagnostics. */
  readonly notes: string | Source;
  /** YAML. A text alone is called `talk.hints.yaml`. */
  readonly hints?: string | Source | undefined;
  /** Pictures are read from it and below; other relative paths start there. The process's folder by default. */
  readonly folder?: string | undefined;
  /** Built-in name or path of a CSS file; goes before the hints. */
  readonly theme?: string | undefined;
  /** Custom properties of the theme without their dashes; go before the hints. */
  readonly tokens?: Readonly<Record<string, string>> | undefined;
  /** Called with each phase as it begins. */
  readonly onStage?: ((stage: Stage) => void) | undefined;
}

/** What `render` makes files of. */
export interface CompiledText extends Compiled {
  /** Absolute: where the pictures are. */
  readonly folder: string;
}

/**
 * Talk notes to slides. Never throws for what stands in the texts: every problem is a diagnostic, and after an
 * error there is nothing to render. Reads the theme's files and pictures, and writes nothing.
 */
export async function compileText(input: TextInput): Promise<Checked<CompiledText>> {
  const folder = resolve(input.folder ?? '.');
  const { value, diagnostics } = await compile({
    notes: sourceOf(input.notes, 'talk.md'),
    hints: input.hints === undefined ? undefined : sourceOf(input.hints, 'talk.hints.yaml'),
    themeFiles: readThemeFiles,
    pictures: (url) => readPicture(url, { folder }),
    theme: input.theme === undefined ? undefined : themeRequest(input.theme, folder),
    folder,
    tokens: input.tokens && fromFolder(input.tokens, folder),
    onStage: input.onStage,
  });
  return { value: { ...value, folder }, diagnostics };
}

function sourceOf(text: string | Source, path: string): Source {
  return typeof text === 'string' ? { path, text } : text;
}

/** `formats` is `['html']` by default. */
export type RenderOptions = Pick<
  BuildOptions,
  'formats' | 'handout' | 'ink' | 'presenterNotes' | 'pdfNotes' | 'browserPath'
>;

export interface RenderedFile {
  readonly format: Format;
  /** As `build` would name it: `talk.html`, `talk.001.png`. */
  readonly name: string;
  readonly data: Uint8Array;
}

export interface RenderedText {
  readonly files: readonly RenderedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The files of a compiled deck, in memory. Throws `EnvironmentError` where a format needs a browser and there is none. */
export async function renderText(compiled: CompiledText, options: RenderOptions = {}): Promise<RenderedText> {
  const { folder, notes } = compiled;
  const { path } = notes.source;
  const base = join(folder, basename(path).replace(/\.[^.]*$/, ''));
  const files: RenderedFile[] = [];
  const browser = shareBrowser(options.browserPath);
  const file = shown(
    { path, folder, value: compiled, diagnostics: [], sources: new Map(), fetched: undefined },
    options,
  );
  try {
    const job = await renderJob(
      file,
      { notes: path, base },
      {
        options,
        formats: options.formats ?? ['html'],
        browser,
        emit: () => undefined,
        watch: startStopwatch(),
        async write(format, name, data) {
          files.push({ format, name: basename(name), data: Buffer.from(data) });
          return { format, path: name, bytes: Buffer.byteLength(data), ...outputSizes(format, data) };
        },
      },
    );
    const { deck, theme } = file.value ?? compiled;
    const { diagnostics } = await render(deck, theme, { ...job, stalePictures: 'keep' });
    return { files, diagnostics };
  } finally {
    await browser.close();
  }
}
