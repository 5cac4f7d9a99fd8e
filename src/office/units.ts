/** English Metric Units of a CSS pixel: 914,400 to the inch (ECMA-376, part 1, 20.1.10.16), of which there are 96 px. */
export const emuPerPx = 9_525;
