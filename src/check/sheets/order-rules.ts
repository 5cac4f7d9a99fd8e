// What belongs together in the handout, and whether it stands together.

import type { HandoutSnapshot, SheetNotes, SheetSlide, SheetSnapshot } from '../../browser/index.ts';
import type { Deck } from '../../deck/index.ts';
import { missingWords, tokensOf } from '../../plan/index.ts';
import { type Finding, groupBy, type ReportFinding } from '../finding.ts';
import { short } from '../rules/ink-rules.ts';
import { tokenTexts } from '../words/missing.ts';

type Placed<T> = T & { readonly page: number };

interface Order {
  readonly deck: Deck;
  readonly slides: readonly Placed<SheetSlide>[];
  readonly notes: readonly Placed<SheetNotes>[];
  readonly folded: SheetSnapshot['folded'];
  /** Words that the notes have: a diagram's code, say, is no text. */
  readonly expected: ReadonlySet<string>;
  readonly report: ReportFinding;
}

/** Every slide is on a page with its number, and its notes stand with it or under its number. */
export function checkOrder(
  snapshot: HandoutSnapshot,
  deck: Deck,
  {
    notes,
    expected,
    report,
  }: Pick<Order, 'expected' | 'report'> & { readonly notes: 'printed' | 'left-out' },
): readonly Finding[] {
  const order: Order = {
    deck,
    slides: placed(snapshot, (sheet) => sheet.slides.filter(({ isAgain }) => !isAgain)),
    notes: placed(snapshot, (sheet) => sheet.notes),
    folded: snapshot.sheets.flatMap(({ folded }) => folded),
    expected,
    report,
  };
  return [
    ...lostSlides(order),
    ...wrongNumbers(order),
    ...nameless(order),
    ...(notes === 'printed' ? [...parted(order), ...strays(order)] : []),
    ...partedHeadings(order),
    ...wrongEntries(snapshot, order),
  ];
}

function placed<T>(
  { sheets }: HandoutSnapshot,
  of: (sheet: SheetSnapshot) => readonly T[],
): readonly Placed<T>[] {
  return sheets.flatMap((sheet, at) => of(sheet).map((one) => ({ ...one, page: at + 1 })));
}

/** Those that are folded need no place where their title stands. */
function lostSlides({ deck, slides, folded, report }: Order): readonly Finding[] {
  const there = new Set(slides.map(({ number }) => number));
  const isSaid = (number: number, { title, layout }: Deck['slides'][number]): boolean =>
    folded.some(({ slides: own, text }) => {
      if (!own.includes(number)) return false;
      const said = tokenTexts(text);
      // The title of an agenda may be Lectern's own.
      return layout === 'agenda' || missingWords(tokensOf(title), said).length === 0;
    });
  return deck.slides.flatMap((slide, at) =>
    there.has(at + 1) || isSaid(at + 1, slide)
      ? []
      : [report('check/missing', `slide ${at + 1} is on no page`, { slide: at + 1 })],
  );
}

/** The cover's has none; "8–9" stands for a slide before it too. */
function wrongNumbers({ slides, report }: Order): readonly Finding[] {
  const wrong = slides.filter(
    ({ number, label }) => label !== undefined && label.replace(/^\d+–/, '') !== `${number}`,
  );
  return wrong.map(({ number, label, page }) => {
    const bears = label ? `the number ${label}` : 'no number';
    return report('check/notes', `slide ${number} on page ${page} bears ${bears}`, { slide: number });
  });
}

function nameless({ notes, report }: Order): readonly Finding[] {
  return notes
    .filter(({ slide, text }) => slide === undefined && tokenTexts(text).length > 0)
    .map(({ text, page }) =>
      report('check/notes', `“${short(text)}” on page ${page} does not say which slide it belongs to`),
    );
}

/** A slide with presenter notes has at least their beginning beside it. */
function parted({ deck, slides, notes, report }: Order): readonly Finding[] {
  const byslide = groupBy(notes, ({ slide }) => slide);
  return deck.slides.flatMap(({ presenterNotes }, at) => {
    const number = at + 1;
    const pages = slides.filter((slide) => slide.number === number).map(({ page }) => page);
    if (pages.length === 0 || tokenTexts(presenterNotes).length === 0) return [];
    const own = (byslide.get(number) ?? []).map(({ page }) => page);
    if (own.some((page) => pages.includes(page))) return [];
    const where = own.length === 0 ? '' : `, which stand on page ${own[0]}`;
    return [
      report('check/notes', `slide ${number} stands on page ${pages.at(-1)} without its notes${where}`, {
        slide: number,
      }),
    ];
  });
}

/** Words of presenter notes that stand under no number, or under another one’s. */
function strays({ deck, notes, expected, report }: Order): readonly Finding[] {
  const bySlide = groupBy(notes, ({ slide }) => slide);
  return deck.slides.flatMap(({ presenterNotes, notesDiagrams = [] }, at) => {
    const own = bySlide.get(at + 1);
    if (!own) return [];
    // A word longer than a line may begin on one page and end on the next: nothing stands between them.
    // Diagrams are drawn there: the names and signs of their sources are not to be read.
    const others = own.flatMap(({ formulas, pictures, marks }) => [...formulas, ...pictures, ...marks]);
    const shown = tokenTexts([...own.map(({ text }) => text), ...others, ...notesDiagrams].join('\n'));
    const spoken = presenterNotes.replace(listNumber, '');
    const missing = missingWords(tokensOf(spoken), shown).flatMap(({ text }) =>
      expected.has(text) ? [text] : [],
    );
    if (missing.length === 0) return [];
    const words = short(missing.join(' '));
    return [
      report('check/notes', `“${words}” does not stand with the notes of slide ${at + 1}`, { slide: at + 1 }),
    ];
  });
}

/** Drawn by the browser, which counts itself. */
const listNumber = /^[ \t]*\d+[.)][ \t]/gm;

/** A heading that is the last of a page, when its notes go on on another. */
function partedHeadings({ notes, report }: Order): readonly Finding[] {
  return notes.flatMap(({ slide, lastHeading, page }, at) => {
    const goesOn = notes.slice(at + 1).some((later) => later.slide === slide && slide !== undefined);
    if (lastHeading === undefined || !goesOn) return [];
    const at_ = { text: lastHeading, ...(slide !== undefined && { slide }) };
    return [report('check/heading', `“${short(lastHeading)}” stands alone at the end of page ${page}`, at_)];
  });
}

/** The table of contents names the page on which the slide is. */
function wrongEntries({ sheets }: HandoutSnapshot, { slides, report }: Order): readonly Finding[] {
  return sheets
    .flatMap(({ entries }) => entries)
    .flatMap(({ href, page }) => {
      const slide = Number(href.slice(1));
      const pages = slides.filter(({ number }) => number === slide).map((one) => `${one.page}`);
      if (pages.length === 0 || pages.includes(page)) return [];
      const message = `the contents name page ${page} for slide ${slide}, which is on page ${pages.at(-1)}`;
      return [report('check/link', message, { slide })];
    });
}
