// What Lectern knows of Marp beyond its documented interface, in one place, each with its reason. So
// marp-core and marp-cli are pinned to exact versions in package.json, and
// `test/render/marp-insides.test.ts` fails when another version no longer fits.
import type { Marp } from '@marp-team/marp-core';
import { escapeHtml, styleText } from '../../escape.ts';
import type { Theme } from '../../theme/index.ts';

// marp-core: the engine.

/**
 * A Marp that turns Markdown into HTML and leaves the stylesheet alone. Converting the theme takes
 * longer than the slides of a talk, and so does converting the three that Marp brings along; the
 * first is done once for all decks (`theme-css.ts`), the second not at all.
 */
export function slidesOnly(
  base: typeof Marp,
): new (
  options: ConstructorParameters<typeof Marp>[0],
  outline: string,
) => Marp {
  return class SlidesMarp extends base {
    constructor(options: ConstructorParameters<typeof Marp>[0], outline: string) {
      super(options);
      Reflect.deleteProperty(this.themeSet, 'add');
      this.themeSet.default = this.themeSet.add(outline);
    }

    /** Called while Marp's constructor runs, before it adds its themes. */
    protected override applyMarkdownItPlugins(markdown: unknown): void {
      super.applyMarkdownItPlugins(markdown);
      Object.assign(this.themeSet, { add: () => undefined });
    }

    /** The rules that the deck itself holds, as they stand there. */
    protected override renderStyle(): string {
      return this.lastStyles?.join('\n') ?? '';
    }
  };
}

/**
 * A stylesheet with all that Marp needs of the theme to make the slides' HTML: the remarks in its
 * comments (`@theme`, `@size` …; the last one counts) and the slide's size.
 */
