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
