import { expect, test } from 'vitest';
import { createMeasure } from '../../src/theme/index.ts';
import { builtIn } from '../theme/theme.ts';
import { planOf } from './plan-of.ts';

const theme = await builtIn('midnight', { size: '4:3' });
const measure = createMeasure(theme, () => ({ status: 'found', width: 1600, height: 1000 }));

test.each([
  ['one line', 'The harbour at night', 'captioned'],
  [
    'two lines',
    'Plan of the harbour: the lamps lead past the night desk into the old basin by the quay',
    'shared',
  ],
])('a caption of %s and its picture fit on one slide', (_, caption, frame) => {
  const { slides } = planOf({ theme, measure }, `# T\n\n## Harbour\n\n![${caption}](harbour.png)\n`);
  const [slide] = slides.slice(1);
  expect(slide?.layout).toBe('image');
  expect(slide?.fill).toBeLessThanOrEqual(1);
  expect(slide?.body).toMatchObject({ boxes: [{ frame }, { class: 'picture-caption' }] });
});
