// Checkpoints 9, 13, 14, 15, 17 and 19: the tree of tags.
import type { UaElement, UaFile } from '../ua-file.ts';
import { type Condition, type Fault, faultsOf } from './condition.ts';

export const structureConditions: readonly Condition[] = [
  {
    id: '09-004',
    says: 'a table holds what no table has, or a part of a table stands outside of one',
    find: (file) => misplaced(file, tables),
  },
  {
    id: '09-005',
    says: 'a list holds what no list has, or a part of a list stands outside of one',
    find: (file) => misplaced(file, lists),
  },
  {
    id: '09-006',
    says: 'a table of contents holds what none has, or an entry stands outside of one',
    find: (file) => misplaced(file, contents),
  },
  { id: '09-007', says: 'ruby text is not in its order', find: (file) => misplaced(file, ruby) },
  { id: '09-008', says: 'a warichu is not in its order', find: (file) => misplaced(file, warichu) },
  {
    id: '13-004',
    says: 'a picture has no words in its place',
    find: ({ elements }) => faultsOf(elements.filter((one) => one.role === 'Figure' && !hasWords(one))),
  },
  {
    id: '14-002',
    says: 'the first heading is not an H1',
    find: ({ elements }) => {
      const first = numbered(elements)[0];
      return first && first.role !== 'H1' ? faultsOf([first]) : [];
    },
  },
  {
    id: '14-003',
    says: 'a level of headings is skipped',
    find: ({ elements }) => {
      const headings = numbered(elements);
      return faultsOf(headings.filter((one, at) => at > 0 && levelOf(one) > levelOf(headings[at - 1]) + 1));
    },
  },
  {
    id: '14-006',
    says: 'an element has more than one H',
    find: ({ elements }) =>
      faultsOf(elements.filter(({ kids }) => kids.filter(({ role }) => role === 'H').length > 1)),
  },
  {
    id: '14-007',
    says: 'headings are numbered and not numbered',
    find: ({ elements }) =>
      numbered(elements).length > 0 ? faultsOf(elements.filter(({ role }) => role === 'H')).slice(0, 1) : [],
  },
  {
    id: '15-003',
    says: 'a head in a table does not say what it is the head of',
    find: ({ elements }) =>
      faultsOf(
        elements.filter((one) => one.role === 'TH' && one.scope === undefined && !usesHeaders(tableOf(one))),
      ),
  },
  {
    id: '17-002',
    says: 'a formula has no words in its place',
    find: ({ elements }) => faultsOf(elements.filter((one) => one.role === 'Formula' && !one.alt?.trim())),
  },
  {
    id: '17-003',
    isOfSigns: true,
    says: 'signs of a formula stand for no character',
    find: ({ elements, pages }) => {
      const formulas = elements.filter(({ role }) => role === 'Formula');
      return faultsOf(
        formulas.filter((one) =>
          one.marks.some(({ page, stream }) =>
            pages[page]?.streams.some(({ key, unmapped }) => key === stream && unmapped > 0),
          ),
        ),
      );
    },
  },
  {
    id: '19-003',
    says: 'a note has no ID',
    find: ({ elements }) => faultsOf(elements.filter(({ role, id }) => role === 'Note' && !id)),
  },
  {
    id: '19-004',
    says: 'two notes have one ID',
    find: ({ elements }) => {
      const ids = elements.filter(({ role }) => role === 'Note').map(({ id }) => id);
      return faultsOf(
        elements.filter(
          ({ role, id }) => role === 'Note' && id !== undefined && ids.indexOf(id) !== ids.lastIndexOf(id),
        ),
      ).slice(0, 1);
    },
  },
];

/** What the types of a kind may hold and stand in; where nothing is said, they may hold anything. */
interface Syntax {
  readonly holds: Readonly<Record<string, readonly string[]>>;
  readonly standsIn: Readonly<Record<string, readonly string[]>>;
}

/** ISO 32000-1, table 337. */
const tables: Syntax = {
  holds: {
    Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
    THead: ['TR'],
    TBody: ['TR'],
    TFoot: ['TR'],
    TR: ['TH', 'TD'],
  },
  standsIn: {
    TR: ['Table', 'THead', 'TBody', 'TFoot'],
    THead: ['Table'],
    TBody: ['Table'],
    TFoot: ['Table'],
    TH: ['TR'],
    TD: ['TR'],
  },
};

/** ISO 32000-1, table 336; a label stands in entries and notes too. */
const lists: Syntax = {
  holds: { L: ['L', 'LI', 'Caption'], LI: ['Lbl', 'LBody'] },
  standsIn: { LI: ['L'], LBody: ['LI'] },
};

/** ISO 32000-1, table 333. */
const contents: Syntax = {
  holds: { TOC: ['TOC', 'TOCI', 'Caption'], TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'] },
  standsIn: { TOCI: ['TOC'] },
};

/** ISO 32000-1, table 338. */
const ruby: Syntax = {
  holds: { Ruby: ['RB', 'RT', 'RP'] },
  standsIn: { RB: ['Ruby'], RT: ['Ruby'], RP: ['Ruby'] },
};
const warichu: Syntax = {
  holds: { Warichu: ['WT', 'WP'] },
  standsIn: { WT: ['Warichu'], WP: ['Warichu'] },
};

function misplaced({ elements }: UaFile, { holds, standsIn }: Syntax): readonly Fault[] {
  return elements.flatMap((element) => {
    const [inner, outer] = [holds[element.role], standsIn[element.role]];
    const wrong = inner ? element.kids.filter(({ role }) => !inner.includes(role)) : [];
    const isBare = inner !== undefined && element.marks.length > 0;
    const isLost = outer !== undefined && !outer.includes(element.parent?.role ?? '');
    return [
      ...faultsOf(wrong, ({ type }) => `${type} in ${element.type}`),
      ...(isBare ? faultsOf([element], ({ type }) => `content in ${type}`) : []),
      ...(isLost ? faultsOf([element], ({ type, parent }) => `${type} in ${parent?.type ?? 'nothing'}`) : []),
    ];
  });
}

function hasWords({ alt, text }: UaElement): boolean {
  return [alt, text].some((words) => words !== undefined && words.trim() !== '');
}

function numbered(elements: readonly UaElement[]): readonly UaElement[] {
  return elements.filter(({ role }) => /^H[1-6]$/.test(role));
}

function levelOf(heading: UaElement | undefined): number {
  return Number(heading?.role.slice(1) ?? 0);
}

function tableOf(element: UaElement | undefined): UaElement | undefined {
  return element === undefined || element.role === 'Table' ? element : tableOf(element.parent);
}

function usesHeaders(table: UaElement | undefined): boolean {
  return table?.kids.some((kid) => kid.hasHeaders || usesHeaders(kid)) ?? false;
}
