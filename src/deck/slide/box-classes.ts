import { type Box, type FlowBox, isVector, loneImage, type RowBox } from '../../layouts/index.ts';

/** The classes of a box, from a closed list that the stylesheet knows, after the slot's own name. */
export function boxClasses(box: Box): string {
  return [box.class, box.kind, ...ownClasses(box), ...padding(box)].join(' ');
}

function ownClasses(box: Box): string[] {
  switch (box.kind) {
    case 'flow':
      return box.frame ? frameClasses(box) : textClass(box.style);
    case 'line':
      return textClass(box.style);
    case 'stack':
      return [`gap-${box.gap}`];
    case 'row':
      return [`gap-${box.gap}`, columns(box)];
  }
}

function textClass(style: FlowBox['style']): string[] {
  return style === 'body' ? [] : [`text-${style}`];
}

/** A drawing made of lines can be enlarged, a screenshot cannot; one that is large enough need not be. */
function frameClasses({ frame, blocks: [block] }: FlowBox): string[] {
  const image = block && loneImage(block);
  const { width, height } = image?.data?.size ?? { width: 0, height: 0 };
  const isSmall = width < 1200 && height < 500;
  return ['frame', `frame-${frame}`, ...(image && isSmall && isVector(image.url) ? ['vector'] : [])];
}

function padding(box: Box): string[] {
  const sides = { pad: box.padding, 'pad-top': box.paddingTop, 'pad-start': box.paddingStart };
  return Object.entries(sides)
    .filter(([, space]) => space !== undefined && space !== 'none')
    .map(([side, space]) => `${side}-${space}`);
}

/** `columns-3` for three of one width, `columns-3-2` where they differ, in the smallest whole numbers. */
function columns({ widths }: RowBox): string {
  const shares = wholeShares(widths);
  return `columns-${shares.every((share) => share === shares[0]) ? shares.length : shares.join('-')}`;
}

function wholeShares(widths: readonly number[]): number[] {
  const least = Math.min(...widths);
  for (let times = 1; times <= 12; times++) {
    const shares = widths.map((width) => (width / least) * times);
    if (shares.every((share) => Math.abs(share - Math.round(share)) < 0.02)) return shares.map(Math.round);
  }
  return widths.map((width) => Math.round((width / least) * 12));
}
