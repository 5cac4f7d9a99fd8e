import type { Image, ImageReference } from 'mdast';
import type { Phrasing } from '../notes/index.ts';
import { fitPicture } from './inline-rules.ts';
import type { Place } from './place.ts';
import type { Setting } from './setting.ts';

type PictureNode = Image | ImageReference;

/** The picture of a paragraph that holds nothing else, also when it is linked. */
export function onlyPicture(content: readonly Phrasing[]): PictureNode | undefined {
  const [node, ...others] = content.filter((each) => each.type !== 'text' || each.value.trim() !== '');
  if (!node || others.length > 0) return undefined;
  if (node.type === 'link') return onlyPicture(node.children);
  return node.type === 'image' || node.type === 'imageReference' ? node : undefined;
}

/** Lines of the labelled box that stands for a picture that cannot be shown. */
const missingLines = 3;

/** As large as it is, or as the place and `--picture-height` allow. */
export function pictureHeight({ pictures, number }: Setting, node: PictureNode, { width }: Place): number {
  const picture = pictures(node.type === 'image' ? node.url : node.identifier);
  if (picture.status === 'found') return fitPicture(picture, width, number('--picture-height')).height;
  const line = number('--minimum-size') * number('--line-height');
  return missingLines * line + 2 * number('--space-medium') + 2 * number('--rule-width');
}
