import { describe, expect, test } from 'vitest';
import { codeSymbolFont, symbolFont } from '../../src/theme/index.ts';
import { createTextMetrics } from '../../src/theme/text-metrics.ts';
import { builtIn } from './theme.ts';

const theme = await builtIn();
const lettersOf = createTextMetrics(theme.metrics, 'Source Code Pro');
const style = { weight: 400, italic: false, size: 100, tracking: 0 };
const common = '→←↔⇒⇔≥≤≠≈∞✓✔✗√∑∈∀∃□☐☑★▶①ℝ';

describe('symbols that the text fonts lack', () => {
  test('every common one has a file that is embedded for it', () => {
    const faces = theme.fonts.filter(({ family }) => family === symbolFont);
    const missing = [...common].filter((sign) => {
      const point = sign.codePointAt(0) ?? 0;
      return !faces.some(({ ranges }) => ranges.some(([first, last]) => first <= point && point <= last));
    });
    expect(missing).toEqual([]);
    expect(faces.every(({ heaviest }) => heaviest === 900)).toBe(true);
  });

  test('are as wide as their font says, in text and behind the code font', () => {
    const metrics = theme.metrics(symbolFont, 400, false);
    const text = lettersOf({ ...style, family: 'Source Sans 3' });
    for (const sign of common) {
      expect(text.width(sign)).toBeCloseTo(100 * (metrics?.advance(sign.codePointAt(0) ?? 0) ?? 0));
    }
    const code = lettersOf({ ...style, family: 'Source Code Pro' });
    expect(code.width('├──→')).toBeCloseTo(4 * code.width('x'));
  });

  test('do not stand in for letters that the text font has', () => {
    for (const family of [symbolFont, codeSymbolFont]) {
      for (const sign of ['a', '•', '–', '…', '×']) {
        expect(theme.metrics(family, 400, false)?.advance(sign.codePointAt(0) ?? 0)).toBeUndefined();
      }
    }
  });
});
