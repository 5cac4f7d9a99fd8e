// Entry point: what the page of a library does: searching and filtering its talks.
const searchForm = document.querySelector<HTMLFormElement>('form.search');
const talkList = document.querySelector<HTMLElement>('.talks');
const searchField = searchForm?.querySelector('input');
// A library of few talks has no search.
if (searchForm && talkList && searchField) searchTalks(searchForm, talkList, searchField);

function searchTalks(form: HTMLFormElement, list: HTMLElement, input: HTMLInputElement): void {
  const talks = [...list.querySelectorAll<HTMLElement>('.talk')];
  const selects = [...form.querySelectorAll('select')];
  const count = form.querySelector('.count');
  const none = document.querySelector<HTMLElement>('.none');

  /** Accents and case make no difference. */
  const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = new Map(talks.map((talk) => [talk, fold(talk.dataset.words ?? '')]));

  const matches = (talk: HTMLElement, asked: readonly string[]): boolean =>
    asked.every((word) => words.get(talk)?.includes(word)) &&
    selects.every(
      ({ name, value }) => value === '' || (talk.dataset[name] ?? '').split('\n').includes(value),
    );

  /** What is asked for stands in the address, so that a view can be sent to somebody. */
  const show = (): void => {
    const asked = fold(input.value).split(/\s+/).filter(Boolean);
    const chosen = [...selects, input].filter(({ value }) => value.trim() !== '');
    let found = 0;
    for (const talk of talks) {
      talk.hidden = !matches(talk, asked);
      if (!talk.hidden) found += 1;
    }
    list.classList.toggle('filtered', chosen.length > 0);
    if (none) none.hidden = found > 0;
    if (count) count.textContent = chosen.length > 0 ? `${found} of ${talks.length}` : '';
    const state = new URLSearchParams(chosen.map(({ name, value }) => [name, value])).toString();
    try {
      history.replaceState(null, '', state ? `#${state}` : location.pathname);
    } catch {
      // A page inside another may have no address of its own.
    }
  };

  const clear = (): void => {
    form.reset();
    show();
    input.focus();
  };

  const links = (): HTMLElement[] =>
    talks.flatMap((talk) => (talk.hidden ? [] : (talk.querySelector<HTMLElement>('h2 a') ?? [])));

  /** The talk beside, above or below the one that has the focus, as they stand on the screen. */
  const step = (from: HTMLElement, key: string): HTMLElement | undefined => {
    const all = links();
    const at = all.indexOf(from);
    const flip = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    if (key === 'ArrowRight') return all[at + flip];
    if (key === 'ArrowLeft') return all[at - flip];
    if (key === 'Home') return all[0];
    if (key === 'End') return all.at(-1);
    const place = (link: HTMLElement): DOMRect => (link.closest('.talk') ?? link).getBoundingClientRect();
    const here = place(from);
    const down = key === 'ArrowDown';
    const beyond = all.filter((link) =>
      down ? place(link).top >= here.bottom - 1 : place(link).bottom <= here.top + 1,
    );
    const distance = (link: HTMLElement): number =>
      Math.abs(place(link).top - here.top) * 1000 + Math.abs(place(link).left - here.left);
    return beyond.sort((a, b) => distance(a) - distance(b))[0];
  };

  const asked = new URLSearchParams(location.hash.slice(1));
  for (const field of [...selects, input]) field.value = asked.get(field.name) ?? '';
  for (const select of selects) if (select.selectedIndex < 0) select.value = '';
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    links()[0]?.focus();
  });
  none?.querySelector('button')?.addEventListener('click', clear);
  list.addEventListener('click', (event) => {
    const tag = (event.target as Element).closest<HTMLButtonElement>('.tags button');
    const select = selects.find(({ name }) => name === 'tag');
    if (!tag) return;
    if (select) select.value = tag.value;
    else input.value = tag.value;
    show();
    scrollTo({ top: 0 });
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const writes = target.matches('input, select');
    if (event.key === '/' && !writes) {
      event.preventDefault();
      input.focus();
      input.select();
    } else if (event.key === 'Escape' && list.classList.contains('filtered')) clear();
    else if (event.key === 'ArrowDown' && target === input) {
      event.preventDefault();
      links()[0]?.focus();
    } else if (target.matches('h2 a') && /^(?:Arrow|Home$|End$)/.test(event.key)) {
      event.preventDefault();
      const next = step(target, event.key) ?? (event.key === 'ArrowUp' ? input : undefined);
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    }
  });
  show();
}
