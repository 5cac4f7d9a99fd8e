import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmSyntax, mayHoldAddresses } from './gfm-syntax.ts';
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
      gfmSyntax(text),
      mathSyntax(),
      ...(kind === 'document' ? [frontmatter(['yaml'])] : []),
      ...(kind === 'remark' ? [{ disable: { null: ['codeIndented'] } }] : []),
    ],
    mdastExtensions: [
      gfmToTree(text),
      mathFromMarkdown(),
      ...(kind === 'document' ? [frontmatterFromMarkdown(['yaml'])] : []),
    ],
  });
  return tree;
}

/** The one of its parts that goes through the whole tree once more looks for addresses. */
function gfmToTree(text: string): ReturnType<typeof gfmFromMarkdown> {
  return gfmFromMarkdown().filter(({ transforms }) => !transforms || mayHoldAddresses(text));
}
