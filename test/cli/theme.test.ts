import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, lectern } from './lectern.ts';

test('theme list has a line for each theme', async () => {
  const { code, stdout } = await lectern(folderWith({}), ['theme', 'list']);
  expect(code).toBe(0);
  const names = stdout.split('\n').map((line) => line.split(' ')[0]);
  expect(names.slice(0, 4)).toEqual(['recap', 'midnight', 'paper', 'signal']);
});

test('theme new writes a theme that builds a deck, and never overwrites', async () => {
  const folder = folderWith({ 'talk.md': '# Tides\n\n## Springs\n\n- Sun and moon pull together\n' });
  const made = await lectern(folder, ['theme', 'new', 'acme', '--accent', '#7a1fa2', '--from', 'paper']);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toContain('--theme ./acme.css');
  const css = readFileSync(join(folder, 'acme.css'), 'utf8');
  expect(css).toContain('@theme acme');
  expect(css).toContain('@import "paper";');
  expect(css).toContain('--accent: #7a1fa2;');
  const built = await lectern(folder, ['talk.md', '--theme', './acme.css', '--to', 'html']);
  expect(built.code).toBe(0);
  expect(built.stderr).not.toContain('warning');
  expect(existsSync(join(folder, 'talk.html'))).toBe(true);
  const again = await lectern(folder, ['theme', 'new', 'acme']);
  expect(again.code).toBe(1);
  expect(again.stderr).toContain('exists already and stays as it is');
  expect(readFileSync(join(folder, 'acme.css'), 'utf8')).toBe(css);
});

test.each([
  [['theme', 'chekc', 'a.css'], 'did you mean lectern theme check?'],
  [['theme', 'new'], 'theme new needs a name'],
  [['theme', 'new', 'a b'], 'cannot be the name of a theme'],
  [['theme', 'new', 'acme', '--accent', 'violettish'], 'cannot be used for `accent`'],
  [['theme', 'new', 'acme', '--from', 'midnigt'], 'did you mean `midnight`?'],
  [['theme', 'new', 'acme', '--from', 'midnite'], 'did you mean `midnight`?'],
  [['theme', 'show'], 'theme show needs a theme'],
  [['theme', 'check', 'nope.css'], 'there is no theme'],
])('lectern %j: %s', async (args, message) => {
  const { code, stderr } = await lectern(folderWith({}), args);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
});

test('a theme beside the notes that is named without its path is offered with it', async () => {
  const folder = folderWith({
    'talk.md': '# Tides\n',
    'talk.hints.yaml': 'deck: { theme: papers }\n',
    'acme.css': '@import "paper";\n',
    'papers.css': '@import "paper";\n',
  });
  const flag = await lectern(folder, ['talk.md', '--theme', 'acme']);
  expect(flag.stderr).toContain('help: write `--theme ./acme.css`');
  const hint = await lectern(folder, ['talk.md']);
  expect(hint.stderr).toMatch(/talk\.hints\.yaml:1:16 error there is no theme `papers`/);
  expect(hint.stderr).toContain('help: write `./papers.css`');
});

test('tokens come from the command line, several of them, before those of the hints', async () => {
  const folder = folderWith({
    'talk.md': '# Tides\n\n## Springs\n\n- Sun and moon pull together\n',
    'talk.hints.yaml': 'deck:\n  tokens: { accent: "#006644", scale: 1.1 }\n',
  });
  const { code } = await lectern(folder, [
    'talk.md',
    '--to',
    'marp',
    '--token',
    'accent=#7a1fa2',
    '--token',
    'corner=9px',
  ]);
  expect(code).toBe(0);
  const markdown = readFileSync(join(folder, 'talk.marp.md'), 'utf8');
  expect(markdown).toContain('--accent: #7a1fa2');
  expect(markdown).toContain('--corner: 9px');
  expect(markdown).toContain('--body-size: 33px');
  expect(markdown).not.toContain('#006644');
});

test('a token that cannot be used points at its place in the hints and stops the build', async () => {
  const folder = folderWith({
    'talk.md': '# Tides\n\n## Springs\n\n- Sun and moon\n',
    'talk.hints.yaml': 'deck:\n  tokens: { accent: "red; } * { display: none" }\n',
  });
  const { code, stderr } = await lectern(folder, ['talk.md', '--to', 'html']);
  expect(code).toBe(1);
  expect(stderr).toContain('talk.hints.yaml:2:21 error');
  expect(stderr).toContain('write a colour without transparency');
  expect(existsSync(join(folder, 'talk.html'))).toBe(false);
});

