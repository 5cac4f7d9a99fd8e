import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pixel } from '../render/talk.ts';
import { folderWith, lectern } from './lectern.ts';

test('a .marp.md names pictures as seen from where it stands, the HTML holds them', async () => {
  const folder = folderWith({
    'talks/tides.md':
      '# Tides\n\n## Sea\n\n![Buoy](<img/große boje (1).png>)\n\n## Shore\n\n![Quay](quay.png?raw#x)\n',
    'talks/img/große boje (1).png': pixel,
    'talks/quay.png': pixel,
  });
  const args = ['talks/tides.md', '-o', 'out/deep', '--to', 'marp,html', '-q'];
  expect(await lectern(folder, args)).toEqual({ code: 0, stdout: '', stderr: '' });
  const markdown = readFileSync(join(folder, 'out/deep/tides.marp.md'), 'utf8');
  expect(markdown).toContain('](../../talks/img/gro%C3%9Fe%20boje%20%281%29.png)');
  expect(markdown).toContain('](../../talks/quay.png)');
  const html = readFileSync(join(folder, 'out/deep/tides.html'), 'utf8');
  expect(html.match(/src="data:image\/png;base64,/g)).toHaveLength(2);
});

test('addresses of remote pictures and of those in the notes stay', async () => {
  const inside = `data:image/png;base64,${pixel.toString('base64')}`;
  const folder = folderWith({
    'tides.md': `# Tides\n\n## Sea\n\n![Sea](${inside})\n\n## Shore\n\n![Sea](a%20b.png)\n`,
    'a b.png': pixel,
  });
  await lectern(folder, ['tides.md', '--to', 'marp', '-q']);
  const markdown = readFileSync(join(folder, 'tides.marp.md'), 'utf8');
  expect(markdown).toContain(`](${inside})`);
  expect(markdown).toContain('](a%20b.png)');
});

test('pictures of slides that are no more go; what only looks like them stays', async () => {
  const folder = folderWith({
    'tides.md': '# Tides\n\n## Springs\n\n- one\n',
    'tides.001.png': 'old',
    'tides.002.png': 'old',
    'tides.003.png': 'old',
    'tides.004.png': 'old',
    'tides.4.png': 'mine',
    'tides.006.png': 'mine',
    'other.003.png': 'mine',
  });
  const { code } = await lectern(folder, ['tides.md', '--to', 'png']);
  expect(code).toBe(0);
  expect(readdirSync(folder)).toEqual([
    'other.003.png',
    'tides.001.png',
    'tides.002.png',
    'tides.006.png',
    'tides.4.png',
    'tides.md',
  ]);
});

test('a picture that the notes show is no leftover', async () => {
  const folder = folderWith({
    'tides.md': '# Tides\n\n## Sea\n\n![Sea](tides.003.png)\n',
    'tides.003.png': pixel,
  });
  await lectern(folder, ['tides.md', '--to', 'png']);
  expect(readdirSync(folder)).toEqual(['tides.001.png', 'tides.002.png', 'tides.003.png', 'tides.md']);
});
