import type { DeckSlide } from '../../deck/index.ts';

export interface Bookmark {
  readonly title: string;
  /** Where it leads, from 0. */
  readonly page: number;
  readonly children: readonly Bookmark[];
}

interface OpenBookmark extends Bookmark {
  readonly children: OpenBookmark[];
}

/**
 * A tree of sections with their slides as leaves. A section of one slide is that slide: no leaf
 * that repeats its title. `pageOf` says where a slide is, both counted from 0.
 */
export function bookmarks(
  slides: readonly DeckSlide[],
  pageOf: (slide: number) => number = (slide) => slide,
): readonly Bookmark[] {
  const root: OpenBookmark = { title: '', page: 0, children: [] };
  let path: readonly string[] = [];
  let open: readonly OpenBookmark[] = [root];
  slides.forEach((slide, index) => {
    const page = pageOf(index);
    const kept = commonLength(path, slide.section);
    open = open.slice(0, kept + 1);
    for (const title of slide.section.slice(kept)) open = [...open, addTo(open, title, page)];
    path = slide.section;
    if (slide.title !== '') addTo(open, slide.title, page);
  });
  return root.children.map(simplified);
}

function addTo(open: readonly OpenBookmark[], title: string, page: number): OpenBookmark {
  const bookmark: OpenBookmark = { title, page, children: [] };
  open.at(-1)?.children.push(bookmark);
  return bookmark;
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const different = b.findIndex((title, index) => title !== a[index]);
  return different < 0 ? b.length : different;
}

/** The first slide of a section most often bears the section's own title. */
function simplified({ title, page, children }: Bookmark): Bookmark {
  const [first, ...rest] = children;
  const repeats = first?.title === title && first.children.length === 0;
  return { title, page, children: (repeats ? rest : children).map(simplified) };
}
