// What appears with each click (ECMA-376, part 1, 19.5): shapes, or paragraphs of one.

/** A shape, or one of its paragraphs (from 0), that appears with a click. */
export interface Appearance {
  readonly step: number;
  readonly shape: number;
  readonly paragraph?: number;
  /** It holds text, which PowerPoint lists as built. */
  readonly isText: boolean;
}

/** `p:timing` of a slide; empty where all of it is there at once. */
export function timingXml(appearances: readonly Appearance[]): string {
  if (appearances.length === 0) return '';
  let id = 2;
  const nextId = (): number => {
    id += 1;
    return id;
  };
  const steps = [...new Set(appearances.map(({ step }) => step))].sort((a, b) => a - b);
  const clicks = steps.map((step) => {
    const together = appearances.filter((appearance) => appearance.step === step);
    const [outer, inner] = [nextId(), nextId()];
    const effects = together.map((appearance, at) => effectXml(appearance, at === 0, nextId)).join('');
    return `<p:par><p:cTn id="${outer}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst><p:par><p:cTn id="${inner}" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>${effects}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>`;
  });
  const turns = (['Prev', 'Next'] as const)
    .map(
      (name) =>
        `<p:${name.toLowerCase()}CondLst><p:cond evt="on${name}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:${name.toLowerCase()}CondLst>`,
    )
    .join('');
  const main = `<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>${clicks.join('')}</p:childTnLst></p:cTn>${turns}</p:seq>`;
  return `<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>${main}</p:childTnLst></p:cTn></p:par></p:tnLst>${builds(appearances)}</p:timing>`;
}

function effectXml({ shape, paragraph, isText }: Appearance, isFirst: boolean, nextId: () => number): string {
  const group = isText ? ' grpId="0"' : '';
  const target =
    paragraph === undefined
      ? `<p:spTgt spid="${shape}"/>`
      : `<p:spTgt spid="${shape}"><p:txEl><p:pRg st="${paragraph}" end="${paragraph}"/></p:txEl></p:spTgt>`;
  const [effect, set] = [nextId(), nextId()];
  return `<p:par><p:cTn id="${effect}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold"${group} nodeType="${isFirst ? 'click' : 'with'}Effect"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr><p:cTn id="${set}" dur="1" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn><p:tgtEl>${target}</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>`;
}

function builds(appearances: readonly Appearance[]): string {
  const texts = new Map(
    appearances.flatMap(({ shape, paragraph, isText }) =>
      isText ? [[shape, paragraph === undefined ? '' : ' build="p"'] as const] : [],
    ),
  );
  if (texts.size === 0) return '';
  const entries = [...texts].map(([shape, build]) => `<p:bldP spid="${shape}" grpId="0"${build}/>`);
  return `<p:bldLst>${entries.join('')}</p:bldLst>`;
}
