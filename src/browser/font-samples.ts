// What a page asks of its fonts, so that the browser can be asked by which font it draws each character.
import type { FamilyCharacters } from './page-functions.ts';

const sampleId = 'lectern-font-sample';

/** Spaces and combining marks have no look of their own and are left out. */
export function collectCharacters(): FamilyCharacters[] {
  const families = new Map<string, Map<string, number>>();
  document.querySelectorAll('svg[data-marpit-svg]').forEach((slide, index) => {
    const section = slide.querySelector('section');
    const walker = section && document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    for (let node = walker?.nextNode(); node; node = walker?.nextNode()) {
      const element = node.parentElement;
      if (!element || element.closest('script, style, .katex-mathml')) continue;
      const family = getComputedStyle(element).fontFamily;
      const known = families.get(family) ?? new Map<string, number>();
      families.set(family, known);
      for (const character of node.nodeValue ?? '') {
        const isDrawn = !/[\p{C}\p{Z}\p{M}]/u.test(character);
        if (isDrawn && !known.has(character)) known.set(character, index + 1);
      }
    }
  });
  addSampleElement();
  return [...families].map(([family, characters]) => ({ family, characters: [...characters] }));
}

function addSampleElement(): void {
  const sample = document.createElement('div');
  sample.id = sampleId;
  sample.style.cssText = 'position: fixed; left: 0; top: 0; width: 1000px; font-size: 10px; z-index: 9';
  document.body.append(sample);
}

export function setFontSample(family: string, text: string): void {
  const sample = document.getElementById(sampleId);
  if (!sample) return;
  sample.style.fontFamily = family;
  sample.textContent = text;
  sample.getBoundingClientRect();
}
