// A text as YAML, with the library's errors in a user's words.
import { type Document, parseDocument, type YAMLError } from 'yaml';
import { type Diagnostic, limits, type Source } from '../../diagnostics/index.ts';
import { isNestedTooDeeply } from '../../notes/index.ts';
import { keyBelowValue, keyTooDeep } from './deeper-line.ts';
import { yamlPasted } from './scalars.ts';

export interface ParsedYaml {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a part of a source as YAML, all syntax errors in one run. Never throws. */
export function parseYaml(source: Source, yaml: string, offset: number): ParsedYaml {
  if (yaml.length > limits.yamlCharacters) {
    const message = `there are more than ${limits.yamlCharacters / 1000},000 characters of hints`;
    return unread(
      source,
      offset,
      message,
      'keep those that change something: what is not named decides itself',
    );
  }
  if (isNestedTooDeeply(yaml)) {
    const message = `brackets or lists are nested more than ${limits.yamlDepth} deep`;
    const help = 'a hints file needs five levels: look for brackets that are never closed';
    return unread(source, offset, message, help);
  }
  const document = parseDocument(yaml, { uniqueKeys: false, prettyErrors: false });
  return { document, diagnostics: yamlProblems(document, source, yaml, offset) };
}

function unread(source: Source, offset: number, message: string, help: string): ParsedYaml {
  const span = { path: source.path, start: offset, end: offset + 1 };
  const problem: Diagnostic = { code: 'hints/syntax', severity: 'error', message, span, help };
  return { document: parseDocument(''), diagnostics: [problem] };
}

/** The errors and warnings of a document, without those that only follow from an earlier one. */
export function yamlProblems(
  document: Document,
  source: Source,
  yaml: string,
  offset: number,
): readonly Diagnostic[] {
  const first = document.errors.slice(0, limits.hintErrors);
  const errors = first.filter((error, at) => at === 0 || !follows(error, first, at));
  return [
    ...errors.map((error) => problem(error, 'error', source, yaml, offset)),
    ...document.warnings
      .slice(0, limits.hintErrors)
      .map((warning) => problem(warning, 'warning', source, yaml, offset)),
  ];
}

/** After the first error the library often meets the rest of the line, or of the file, unprepared. */
function follows(error: YAMLError, errors: readonly YAMLError[], at: number): boolean {
  if (error.code === 'UNEXPECTED_TOKEN' || error.code === 'MISSING_CHAR') return true;
  return errors.slice(0, at).some((earlier) => earlier.pos[0] === error.pos[0]);
}

function problem(
  error: YAMLError,
  severity: Diagnostic['severity'],
  source: Source,
  yaml: string,
  offset: number,
): Diagnostic {
  const { at, message, help } = explain(error, yaml);
  const [start, end] = at;
  return {
    code: 'hints/syntax',
    severity,
    message,
    span: { path: source.path, start: start + offset, end: Math.max(end, start + 1) + offset },
    ...(help && { help }),
  };
}

interface Explained {
  readonly at: readonly [number, number];
  readonly message: string;
  readonly help?: string;
}

function explain(error: YAMLError, yaml: string): Explained {
  const [start] = error.pos;
  const at = error.pos;
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return {
        at: tabs(yaml, start),
        message: 'YAML does not allow tabs for indentation',
        help: 'indent with spaces: two for each level',
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return keyBelowValue(start, yaml) ?? secondColon(at);
    case 'BAD_SCALAR_START':
      return {
        at,
        message: `a text cannot start with \`${yaml[start] ?? ''}\` here`,
        help: 'put the text in quotes',
      };
    case 'MULTIPLE_DOCS':
      return {
        at: [start, start + 3],
        message: 'the file holds a second YAML document',
        help: 'remove the `---`',
      };
    case 'KEY_OVER_1024_CHARS':
      return { at, message: 'this key is too long', help: 'the first words of a heading are enough' };
    case 'TAG_RESOLVE_FAILED':
      return {
        at,
        message: 'tags with `!` mean nothing here',
        help: 'put quotes around a text that starts with `!`',
      };
    default:
      return explainStructure(error, yaml);
  }
}

function explainStructure(error: YAMLError, yaml: string): Explained {
  const at = error.pos;
  const flow = /^Flow (map|sequence)/.exec(error.message)?.[1];
  if (flow) return explainFlow(flow === 'map' ? '}' : ']', at, yaml);
  if (error.message.startsWith('Missing closing'))
    return {
      at: openQuote(at, yaml),
      message: 'this quote is never closed',
      help: 'end the text with the same quotation mark',
    };
  if (error.message.startsWith('All mapping items')) return keyTooDeep(at[0], yaml) ?? notInLine(at);
  if (error.message === 'Unexpected scalar at node end') return textAfterQuotes(at, yaml);
  if (error.message.startsWith('Missing , or : between')) return textAfterQuotes(at, yaml);
  return { at, message: `not valid YAML: ${error.message}` };
}

function secondColon(at: readonly [number, number]): Explained {
  return {
    at,
    message: 'a second `: ` on the same line',
    help: 'put quotes around a heading or text that holds a colon: "Why: a question"',
  };
}

function notInLine(at: readonly [number, number]): Explained {
  return {
    at,
    message: 'this line does not line up with the keys above it',
    help: 'keys that belong together start in the same column',
  };
}

/** `"Small" beginnings`: the quotes of the text itself were taken for YAML's. */
function textAfterQuotes(at: readonly [number, number], yaml: string): Explained {
  const message = 'more text after the end of the value';
  const line = yaml.lastIndexOf('\n', at[0] - 1) + 1;
  const before = yaml.slice(Math.max(line, at[0] - 1000), at[0]);
  const quoted = /(?:"[^"]*"|'[^']*')\s*$/.exec(before)?.[0];
  if (quoted === undefined) return { at, message, help: 'put quotes around the whole text' };
  const end = /[[{]/.test(before) ? /[,\]}\n]|$/ : /\s#|\n|$/;
  const after = yaml.slice(at[0], at[0] + 1000);
  const rest = after.slice(0, after.search(end)).trimEnd();
  const whole = quoted + rest;
  return {
    at: [at[0], Math.max(at[1], at[0] + rest.length)],
    message,
    help: `put quotes around the whole text: ${yamlPasted(whole)}`,
  };
}

function explainFlow(close: string, at: readonly [number, number], yaml: string): Explained {
  const message = `a \`${close}\` is missing`;
  const from = Math.max(0, at[0] - 1000);
  const eaten = /[ \t](#\w+)[^\n]*\s*$/.exec(yaml.slice(from, at[0]));
  if (!eaten) return { at, message, help: `close the bracket with \`${close}\`` };
  const start = from + eaten.index + 1;
  const help = `what follows \`#\` is a comment: write "${eaten[1]}" in quotes`;
  return { at: [start, start + (eaten[1] ?? '').length], message, help };
}

function tabs(yaml: string, near: number): readonly [number, number] {
  const start = yaml[near] === '\t' ? near : near + Math.max(0, yaml.slice(near, near + 200).search(/\t/));
  return [start, start + (/^\t+/.exec(yaml.slice(start, start + 100))?.[0].length ?? 1)];
}

/** The library reports the end of the file; the user looks for where the quote was opened. */
function openQuote(at: readonly [number, number], yaml: string): readonly [number, number] {
  const quote = yaml.slice(0, at[0]).search(/["'][^"']*$/);
  return quote === -1 ? at : [quote, quote + 1];
}
