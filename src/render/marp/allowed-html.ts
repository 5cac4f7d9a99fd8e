import type { MarpOptions } from '@marp-team/marp-core';

type AllowList = Exclude<MarpOptions['html'], boolean | undefined>;
type Attributes = Record<string, boolean | ((value: string) => string)>;

/** They fetch something by themselves, or play by themselves. */
const refused = new Set(['audio', 'video', 'source', 'picture']);

/** Marp's own list of harmless HTML without what fetches or plays, and with the writing direction. */
export function allowedHtml(marpList: AllowList): AllowList {
  const kept = Object.entries(marpList).filter(([tag]) => !refused.has(tag));
  return Object.fromEntries(kept.map(([tag, attributes]) => [tag, { ...asRecord(attributes), dir: true }]));
}

function asRecord(attributes: AllowList[string]): Attributes {
  return Array.isArray(attributes) ? Object.fromEntries(attributes.map((name) => [name, true])) : attributes;
}
