import { type Handout, type HandoutRequest, makeHandout } from '../../src/handout/index.ts';
import { readHints } from '../../src/hints/index.ts';
import { parseNotes } from '../../src/notes/index.ts';
import { makePlan } from '../../src/plan/index.ts';
import type { Studio } from '../plan/plan-of.ts';

/** Everything a handout is made from, out of a text. */
export function requestOf(studio: Studio, text: string, hints?: string): HandoutRequest {
  const parsed = parseNotes({ path: 'talk.md', text });
  const source = hints === undefined ? undefined : { path: 'talk.hints.yaml', text: hints };
  const { value } = readHints(source, parsed.value);
  const plan = makePlan({ ...studio, ...value, fileName: 'talk' }).value;
  return { plan, notes: value.notes, hints: value.hints.handout };
}

export function handoutOf(studio: Studio, text: string, hints?: string): Handout {
  return makeHandout(requestOf(studio, text, hints));
}
