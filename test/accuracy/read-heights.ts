/** Of one slide, px. */
export interface Heights {
  /** Of the body's content, its own padding included; 0 when the slide has no body. */
  readonly content: number;
  /** From the top of the body to the lower margin. */
  readonly room: number;
  /** Something in the body is wider than the body or its place: a formula, a table, a word. */
  readonly isTooWide: boolean;
}

/** Sent to the browser as text: it may use nothing from outside itself. */
export async function readHeights(bodySizes: readonly string[]): Promise<Record<string, Heights[]>> {
  await Promise.all([...document.fonts].map((font) => font.load().catch(() => font)));
  await Promise.all([...document.images].map((image) => image.decode().catch(() => image)));
  const sections = [...document.querySelectorAll<HTMLElement>('svg[data-marpit-svg]')].map((slide) =>
    slide.querySelector<HTMLElement>('section:has(> .body)'),
  );
  const pixels = (style: CSSStyleDeclaration, property: string): number =>
    Number.parseFloat(style.getPropertyValue(property)) || 0;

  /** Padding that only centres: the plan knows that of the boxes' own classes. */
  const centring = (body: HTMLElement): number =>
    /\bpad-(?:small|medium|large)\b/.test(body.className)
      ? 0
      : pixels(getComputedStyle(body), 'padding-bottom');

  const measure = (section: HTMLElement | null): Heights => {
    const body = section?.querySelector<HTMLElement>(':scope > .body');
    if (!section || !body) return { content: 0, room: 0, isTooWide: false };
    const bottom = section.offsetHeight - pixels(getComputedStyle(section), '--content-bottom');
    const top = body.getBoundingClientRect().top - section.getBoundingClientRect().top;
    const room = bottom - top;
    body.style.setProperty('flex', 'none', 'important');
    body.style.setProperty('height', 'auto', 'important');
    const content = body.getBoundingClientRect().height - centring(body);
    const isTooWide = [body, ...body.querySelectorAll('*')].some(
      (element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0,
    );
    body.style.removeProperty('flex');
    body.style.removeProperty('height');
    return { content, room, isTooWide };
  };

  const found: Record<string, Heights[]> = {};
  for (const bodySize of bodySizes) {
    for (const section of sections) {
      section?.classList.remove(...bodySizes);
      section?.classList.add(bodySize);
    }
    found[bodySize] = sections.map(measure);
  }
  return found;
}
