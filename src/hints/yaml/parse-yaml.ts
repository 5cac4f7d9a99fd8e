import { type Document, parseDocument } from 'yaml';
import { type Diagnostic, limits, type Source } from '../../diagnostics/index.ts';
import { isNestedTooDeeply } from '../../notes/index.ts';
import { yamlProblems } from './yaml-problems.ts';

export interface Parsed {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a part of a source as YAML, all syntax errors in one run. Never throws. */
export function parseYaml(source: Source, yaml: string, offset: number): Parsed {
  if (isNestedTooDeeply(yaml)) return tooDeep(source, offset);
  const document = parseDocument(yaml, { uniqueKeys: false, prettyErrors: false });
  return { document, diagnostics: yamlProblems(document, source, yaml, offset) };
}

function tooDeep(source: Source, offset: number): Parsed {
  const problem: Diagnostic = {
    code: 'hints/syntax',
    severity: 'error',
    message: `brackets or lists are nested more than ${limits.yamlDepth} deep`,
    span: { path: source.path, start: offset, end: offset + 1 },
    help: 'a hints file needs five levels: look for brackets that are never closed',
  };
  return { document: parseDocument(''), diagnostics: [problem] };
}
