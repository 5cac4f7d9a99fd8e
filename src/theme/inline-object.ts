/** Something in a line that is not text: a picture, a piece of a formula. px. */
export interface InlineObject {
  readonly width: number;
  /** Above and below the baseline of the line. */
  readonly above: number;
  readonly below: number;
  /** It in a place of this width; what cannot be made smaller has none. */
  readonly fit?: (width: number) => InlineObject;
}
