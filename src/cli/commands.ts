import type { Format } from '../pipeline/index.ts';

/** Complete, as the compiler sees: the list itself would load all that renders. */
export const formatNames: Readonly<Record<Format, true>> = {
  html: true,
  pdf: true,
  handout: true,
  notes: true,
  marp: true,
  png: true,
  pptx: true,
  'pptx-pictures': true,
};

/** Every command with its options: what `parseArguments` accepts and what the help shows. */
export interface Command {
  readonly name: CommandName;
  /** What follows the name. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly about: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly (readonly [command: string, effect: string])[];
}

export interface Option {
  readonly short?: string;
  /** Placeholder of the value; an option without one is a switch. */
  readonly value?: string;
  /** May be given several times. */
  readonly repeat?: true;
  readonly help: string;
}

export type CommandName = 'build' | 'check' | 'init' | 'explain' | 'theme' | 'doctor';

const help: Option = { short: 'h', help: 'show this help' };
const json: Option = { help: 'print one JSON object on stdout' };
const hints: Option = { value: 'FILE', help: 'hints file; else NOTES.hints.yaml beside the notes' };
const theme: Option = { value: 'NAME|FILE', help: 'built-in theme or CSS file; goes before the hints' };
const token: Option = {
  value: 'NAME=VALUE',
  repeat: true,
  help: 'a token of the theme, as accent=#b4540a; may be repeated',
};
const details: Option = {
  value: 'WHERE',
  help: 'slide or notes: where bullets below the first level go',
};
const browserPath: Option = { value: 'PATH', help: 'browser to print with; else see lectern doctor' };

/** Of every command that makes a handout; they go before the hints. */
const handoutOptions = {
  'handout-per-page': { value: 'N', help: 'slides on a page of the handout: 1, 2, 3, 4, 6 or 9 (3)' },
  'handout-notes': { value: 'KIND', help: 'beside them: presenter, full, lines or none' },
  paper: { value: 'SIZE', help: 'A4, Letter or A5 (A4)' },
  orientation: { value: 'HOW', help: 'portrait, landscape or auto (portrait)' },
  'ink-saver': { help: 'dark slides as dark text on white in the handout' },
} as const;

