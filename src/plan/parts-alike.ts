// Slides that one timeline, one listing or one table goes on over are set alike.
import type { Box } from '../layouts/index.ts';
import type { Block } from '../notes/index.ts';
import { type BodySize, bodySizes } from '../theme/index.ts';
import { atSize } from './choose.ts';
import type { PlanContext, Segment, Setting } from './draft.ts';
import type { Slide } from './plan.ts';
import { roomOf } from './room.ts';
import { bodyInSize, sizeIn } from './type-size.ts';

/** What stands on one of the slides of a segment, and how it is set. */
export interface SetPart {
  readonly part: Segment;
  readonly setting: Setting;
  /** Why what belongs with it goes on on the next slide. */
  readonly goesOn?: Slide['goesOn'];
}

/** The size that suits all; undefined of none. */
function commonSize(parts: readonly SetPart[]): BodySize | undefined {
  return bodySizes[Math.max(...parts.map(({ setting }) => bodySizes.indexOf(setting.bodySize)))];
}

/** The parts of one timeline, at the size that suits all of them, so that their line stands at one height. */
export function timelinesAlike<One extends SetPart>(
  context: PlanContext,
  all: readonly One[],
): readonly One[] {
  const isLine = ({ setting }: SetPart): boolean => setting.composition === 'timeline-across';
  const lines = all.filter(isLine);
  const size = commonSize(lines);
  if (!size || lines.length < 2) return all;
  return all.map((one) =>
    isLine(one) ? { ...one, setting: atSize(context, one.part, one.setting, size) } : one,
  );
}

/** The parts of one listing, in type of one size. */
export function listingsAlike<One extends SetPart>(
  context: PlanContext,
  all: readonly One[],
): readonly One[] {
  const { measure, theme } = context;
  const parts = all.filter(isListing);
  const sizes = parts.map(({ setting }) => sizeIn(theme, 'code', setting));
  const size = Math.floor(Math.min(...sizes));
  if (parts.length < 2 || sizes.every((own) => own === size)) return all;
  const set = new Map(
    parts.map((one) => {
      const { part, setting } = one;
      if (sizeIn(theme, 'code', setting) === size) return [one as SetPart, setting];
      const body = bodyInSize(setting.body, size);
      const height = measure.box(body, theme.content.width, setting.bodySize);
      const fill = height / roomOf(context, part)(setting.bodySize);
      return [one as SetPart, { ...setting, body, fill }];
    }),
  );
  // Lines of a size of its own may stand further apart than those of the slide's size: what was full may not hold them.
  if ([...set.values()].some(({ fill }) => fill > 1)) return all;
  return all.map((one) => ({ ...one, setting: set.get(one) ?? one.setting }));
}

function isListing<One extends SetPart>(one: One): one is One & { readonly setting: { readonly body: Box } } {
  const { layout, body, blocks } = one.setting;
  return (
    body !== undefined &&
    layout === 'code' &&
    blocks.some((block) => block.type === 'code' && block.data?.firstLine !== undefined)
  );
}

/** Most room above and below a row of a table that goes on, px. */
const mostAir = 12;

/** The parts of one table, at the size that suits all of them, their rows with the room that the fullest part leaves. */
export function tablesAlike<One extends SetPart>(context: PlanContext, all: readonly One[]): readonly One[] {
  const parts = all.filter(({ setting }) => rowsOfPart(setting) > 0);
  const size = commonSize(parts);
  if (!size) return all;
  const set = new Map(parts.map((one) => [one, atSize(context, one.part, one.setting, size)]));
  const free = parts.map((one) => {
    const { fill } = set.get(one) ?? one.setting;
    return ((1 - fill) * roomOf(context, one.part)(size)) / rowsOfPart(one.setting) / 2;
  });
  const air = Math.floor(Math.max(0, Math.min(mostAir, ...free)));
  return all.map((one) => {
    const setting = set.get(one);
    if (!setting) return one;
    const blocks = setting.blocks.map((block) => withAir(block, air));
    return { ...one, setting: air === 0 ? setting : atSize(context, one.part, { ...setting, blocks }, size) };
  });
}

/** How many rows of a table that goes on are on the slide, their header not counted. */
function rowsOfPart({ blocks }: Setting): number {
  const part = blocks.find((block) => block.type === 'table' && block.data?.shares);
  return part?.type === 'table' ? part.children.length - 1 : 0;
}

function withAir(block: Block, air: number): Block {
  return block.type === 'table' ? { ...block, data: { ...block.data, air } } : block;
}
