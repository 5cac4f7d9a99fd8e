// Slides that one list goes on over are set alike.
import type { LayoutName } from '../layouts/index.ts';
import { type BodySize, bodySizes } from '../theme/index.ts';
import { atSize, largestSizeIn } from './choose.ts';
import type { PlanContext, Setting } from './draft.ts';
import type { SetPart } from './parts-alike.ts';

/** Layouts of lists that take more than one slide; what has a shape of its own keeps that. */
const ofLists: ReadonlySet<LayoutName> = new Set([
  'bullets',
  'two-columns',
  'cards',
  'definitions',
  'compare',
]);

/** The parts of one list in one layout, at one size: that in which all of them are largest. */
export function listsAlike<One extends SetPart>(context: PlanContext, all: readonly One[]): readonly One[] {
  const lists: One[][] = [];
  for (const [at, one] of all.entries()) {
    const [before, list] = [all[at - 1], listOf(one)];
    if (list === undefined) continue;
    if (before?.goesOn && listOf(before) === list) lists.at(-1)?.push(one);
    else lists.push([one]);
  }
  const set = new Map(lists.flatMap((parts) => [...alike(context, parts)]));
  return all.map((one) => set.get(one) ?? one);
}

/** Where in the notes the list begins of which the slide shows a part, and nothing else. */
function listOf({ part: { hint, role }, setting }: SetPart): number | undefined {
  const [list, ...others] = setting.blocks.filter(({ type }) => type !== 'footnoteDefinition');
  if (list?.type !== 'list' || others.length > 0 || role !== 'talk' || hint?.layout !== undefined)
    return undefined;
  if (!ofLists.has(setting.layout) || setting.titleBeside || setting.bodySize === 'xs') return undefined;
  return list.children.length > 1 || setting.layout !== 'compare' ? list.position?.start.offset : undefined;
}

type SetIn = Pick<Setting, 'layout' | 'composition'>;

/** What takes two points or more. */
const anyNumber: readonly SetIn[] = [{ layout: 'bullets', composition: 'rows' }];

function alike<One extends SetPart>(context: PlanContext, parts: readonly One[]): ReadonlyMap<One, One> {
  const nameOf = ({ layout, composition }: SetIn): string => `${layout}/${composition}`;
  const names = parts.map(({ setting }) => nameOf(setting));
  const isAlike = parts.every(
    ({ setting }, at) => names[at] === names[0] && setting.bodySize === parts[0]?.setting.bodySize,
  );
  if (parts.length < 2 || isAlike) return new Map();
  const chosen = parts.map(({ setting }) => setting).filter((one, at) => names.indexOf(nameOf(one)) === at);
  const best = largestOf(context, parts, chosen) ?? largestOf(context, parts, anyNumber);
  if (!best) return new Map();
  const { layout, composition } = best.like;
  return new Map(
    parts.map((one, at) => {
      const sizes = bodySizes.slice(bodySizes.indexOf(best.sizes[at] ?? 'sm'), best.least + 1).reverse();
      const settings = sizes.map((size) =>
        atSize(context, one.part, { ...one.setting, layout, composition }, size),
      );
      const setting = settings.find(({ fill }) => fill >= sparse) ?? settings.at(-1) ?? one.setting;
      return [one, { ...one, setting }];
    }),
  );
}

/** That in which the smallest of the parts is largest; undefined where none takes them all. `least` is the place of that size. */
function largestOf(
  context: PlanContext,
  parts: readonly SetPart[],
  all: readonly SetIn[],
):
  | { readonly like: SetIn; readonly sizes: readonly (BodySize | undefined)[]; readonly least: number }
  | undefined {
  const found = all.flatMap((like) => {
    const sizes = parts.map(({ part, setting }) =>
      largestSizeIn(context, { ...part, blocks: setting.blocks }, like),
    );
    const least = Math.max(...sizes.map((size) => (size ? bodySizes.indexOf(size) : bodySizes.length)));
    return least < bodySizes.length ? [{ like, sizes, least }] : [];
  });
  return found.toSorted((a, b) => a.least - b.least)[0];
}

/** A part that fills less of its slide than this is set larger than the others: it would be a few words on an empty slide. */
const sparse = 0.42;
