// Boxes with one drawing in them, shared by the layouts that show pictures.
import type { Image } from 'mdast';
import type { Box, FrameName } from '../layout.ts';
import { captionOf } from './caption.ts';
import { pictureBlock } from './pictures.ts';

/** A picture as large as the frame allows, with its caption below. The frame has to leave room for that. */
export function captioned(image: Image, frame: FrameName, name = 'picture'): Box {
  const picture: Box = { kind: 'flow', class: name, style: 'body', frame, blocks: [pictureBlock(image)] };
  const caption = captionOf(image);
  if (caption.length === 0) return picture;
  return {
    kind: 'stack',
    class: 'captioned',
    gap: 'small',
    boxes: [picture, { kind: 'line', class: 'picture-caption', style: 'caption', content: caption }],
  };
}

/** The frame of a picture that has the whole height: less when there is a caption. */
export function fullFrame(image: Image): FrameName {
  return captionOf(image).length > 0 ? 'captioned' : 'full';
}
