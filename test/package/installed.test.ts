// What `npm pack` gives, in a folder where nothing stands beside it but the packages it depends on: what only the
// bundle needs is not there. Whatever is loaded late has to be loaded here.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-installed-')));
const modules = join(folder, 'node_modules');
const program = join(modules, 'lectern/dist/cli/main.cjs');

beforeAll(() => {
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const archive = execFileSync('npm', pack, { cwd: root, encoding: 'utf8' }).trim();
  mkdirSync(join(modules, 'lectern'), { recursive: true });
  execFileSync('tar', ['-xf', archive, '--strip-components=1', '-C', 'node_modules/lectern'], {
    cwd: folder,
  });
  for (const name of runtimePackages()) link(name);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});

/** Those that `npm install lectern` brings, by the lock file. */
function runtimePackages(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  return Object.entries(lock.packages).flatMap(([path, { dev }]) => {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    return name && !dev ? [name] : [];
  });
}

function link(name: string): void {
  mkdirSync(dirname(join(modules, name)), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
}

test('the program builds with code, a formula, emoji, a diagram, a large picture and an own font', () => {
  writeFileSync(join(folder, 'talk.md'), talk);
  writeFileSync(join(folder, 'talk.hints.yaml'), 'deck: { theme: ./own.css }\n');
  writeFileSync(join(folder, 'own.css'), ownTheme);
  writeFileSync(join(folder, 'large.png'), largePicture(6000, 4000));
  const font = 'node_modules/@fontsource/sofia-sans/files/sofia-sans-latin-500-normal.woff2';
  cpSync(join(root, font), join(folder, 'own.woff2'));
  const { status, stderr, stdout } = node(
    folder,
    program,
    'talk.md',
    '-o',
    'out',
    '--to',
    'html,pdf,handout,pptx,marp,png',
  );
  expect({ status, stderr: stderr.replace(/^.*\r/gm, '') }).toEqual({
    status: 0,
    stderr: expect.not.stringContaining('warning'),
  });
  expect(stdout).toContain('talk.handout.pdf');
  const html = readFileSync(join(folder, 'out/talk.html'), 'utf8');
  const found = {
    formula: html.includes('class="katex"'),
    emoji: html.includes('alt="🚀" src="data:image/svg+xml') && !html.includes('lectern-emoji:'),
    diagram: /<svg[^>]*>[\s\S]*Draw/.test(html),
    code: /<span style="[^"]*color[^"]*">const/.test(html),
    font: html.includes('Own Sans'),
    picture: pictureWidth(html),
  };
  const all = {
    formula: true,
    emoji: true,
    diagram: true,
    code: true,
    font: true,
    picture: expect.any(Number),
  };
  expect(found).toEqual(all);
  expect(found.picture).toBeLessThan(6000);
});

test('the library and its types are what the README says', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, example = ''] = /## As a library\s+```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const cwd = join(folder, 'library');
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'use.ts'), example);
  writeFileSync(join(cwd, 'talk.md'), '# Tides\n\n## Springs\n\n- twice a month\n');
  for (const name of ['@types/node', 'undici-types']) link(name);
  const settings = '--strict --module nodenext --target es2023 --lib es2023 --types node';
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const compiled = node(cwd, compiler, ...settings.split(' '), 'use.ts');
  expect(compiled).toEqual({ status: 0, stdout: '', stderr: '' });
  const { status, stdout, stderr } = node(cwd, 'use.js');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^talk\.marp\.md \d+\ntalk\.html \d+\n1 0\n$/);
  expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['talk.html', 'talk.pdf']);
});

function node(
  cwd: string,
  ...args: readonly string[]
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Of the one PNG in a page, in px; its header begins with the eighth byte. */
function pictureWidth(html: string): number {
  const [, data = ''] = /data:image\/png;base64,([\w+/]{64})/.exec(html) ?? [];
  return Buffer.from(data, 'base64').readUInt32BE(16);
}

const talk = `# Rockets - Ada Moon

## Launch 🚀

- ready at once
- the formula is $E = mc^2$

## Code

\`\`\`ts
const height = 12;
\`\`\`

## Formula

$$
\\sum_{i=1}^n i = \\frac{n(n+1)}{2}
$$

## Diagram

\`\`\`mermaid
graph LR
  Draw --> Print
\`\`\`

## Picture

![A large one](large.png)
`;

const ownTheme = `/* @theme own */
@import "recap";
@font-face { font-family: "Own Sans"; font-weight: 400; src: url("own.woff2") format("woff2"); }
section { --body-font: "Own Sans"; }
`;

/** A grey PNG with more pixels than a slide shows. */
function largePicture(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const rows = deflateSync(Buffer.alloc((width + 1) * height, 0));
  const chunks = [chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}
