// A presentation whose master the deck is written into: its look and its layouts, without what could run or reach out.

import type { FrameArea } from '../../browser/index.ts';
import { limits } from '../../diagnostics/index.ts';
import {
  childOf,
  descendants,
  elementsIn,
  emuPerPx,
  type OfficePart,
  openPackage,
  type PartRelation,
  readZip,
  type XmlElement,
} from '../../office/index.ts';

export interface Template {
  /** What is copied: the first master, its layouts, themes and pictures. */
  readonly parts: readonly OfficePart[];
  /** Name of the master's part in the template. */
  readonly master: string;
  /** Name of its theme's part. */
  readonly theme: string;
  /** Which it has in the list of masters: no layout of it has the same. */
  readonly masterId: string;
  /** Of a slide, px. */
  readonly size: { readonly width: number; readonly height: number };
  /** In the master's order. */
  readonly layouts: readonly TemplateLayout[];
  /** What is left out of it, a sentence each. */
  readonly warnings: readonly string[];
}

/** What a layout is for, whatever it is called. */
type TemplateLayoutKind =
  | 'title'
  | 'section'
  | 'content'
  | 'two'
  | 'picture'
  | 'title-only'
  | 'blank'
  | 'other';

export interface TemplateLayout {
  readonly part: string;
  readonly kind: TemplateLayoutKind;
  readonly places: readonly TemplatePlace[];
}

export interface TemplatePlace {
  /** As the format names it; `obj` where it says nothing. */
  readonly type: string;
  readonly index: string | undefined;
  /** px; undefined where nobody says where it is. */
  readonly area: FrameArea | undefined;
  /** px of the text at its first level. */
  readonly textSize: number;
}

/** A template, or why it cannot be one, as a person would say it. */
export function readTemplate(bytes: Buffer): Template | string {
  const files = readZip(bytes, {
    entries: limits.templateEntries,
    unpackedBytes: limits.templateUnpackedBytes,
  });
  if ('reason' in files) return files.reason;
  const office = openPackage(files);
  const main = office.parts.get(targetOf(office.relations, 'officeDocument') ?? '');
  if (main?.root?.name !== 'p:presentation') return 'it is no presentation of PowerPoint';
  const listed = childOf(main.root, 'p:sldMasterIdLst', 'p:sldMasterId')?.attributes;
  const master = office.parts.get(main.relations.find(({ id }) => id === listed?.get('r:id'))?.target ?? '');
  const theme = office.parts.get(targetOf(master?.relations ?? [], 'theme') ?? '');
  if (!master?.root || !theme?.root) return 'it has no slide master with a theme';
  const parts = copied(master, office.parts);
  const broken = office.problems.find(({ part }) => parts.some(({ name }) => name === part));
  if (broken) return `${broken.part} cannot be read: ${broken.message}`;
  const layouts = layoutsOf(master, office.parts);
  if (layouts.length === 0) return 'its slide master has no layouts';
  const size = childOf(main.root, 'p:sldSz')?.attributes;
  return {
    parts,
    master: master.name,
    theme: theme.name,
    masterId: listed?.get('id') ?? '2147483648',
    size: { width: px(size?.get('cx') ?? '12192000'), height: px(size?.get('cy') ?? '6858000') },
    layouts,
    warnings: leftOut(parts, [...office.parts.values()]),
  };
}

function targetOf(relations: readonly PartRelation[], kind: string): string | undefined {
  return relations.find((relation) => relation.kind === kind && !relation.isExternal)?.target;
}

function px(emu: string): number {
  return Number(emu) / emuPerPx;
}

/** Relations that lead to what a look is made of. All others, programs and links among them, are cut. */
const kept: ReadonlySet<string> = new Set([
  'slideLayout',
  'slideMaster',
  'theme',
  'themeOverride',
  'image',
  'hdphoto',
  'tags',
]);

export function isKept({ kind, isExternal }: PartRelation): boolean {
  return !isExternal && kept.has(kind);
}

function copied(master: OfficePart, all: ReadonlyMap<string, OfficePart>): readonly OfficePart[] {
  const found = new Map<string, OfficePart>();
  const follow = (part: OfficePart): void => {
    if (found.has(part.name)) return;
    found.set(part.name, part);
    for (const relation of part.relations.filter(isKept)) {
      const target = all.get(relation.target);
      // A layout leads to its master; no other master comes along.
      const isOther = relation.kind === 'slideMaster' && relation.target !== master.name;
      if (target && !isOther) follow(target);
    }
  };
  follow(master);
  return [...found.values()];
}

