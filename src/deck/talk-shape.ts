import type { TalkShape } from '../plan/index.ts';

/** The shape of the talk, as HTML: nothing in it is words, so nobody is told of it who does not see it. */
export function shapeLines(shape: TalkShape): string {
  const columns = shape.map(({ lines, isCurrent }) => {
    const drawn = lines.map((share) => `<span class="share-${share}"></span>`).join('');
    return `<span class="${isCurrent ? 'current' : 'other'}">${drawn}</span>`;
  });
  return `<span class="shape${shape.length > 6 ? ' many' : ''}">${columns.join('')}</span>`;
}
