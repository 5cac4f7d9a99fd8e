/** What the eye finds on a slide as the browser drew it. Plain data: it crosses from the page. */
export interface SeenColours {
  readonly layout: string;
  /** Text that reaches over the slide's edge, or that had to be scaled down to fit. */
  readonly clipped: readonly string[];
  readonly pairs: readonly SeenPair[];
}

/** Colours as `#rrggbb`, with what is transparent mixed in. */
export interface SeenPair {
  readonly colour: string;
  readonly behind: string;
  /** `large` is from 40 px, or 32 px and bold; `mark` is a bullet: no letter, but it must be seen. */
  readonly kind: 'text' | 'large' | 'mark';
  readonly sample: string;
  /** Tokens that have this colour on this slide. */
  readonly tokens: readonly string[];
  readonly behindTokens: readonly string[];
}
