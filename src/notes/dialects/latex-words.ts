// Commands within the lines of a LaTeX document.
import type { Edit } from '../markdown/rewritten-text.ts';

/** What stands before the words of a command in Markdown, and what behind. Of other commands the words alone stay. */
const commands: ReadonlyMap<string, readonly [before: string, behind: string]> = new Map(
  Object.entries({
    part: ['# ', ''] as const,
    chapter: ['# ', ''] as const,
    section: ['## ', ''] as const,
    subsection: ['### ', ''] as const,
    subsubsection: ['#### ', ''] as const,
    frametitle: ['### ', ''] as const,
    paragraph: ['**', '**'] as const,
    textbf: ['**', '**'] as const,
    alert: ['**', '**'] as const,
    emph: ['*', '*'] as const,
    textit: ['*', '*'] as const,
    textsl: ['*', '*'] as const,
    texttt: ['`', '`'] as const,
    footnote: ['^[', ']'] as const,
    // For the speaker alone, as Beamer and pdfpc have it.
    note: ['<!-- ', ' -->'] as const,
    pnote: ['<!-- ', ' -->'] as const,
    url: ['<', '>'] as const,
    cite: ['[', ']'] as const,
    citep: ['[', ']'] as const,
    citet: ['[', ']'] as const,
    includegraphics: ['![](<', '>)'] as const,
  }),
);

/** Commands whose words only programs read. */
const unseen = /^(?:label|[vh]space|\w*style|bibliography|input|usepackage|set\w+|column|index|hypersetup)$/;

const signs: ReadonlyMap<string, string> = new Map([
  ['~', ' '],
  ['``', '“'],
  ["''", '”'],
  ['\\\\', '\\'],
  ['\\,', '\u202f'],
  ['\\ldots', '…'],
  ['\\dots', '…'],
  ['\\LaTeX', 'LaTeX'],
  ['\\TeX', 'TeX'],
]);

/** What is no word of the text first: code, remarks and formulas, as far as they are of a length that is read in time. */
const tokens = new RegExp(
  [
    '```[\\s\\S]{0,20000}?```|<!--[\\s\\S]{0,4000}?-->|\\$\\$[\\s\\S]{0,4000}?\\$\\$|\\$(?:\\\\[\\s\\S]|[^$\\\\]){1,2000}\\$|\\\\\\[[\\s\\S]{0,4000}?\\\\\\]|\\\\\\(.{0,400}?\\\\\\)',
    '\\\\begin\\{([a-z]+\\*?)\\}[\\s\\S]{0,4000}?\\\\end\\{\\1\\}',
    '%([^\\r\\n]*)',
    '\\\\href\\{([^{}\\n]*)\\}\\{',
    '\\\\([a-zA-Z]+)\\*?(?:<[\\d+,|-]{1,9}>)?(?:\\[[^\\]\\n]*\\])?(\\{(?:\\})?)?',
    "\\\\\\\\|\\\\.|``|''|[{}~]",
  ].join('|'),
  'g',
);

export function latexWords(text: string): Edit[] {
  const braces: string[] = [];
  let from = 0;
  return [...text.matchAll(tokens)].flatMap((match): Edit[] => {
    const { 0: whole, 2: remark, 3: address, 4: command, 5: brace, index: start } = match;
    const end = start + whole.length;
    const edit = (...parts: Edit['parts']): Edit[] => [{ start, end, parts }];
    if (start < from) return [];
    if (remark !== undefined) {
      const isSaid = /\p{L}/u.test(remark) && !remark.includes('--') && !braces.includes(' -->');
      return isSaid ? edit('<!--', { start: start + 1, end }, '-->') : edit();
    }
    if (address !== undefined) {
      braces.push(`](<${address}>)`);
      return edit('[');
    }
    if (command !== undefined && brace === '{') {
      if (unseen.test(command)) {
        from = text.indexOf('}', end) + 1 || end;
        return [{ start, end: from, parts: [] }];
      }
      const [before, behind] = commands.get(command) ?? ['', ''];
      braces.push(behind);
      return edit(before);
    }
    if (whole === '{') braces.push('');
    if (whole === '}') return edit(braces.pop() ?? '');
    const sign = signs.get(command === undefined ? whole : `\\${command}`);
    return whole === '{' || sign !== undefined || command !== undefined ? edit(sign ?? '') : [];
  });
}
