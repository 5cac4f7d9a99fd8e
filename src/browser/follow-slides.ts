// Who listens learns which slide is shown, and meets no other.
import type { PageWords } from './page-words.ts';

const active = 'bespoke-marp-active';
const revealed = '[data-bespoke-marp-current-fragment]';

/** From now on: the title of the page, what is said, and which slides can be reached are as the slide that is shown. */
export function followSlides(slides: readonly SVGElement[], words: PageWords, status: HTMLElement): void {
  const view = document.body.dataset.bespokeView;
  const talk = document.querySelector<HTMLMetaElement>('meta[property="og:title"]');
  const heading = document.querySelector<HTMLElement>('.lectern-talk');
  const number = document.querySelector('.lectern-number');
  let [shown, item]: (Element | null)[] = [null, null];
  let isPrinting = false;
  const follow = (): void => {
    const slide = slides.find(({ classList }) => classList.contains(active));
    if (!slide || isPrinting) return;
    const name = sectionOf(slide)?.ariaLabel ?? '';
    const newItem = slide.querySelector(revealed);
    if (view === 'overview') showAsButtons(slides);
    else expose(slides, (other) => other === slide);
    if (heading) {
      heading.hidden = view !== 'overview' && slide.querySelector('h1') !== null;
      heading.textContent = talk?.content ?? '';
    }
    if (view === 'next' || view === 'overview') return;
    const parts = [name, view === 'presenter' && words.presenter, talk?.content];
    const title = parts.filter(Boolean).join(' – ');
    if (document.title !== title) document.title = title;
    if (number) number.textContent = `${slides.indexOf(slide) + 1} / ${slides.length}`;
    // The first slide is read with the page.
    if (shown && shown !== slide) status.textContent = `${words.slide} ${name}`;
    else if (shown && newItem && newItem !== item) status.textContent = spokenText(newItem);
    [shown, item] = [slide, newItem];
  };
  const observer = new MutationObserver(follow);
  const attributeFilter = ['class', 'aria-hidden', 'aria-label', 'data-bespoke-marp-current-fragment'];
  for (const slide of slides) observer.observe(slide, { subtree: true, attributeFilter });
  if (talk) observer.observe(talk, { attributeFilter: ['content'] });
  if (view === 'overview' && matchMedia('(prefers-reduced-motion: reduce)').matches) scrollAtOnce(slides);
  follow();
  // Printed pages hold all slides, and so does what a screen reader is told of them.
  addEventListener('beforeprint', () => {
    isPrinting = true;
    expose(slides, () => true);
  });
  addEventListener('afterprint', () => {
    isPrinting = false;
    follow();
  });
}

/** The slide's element in HTML: `inert` is nothing to an SVG. */
function sectionOf(slide: Element): HTMLElement | null {
  return slide.querySelector<HTMLElement>('section[role]');
}

function expose(slides: readonly SVGElement[], isExposed: (slide: SVGElement) => boolean): void {
  for (const slide of slides) {
    if (isExposed(slide)) slide.removeAttribute('aria-hidden');
    for (const section of slide.querySelectorAll('section')) section.inert = !isExposed(slide);
  }
}

/** In the overview a slide is what one goes to it with. */
function showAsButtons(slides: readonly SVGElement[]): void {
  for (const slide of slides) {
    slide.removeAttribute('aria-hidden');
    for (const section of slide.querySelectorAll('section')) section.inert = true;
    const isShown = slide.classList.contains(active);
    setAttributes(slide, {
      role: 'button',
      'aria-label': sectionOf(slide)?.ariaLabel ?? '',
      'aria-current': `${isShown}`,
    });
  }
}

/** Each change is seen by those who follow the slides. */
function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

/** Marp's script asks for a smooth scroll in so many words, which no style takes back. */
function scrollAtOnce(slides: readonly SVGElement[]): void {
  for (const slide of slides) {
    slide.scrollIntoView = () => Element.prototype.scrollIntoView.call(slide, { block: 'nearest' });
  }
}

/** Formulas are there twice: once to be seen, once to be read. */
function spokenText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const seen of copy.querySelectorAll('[aria-hidden="true"]')) seen.remove();
  return copy.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
