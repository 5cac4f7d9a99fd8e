import type { Scalar } from 'yaml';
import { nearest } from '../diagnostics/index.ts';
import { type LayoutName, layoutNames } from '../layouts/index.ts';
import { type Place, type Reading, type Shape, spanOf } from './yaml/shape.ts';
import { excerpt } from './yaml/wrong-type.ts';

/** Reports a layout that does not exist, with the nearest that does, or all of them. */
export function unknownLayout(
  node: Scalar,
  _place: Place,
  _shape: Shape<LayoutName>,
  reading: Reading,
): undefined {
  const written = excerpt(String(node.value));
  const near = nearest(written, layoutNames);
  reading.diagnostics.push({
    code: 'hints/unknown-layout',
    severity: 'error',
    message: `there is no layout \`${written}\``,
    span: spanOf(node, reading),
    help: near ? `did you mean \`${near}\`?` : `the layouts are ${layoutNames.join(', ')}`,
  });
}
