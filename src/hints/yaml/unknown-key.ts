import { nearest, type Span } from '../../diagnostics/index.ts';
import type { Place, Reading, Shape } from './shape.ts';
import { excerpt } from './wrong-type.ts';

/** Reports a key that means nothing where it stands. `fields` are the keys that do. */
export function unknownKey(
  key: string,
  span: Span,
  place: Place,
  fields: Readonly<Record<string, Shape<unknown>>>,
  reading: Reading,
): void {
  reading.diagnostics.push({
    code: 'hints/unknown-key',
    severity: 'error',
    message: `\`${excerpt(key)}\` means nothing ${place.path === '' ? 'here' : `in ${place.label}`}`,
    span,
    help: way(excerpt(key), place, fields),
  });
}

function way(key: string, place: Place, fields: Readonly<Record<string, Shape<unknown>>>): string {
  const known = Object.keys(fields);
  const near = nearest(key, known);
  if (near) return `did you mean \`${near}\`?`;
  for (const [outer, { json }] of Object.entries(fields)) {
    const inner = nearest(key, Object.keys(json.properties ?? {}));
    if (inner)
      return `${inner === key ? `\`${key}\`` : `did you mean \`${inner}\`? It`} belongs under \`${outer}:\``;
  }
  const list = `what can stand here: ${known.join(', ')}`;
  return place.path === '' ? `${list}; the names of sections go under \`sections:\`` : list;
}
