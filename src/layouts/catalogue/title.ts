import type { Phrasing } from '../../notes/index.ts';
import type { Box, Layout, LineBox, Opening } from '../layout.ts';

/** The first slide: title, subtitle, who speaks, where and when. */
export const title: Layout = {
  name: 'title',
  purpose: 'the first slide: title, subtitle, speaker, event and date',
  slots: ['subtitle', 'speaker', 'affiliation', 'event', 'details'],
  overflow: 'whole',
  score: ({ role }) =>
    role === 'opening' ? { score: 1, reason: 'the deck opens with its title' } : undefined,
  arrange: ({ opening = {}, blocks }): Box => ({
    kind: 'stack',
    class: 'opening',
    gap: 'large',
    boxes: [
      ...line('subtitle', 'subtitle', opening.subtitle),
      ...group(opening),
      ...(blocks.length > 0 ? [{ kind: 'flow', class: 'details', style: 'meta', blocks } as const] : []),
    ],
  }),
};

/** Who speaks, and on what occasion: lines that belong together. */
function group(opening: Opening): Box[] {
  const boxes = [
    ...line('speaker', 'meta', opening.speaker),
    ...line('affiliation', 'meta', opening.affiliation),
    ...line('event', 'meta', occasion(opening)),
  ];
  const room = opening.subtitle ? {} : ({ paddingTop: 'medium' } as const);
  return boxes.length > 0 ? [{ kind: 'stack', class: 'occasion', gap: 'none', boxes, ...room }] : [];
}

function line(slot: string, style: LineBox['style'], content: readonly Phrasing[] | undefined): LineBox[] {
  return content && content.length > 0 ? [{ kind: 'line', class: slot, style, content }] : [];
}

/** Event, place and date on one line, a middle dot between. */
function occasion({ event, place, date }: Opening): readonly Phrasing[] {
  const parts = [event, place, date].filter((part) => part !== undefined && part.length > 0);
  return parts.flatMap((part, index) => [
    ...(index > 0 ? [{ type: 'text', value: ' · ' } as const] : []),
    ...(part ?? []),
  ]);
}

/** Longest main title that may be parted from a subtitle at its colon, in characters. */
const longestMain = 36;

/** "Llama 2: Open Foundation Models" → the name large, the rest below it. Undefined when one line serves better. */
export function partTitle(text: string): { readonly main: string; readonly sub: string } | undefined {
  const match = /^([^:：]+)[:：]\s+(\S.*)$/u.exec(text);
  if (!match?.[1] || !match[2] || match[1].length > longestMain) return undefined;
  return { main: match[1].trim(), sub: match[2].trim() };
}
