import { extname, resolve } from 'node:path';
import { type Checked, type Diagnostic, limits, type Span } from '../../diagnostics/index.ts';
import { isOutside, readUserFile } from '../../user-file.ts';
import type { Template } from './template.ts';

interface TemplateRequest {
  /** As the hints have it. */
  readonly path: string;
  /** Where it starts, and must lie in. */
  readonly folder: string;
  /** Of its path in the hints. */
  readonly span: Span;
}

/** The template that the hints name, from the disk; what is wrong with it stands at its name. */
export async function loadTemplate({
  path,
  folder,
  span,
}: TemplateRequest): Promise<Checked<Template | undefined>> {
  const error = (reason: string, help: string): Checked<undefined> => ({
    value: undefined,
    diagnostics: [
      {
        code: 'hints/template',
        severity: 'error',
        message: `“${path}” cannot be the template: ${reason}`,
        span,
        help,
      },
    ],
  });
  const way = 'name a .potx or .pptx file beside the hints';
  if (!/^\.(?:potx|pptx|potm|pptm)$/i.test(extname(path))) return error('it is no PowerPoint file', way);
  const file = resolve(folder, path);
  if (isOutside(file, folder))
    return error('it lies outside the folder of the hints', 'put a copy of it beside the hints');
  const bytes = readUserFile(file, { limit: limits.templateBytes, within: folder });
  if (!(bytes instanceof Uint8Array)) return error(bytes.reason, bytes.help);
  const { readTemplate } = await import('./template.ts');
  const template = readTemplate(bytes);
  if (typeof template === 'string')
    return error(template, 'save it anew in PowerPoint, as a template (.potx)');
  const warnings = template.warnings.map(
    (message): Diagnostic => ({
      code: 'hints/template-part',
      severity: 'warning',
      message: `of the template “${path}”, ${message}`,
      span,
      help: 'nothing of a template is run or fetched; what is needed has to be in the file itself',
    }),
  );
  return { value: template, diagnostics: warnings };
}
