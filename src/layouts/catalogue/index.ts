// The catalogue: a new layout is its file, its line here and its block of CSS.
import type { Layout } from '../layout.ts';
import type { LayoutName } from '../names.ts';
import { agenda } from './agenda.ts';
import { bullets } from './bullets.ts';
import { cards } from './cards.ts';
import { chart } from './chart.ts';
import { closing } from './closing.ts';
import { code } from './code.ts';
import { compare } from './compare.ts';
import { definitions } from './definitions.ts';
import { diagram } from './diagram.ts';
import { gallery } from './gallery.ts';
import { image, imageLeft, imageRight } from './image.ts';
import { math } from './math.ts';
import { prose } from './prose.ts';
import { qa } from './qa.ts';
import { quote } from './quote.ts';
import { section } from './section.ts';
import { statement } from './statement.ts';
import { stats } from './stats.ts';
import { steps } from './steps.ts';
import { table } from './table.ts';
import { takeaways } from './takeaways.ts';
import { timeline } from './timeline.ts';
import { title } from './title.ts';
import { twoColumns } from './two-columns.ts';

/** Every layout by its name. */
export const layouts: Readonly<Record<LayoutName, Layout>> = {
  title,
  agenda,
  section,
  bullets,
  prose,
  'two-columns': twoColumns,
  cards,
  stats,
  statement,
  quote,
  compare,
  steps,
  timeline,
  definitions,
  qa,
  table,
  code,
  math,
  diagram,
  chart,
  image,
  'image-left': imageLeft,
  'image-right': imageRight,
  gallery,
  takeaways,
  closing,
};
