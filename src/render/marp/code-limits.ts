import type { Marp } from '@marp-team/marp-core';
import { limits } from '../../diagnostics/index.ts';

type Transformer = Marp['shikiTransformers'][number];

/**
 * Shiki leaves a line half coloured after half a second, so that a busy machine gives other slides
 * than an idle one. A line too long to be read on a slide is not coloured; any other is in time.
 */
export const codeLimits: Transformer = {
  name: 'lectern:code-limits',
  preprocess(_, options) {
    Object.assign(options, {
      tokenizeMaxLineLength: limits.colouredLineCharacters,
      tokenizeTimeLimit: limits.colourMilliseconds,
    });
  },
};