export const commands: Readonly<Record<CommandName, Command>> = {
  build: {
    name: 'build',
    usage: 'NOTES… [options]',
    summary: 'notes to slides: HTML, PDF and handout (the default command)',
    about: [
      'Builds a deck from each notes file. NOTES are files, folders and globs.',
      'Outputs stand beside the notes, named after them: talk.html, talk.pdf, talk.handout.pdf.',
      'One folder with -o makes a library: its sub-folders kept, index.html to find a talk by, and only',
      'what has changed is built again.',
    ],
    options: {
      out: { short: 'o', value: 'DIR', help: 'folder for the outputs, made if it is not there' },
      hints,
      theme,
      token,
      details,
      to: {
        value: 'FORMATS',
        help: `${Object.keys(formatNames).join(', ')} (the first 3)`,
      },
      ...handoutOptions,
      'no-notes': { help: 'no presenter notes in any output' },
      'pdf-notes': { help: 'presenter notes as annotations in the PDF' },
      watch: { short: 'w', help: 'HTML, built again as the files change, on a page that follows' },
      prune: { help: 'library: remove what earlier builds wrote for notes that are gone' },
      json,
      strict: { help: 'warnings fail too' },
      'allow-remote': { help: 'fetch pictures from the network' },
      'browser-path': browserPath,
      quiet: { short: 'q', help: 'print problems only' },
      help,
    },
    examples: [
      ['lectern talk.md', 'talk.html, talk.pdf and talk.handout.pdf'],
      ['lectern talks/ -o site', 'a library: every talk of a folder, and site/index.html'],
      ['lectern talk.md --watch', 'the slides in a browser, while the notes are written'],
      ['lectern talk.md --to html,png', 'a picture of each slide'],
    ],
  },
  check: {
    name: 'check',
    usage: 'NOTES… [options]',
    summary: 'build, and prove that nothing is cut off and nothing is lost',
    about: [
      'Builds HTML and PDF, opens both as a reader would, and tells what is wrong: text cut off or',
      'over other text, type too small, words of the notes that are not there, and more.',
      'Exits with 1 when it finds something. docs/check.md says what is measured and how.',
    ],
    options: {
      out: { short: 'o', value: 'DIR', help: 'folder in which the outputs stay; else they are taken away' },
      hints,
      theme,
      token,
      details,
      ...handoutOptions,
      design: { help: 'measure how the slides are composed too: words, titles, space, type, colours' },
      json,
      strict: { help: 'warnings and remarks on the design fail too' },
      'allow-remote': { help: 'fetch pictures from the network' },
      'browser-path': browserPath,
      help,
    },
    examples: [
      ['lectern check talk.md', ''],
      ['lectern check talk.md --design', 'what a designer would change, slide by slide'],
      ['lectern check talks/ --json', 'every talk of a folder, for a program to read'],
    ],
  },
  init: {
    name: 'init',
    usage: 'NOTES [options]',
    summary: 'write a hints file with the automatic choices, ready to edit',
    about: ['Writes NOTES.hints.yaml with what Lectern chose and what else there is. Never overwrites.'],
    options: {
      out: { short: 'o', value: 'FILE', help: 'where to write it; - for stdout' },
      help,
    },
    examples: [['lectern init talk.md', 'talk.hints.yaml']],
  },
  explain: {
    name: 'explain',
    usage: 'NOTES [options]',
    summary: 'why each slide looks as it does',
    about: [
      'Shows for each slide its section, its layout with the reason, the runners-up, and how full it is.',
      'With --alternatives, writes NOTES.slide-N.alternatives.html: the slide as it is and in its two or',
      'three best other layouts, each with the lines for the hints file that choose it.',
    ],
    options: {
      alternatives: {
        value: 'SLIDE',
        help: 'a page with other layouts of a slide: its number or part of its title',
      },
      out: { short: 'o', value: 'FILE|DIR', help: 'where to write that page; else beside the notes' },
      hints,
      theme,
      token,
      details,
      json,
      'browser-path': browserPath,
      help,
    },
    examples: [
      ['lectern explain talk.md', ''],
      ['lectern explain talk.md --alternatives 3', 'talk.slide-3.alternatives.html'],
    ],
  },
  theme: {
    name: 'theme',
    usage: 'list | show NAME | new NAME | check FILE [options]',
    summary: 'list the themes, see one, make your own, check it',
    about: [
      'list    the built-in themes',
      'show    writes NAME.gallery.html: a picture of every layout in the theme',
      'new     writes NAME.css: a theme to edit, every token with a comment',
      'check   draws every layout and reports what is cut off or cannot be read, with a colour that can',
    ],
    options: {
      from: { value: 'THEME', help: 'new: the theme to start from (recap)' },
      accent: { value: 'COLOUR', help: 'new: one colour, from which the others follow' },
      out: { short: 'o', value: 'FILE', help: 'new, show: where to write it; new: - for stdout' },
      json,
      'browser-path': browserPath,
      help,
    },
    examples: [
      ['lectern theme show midnight', 'midnight.gallery.html'],
      ['lectern theme new acme --accent "#7a1fa2"', 'acme.css'],
      ['lectern theme check acme.css', ''],
    ],
  },
  doctor: {
    name: 'doctor',
    usage: '[options]',
    summary: 'check Node, browser, fonts and permissions',
    about: ['Checks what building needs, each with its remedy. Exits with 2 when something is missing.'],
    options: {
      out: { short: 'o', value: 'DIR', help: 'folder for outputs to check; else this one' },
      'browser-path': browserPath,
      help,
    },
    examples: [['lectern doctor', '']],
  },
};
