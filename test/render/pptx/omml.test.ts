import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { elementsIn, readXml, type XmlElement } from '../../../src/office/index.ts';
import { omml } from '../../../src/render/pptx/omml.ts';

const properties = (colour: string | undefined): string => (colour ? `<a:rPr id="${colour}"/>` : '<a:rPr/>');

function mathOf(tex: string, displayMode = true): string | undefined {
  const html = katex.renderToString(tex, { output: 'mathml', displayMode });
  const [mathml = ''] = /<math[\s\S]*<\/math>/.exec(html) ?? [];
  return omml(mathml, properties);
}

/** Names and letters alone: `f(num(a)den(b))`. */
function shapeOf(tex: string, displayMode = true): string | undefined {
  const math = mathOf(tex, displayMode);
  if (math === undefined) return undefined;
  const root = readXml(
    math.replace('<m:oMath ', '<m:oMath xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '),
  );
  if (!('name' in root)) throw new Error(`${root.error}: ${math}`);
  return elementsIn(root).map(printed).join(' ');
}

function printed(element: XmlElement): string {
  const name = element.name.replace('m:', '');
  if (name === 'r')
    return (
      elementsIn(element)
        .find((child) => child.name === 'm:t')
        ?.children.join('') ?? ''
    );
  const values = elementsIn(element)
    .filter((child) => child.name.endsWith('Pr'))
    .flatMap((settings) => elementsIn(settings).flatMap((one) => one.attributes.get('m:val') ?? []));
  const inside = elementsIn(element).filter((child) => !child.name.endsWith('Pr'));
  return `${name}${values.length > 0 ? `[${values.join(',')}]` : ''}(${inside.map(printed).join(' ')})`;
}

describe('a formula as office programs edit it', () => {
  test.each([
    ['w = a t^{2}', 'w = a sSup(e(t) sup(2))'],
    ['x_i^2', 'sSubSup(e(x) sub(i) sup(2))'],
    [String.raw`\frac{a}{b}`, 'f[bar](num(a) den(b))'],
    [String.raw`\binom{n}{k}`, 'd[(,,)](e(f[noBar](num(n) den(k))))'],
    [String.raw`\sqrt{2}\sqrt[3]{x}`, 'rad[1](deg() e(2)) rad[0](deg(3) e(x))'],
    [String.raw`\sum_{i=1}^n x_i + 1`, 'nary[∑,undOvr,0,0](sub(i = 1) sup(n) e(sSub(e(x) sub(i)))) + 1'],
    [String.raw`\int_0^1 f\,dx = 2`, 'nary[∫,subSup,0,0](sub(0) sup(1) e(f \u00a0 dx)) = 2'],
    [String.raw`\sum x`, 'nary[∑,subSup,1,1](sub() sup() e(x))'],
    [String.raw`\prod_i a`, 'nary[∏,undOvr,0,1](sub(i) sup() e(a))'],
    [String.raw`\sin x + 1`, 'func(fName(sin) e(x)) + 1'],
    [String.raw`\log_2 (n + 1) n`, 'func(fName(sSub(e(log) sub(2))) e(( n + 1 ))) n'],
    [String.raw`\lim_{x\to 0} x`, 'func(fName(limLow(e(lim) lim(x → 0))) e(x))'],
    [String.raw`\hat{x}\vec{v}`, 'acc[\u0302](e(x)) acc[\u20d7](e(v))'],
    [String.raw`\overline{ab}\underline{c}`, 'bar[top](e(ab)) bar[bot](e(c))'],
    [String.raw`\underbrace{a+b}_{n}`, 'limLow(e(groupChr[⏟,bot,top](e(a + b))) lim(n))'],
    [String.raw`\left( a \middle| b \right)`, 'd[(,|,)](e(a) e(b))'],
    [String.raw`\left. a \right|_0`, 'sSub(e(d[,,|](e(a))) sub(0))'],
    [
      String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`,
      'd[(,,)](e(m[1](mr(e(a) e(b)) mr(e(c) e(d)))))',
    ],
    [
      String.raw`\begin{aligned} a &= b \\ &= c \end{aligned}`,
      'm[1,3,0](mr(e(a) e(= b)) mr(e(\u200b) e(= c)))',
    ],
    [
      String.raw`\begin{cases} 1 & x>0 \\ 0 & \text{else}\end{cases}`,
      'd[{,,](e(m[1](mr(e(1) e(x > 0)) mr(e(0) e(else)))))',
    ],
    ["f'(x)", 'sSup(e(f) sup(′)) ( x )'],
    ['{}^{14}C', 'sSup(e(\u200b) sup(14)) C'],
    [String.raw`\boxed{x}\phantom{y}`, 'borderBox(e(x)) phant[0](e(y))'],
    [String.raw`a \quad b`, 'a \u2003 b'],
    [String.raw`\stackrel{a}{=}`, 'limUpp(e(=) lim(a))'],
  ])('%s', (tex, shape) => {
    expect(shapeOf(tex)?.replace(/\s/g, '')).toBe(shape.replace(/\s/g, ''));
  });

  test('a sum in a line of text has its bounds beside it', () => {
    expect(shapeOf(String.raw`\sum_{i}^n x`, false)).toBe('nary[∑,subSup,0,0](sub(i) sup(n) e(x))');
  });

  test('letters are italic, names upright, alphabets and words as they are', () => {
    const styles = (tex: string): readonly string[] =>
      [...(mathOf(tex) ?? '').matchAll(/<m:r><m:rPr>(.*?)<\/m:rPr>/g)].map(([, style = '']) => style);
    expect(styles('x')).toEqual(['<m:sty m:val="i"/>']);
    expect(styles('12')).toEqual(['<m:sty m:val="p"/>']);
    expect(styles(String.raw`\mathbb{E}`)).toEqual(['<m:scr m:val="double-struck"/><m:sty m:val="p"/>']);
    expect(styles(String.raw`\mathbf{x}`)).toEqual(['<m:sty m:val="b"/>']);
    expect(styles(String.raw`\text{if}`)).toEqual(['<m:nor/>']);
  });

  test('a colour is that of its letters', () => {
    expect(mathOf(String.raw`\textcolor{#abc}{x} y`)).toContain('<a:rPr id="aabbcc"/><m:t>x</m:t>');
    expect(mathOf(String.raw`\textcolor{red}{x}`)).toContain('<a:rPr id="ff0000"/>');
  });

  test('letters are escaped', () => {
    expect(mathOf('a < b')).toContain('<m:t>&#60;</m:t>');
  });

  test.each([
    ['a number at the edge', String.raw`x \tag{1}`],
    ['what is crossed out', String.raw`\cancel{x}`],
    ['a table with lines', String.raw`\begin{array}{c|c} a & b \end{array}`],
    ['a colour by a name that is not known', String.raw`\textcolor{rebeccapurple}{x}`],
    ['a line break', String.raw`a \\ b`],
  ])('%s has no place', (_, tex) => {
    expect(mathOf(tex)).toBeUndefined();
  });

  test.each(['', '<math', '<p/>', '<math><script/></math>', `${'<mrow>'.repeat(5_000)}`])(
    'what is no MathML gives none: %s',
    (text) => {
      expect(omml(text, properties)).toBeUndefined();
    },
  );
});
