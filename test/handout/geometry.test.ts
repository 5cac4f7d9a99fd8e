import { expect, test } from 'vitest';
import { geometryOf, type PerPage } from '../../src/handout/handout.ts';

const papers = ['A4', 'Letter', 'A5'] as const;
const orientations = ['portrait', 'landscape'] as const;
const perPages: readonly PerPage[] = [1, 2, 3, 4, 6, 9];

/** Every way to ask for a page. */
const requests = papers.flatMap((paper) =>
  orientations.flatMap((orientation) =>
    perPages.flatMap((perPage) =>
      [16 / 9, 4 / 3].flatMap((aspect) =>
        [true, false].flatMap((withNotes) =>
          [true, false].map((duplex) => ({ paper, orientation, perPage, aspect, withNotes, duplex })),
        ),
      ),
    ),
  ),
);

test.each(requests)(
  '$perPage on $paper $orientation, notes $withNotes, aspect $aspect, duplex $duplex',
  (request) => {
    const { width, height, margins, columns, rows, gutter, slide, mode, scale } = geometryOf(request);
    const room = {
      width: width - margins.inner - margins.outer,
      height: height - margins.top - margins.bottom,
    };
    expect(width > height).toBe(request.orientation === 'landscape');
    expect(columns * rows).toBe(request.perPage);
    expect(slide.width / slide.height).toBeCloseTo(request.aspect, 2);
    // A row with its head fits as often as it is asked for.
    expect(rows * (slide.height + 5 * scale) + (rows - 1) * 7 * scale).toBeLessThanOrEqual(room.height);
    const notesBeside = mode === 'beside' ? 40 * scale : 0;
    expect(columns * (slide.width + notesBeside) + (columns - 1) * gutter).toBeLessThanOrEqual(
      room.width + 0.1,
    );
    expect(mode === 'bare').toBe(!request.withNotes || request.perPage > 4);
    expect(margins.inner > margins.outer).toBe(request.duplex);
  },
);
