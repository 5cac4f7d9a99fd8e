// How the decks of a folder are composed: a row a deck, and one for all their slides together.
import { basename } from 'node:path';
import { goalText, measuresOf, measureText } from '../dist/program/pipeline.cjs';
import { table } from './table.mjs';

/** What stands on the slides; with `all`, how it is set as well. A `*` marks what misses its goal. */
export function designTables(notes, { all }) {
  const measured = notes.filter(({ design }) => design);
  const decks = measured.map(({ path, design }) => [basename(path), [design.slides]]);
  const rows = [...decks, ['all', measured.map(({ design }) => design.slides)]];
  const groups = all ? ['words', 'design'] : ['words'];
  return groups.map((group) => measureTable(rows, group)).join('\n');
}

function measureTable(rows, group) {
  const measured = rows.map(([name, decks]) => [
    name,
    measuresOf(decks).filter((one) => one.group === group),
  ]);
  const [[, first]] = measured;
  return table([
    ['file', ...first.map(({ name }) => name)],
    ...measured.map(([name, measures]) => [name, ...measures.map(valueText)]),
    ['goal', ...first.map(goalText)],
  ]);
}

function valueText(measure) {
  return `${measureText(measure)}${measure.isMet ? '' : '*'}`;
}
