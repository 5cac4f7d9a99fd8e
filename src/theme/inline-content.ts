import type { Image } from 'mdast';
import { missingLabel, nameMissing } from '../layouts/index.ts';
import { type Element, type Phrasing, plainText } from '../notes/index.ts';
import { unspacedScript } from './phrase-breaks.ts';
import type { TextFace } from './text-metrics.ts';

/** Something in a line that is not text: a picture, a part of a formula. px. */
export interface InlineObject {
  readonly width: number;
  /** Above and below the baseline of the line. */
  readonly above: number;
  readonly below: number;
  /** The same no wider than `width`; undefined for what cannot be made smaller. */
  readonly fit?: (width: number) => InlineObject;
  /** It is broken where it does not fit; a picture is made smaller. */
  readonly isFormula?: true;
}

/** Text in one style; or something that is not text; or a line break. */
export type InlineRun =
  | TextRun
  | { readonly kind: 'object'; readonly object: InlineObject }
  | { readonly kind: 'break' };

interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly style: TextFace;
  /** Padding and border at its ends, px. */
  readonly before?: number;
  readonly after?: number;
}

/** What the stylesheet says of text inside a paragraph. Scales are of the text around. */
export interface InlineRules {
  readonly codeFont: string;
  readonly codeScale: number;
  readonly codePadding: number;
  readonly strongWeight: number;
  readonly smallScale: number;
  readonly scriptScale: number;
  /** px. */
  readonly ruleWidth: number;
  /** Returns undefined when there is no such picture. */
  image(url: string, style: TextFace): InlineObject | undefined;
  /** Returns undefined for TeX that is not valid. */
  math(tex: string, style: TextFace): readonly InlineObject[] | undefined;
}

/** Flattens a paragraph to runs, in order; names stand in it for pictures that are not there. */
export function inlineRuns(content: readonly Phrasing[], style: TextFace, rules: InlineRules): InlineRun[] {
  return runsOfAll(
    nameMissing(content, (url) => rules.image(url, style) !== undefined),
    style,
    rules,
  );
}

function runsOfAll(nodes: readonly Phrasing[], style: TextFace, rules: InlineRules): InlineRun[] {
  return nodes.flatMap((node) => runsOf(node, style, rules));
}

function runsOf(node: Phrasing, style: TextFace, rules: InlineRules): InlineRun[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: node.value, style }];
    case 'break':
      return [{ kind: 'break' }];
    case 'strong':
      return runsOfAll(node.children, { ...style, weight: rules.strongWeight }, rules);
    case 'emphasis':
      return runsOfAll(node.children, emphasized(node, style, rules), rules);
    case 'inlineCode':
      return [code(unbroken(node.value, node.data?.whole), style, rules)];
    case 'inlineMath':
      return formulaRuns(node.value, style, rules);
    case 'image': {
      const object = rules.image(node.url, style);
      return object ? [{ kind: 'object', object }] : [];
    }
    case 'imageReference':
      return [{ kind: 'text', text: node.alt ?? '', style }];
    case 'footnoteReference':
      return [script(node.label ?? node.identifier, style, rules)];
    case 'element':
      return elementRuns(node, style, rules);
    case 'html':
      return [{ kind: 'text', text: node.value, style }];
    default:
      return runsOfAll(node.children, style, rules);
  }
}

/** Whether what is emphasized stands upright: Chinese and Japanese have no italic, and weight sets it off. The deck has it as `.unslanted`. */
export function isUpright(node: Phrasing): boolean {
  return unspacedScript.test(plainText([node]));
}

function emphasized(node: Phrasing, style: TextFace, { strongWeight }: InlineRules): TextFace {
  return isUpright(node) ? { ...style, weight: strongWeight } : { ...style, italic: true };
}

function codeStyle(style: TextFace, { codeFont, codeScale }: InlineRules): TextFace {
  return { ...style, family: codeFont, size: style.size * codeScale };
}

function formulaRuns(tex: string, style: TextFace, rules: InlineRules): InlineRun[] {
  const objects = rules.math(tex, style);
  if (!objects) return [{ kind: 'text', text: tex, style }];
  return objects.map((object) => ({ kind: 'object', object }));
}

function code(text: string, style: TextFace, rules: InlineRules): TextRun {
  const inCode = codeStyle(style, rules);
  const padding = rules.codePadding * inCode.size;
  return { kind: 'text', text, style: inCode, before: padding, after: padding };
}

/** Fixed-width letters of the same width that are nowhere broken, or between words alone. */
function unbroken(value: string, whole: 'all' | 'words' | undefined): string {
  if (whole === undefined) return value;
  return value.replace(whole === 'all' ? /./g : /[^ ]/g, 'x');
}

/** What is printed in the box of a picture that is not there: its description, or its file's name as code. */
export function missingPictureRuns(
  image: Pick<Image, 'alt' | 'url'>,
  style: TextFace,
  rules: InlineRules,
): InlineRun[] {
  const { text, kind } = missingLabel(image);
  return [{ kind: 'text', text, style: kind === 'file' ? codeStyle(style, rules) : style }];
}

function script(text: string, style: TextFace, { scriptScale }: InlineRules): InlineRun {
  return { kind: 'text', text, style: { ...style, size: style.size * scriptScale } };
}

function elementRuns(node: Element, style: TextFace, rules: InlineRules): InlineRun[] {
  switch (node.name) {
    case 'kbd':
      return [keyRun(plainText([node]), style, rules)];
    case 'cite':
      return runsOfAll(node.children, emphasized(node, style, rules), rules);
    case 'sub':
    case 'sup':
      return runsOfAll(node.children, { ...style, size: style.size * rules.scriptScale }, rules);
    case 'small':
      return runsOfAll(node.children, { ...style, size: style.size * rules.smallScale }, rules);
    case 'q':
      return runsOfAll([quotationMark('“'), ...node.children, quotationMark('”')], style, rules);
    default: {
      const lead = node.class?.split(' ').includes('lead');
      const inLead = lead ? { ...style, weight: rules.strongWeight } : style;
      return runsOfAll(node.children, node.class === 'file' ? codeStyle(style, rules) : inLead, rules);
    }
  }
}

/** As code, with a rule around. */
function keyRun(text: string, style: TextFace, rules: InlineRules): InlineRun {
  const run = code(text, style, rules);
  const { before = 0, after = 0 } = run;
  return { ...run, before: before + rules.ruleWidth, after: after + rules.ruleWidth };
}

function quotationMark(value: string): Phrasing {
  return { type: 'text', value };
}
