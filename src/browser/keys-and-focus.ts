// The keyboard: the list of keys, keys that a button would swallow, and a focus that is not lost.
import type { PageWords } from './page-words.ts';

const keysOfButtons = ['Tab', 'Enter', ' ', 'Shift'];

/** `?` shows the keys and hides them again. While they are shown no key turns slides. */
export function listenToKeys(): void {
  const dialog = document.querySelector<HTMLDialogElement>('.lectern-keys');
  const view = document.body.dataset.bespokeView;
  if (!dialog || (view !== '' && view !== 'presenter')) return;
  const open = (): void => dialog.showModal();
  document.querySelector('[data-lectern="keys"]')?.addEventListener('click', open);
  dialog.querySelector('button')?.addEventListener('click', () => dialog.close());
  const listen = (event: KeyboardEvent): void => {
    const isAsked = event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (dialog.open) event.stopPropagation();
    if (isAsked) {
      event.preventDefault();
      if (dialog.open) dialog.close();
      else open();
    } else if (!dialog.open && isLostOnButton(event)) {
      const copy = new KeyboardEvent('keydown', event);
      if (!document.dispatchEvent(copy)) event.preventDefault();
    }
  };
  addEventListener('keydown', listen, { capture: true });
}

/** Marp's script keeps all keys of a button in its bar from the slides. */
function isLostOnButton({ target, key }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLButtonElement &&
    !!target.closest('.bespoke-marp-osc') &&
    !keysOfButtons.includes(key)
  );
}

/**
 * Marp's script takes the focus from a button that is pressed, and gives none back when the overview closes, behind which
 * everything could still be reached.
 */
export function keepFocus(words: PageWords): void {
  let pressed: HTMLButtonElement | undefined;
  document.addEventListener('click', ({ target, detail }) => {
    const button = target instanceof HTMLButtonElement && detail === 0 ? target : undefined;
    pressed = button;
    (button?.disabled ? button.parentElement?.querySelector<HTMLElement>('button:enabled') : button)?.focus();
  });
  const bar = document.querySelector('.bespoke-marp-osc');
  const follow = (): void => {
    bar?.removeAttribute('aria-hidden');
    const overview = document.querySelector<HTMLElement>('.bespoke-marp-overview');
    if (!overview) return;
    observer.observe(overview, { attributeFilter: ['data-open'] });
    const isOpen = overview.dataset.open === '1';
    const frame = overview.querySelector('iframe');
    if (frame) frame.title = words.overview;
    const others = [...document.body.children].filter((child) => child !== overview);
    const wasOpen = others.some((other) => (other as HTMLElement).inert);
    for (const other of others) (other as HTMLElement).inert = isOpen;
    if (wasOpen && !isOpen) pressed?.focus();
  };
  const observer = new MutationObserver(follow);
  // The overview is made when it is first asked for.
  observer.observe(document.body, { childList: true });
  if (bar) observer.observe(bar, { attributeFilter: ['aria-hidden'] });
}
