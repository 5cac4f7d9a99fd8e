/**
 * Colours that a diagram sets go into the drawing as they stand: those that name something to fetch
 * are none. CSS takes `\75rl(` for `url(`, so escapes go too. An address inside the drawing stays.
 */
export function withoutAddresses(svg: string): string {
  return svg.replace(/<[a-z][^<>]*>/gi, (tag) => {
    if (!/\\|\(/.test(tag)) return tag;
    return tag.replaceAll('\\', '').replace(address, 'none');
  });
}

const address =
  /\b(?:url|src|image|(?:-webkit-)?image-set|cross-fade)\((?!\s*["']?#)[^"<>]*?(?:\)|(?=["<>]))/gi;
