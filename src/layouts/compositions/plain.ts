import { plainText } from '../../notes/index.ts';
import type { Composition, Layout } from '../layout.ts';
import { wordsOf } from './lengths.ts';

/** The layout's own boxes, whatever their amount. */
export function plain(layout: Layout): Composition {
  return {
    name: 'plain',
    takes: () => true,
    arrange: (content) => layout.arrange(content),
    largest: ({ blocks }) => {
      if (layout.largest) return layout.largest;
      return wordsOf(plainText(blocks)) <= 4 ? 'xxl' : 'lg';
    },
    fills: layout.fills ?? 'top',
  };
}
