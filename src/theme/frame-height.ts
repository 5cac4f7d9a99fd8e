import { type FlowBox, type FrameName, isVector, loneImage } from '../layouts/index.ts';
import { flowHeight } from './flow-height.ts';
import type { Setting } from './setting.ts';

/** Height of a box with one drawing in it, px. `width` is what it has. */
export function frameHeight(setting: Setting, box: FlowBox, frame: FrameName, width: number): number {
  const tallest = setting.number(`--frame-${frame}`);
  const [block] = box.blocks;
  const image = block && loneImage(block);
  if (!image) return tallest;
  const picture = setting.pictures(image.url);
  if (picture.status !== 'found') {
    const style = setting.style(box.style);
    return flowHeight(setting, box.blocks, { name: box.style, style, width, depth: 0 });
  }
  const largest = isVector(image.url) ? Number.POSITIVE_INFINITY : 1;
  return picture.height * Math.min(largest, width / picture.width, tallest / picture.height);
}
