/** Bytes of an HTML file by what they are for. Their sum is the file's size. */
export interface SizeByKind {
  readonly fonts: number;
  readonly pictures: number;
  readonly scripts: number;
  readonly styles: number;
  readonly slides: number;
}

/** One look at the page, in linear time. Fonts and pictures inside styles count as fonts and pictures. */
export function sizeByKind(html: string): SizeByKind {
  const size = { fonts: 0, pictures: 0, scripts: 0, styles: 0 };
  const add = (kind: keyof typeof size, text: string): string => {
    size[kind] += Buffer.byteLength(text);
    return '';
  };
  const rest = html
    .replace(/data:(font|image)\/[\w.+-]+[^"')\s]*/g, (text, type) =>
      add(type === 'font' ? 'fonts' : 'pictures', text),
    )
    .replace(/<script\b[\s\S]*?<\/script>/g, (text) => add('scripts', text))
    .replace(/<style\b[\s\S]*?<\/style>/g, (text) => add('styles', text));
  return { ...size, slides: Buffer.byteLength(rest) };
}