/** What somebody might miss, or should know of. */
function leftOut(parts: readonly OfficePart[], all: readonly OfficePart[]): readonly string[] {
  const cut = parts.flatMap(({ relations }) => relations.filter((relation) => !isKept(relation)));
  const outside = [...new Set(cut.filter(({ isExternal }) => isExternal).map(({ target }) => target))];
  const objects = [...new Set(cut.filter(({ isExternal }) => !isExternal).map(({ kind }) => kind))];
  const hasMacros = all.some(
    ({ name, type = '' }) => /vbaProject|activeX/i.test(name) || /macroEnabled|vba/i.test(type),
  );
  return [
    ...(hasMacros ? ['its macros are left out'] : []),
    ...outside.map((address) => `its link to ${address.slice(0, 80)} is left out`),
    ...objects.map((kind) => `what it embeds (${kind}) is left out`),
  ];
}

function layoutsOf(master: OfficePart, all: ReadonlyMap<string, OfficePart>): readonly TemplateLayout[] {
  const list = childOf(master.root, 'p:sldLayoutIdLst');
  const ids = list ? elementsIn(list).map(({ attributes }) => attributes.get('r:id')) : [];
  return ids.flatMap((id) => {
    const part = all.get(master.relations.find((relation) => relation.id === id)?.target ?? '');
    if (!part?.root) return [];
    const places = placesIn(part.root, master.root);
    return [{ part: part.name, kind: kindOf(part.root.attributes.get('type') ?? '', places), places }];
  });
}

/** By its places, as programs disagree about types; the type tells a section's head from a slide with text. */
function kindOf(type: string, places: readonly TemplatePlace[]): TemplateLayoutKind {
  const count = (pattern: RegExp): number => places.filter((place) => pattern.test(place.type)).length;
  const [titles, pictures, texts] = [count(/^(?:title|ctrTitle)$/), count(/^pic$/), count(/^(?:obj|body)$/)];
  const others = count(/^(?:tbl|chart|dgm|media|clipArt)$/);
  if (titles === 0) return texts + pictures + others === 0 ? 'blank' : 'other';
  if (count(/^subTitle$/) > 0 && texts === 0) return 'title';
  if (others > 0) return 'other';
  if (type === 'secHead') return 'section';
  if (pictures > 0) return pictures === 1 && texts === 1 ? 'picture' : 'other';
  return texts === 0 ? 'title-only' : texts === 1 ? 'content' : texts === 2 ? 'two' : 'other';
}

function placesIn(layout: XmlElement, master: XmlElement | undefined): readonly TemplatePlace[] {
  return placeholders(layout).map(({ shape, facts }) => {
    const type = facts.get('type') ?? 'obj';
    const above = placeholders(master).find(
      (other) => familyOf(other.facts.get('type')) === familyOf(type),
    )?.shape;
    return {
      type,
      index: facts.get('idx'),
      area: areaOf(shape) ?? areaOf(above),
      textSize: sizeOf([shape, above], type, master),
    };
  });
}

function placeholders(root: XmlElement | undefined) {
  const tree = childOf(root, 'p:cSld', 'p:spTree');
  return (tree ? [...descendants(tree)] : []).flatMap((shape) => {
    const facts =
      shape.name === 'p:sp' ? childOf(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')?.attributes : undefined;
    return facts ? [{ shape, facts }] : [];
  });
}

/** The places of a master that those of its layouts take after (ECMA-376, part 1, 19.3.1.36). */
function familyOf(type = 'obj'): string {
  if (type === 'ctrTitle') return 'title';
  return /^(?:obj|subTitle|pic|tbl|chart|dgm|media|clipArt)$/.test(type) ? 'body' : type;
}

function areaOf(shape: XmlElement | undefined): FrameArea | undefined {
  const place = childOf(shape, 'p:spPr', 'a:xfrm');
  const [offset, extent] = [childOf(place, 'a:off')?.attributes, childOf(place, 'a:ext')?.attributes];
  if (!offset || !extent) return undefined;
  return {
    x: px(offset.get('x') ?? '0'),
    y: px(offset.get('y') ?? '0'),
    width: px(extent.get('cx') ?? '0'),
    height: px(extent.get('cy') ?? '0'),
  };
}

/** px; 18 pt where nobody says. */
function sizeOf(
  shapes: readonly (XmlElement | undefined)[],
  type: string,
  master: XmlElement | undefined,
): number {
  const style = familyOf(type) === 'title' ? 'p:titleStyle' : 'p:bodyStyle';
  const lists = [
    ...shapes.map((shape) => childOf(shape, 'p:txBody', 'a:lstStyle')),
    childOf(master, 'p:txStyles', style),
  ];
  const sizes = lists.map((list) => childOf(list, 'a:lvl1pPr', 'a:defRPr')?.attributes.get('sz'));
  return Number(sizes.find((size) => size !== undefined) ?? 1_800) / 75;
}
