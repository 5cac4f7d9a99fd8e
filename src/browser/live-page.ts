// Entry point: keeps an open page up to date while the notes are being written (`--watch`).
import { fitSlides } from './fit-slides.ts';

/** The version this page was served in. */
const served = Number(document.currentScript?.dataset.version);
let version = served;
/** As the server has them; unknown until the deck was fetched once. */
let slides: readonly string[] | undefined;
let isBusy = false;
let newest = served;
/** ms after which a deck that could not be fetched is asked for again. */
const retryAfter = 500;

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const slidesOf = (page: Document): Element[] => [...page.querySelectorAll('svg[data-marpit-svg]')];
const textsOf = (page: Document): string[] => slidesOf(page).map((slide) => slide.outerHTML);
const notesOf = (page: Document): Element[] => [...page.querySelectorAll('.bespoke-marp-note')];
const stylesOf = (page: Document): Element[] => [...page.querySelectorAll('style')];
const fetchDeck = async (): Promise<{ html: string; number: number }> => {
  const answer = await fetch('deck');
  if (!answer.ok) throw new Error(`the deck could not be fetched: ${answer.status}`);
  return { html: await answer.text(), number: Number(answer.headers.get('etag')) };
};

/** A slide that has moved says so in its attributes alone. */
const unnumbered = (text: string): string =>
  text
    .replace(/ (?:id|data-marpit-pagination|data-marpit-pagination-total)="\d+"/g, '')
    .replace(/ aria-roledescription="[^"]*" aria-label="[^"]*"/, '');

const heading = (text: string): string => /<h[12]\b[^>]*>([\s\S]*?)<\/h[12]>/.exec(text)?.[1] ?? '';

/** The slide that is shown is sought in the new deck: one that was put in before it moves it on. */
const reload = (next: readonly string[], before: readonly string[]): void => {
  const [, at = '1', rest = ''] = /^#(\d+)(.*)$/.exec(location.hash) ?? [];
  const old = before[Number(at) - 1] ?? '';
  const same = next.map(unnumbered).indexOf(unnumbered(old));
  const found = same < 0 && heading(old) !== '' ? next.map(heading).indexOf(heading(old)) : same;
  const number = found < 0 ? Math.min(Number(at), next.length) : found + 1;
  history.replaceState(history.state, '', `#${number}${found < 0 ? '' : rest}`);
  location.reload();
};

const replaceAll = (old: readonly Element[], now: readonly Element[]): void => {
  old.forEach((element, at) => {
    const other = now[at];
    if (other && element.innerHTML !== other.innerHTML) element.innerHTML = other.innerHTML;
  });
};

const update = async (): Promise<void> => {
  const { html, number } = await fetchDeck();
  const page = parse(html);
  const next = textsOf(page);
  const before = slides;
  if (!before) {
    if (number !== version) return location.reload();
    slides = next;
  }
  if (!before || number === version) return;
  const [shown, notes, styles] = [slidesOf(document), notesOf(document), stylesOf(document)];
  const [newNotes, newStyles] = [notesOf(page), stylesOf(page)];
  const changed = next.flatMap((text, at) => (text === before[at] ? [] : at));
  const isSame = next.length === before.length && newNotes.length === notes.length;
  const steps = (text = ''): boolean => text.includes('data-marpit-fragment');
  const inPlace = isSame && shown.length === next.length && newStyles.length <= styles.length;
  if (!inPlace || changed.some((at) => steps(before[at]) || steps(next[at]))) return reload(next, before);
  const fresh = slidesOf(page);
  for (const at of changed) {
    const [from, to] = [fresh[at], shown[at]];
    if (!from || !to) continue;
    const [section, now] = [to.querySelector('section'), from.querySelector('section')];
    if (section && now && to.querySelectorAll('section').length === 1) swap(section, now);
    else to.innerHTML = from.innerHTML;
  }
  replaceAll(notes, newNotes);
  replaceAll(styles, newStyles);
  // The page's own script puts the slide's name before it.
  const talk = document.querySelector<HTMLMetaElement>('meta[property="og:title"]');
  if (talk) talk.content = page.title;
  slides = next;
  version = number;
  await fitSlides();
};

/** What the presentation has put on the slide's element stays there. */
const swap = (section: Element, now: Element): void => {
  for (const { name } of [...section.attributes]) {
    if (!now.hasAttribute(name) && !/^(?:data-bespoke|inert$)/.test(name)) section.removeAttribute(name);
  }
  for (const { name, value } of now.attributes) section.setAttribute(name, value);
  section.innerHTML = now.innerHTML;
};

const complain = (text: string): void => {
  document.getElementById('lectern-problem')?.remove();
  if (text === '') return;
  const box = document.createElement('pre');
  box.id = 'lectern-problem';
  box.setAttribute('role', 'alert');
  box.textContent = text;
  box.style.cssText =
    'all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 70vh; overflow: auto; box-sizing: border-box; padding: 20px 28px; background: #2b0f0b; color: #ffe9e3; border-top: 4px solid #ff6b4a; font: 15px/1.5 ui-monospace, monospace; white-space: pre-wrap; unicode-bidi: plaintext;';
  document.body.append(box);
};

/** News that come while the page is being changed wait until it is. */
const catchUp = async (): Promise<void> => {
  if (isBusy) return;
  isBusy = true;
  try {
    for (let before = -1; (newest !== version || !slides) && before !== newest; ) {
      before = newest;
      await update();
    }
  } catch (error) {
    // The server may be busy or starting anew.
    console.warn(error);
    setTimeout(catchUp, retryAfter);
  } finally {
    isBusy = false;
  }
};

const live = new EventSource('live');
live.addEventListener('message', ({ data }) => {
  const news = JSON.parse(data) as { version: number; problem: string };
  complain(news.problem);
  newest = news.version;
  void catchUp();
});