export function themeOutline({ name, size, stylesheets }: Theme): string {
  const remarks = stylesheets.flatMap(({ css }) => css.match(/\/\*[\s\S]*?\*\//g) ?? []);
  return `${remarks.join('\n')}
/* @theme ${name} */
section { width: ${size.width}px; height: ${size.height}px }`;
}

/** The macros of all formulas stand in this object: Marp's plugin gives KaTeX a copy of those it is told of. */
export function keepMacros(marp: Marp, macros: object): void {
  const { rules } = marp.markdown.renderer as { rules: Record<string, HtmlRule | undefined> };
  for (const name of ['marp_math_inline', 'marp_math_block']) {
    const draw = rules[name];
    if (!draw) throw new Error(`Marp has no rule "${name}"`);
    rules[name] = (...token) => {
      const context = (marp as unknown as Record<symbol, MathContext | undefined>)[mathContext];
      Object.assign(context?.libs.katex.context ?? {}, { macros });
      return breakBeforeSigns(draw(...token));
    };
  }
}

/**
 * KaTeX breaks a formula behind its relations and operators; here they begin the next line, as `theme/formula.ts`
 * measures it.
 */
function breakBeforeSigns(html: string): string {
  return html.replace(signAtEnd, (_, sign: string, next: string) => next + sign);
}

/** A sign of one character at the end of a part, its spaces with it, where more stands before it; and the beginning of the next part. */
const signAtEnd =
  /(?<!<span class="(?:katex-)?strut" style="[^"]*"><\/span>)(<span class="m(?:rel|bin)">[^<]+<\/span>(?:<span class="mspace"[^>]*><\/span>)*)(<\/span><span class="(?:katex-)?base"><span class="(?:katex-)?strut" style="[^"]*"><\/span>)/gu;

const mathContext = Symbol.for('marp-math-context');
interface MathContext {
  readonly libs: { readonly katex: { readonly context: object } };
}

/**
 * Decks are held together by a few tags that come again on every slide, and in the next deck. Marp
 * builds a new filter to clean each of them; here it is asked once for those that are short.
 */
export function rememberCleanHtml(marp: Marp): void {
  const { rules } = marp.markdown.renderer;
  for (const name of ['html_block', 'html_inline'] as const) {
    const clean: HtmlRule | undefined = rules[name];
    if (!clean) continue;
    const known = cleaned[name];
    rules[name] = (...[tokens, index, ...rest]: Parameters<HtmlRule>) => {
      const html = tokens[index]?.content ?? '';
      if (html.length > longestRemembered) return clean(tokens, index, ...rest);
      const made = known.get(html) ?? clean(tokens, index, ...rest);
      if (known.size >= mostRemembered) known.clear();
      known.set(html, made);
      return made;
    };
  }
}

/**
 * A slide's classes, its header and its number stand in remarks that come again on other slides. Marp reads each as YAML,
 * which takes as long as the slide's words; here it is asked once for each.
 */
export function rememberRemarks({ markdown }: Marp): void {
  const known = (state: BlockState, at: number, _: number, silent: boolean): boolean => {
    const last = state.tokens.at(-1);
    if (last?.type === 'marpit_comment') remember(last);
    const line = state.src.slice((state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0), state.eMarks[at]);
    const remark = line.startsWith('<!--') ? remarks.get(line) : undefined;
    if (!remark || silent) return remark !== undefined;
    const token = state.push('marpit_comment', '', 0);
    Object.assign(token, remark, { meta: { ...remark.meta }, map: [at, at + 1], hidden: true });
    state.line = at + 1;
    return true;
  };
  markdown.block.ruler.before('marpit_comment', 'known_remark', known);
}

function remember({ markup, content, meta }: RemarkToken): void {
  const line = markup.trim();
  if (remarks.has(line) || line.includes('\n') || !line.endsWith('-->')) return;
  if (remarks.size >= mostRemembered) remarks.clear();
  remarks.set(line, { markup, content, meta: { ...meta } });
}

/** Of markdown-it: where lines begin and end, and where their first letter is. */
interface BlockState {
  readonly src: string;
  readonly bMarks: readonly number[];
  readonly eMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly tokens: readonly RemarkToken[];
  line: number;
  push(type: string, tag: string, nesting: number): object;
}

interface RemarkToken {
  readonly type: string;
  readonly markup: string;
  readonly content: string;
  readonly meta: object;
}

/** By the line they stand on, before Marp acts on what they say. */
const remarks = new Map<string, Omit<RemarkToken, 'type'>>();

type HtmlRule = (
  tokens: readonly { readonly content: string }[],
  index: number,
  ...rest: unknown[]
) => string;

/** All engines clean by the same list: `allowedHtml`. */
const cleaned = { html_block: new Map<string, string>(), html_inline: new Map<string, string>() };
const longestRemembered = 200;
const mostRemembered = 2000;

// marp-core: the slides' HTML.

/** The HTML of each slide, in order, cut where Marp's `svg` of the next one begins. */
export function splitSlides(html: string): readonly string[] {
  return html
    .split(/(?=<svg data-marpit-svg="")/)
    .filter((piece) => piece.startsWith('<svg data-marpit-svg'));
}

/** What Marp renders of a deck, taken apart. */
export interface MarpHtml {
  readonly before: string;
  readonly slides: readonly string[];
  /** It stands inside the last slide, behind its content. */
  readonly script: string;
  readonly after: string;
}

const slideEnd = '</foreignObject></svg>';

export function takeApart(html: string): MarpHtml {
  const start = html.indexOf('<svg data-marpit-svg');
  const end = html.lastIndexOf('</svg>') + '</svg>'.length;
  const slides = splitSlides(html.slice(start, end));
  const last = slides.at(-1) ?? '';
  const script = last.indexOf('<script');
  return {
    before: html.slice(0, start),
    slides,
    script: script < 0 ? '' : last.slice(script, -slideEnd.length),
    after: html.slice(end),
  };
}

/** The opposite of `takeApart`, for slides none of which holds the script. */
export function putTogether({ before, slides, script, after }: MarpHtml): string {
  return `${before}${slides.join('').slice(0, -slideEnd.length)}${script}${slideEnd}${after}`;
}

/** Marp's own tag around a slide, and where in it the slide's number and the number of slides stand. */
const sectionTag = /<section id="[^"]*"[^>]*>/g;
const numbers = /( id="| data-marpit-pagination="| data-marpit-pagination-total=")\d+"/g;
const gaps = /( id="| data-marpit-pagination="| data-marpit-pagination-total=")\0"/g;

export function withoutNumber(slide: string): string {
  return slide.replace(sectionTag, (tag) => tag.replace(numbers, '$1\0"'));
}

export function withNumber(slide: string, number: number, total: number): string {
  const fill = (_: string, name: string): string => `${name}${name.includes('total') ? total : number}"`;
  return slide.replace(sectionTag, (tag) => tag.replace(gaps, fill));
}

// marp-cli: the presentation page, which is to be had only through its command line. It is made once
// with placeholders (`html/presentation.ts`) and filled for each deck.

/** What the head of the page tells of a deck. */
export const shellFields = ['lang', 'title', 'author', 'description'] as const;
export type ShellField = (typeof shellFields)[number];

/** Stands in the empty page where something goes. A deck's own texts are put in, and never searched for it. */
export function placeholder(name: ShellField | 'html' | 'css' | 'note'): string {
  return `lectern-placeholder-${name}-7f3a`;
}

/** Before all else, with the encoding, which browsers look for in the first kilobyte. */
export function withPolicy(shell: string, policy: string): string {
  const encoding = '<meta charset="UTF-8">';
  return shell.replace(encoding, '').replace('<head>', () => `<head>${encoding}${policy}`);
}

/** What the buttons of the page do, by Marp's names for them. */
export type ControlNames = Readonly<
  Record<'prev' | 'next' | 'fullscreen' | 'overview' | 'presenter', string>
>;

/** Keys that do what a button does, as the page's own titles have them. */
const controlKeys: Readonly<Partial<Record<keyof ControlNames, string>>> = {
  fullscreen: 'f',
  overview: 'o',
  presenter: 'p',
};

/**
 * The bar of buttons as a landmark: they are reached by Tab and named in the deck's language. Marp's script writes
 * "Page 3 of 16" in English into the element it has for that; the page's own writes into one of another name.
 */
export function withNamedControls(
  page: string,
  names: ControlNames,
  attributes: string,
  more: string,
): string {
  return page.replace(controlBar, (_, buttons: string) => {
    const named = buttons
      .replace(controlButton, (_, name: keyof ControlNames) => {
        const [label, key] = [escapeHtml(names[name]), controlKeys[name]];
        return `<button data-bespoke-marp-osc="${name}" title="${key ? `${label} (${key})` : label}">${label}</button>`;
      })
      .replace('<span data-bespoke-marp-osc="page">', '<span class="lectern-number">');
    return `<div class="bespoke-marp-osc" role="region" ${attributes}>${named}${more}</div>`;
  });
}

const controlBar = /<div class="bespoke-marp-osc">(.*?)<\/div>/;
const controlButton =
  /<button data-bespoke-marp-osc="(prev|next|fullscreen|overview|presenter)"[^>]*>[^<]*<\/button>/g;

/** The slides are what the page is about, and each is a group with a name: where a picture is behind it, the element of its content. */
export function withNamedSlides(html: string, names: readonly string[], role: string): string {
  const main = html.replace('<div id=":$p"', '<div id=":$p" role="main"');
  return main.replace(slideContent, (_, start: string, number: string) => {
    const name = escapeHtml(names[Number(number) - 1] ?? '');
    return `${start}<section role="group" aria-roledescription="${escapeHtml(role)}" aria-label="${name}" id="${number}"`;
  });
}

const slideContent = /(<foreignObject[^>]*>)<section id="(\d+)"/g;

/** All that is put into the page of a deck, each as the text it is; `html` and `css` as they stand. */
export interface ShellContent {
  readonly html: string;
  readonly css: string;
  readonly fields: Readonly<Partial<Record<ShellField, string>>>;
  /** What the speaker says, slide by slide. */
  readonly notes: readonly string[];
}

/**
 * A `meta` whose field may have no text, the element for one slide's notes, or a bare placeholder: a page is made by
 * one pass over the empty one, so what a deck says cannot be taken for a place.
 */
const shellPlace = new RegExp(
  [
    `<meta [^<>]*${placeholder('(author|description)' as ShellField)}[^<>]*>`,
    `<div class="bespoke-marp-note"[^>]*><p>${placeholder('note')}</p></div>`,
    placeholder('(lang|title|author|description|html|css)' as ShellField),
  ].join('|'),
  'g',
);

export function fillShell(shell: string, { html, css, fields, notes }: ShellContent): string {
  const text = (name: string): string => {
    if (name === 'html') return html;
    if (name === 'css') return styleText(css);
    return escapeHtml(fields[name as ShellField] ?? '');
  };
  return shell.replace(shellPlace, (place, meta: string | undefined, name: string | undefined) => {
    if (name !== undefined) return text(name);
    if (meta === undefined) return noteElements(place, notes);
    return fields[meta as ShellField] === undefined
      ? ''
      : place.replace(placeholder(meta as ShellField), () => text(meta));
  });
}

/** The page's element for one slide's notes, repeated for each slide that has some. */
function noteElements(element: string, notes: readonly string[]): string {
  return notes
    .map((text, index) => (text.trim() === '' ? '' : noteElement(element, index, text.trim())))
    .join('');
}

function noteElement(element: string, index: number, text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
  return element
    .replace('data-index="0"', () => `data-index="${index}"`)
    .replace(`<p>${placeholder('note')}</p>`, () => paragraphs.join(''));
}
