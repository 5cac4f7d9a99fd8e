import { toString as plainText } from 'mdast-util-to-string';
import type { Element, Phrasing } from '../notes/index.ts';
import type { InlineObject } from './inline-object.ts';
import type { LetterStyle } from './letters.ts';

/** Text in one style, `padding` px at both ends; or something that is not text; or a line break. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly style: LetterStyle; readonly padding: number }
  | { readonly kind: 'object'; readonly object: InlineObject }
  | { readonly kind: 'break' };

/** What the stylesheet says of text inside a paragraph. Scales are of the text around. */
export interface InlineRules {
  readonly codeFont: string;
  readonly codeScale: number;
  readonly codePadding: number;
  readonly strongWeight: number;
  readonly smallScale: number;
  readonly scriptScale: number;
  image(url: string, alt: string, style: LetterStyle): InlineObject;
  math(tex: string, style: LetterStyle): readonly InlineObject[];
}

/** Flattens a paragraph to runs, in order. */
export function inlineRuns(content: readonly Phrasing[], style: LetterStyle, rules: InlineRules): Run[] {
  return content.flatMap((node) => runsOf(node, style, rules));
}

function runsOf(node: Phrasing, style: LetterStyle, rules: InlineRules): Run[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: node.value, style, padding: 0 }];
    case 'break':
      return [{ kind: 'break' }];
    case 'strong':
      return inlineRuns(node.children, { ...style, weight: rules.strongWeight }, rules);
    case 'emphasis':
      return inlineRuns(node.children, { ...style, italic: true }, rules);
    case 'inlineCode':
      return [code(node.value, style, rules)];
    case 'inlineMath':
      return rules.math(node.value, style).map((object) => ({ kind: 'object', object }));
    case 'image':
      return [{ kind: 'object', object: rules.image(node.url, node.alt ?? '', style) }];
    case 'imageReference':
      return [{ kind: 'object', object: rules.image('', node.alt ?? '', style) }];
    case 'footnoteReference':
      return [script(node.label ?? node.identifier, style, rules)];
    case 'element':
      return elementRuns(node, style, rules);
    case 'html':
      return [];
    default:
      return inlineRuns(node.children, style, rules);
  }
}

function code(text: string, style: LetterStyle, { codeFont, codeScale, codePadding }: InlineRules): Run {
  const inCode = { ...style, family: codeFont, size: style.size * codeScale };
  return { kind: 'text', text, style: inCode, padding: codePadding * inCode.size };
}

function script(text: string, style: LetterStyle, { scriptScale }: InlineRules): Run {
  return { kind: 'text', text, style: { ...style, size: style.size * scriptScale }, padding: 0 };
}

function elementRuns(node: Element, style: LetterStyle, rules: InlineRules): Run[] {
  switch (node.name) {
    case 'kbd':
      return [code(plainText(node), style, rules)];
    case 'sub':
    case 'sup':
      return inlineRuns(node.children, { ...style, size: style.size * rules.scriptScale }, rules);
    case 'small':
      return inlineRuns(node.children, { ...style, size: style.size * rules.smallScale }, rules);
    case 'q':
      return inlineRuns([quoteSign('“'), ...node.children, quoteSign('”')], style, rules);
    default: {
      const lead = node.class?.split(' ').includes('lead');
      return inlineRuns(node.children, lead ? { ...style, weight: rules.strongWeight } : style, rules);
    }
  }
}

function quoteSign(value: string): Phrasing {
  return { type: 'text', value };
}
