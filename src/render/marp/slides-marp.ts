import { Marp } from '@marp-team/marp-core';

type Options = ConstructorParameters<typeof Marp>[0];

/**
 * A Marp that turns Markdown into HTML and leaves the stylesheet alone. Converting the theme takes
 * longer than the slides of a talk, and so does converting the three that Marp brings along; the
 * first is done once for all decks (`theme-css.ts`), the second not at all.
 */
export class SlidesMarp extends Marp {
  /** `outline` is a stylesheet with what Marp asks of a theme: its name and its sizes. */
  constructor(options: Options, outline: string) {
    super(options);
    Reflect.deleteProperty(this.themeSet, 'add');
    this.themeSet.default = this.themeSet.add(outline);
  }

  /** Called while Marp's constructor runs, before it adds its themes. */
  protected override applyMarkdownItPlugins(markdown: unknown): void {
    super.applyMarkdownItPlugins(markdown);
    Object.assign(this.themeSet, { add: () => undefined });
  }

  /** The rules that the deck itself holds, as they stand there. */
  protected override renderStyle(): string {
    return this.lastStyles?.join('\n') ?? '';
  }
}
