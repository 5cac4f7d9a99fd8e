export type { Measure } from './measure.ts';
export type { Picture, Pictures } from './picture.ts';
export type { Density, FontFace, Stylesheet, TextStyle, Theme } from './theme.ts';
