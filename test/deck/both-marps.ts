import { createRequire } from 'node:module';
import { Marp } from '@marp-team/marp-core';
import { katexMarpCorePlugin } from '@marp-team/marp-core/plugins/katex';

export interface Rendered {
  /** One HTML text a slide. */
  readonly slides: readonly string[];
  readonly comments: readonly (readonly string[])[];
  readonly css: string;
}

/** MathML alone, whose source can be read back. */
const options = { throwOnError: false, output: 'mathml', strict: 'ignore' } as const;

const require = createRequire(createRequire(import.meta.url).resolve('@marp-team/marp-cli'));
const { Marp: PlainMarp } = require('@marp-team/marp-core') as { Marp: typeof Marp };

/** Marp as Lectern uses it, and as the plain `marp` command does with no settings of its own. */
export const marps: Readonly<Record<'ours' | 'plain', (markdown: string) => Rendered>> = {
  ours: (markdown) => {
    const marp = new Marp({ slug: false, script: false, math: 'katex', emoji: { shortcode: false } });
    return render(marp.use(katexMarpCorePlugin({ options })), markdown);
  },
  plain: (markdown) =>
    render(new PlainMarp({ script: false, math: { katexOption: options } as never }), markdown),
};

function render(marp: Marp, markdown: string): Rendered {
  marp.themeSet.add('/* @theme recap */ section { color: black; }');
  const { html, css, comments } = marp.render(markdown, { htmlAsArray: true });
  return { slides: html, comments, css };
}
