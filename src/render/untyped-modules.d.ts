// The parts that are used of a package that brings no types.

declare module 'd3-scale' {
  interface Linear {
    (value: number): number;
    domain(domain: readonly [number, number]): Linear;
    range(range: readonly [number, number]): Linear;
  }
  export function scaleLinear(): Linear;

  interface Places {
    (value: string): number | undefined;
    domain(domain: readonly string[]): this;
    range(range: readonly [number, number]): this;
  }
  interface Band extends Places {
    bandwidth(): number;
    paddingInner(share: number): this;
    paddingOuter(share: number): this;
  }
  export function scaleBand(): Band;
  export function scalePoint(): Places;

  interface Utc {
    (time: number): number;
    ticks(count: number): readonly Date[];
  }
  export function scaleUtc(domain: readonly [number, number], range: readonly [number, number]): Utc;
}

// What is used of a package that brings no types.

declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'truetype' | 'woff2';
      /** Beyond the seven that are always kept (ids of the OpenType `name` table). */
      readonly preserveNameIds?: readonly number[];
    },
  ): Promise<Buffer>;
}
