// The first lines of a mail: what it is about, who wrote it and when. Who got it is nobody's business.
import type { PhrasingContent } from 'mdast';
import { cutText, oneLine } from './fields.ts';

const subject = /^(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|件名|主题|主旨|тема)$/;
const from = /^(?:from|von|de|da|van|差出人|发件人|寄件者|от)$/;
const sent = /^(?:date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|日時|发送时间|дата)$/;

/** What such a line says of the talk; undefined for what is not shown. */
export function mailField(key: string): 'title' | 'speaker' | 'date' | undefined {
  if (subject.test(key)) return 'title';
  return from.test(key) ? 'speaker' : sent.test(key) ? 'date' : undefined;
}

export function isMailHeader(keys: readonly string[]): boolean {
  return keys.some((key) => subject.test(key)) && keys.some((key) => from.test(key));
}

/** Without the address of a named sender, the time of day, and what a program puts before the subject of an answer. */
export function mailValue(value: readonly PhrasingContent[], source: string): readonly PhrasingContent[] {
  const named = value.filter(({ type }) => type !== 'link');
  const words = oneLine(named).replace(/[<>,;\s]/g, '') === '' ? value : named;
  const bare = cutText(words, -1, /[\s<>[\]]+$/, source);
  const day = cutText(bare, -1, /,?(?: (?:at|um|à|a las|alle|às))? \d{1,2}:\d\d(?::\d\d)?.*$/, source);
  return cutText(day, 0, /^\s*(?:(?:re|aw|sv|fwd?|wg|tr|rv|rif)\s?[:：]\s*)+/i, source);
}
