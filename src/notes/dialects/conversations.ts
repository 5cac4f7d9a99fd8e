// What was said: captions (WebVTT, SRT), and chats of Zoom, WhatsApp and Slack as they are saved or pasted. Each person's
// words become an item of a list behind the name; times and numbers of lines go.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine, textLines } from '../markdown/source-lines.ts';

interface Message {
  readonly name: WrittenRange | undefined;
  readonly words: WrittenRange;
}

type Speech = 'captions' | 'chat';

/** Messages that make a conversation. */
const fewest = 4;

export function conversationEdits(text: string): Edit[] {
  const lines = textLines(text, 'text');
  const cues = captions(lines);
  if (cues.length >= fewest) return joined(cues, text, 'captions');
  const messages = [chatLines(lines), headedMessages(lines)].find(({ length }) => length >= fewest);
  if (!messages) return [];
  const first = messages[0]?.name?.start ?? 0;
  const [title, ...others] = lines.filter(
    (line) => line.start < startOfLine(text, first) && !isBlankLine(line),
  );
  const isTitle =
    title && others.length === 0 && title.text.length <= longestTitle && !/^#+ /.test(title.text);
  const heading = isTitle ? [{ start: title.start, end: title.start, parts: ['# '] }] : [];
  return [...heading, ...joined(messages, text, 'chat')];
}

/** Letters of the only line above a conversation that names it. */
const longestTitle = 90;

const time = /^(?:\d{1,3}:)?\d\d:\d\d[.,]\d{3} --> (?:\d{1,3}:)?\d\d:\d\d[.,]\d{3}/;
const spoken =
  /^(?:<v(?:\.\w+)*[ \t]+([^>\n]{1,60})>|(\p{Lu}[\p{L}\p{M}.’'-]*(?: [\p{L}\p{M}.’'()-]+){0,3}): +)(?=\S)/du;

/** The lines below each time, up to a blank one or the next. */
function captions(lines: readonly TextLine[]): Message[] {
  return lines.flatMap(({ text }, at): Message[] => {
    const [first, ...more] = time.test(text) ? untilBlank(lines, at + 1) : [];
    const last = more.at(-1) ?? first;
    if (!first || !last) return [];
    const match = spoken.exec(first.text);
    const end = last.start + last.text.trimEnd().replace(/<\/v>$/, '').length;
    const words = { start: first.start + (match?.[0].length ?? 0), end };
    return [{ name: named(match, first.start), words }];
  });
}

function named(match: RegExpExecArray | null, start: number): WrittenRange | undefined {
  const [from, to] = match?.indices?.slice(1).find((range) => range !== undefined) ?? [];
  return from === undefined || to === undefined ? undefined : { start: start + from, end: start + to };
}

function untilBlank(lines: readonly TextLine[], from: number): readonly TextLine[] {
  let end = from;
  for (let line = lines[end]; line && !isBlankLine(line) && !time.test(line.text); line = lines[end])
    end += 1;
  return lines.slice(from, end);
}

const chats: readonly RegExp[] = [
  // Zoom
  /^\d\d:\d\d:\d\d[ \t]+From[ \t]+([^:\n]{1,60}?)(?:[ \t]+to[ \t]+[^:\n]{1,60}?)?[ \t]*:[ \t]+(?=\S)/d,
  // WhatsApp, Teams
  /^\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?(?:\]| -) ([^:\n]{1,60}): (?=\S)/d,
];

/** A line for each message, and the lines right below it; most lines are of messages. */
function chatLines(lines: readonly TextLine[]): Message[] {
  let filled = 0;
  let own = 0;
  let isOpen = false;
  const found: { name: WrittenRange | undefined; words: { start: number; end: number } }[] = [];
  for (const line of lines) {
    const { text, start } = line;
    const match = chats.map((chat) => chat.exec(text)).find((is) => is) ?? null;
    isOpen = match !== null || (isOpen && !isBlankLine(line) && !/^#{1,6}[ \t]/.test(text));
    if (!isBlankLine(line)) filled += 1;
    if (!isOpen) continue;
    own += 1;
    const end = start + text.trimEnd().length;
    const last = found.at(-1);
    if (match) found.push({ name: named(match, start), words: { start: start + match[0].length, end } });
    else if (last) last.words.end = end;
  }
  return own * 3 >= filled * 2 ? found : [];
}

const head = /^(\p{L}[\p{L}\p{M}.’'-]*(?: [\p{L}\p{M}.’'-]+){0,3})[ \t]+(?:\d{1,2}[:.]\d\d(?: ?[AP]M)?)$/du;

