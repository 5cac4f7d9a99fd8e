import type { ChartKind } from '../../layouts/index.ts';

/** A chart to be drawn: every text as it stands in the table, beside the number it means. */
export interface Chart {
  readonly kind: ChartKind;
  /** What the labels are: the head of their column. */
  readonly head: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  readonly name: string;
  readonly points: readonly ChartPoint[];
}

export interface ChartPoint {
  readonly value: number;
  readonly text: string;
  /** Drawn in the accent: what the notes set bold, or the largest of all. */
  readonly isNotable: boolean;
}

/** Where it is drawn, px. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Of the labels. */
  readonly size: number;
  textWidth(text: string, weight: 'normal' | 'strong'): number;
}
