import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { mathSyntax } from './math-syntax.ts';

/**
 * `document` reads YAML between `---` lines at the top as front matter. `text` does not.
 * `remark` is the inside of a comment: no front matter, and indented lines are no code.
 */
export type MarkdownKind = 'document' | 'text' | 'remark';

/** The text's mdast tree: GFM, math; offsets count from the start of `text`. */
export function markdownTree(text: string, kind: MarkdownKind): Root {
  const tree = fromMarkdown(text, {
    extensions: [
      gfm(),
      mathSyntax(),
      ...(kind === 'document' ? [frontmatter(['yaml'])] : []),
      ...(kind === 'remark' ? [{ disable: { null: ['codeIndented'] } }] : []),
    ],
    mdastExtensions: [
      gfmFromMarkdown(),
      mathFromMarkdown(),
      ...(kind === 'document' ? [frontmatterFromMarkdown(['yaml'])] : []),
    ],
  });
  return tree;
}
