import type { Link } from 'mdast';
import { type Diagnostic, nearest } from '../diagnostics/index.ts';
import { anchorOf, type Notes, walkNotes } from '../notes/index.ts';

/** A warning for each link to a heading that the notes do not have; its words stay, without the link. */
export function validateLinks(notes: Notes): { readonly diagnostics: readonly Diagnostic[] } {
  const { path } = notes.source;
  const diagnostics = linksIn(notes).flatMap((link): Diagnostic[] => {
    const name = anchorOf(link.url);
    if (name === undefined || name === '' || notes.anchors.has(name)) return [];
    const start = link.position?.start.offset ?? 0;
    const near = nearest(name, notes.anchors.keys());
    return [
      {
        code: 'notes/link-target',
        severity: 'warning',
        message: `the link leads to "#${name}", and no heading of the notes has this name`,
        span: { path, start, end: link.position?.end.offset ?? start },
        help: near ? `did you mean \`#${near}\`?` : 'its words are shown without the link',
      },
    ];
  });
  return { diagnostics };
}

function linksIn(notes: Notes): readonly Link[] {
  const found: Link[] = [];
  walkNotes(notes, (node) => {
    if (node.type === 'link') found.push(node);
  });
  return found.sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0));
}
