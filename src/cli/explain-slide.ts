import type { SlideReport } from '../pipeline/index.ts';

/**
 * One slide in words:
 *
 *   3  Pretraining (2/3)
 *      bullets     seven points of one line each
 *      else        stats 0.42, two numbers · prose 0.30, …
 *      section     Fine-tuning > Reward Modeling, lines 12–19
 *      cut         too much for one slide: goes on with “Ghost attention”
 *      full        ████████░░ 82 %
 */
export function explainSlide(slide: SlideReport): string {
  const { number, layout, reason, alternatives, section, lines, fill, bodySize, cut } = slide;
  const rest = alternatives.map((one) => `${one.layout} ${one.score.toFixed(2)}, ${one.reason}`);
  const place = [section.join(' > '), lines && lineRange(lines)].filter(Boolean).join(', ');
  const rows: readonly (readonly [string, string])[] = [
    [layout, reason],
    ...rest.map((text, index) => [index === 0 ? 'else' : '', text] as const),
    ['from', place],
    ['cut', cut ? `${cut.reason}: goes on with “${cut.next}”` : ''],
    ['full', `${bar(fill)} ${Math.round(fill * 100)} %${bodySize === 'sm' ? '' : `, ${bodySize} type`}`],
  ];
  const body = rows.filter(([, text]) => text).map(([name, text]) => `     ${name.padEnd(12)} ${text}\n`);
  return `${String(number).padStart(3)}  ${slideName(slide)}\n${body.join('')}`;
}

/** "Pretraining (2/3)". */
export function slideName({ title, part }: Pick<SlideReport, 'title' | 'part'>): string {
  return `${title || 'no title'}${part ? ` (${part.number}/${part.of})` : ''}`;
}

function lineRange([first, last]: readonly [number, number]): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}

/** Ten cells; what is over the brim shows as a full bar. */
function bar(fill: number): string {
  const full = Math.min(10, Math.max(0, Math.round(fill * 10)));
  return '█'.repeat(full) + '░'.repeat(10 - full);
}
