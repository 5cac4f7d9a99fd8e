// What other programs call speaker notes: the audience never sees them. They are taken out before Markdown is
// read, which knows none of their signs.
import type { Comment, Reading } from '../reading.ts';
import { blanked } from './blanked.ts';
import { blockNote, divNote, endsOfDivs, tagNote } from './fenced-notes.ts';
import {
  caretNote,
  colonNote,
  hasProse,
  headedNote,
  mailNote,
  plainNote,
  remarkNote,
} from './labelled-notes.ts';
import { type NotesDeck, type SpeakerNote, slideEndsOf } from './notes-deck.ts';
import { type SlideLine, slideLines } from './slide-lines.ts';

interface NoteSyntax {
  /** A text with a speaker note that it reads; held against it by a test. */
  readonly example: string;
  /** The note that begins in the line, if one does. */
  readonly read: (line: SlideLine, at: number, deck: NotesDeck) => SpeakerNote | undefined;
}

/** The first that understands a line decides. */
export const noteSyntaxes: readonly NoteSyntax[] = [
  { example: '::: notes\nSecret\n:::', read: divNote },
  { example: '- a\n\n<aside class="notes">Secret</aside>', read: tagNote },
  { example: '- a\n\n#+BEGIN_NOTES\nSecret\n#+END_NOTES', read: blockNote },
  { example: '- a\n\n???\nSecret', read: remarkNote },
  { example: '- a\n\n^ Secret', read: caretNote },
  { example: '- a\n\n-- \nSecret', read: mailNote },
  { example: '- a\n\nPresenter notes: Secret', read: plainNote },
  { example: '- a\n\n### Speaker notes\n\nSecret', read: headedNote },
  { example: '- a\n\nNote: Secret', read: colonNote },
];

/** The text with spaces in place of all speaker notes, which go to the comments of the reading. */
export function takeSpeakerNotes(text: string, start: number, reading: Reading): string {
  if (!signs.test(text)) return text;
  const slides = slideLines(text);
  const { tool } = reading;
  const notes = findNotes({
    ...slides,
    text,
    tool,
    divEnds: endsOfDivs(slides.lines),
    slideEnds: slideEndsOf(slides, tool),
    isProse: hasProse(slides.lines),
  });
  for (const note of notes) {
    reading.comments.push(commentOf(note, text, start));
    reading.leftOut.push({ start: start + note.start, end: start + note.inside.start });
  }
  return blanked(text, notes);
}

/** Any sign of a speaker note; looked for before anything else, as most notes have none. */
const signs =
  /^[ \t>]*(?:[-*+][ \t]+)?(?::{3,}|\?{3}[ \t]*$|\^[ \t])|^-- ?\r?$|^-{3,}[^-]+-{3,}\r?$|[:：]\r?\n\s*>|^\p{L}+: .*@|notes?\b|notiz|notas?\b|notities|備|备|ノート|노트|заметки/imu;

function findNotes(deck: NotesDeck): SpeakerNote[] {
  const notes: SpeakerNote[] = [];
  let behind = 0;
  for (const [at, line] of deck.lines.entries()) {
    if (line.start < behind || line.kind === 'closed' || line.kind === 'blank' || line.kind === 'rule')
      continue;
    for (const { read } of noteSyntaxes) {
      const note = read(line, at, deck);
      if (note === undefined) continue;
      notes.push(note);
      behind = note.end;
      break;
    }
  }
  return notes;
}

function commentOf(
  { start, end, inside, signs: own = [] }: SpeakerNote,
  text: string,
  place: number,
): Comment {
  const from = inside.start;
  const within = own.map((sign) => ({ start: sign.start - from, end: sign.end - from }));
  const words = blanked(text.slice(from, inside.end), within).replaceAll('<!--', '    ');
  return {
    text: words,
    at: (index) => place + Math.min(end, from + index),
    start: place + start,
    end: place + end,
  };
}
