/** Sentences of talks in several scripts; samples are put together from them. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The model was trained on 2 trillion tokens of public data, and half as much again was thrown away.',
    'We compare **three** settings: small, medium-sized and large (see the appendix).',
    'A well-known trick is to cache `key_value` pairs; it saves 40% of the time.',
    'Read [the full report](https://example.org) before you cite any of these numbers!',
    'Why does it work? Nobody knows – but it’s “good enough” for now…',
    'Call `render(slide, { scale: 2 })` once per frame, never *inside* the loop.',
    'The address is https://example.org/reports/2024/appendix-b/table-17.html?sort=name&order=asc and it may move.',
    'AVAILABLE TODAY: Type 1 & Type 2 files, To/From fields, Wave offices.',
  ],
  de: [
    'Die Donaudampfschifffahrtsgesellschaft veröffentlicht ihre Geschäftsberichte seit über hundert Jahren.',
    'Größere Modelle lernen „schneller“, brauchen aber auch mehr Übung und Geduld.',
    'Ein Entscheidungsproblem ist **semientscheidbar**, wenn die Maschine bei jeder Ja-Instanz hält.',
    'Straßenbahnhaltestellen liegen höchstens 300 m voneinander entfernt – meistens weniger.',
  ],
  cs: [
    'Příliš žluťoučký kůň úpěl ďábelské ódy, a nikdo se tomu už ani trochu nedivil.',
    'Výsledky měření ukazují, že **druhá metoda** je přibližně o třetinu rychlejší.',
    'Každý účastník dostane vytištěné poznámky a seznam doporučené četby.',
  ],
  el: [
    'Η ταχύτητα του συστήματος εξαρτάται από το μέγεθος της μνήμης και τον αριθμό των χρηστών.',
    'Ξεκινάμε με ένα απλό παράδειγμα και **συνεχίζουμε** με δυσκολότερα.',
  ],
  ru: [
    'Съешь же ещё этих мягких французских булок, да выпей чаю – и продолжим разговор о моделях.',
    'Обучение заняло около **трёх недель** на двух тысячах ускорителей.',
    'Каждый слайд читается за три секунды с последнего ряда большого зала.',
  ],
};

/** Text in many languages by name, the same on every run. */
export function samples(): { name: string; markdown: string }[] {
  const next = sequence(20240607);
  const pick = (language: string, count: number): string => {
    const from = sentences[language] ?? [];
    return Array.from({ length: count }, () => from[next() % from.length]).join(' ');
  };
  const languages = Object.keys(sentences);
  return languages.flatMap((name) =>
    Array.from({ length: 40 }, (_, at) => ({
      name,
      markdown: sample(at, (count) => pick(name, count), next),
    })),
  );
}

function sample(at: number, pick: (count: number) => string, next: () => number): string {
  const some = (): string => pick(1 + (next() % 2));
  switch (at % 5) {
    case 0:
      return `- ${some()}\n  - ${some()}\n  - ${some()}\n    - ${some()}\n- ${some()}`;
    case 1:
      return `1. ${some()}\n\n   ${some()}\n\n2. ${some()}`;
    case 2:
      return `| ${pick(1)} | B |\n|---|---|\n| ${some()} | ${pick(1)} |\n| C | ${some()} |`;
    default:
      return pick(1 + (next() % 4));
  }
}

/** Numbers that look random and never change (a linear congruential generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state >> 8;
  };
}
