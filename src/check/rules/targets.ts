import type { Notes, Section } from '../../notes/index.ts';

/** What the notes themselves have: a link to a heading that is not there is theirs to mend. */
export interface Targets {
  readonly hasContent: (heading: string) => boolean;
  readonly hasTarget: (fragment: string) => boolean;
}

export function targetsOf({ source, sections }: Notes): Targets {
  const all = everySection(sections);
  const full = new Set(
    all
      .filter((section) => section.blocks.length + section.sections.length > 0)
      .map(({ titleText }) => letters(titleText)),
  );
  const names = new Set(all.map(({ titleText }) => letters(titleText)));
  for (const [, id = ''] of source.text.matchAll(/\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi))
    names.add(letters(id));
  return {
    hasContent: (heading) => full.has(letters(heading)),
    hasTarget: (fragment) => names.has(letters(decoded(fragment))),
  };
}

function everySection(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...everySection(section.sections)]);
}

/** Programs make addresses of headings by different rules; the letters are the same in all. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A `%` that begins no code is a sign like others.
    return fragment;
  }
}
