// The few words that are Lectern's own, in the deck's language. English where there is none.
const agendaTitles: Readonly<Record<string, string>> = {
  en: 'Agenda',
  de: 'Überblick',
  fr: 'Plan',
  es: 'Agenda',
  it: 'Agenda',
  pt: 'Agenda',
  nl: 'Agenda',
  ro: 'Cuprins',
  ru: 'План',
  ja: '目次',
  zh: '目录',
  ko: '목차',
  ar: 'المحتويات',
  he: 'תוכן',
};

/** The title of the agenda slide; the notes' own list has none. */
export function agendaTitle(lang: string): string {
  return agendaTitles[lang.split('-')[0] ?? ''] ?? 'Agenda';
}
