import { expect, test } from 'vitest';
import { scriptFaces, scriptPackages } from '../../src/theme/script-fonts.ts';

test('a deck in letters that the themes have asks for no package', () => {
  expect(scriptPackages('Déjà vu, Привет, Ελλάδα, Łódź — “1,000 km²” → ✓', 'en')).toEqual([]);
  expect(scriptFaces('Déjà vu, Привет, Ελλάδα', 'en')).toEqual([]);
});

test.each([
  ['مكتبة', 'ar', ['arabic']],
  ['ספרייה', 'he', ['hebrew']],
  ['पुस्तकालय', 'hi', ['devanagari']],
  ['ห้องสมุด', 'th', ['thai']],
  ['도서관', 'ko', ['kr']],
  ['図書館', 'ja', ['jp']],
  ['図書館へようこそ', 'en', ['jp']],
  ['图书馆', 'zh', ['sc']],
  ['圖書館', 'zh-TW', ['tc']],
])('%s in %s wants its own font', (text, lang, fonts) => {
  expect(scriptPackages(text, lang)).toEqual(fonts.map((font) => `@fontsource/noto-sans-${font}`));
});
