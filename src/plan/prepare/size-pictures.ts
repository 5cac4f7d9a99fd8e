import type { Image } from 'mdast';
import { onlyImages } from '../../layouts/index.ts';
import type { Block, Phrasing } from '../../notes/index.ts';
import type { PlanContext } from '../plan-context.ts';

/** The same blocks, pictures that stand for themselves with their natural size: layouts go by it. */
export function sizePictures({ measure }: Pick<PlanContext, 'measure'>, blocks: readonly Block[]): Block[] {
  const sized = (node: Phrasing): Phrasing => (node.type === 'image' ? withSize(node) : node);
  const withSize = (image: Image): Image => {
    const picture = measure.picture(image.url);
    if (picture.status !== 'found') return image;
    const { width, height } = picture;
    return { ...image, data: { ...image.data, size: { width, height } } };
  };
  return blocks.map((block): Block => {
    if (block.type !== 'paragraph' || onlyImages(block).length === 0) return block;
    return { ...block, children: block.children.map(sized) as typeof block.children };
  });
}
