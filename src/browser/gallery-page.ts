// Entry point: what a gallery page does: choosing slides, showing one at full size, copying hints.
const all = <T extends Element>(selector: string): T[] => [...document.querySelectorAll<T>(selector)];
const cards = all<HTMLElement>('.card');
const filters = all<HTMLSelectElement>('select');
const dialog = document.querySelector('dialog');
const full = dialog?.querySelector('img');
const caption = dialog?.querySelector('.caption');
const count = document.querySelector('.count');
let at = 0;

const visible = (): HTMLElement[] => cards.filter((card) => !card.hidden);
/** A card can hold several slides. */
const slides = (): HTMLElement[] =>
  visible().flatMap((card) => [...card.querySelectorAll<HTMLElement>('.open')]);

/** What is chosen stands in the address, so that a view can be sent to somebody. */
const filter = (): void => {
  if (filters.length === 0) return;
  for (const card of cards) {
    card.hidden = filters.some(({ name, value }) => value !== '' && card.dataset[name] !== value);
  }
  const number = visible().length;
  if (count) count.textContent = `${number} ${number === 1 ? 'slide' : 'slides'}`;
  const chosen = filters.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]);
  history.replaceState(null, '', `#${new URLSearchParams(chosen)}`);
};

const show = (index: number): void => {
  const shown = slides();
  at = (index + shown.length) % shown.length;
  const picture = shown[at]?.querySelector('img');
  if (!picture || !full || !caption || !dialog) return;
  full.src = picture.src;
  full.alt = picture.alt;
  caption.textContent = picture.alt;
  if (!dialog.open) dialog.showModal();
};

const copy = async (button: HTMLButtonElement): Promise<void> => {
  const pre = button.parentElement?.querySelector('pre');
  const text = pre?.textContent ?? '';
  const done = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (!done) getSelection()?.selectAllChildren(pre ?? button);
  button.textContent = done ? 'Copied' : 'Press Ctrl+C';
  setTimeout(() => {
    button.textContent = 'Copy';
  }, 2000);
};

const asked = new URLSearchParams(location.hash.slice(1));
for (const select of filters) {
  const value = asked.get(select.name) ?? '';
  if ([...select.options].some((option) => option.value === value)) select.value = value;
  select.addEventListener('change', filter);
}
filter();
for (const button of all<HTMLButtonElement>('.open')) {
  button.addEventListener('click', () => show(slides().indexOf(button)));
}
for (const button of all<HTMLButtonElement>('.copy'))
  button.addEventListener('click', () => void copy(button));
dialog?.querySelector('.previous')?.addEventListener('click', () => show(at - 1));
dialog?.querySelector('.next')?.addEventListener('click', () => show(at + 1));
dialog?.querySelector('.close')?.addEventListener('click', () => dialog.close());
dialog?.addEventListener('close', () => slides()[at]?.focus());
dialog?.addEventListener('keydown', (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step !== undefined) show(at + step);
});