test('an error of the command line stands alone, and an option is no file', async () => {
  const remote = '# Tides\n\n## Springs\n\n![moon](https://example.org/moon.png)\n';
  const folder = folderWith({ 'tides.md': remote, 'neaps.md': remote });
  const { code, stderr } = await lectern(folder, [
    'tides.md',
    'neaps.md',
    '--quiet',
    '--token',
    'accent=#12',
  ]);
  expect(code).toBe(1);
  expect(stderr).toBe(
    '--token error `#12` cannot be used for `accent` [theme/token]\n' +
      '  help: write a colour without transparency, such as `"#b4540a"`, `teal` or `oklch(55% 0.14 45)`\n\n1 error\n',
  );
  const warned = await lectern(folder, ['tides.md', '--to', 'marp', '--token', 'accent=#ffff00']);
  expect(warned.code).toBe(0);
  expect(warned.stderr).toContain('[notes/picture-remote]');
  expect(warned.stderr).toMatch(/help: write `--token accent="#[0-9a-f]{6}"`, or choose/);
  expect(warned.stderr).toMatch(/\n2 warnings in 1 file\n$/);
  const muted = await lectern(folder, ['tides.md', '--to', 'marp', '--token', 'muted=#c0c0c0']);
  expect(muted.stderr).toMatch(/help: write `--token muted="#[0-9a-f]{6}"`/);
});

test('a colour that YAML takes for a comment is one error, not two', async () => {
  const folder = folderWith({
    'talk.md': '# Tides\n\n## Springs\n\n- Sun and moon\n',
    'talk.hints.yaml': 'deck:\n  tokens:\n    accent: #7a1fa2\n    muted:\n',
  });
  const { code, stderr } = await lectern(folder, ['talk.md', '--to', 'html']);
  expect(code).toBe(1);
  expect(stderr).toContain('put it in quotes: accent: "#7a1fa2"');
  expect(stderr).toMatch(/^1 error in 1 file$/m);
});

test('colours of one’s own that cannot be read are warned of', async () => {
  const folder = folderWith({
    'talk.md': '# Tides\n\n## Springs\n\n- Sun and moon\n',
    'talk.hints.yaml': 'deck:\n  tokens: { muted: "#c0c0c0" }\n',
  });
  const { code, stderr } = await lectern(folder, ['talk.md', '--to', 'html']);
  expect(code).toBe(0);
  expect(stderr).toMatch(/talk\.hints\.yaml:2:20 warning text in `muted`.*\[theme\/contrast\]/);
  expect(stderr).toContain('write `muted: "#');
});

test('a logo and a picture behind every slide; the picture stands in the page once', async () => {
  const background =
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9"/></svg>';
  const folder = folderWith({
    'talk.md': '# Tides\n\n## Springs\n\n- Sun and moon\n\n## Neaps\n\n- Half moons\n',
    'talk.hints.yaml': 'deck: { logo: logo.svg, background: back.svg, footer: Spring }\n',
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="8"><circle r="4"/></svg>',
    'back.svg': background,
  });
  const { code, stderr } = await lectern(folder, ['talk.md', '--to', 'html']);
  expect({ code, warned: stderr.includes('warning') }).toEqual({ code: 0, warned: false });
  const html = readFileSync(join(folder, 'talk.html'), 'utf8');
  expect(html.split(Buffer.from(background).toString('base64'))).toHaveLength(2);
  for (const slide of html.match(/<section [^>]*>/g) ?? []) {
    expect(slide).toContain('background-image:var(--background-picture-1)');
  }
});

test('a logo that is not there is warned of at its hint', async () => {
  const folder = folderWith({
    'talk.md': '# Tides\n\n## Springs\n\n- Sun\n',
    'talk.hints.yaml': 'deck: { logo: nope.svg }\n',
  });
  const { stderr } = await lectern(folder, ['talk.md', '--to', 'html']);
  expect(stderr).toMatch(/talk\.hints\.yaml:1:\d+ warning there is no picture "nope\.svg"/);
});

test('theme check speaks of the theme, not of the files of the sample, and ends with a verdict', async () => {
  const folder = folderWith({
    'good.css': '@import "recap";\nsection { --accent: #0a5c36; }\n',
    'large.css': '@import "recap";\nsection { --figure-size: 300px; }\n',
    'pale.css': '@import "paper";\nsection { --muted: #b4b4b4; }\n',
  });
  const good = await lectern(folder, ['theme', 'check', 'good.css']);
  expect(good).toMatchObject({ code: 0, stderr: '' });
  expect(good.stdout).toMatch(
    /^good: passed: 2\d layouts at 16:9 and 4:3, nothing cut off, every text readable\n$/,
  );
  const large = await lectern(folder, ['theme', 'check', 'large.css']);
  expect(large.stderr).toMatch(
    /large\.css:\d+:\d+ warning the layout `stats` at 4:3 has no room for “A year in numbers” of the sample talk, which took `[\w-]+` \[theme\/clip\]/,
  );
  expect(large.stderr).not.toContain('talk.hints.yaml');
  expect(large.stdout).toMatch(/^large: passed: 2\d layouts .*; [12] warnings?\n$/);
  expect(large.code).toBe(0);
  const pale = await lectern(folder, ['theme', 'check', 'pale.css']);
  expect(pale.code).toBe(1);
  expect(pale.stdout).toMatch(/^pale: not passed: 1 error in 2\d layouts at 16:9 and 4:3\n$/);
  const none = await lectern(folder, ['theme', 'check', 'nope.css']);
  expect(none).toMatchObject({ code: 1, stdout: 'nope.css: not passed: 1 error, no layout was drawn\n' });
}, 60_000);
