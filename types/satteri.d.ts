// What we use of satteri. Its own types add the nodes of every syntax it knows to mdast, for the whole
// program; `tsconfig.json` puts these in their place, and `src/notes/block.ts` adds those that occur.
import type { Root } from 'mdast';

export interface Features {
  readonly gfm?: boolean;
  readonly math?: boolean;
  readonly frontmatter?: boolean;
  readonly definitionList?: boolean;
}

export function markdownToMdast(source: string, options?: { readonly features?: Features }): Root;
