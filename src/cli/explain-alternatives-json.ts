import { type Alternatives, placeText, type Version } from '../pipeline/index.ts';

/** What `explain --alternatives --json` prints. */
export function alternativesJson(
  path: string,
  found: Alternatives | undefined,
  page: string | undefined,
): object {
  return {
    path,
    ...(found && {
      slide: found.slide,
      now: versionJson(found.now),
      alternatives: found.others.map((other) => ({
        ...versionJson(other),
        changes: other.changes,
        hint: {
          file: other.hintsPath,
          place: placeText(other.hint, other.hintsPath),
          yaml: other.hint.text,
          result: other.hint.result,
        },
      })),
      ...(found.none !== undefined && { none: found.none }),
    }),
    ...(page !== undefined && { page }),
  };
}

function versionJson({ layout, score, reason, slides }: Version): object {
  return { layout, ...(score !== undefined && { score }), reason, slides };
}
