// State diagrams with choices and notes, which what draws does not know, as flowcharts.

import { shield } from './plain-lines.ts';
import { notUnderstood, type SourceLine } from './unread-line.ts';

const name = String.raw`[\w\p{L}]+(?:-[\w\p{L}]+)*`;
const pattern = (text: string): RegExp => new RegExp(text.replaceAll('NAME', name), 'u');

const special = pattern(String.raw`^state\s+(NAME)\s+(?:<<(choice|fork|join)>>|\[\[(choice|fork|join)\]\])$`);
const alias = pattern(String.raw`^state\s+"([^"]+)"\s+as\s+(NAME)$`);
const opening = pattern(String.raw`^state\s+(?:"([^"]+)"\s+as\s+)?(NAME)\s*\{$`);
const transition = pattern(String.raw`^(\[\*\]|NAME)\s*-->\s*(\[\*\]|NAME)(?:\s*:\s*(.+))?$`);
const description = pattern(String.raw`^(NAME)\s*:\s*(.+)$`);
const note = pattern(String.raw`^note\s+(?:left|right)\s+of\s+(NAME)(?:\s*:\s*(.+))?$`);

const hasMore = (line: SourceLine): boolean => special.test(line.text) || note.test(line.text);

/** The lines of a flowchart; undefined where the state diagram is drawn as it is. Throws an `UnreadLine`. */
export function stateFlowchart(body: readonly SourceLine[], help: string): readonly string[] | undefined {
  if (!body.some(hasMore)) return undefined;
  const states = new Map<string, string>();
  const out: (string | { readonly id: string })[] = [];
  let [scope, ends, notes] = [0, 0, 0];
  let way = 'TD';
  const placed = new Set<string>();
  const state = (id: string, at: 'start' | 'end'): string => {
    if (id !== '[*]') {
      if (!states.has(id)) states.set(id, `(${shield(id)})`);
      // It belongs to the group in which it is first named.
      if (!placed.has(id)) out.push({ id });
      placed.add(id);
      return `s-${id}`;
    }
    ends += 1;
    const own = `${at}-${ends}`;
    out.push(`${own}((" "))`);
    return own;
  };
  for (const line of withWholeNotes(body)) {
    const { text } = line;
    const [, chosen, kind, inBrackets] = special.exec(text) ?? [];
    const [, words, aliased] = alias.exec(text) ?? [];
    const [, title, group] = opening.exec(text) ?? [];
    const [, from, to, label] = transition.exec(text) ?? [];
    const [, of, remark] = note.exec(text) ?? [];
    const [, described, said] = description.exec(text) ?? [];
    if (chosen !== undefined) states.set(chosen, (kind ?? inBrackets) === 'choice' ? '{" "}' : '[" "]');
    else if (aliased !== undefined) states.set(aliased, `("${shield(words ?? '')}")`);
    else if (group !== undefined) {
      scope += 1;
      states.set(group, '');
      out.push(`subgraph s-${group} [${shield(title ?? group)}]`);
    } else if (text === '}' && scope > 0) {
      scope -= 1;
      out.push('end');
    } else if (from !== undefined && to !== undefined) {
      const link = label === undefined ? '-->' : `-->|${shield(label)}|`;
      out.push(`${state(from, 'start')} ${link} ${state(to, 'end')}`);
    } else if (of !== undefined) {
      notes += 1;
      out.push(`note-${notes}>"${shield(remark ?? '')}"] -.- ${state(of, 'start')}`);
    } else if (described !== undefined) states.set(described, `("${shield(said ?? '')}")`);
    else if (/^direction\s+(?:TB|TD|LR|RL|BT)$/.test(text)) {
      if (scope === 0) way = text.replace(/^direction\s+/, '');
    } else if (!/^(?:classDef|class|style|accTitle|accDescr|click|hide)\b/.test(text))
      throw notUnderstood(line, help);
  }
  const rest = [...states.keys()].filter((id) => !placed.has(id)).map((id) => ({ id }));
  const lines = [...out, ...rest].flatMap((line) => {
    if (typeof line === 'string') return [line];
    const shape = states.get(line.id) ?? '';
    return shape === '' ? [] : [`s-${line.id}${shape}`];
  });
  return [`graph ${way}`, ...lines];
}

/** `note right of Idle`, lines of their own, `end note`, as one line each. */
function withWholeNotes(body: readonly SourceLine[]): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let open: SourceLine | undefined;
  for (const line of body) {
    if (open && /^end\s+note$/.test(line.text)) open = undefined;
    else if (open) {
      const last = lines.pop() ?? line;
      const words = note.exec(last.text)?.[2];
      lines.push({
        ...last,
        text: `${open.text} : ${words === undefined ? '' : `${words}<br>`}${line.text}`,
      });
    } else {
      lines.push(line);
      if (note.test(line.text) && note.exec(line.text)?.[2] === undefined) open = line;
    }
  }
  return lines;
}
