import GithubSlugger from 'github-slugger';
import type { Source } from '../diagnostics/index.ts';
import type { Section } from './notes.ts';

/** A tag with an `id` or a `name`, as people write them to link to: `<a id="csharp"></a>`. */
const marked = /<[a-z][a-z0-9]*\s(?:[^<>]{0,200}\s)?(?:id|name)\s*=\s*["']?([^"'\s<>]{1,200})/giu;

/** `## Words {#words}`, as Google Docs and Pandoc name headings. */
const exported = /^#{1,6}[ \t][^\n]*\{#([\w.-]{1,200})\}[ \t]*$/gmu;

/**
 * What a link can lead to, and the offset where it stands: every heading by the name GitHub
 * gives it (`#reward-modeling`, `#links-1` for the second), and every `id` that the notes set.
 */
export function readAnchors(sections: readonly Section[], source: Source): ReadonlyMap<string, number> {
  const anchors = new Map<string, number>();
  const slugger = new GithubSlugger();
  const visit = (section: Section): void => {
    const { start } = section.headingSpan;
    const isHeading = section.depth > 0 && !isBold(source.text, start);
    if (isHeading) anchors.set(slugger.slug(section.titleText), start);
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  for (const { 1: name, index } of [...source.text.matchAll(marked), ...source.text.matchAll(exported)]) {
    const key = name?.toLowerCase() ?? '';
    if (!anchors.has(key)) anchors.set(key, index);
  }
  return anchors;
}

/** A bold line that was read as a heading has no name that a link could know, and takes none from a heading. */
function isBold(text: string, start: number): boolean {
  return text.startsWith('**', start) || text.startsWith('__', start);
}

/** The name a link asks for; undefined when it leads elsewhere. `%C3%BC` and capitals are as good as the letter. */
export function anchorOf(url: string): string | undefined {
  if (!url.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(url.slice(1)).toLowerCase();
  } catch {
    // A lone `%` is a letter like any other.
    return url.slice(1).toLowerCase();
  }
}
