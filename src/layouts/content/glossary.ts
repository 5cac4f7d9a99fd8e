/** Titles under which terms are explained, by a word in them. */
const explains =
  /(?<!\p{L})(?:glossary|terms?|terminology|vocabulary|definitions?|notation|abbreviations|acronyms|jargon|words|glossar|begriffe|definitionen|abkürzungen|glossaire|définitions|vocabulaire|glosario|definiciones|términos|glossário|definições|termini|definizioni|термины|определения|مصطلحات|מונחים)(?!\p{L})|用語|术语|術語|용어/iu;

/** Does the title say that terms are explained below it? */
export function isGlossary(title: string): boolean {
  return explains.test(title);
}