/** Slack: a name with a time above the lines of a message. */
function headedMessages(lines: readonly TextLine[]): Message[] {
  const heads = lines.flatMap((line, at) => {
    const match = line.isPlain ? head.exec(line.text.trimEnd()) : null;
    const isSetOff = at === 0 || isBlankLine(lines[at - 1] as TextLine);
    return match && isSetOff && !isBlankLine(lines[at + 1] ?? { text: '' }) ? [{ match, at }] : [];
  });
  return heads.map(({ match, at }, index) => {
    const own = lines.slice(at + 1, heads[index + 1]?.at).filter((line) => !isBlankLine(line));
    const last = own.at(-1);
    const start = lines[at + 1]?.start ?? 0;
    return {
      name: named(match, lines[at]?.start ?? 0),
      words: { start, end: last ? last.start + last.text.trimEnd().length : start },
    };
  });
}

/** Who goes on speaking stays in the item. What stands between messages and is none stays where it stands. */
function joined(messages: readonly Message[], text: string, kind: Speech): Edit[] {
  const nameOf = ({ name }: Message): string | undefined => name && text.slice(name.start, name.end);
  const isNamed = messages.filter(({ name }) => name).length * 2 >= messages.length;
  let length = 0;
  let before: Message | undefined;
  return messages.flatMap((message): Edit[] => {
    const { name, words } = message;
    const lead = !name ? [] : isNamed ? ['- **', name, ':** '] : [name, ': '];
    const start =
      before?.words.end ?? (kind === 'captions' ? 0 : startOfLine(text, name?.start ?? words.start));
    const between = besideMessages(text, start, startOfLine(text, name?.start ?? words.start), kind);
    const isSame =
      before !== undefined &&
      between.length === 0 &&
      (!isNamed || lead.length === 0 || nameOf(before) === nameOf(message));
    const isLong = length > longest && /[.!?…]$/.test(text.slice(0, start));
    const joint = kind === 'chat' ? '  \n  ' : isLong ? `\n\n${isNamed ? '  ' : ''}` : ' ';
    length = isLong || !isSame ? 0 : length + words.end - words.start;
    const apart =
      between.length > 0
        ? ['\n\n', ...between.flatMap((line) => [line.isBelowBlank ? '\n' : '', line, '\n']), '\n']
        : [before ? '\n' : ''];
    const parts = isSame ? [joint, ...(isNamed ? [] : lead)] : [...apart, ...lead];
    before = name || !before ? message : { ...message, name: before.name };
    return [{ start, end: words.start, parts }, ...lineEdits(text, words, kind)];
  });
}

interface Line extends WrittenRange {
  readonly isBelowBlank: boolean;
}

/** What stands there, without the lines of captions' own: times and names of cues, comments and styles. */
function besideMessages(text: string, start: number, end: number, kind: Speech): Line[] {
  const lines = [...text.slice(start, end).matchAll(/(\r?\n[ \t]*){0,99}([^\r\n]+)/g)].map(
    ({ 0: whole, 2: line = '', index }) => ({
      start: start + index + whole.length - line.length,
      end: start + index + whole.trimEnd().length,
      isBelowBlank: whole.split('\n').length > 2,
    }),
  );
  let isBlock = false;
  let isHead = false;
  return lines.filter((line, at) => {
    const words = text.slice(line.start, line.end);
    if (words === '' || words === '</v>') return false;
    if (kind === 'chat') return true;
    isBlock = (isBlock && !line.isBelowBlank) || blockOfCaptions.test(words);
    isHead = headOfCaptions.test(words) || (isHead && !line.isBelowBlank && setting.test(words));
    const next = lines[at + 1];
    const isAboveTime = next && !next.isBelowBlank && time.test(text.slice(next.start, next.end));
    const isCue = isAboveTime && cueName.test(words);
    return !isBlock && !isHead && !isCue && !time.test(words);
  });
}

/** A file of captions begins so, with settings right below. */
const headOfCaptions = /^WEBVTT(?![^\s-])/;
const setting = /^[\w-]+[:=]/;
/** Comments and styles go on to a blank line. */
const blockOfCaptions = /^(?:NOTE|STYLE|REGION)(?![^\s-])/;
const cueName = /^(?=\D*\d)[\w.:-]+$/;

/** Letters of captions after which a paragraph ends. */
const longest = 240;

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The lines of a message stay lines of its item; its bullets stand below it. */
function lineEdits(text: string, { start, end }: WrittenRange, kind: Speech): Edit[] {
  if (kind === 'captions') return [];
  return [...text.slice(start, end).matchAll(/\r?\n[ \t]*(\r?\n[ \t]*)*(?=(\S))/g)].map(
    ({ 0: gap, 2: next = '', index }) => {
      const joint = /[-*•]/.test(next)
        ? '\n  '
        : gap.trim() === '' && gap.split('\n').length > 2
          ? '\n\n  '
          : '  \n  ';
      return { start: start + index, end: start + index + gap.length, parts: [joint] };
    },
  );
}
