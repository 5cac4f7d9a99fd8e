// How notes say that something is asked, or answered.

/** Whether a text ends as a question does. Quotation marks and a remark in parentheses may follow. */
export function isQuestion(text: string): boolean {
  return !/^[[(]?\d{1,2}[:.]\d\d\b/.test(text) && /[?？؟]["'”’»)\]]*\s*(?:\([^()]*\))?$/u.test(text.trim());
}

const asked =
  /^(?:(?:Q|Question|F|Frage|Pregunta|Domanda|Pergunta|Vraag|Вопрос|[問问])\s?\d{0,2}\s?[:：]|Q\s?\d{0,2}\.)\s/iu;

const answer =
  /(?:(?:A|Answer|Antwort|R|Respuesta|Risposta|Resposta|Antwoord|Ответ|答)\s?\d{0,2}\s?[:：]|A\s?\d{0,2}\.)\s/iu;

const answerAtStart = new RegExp(`^${answer.source}`, 'iu');
const answerBehindQuestion = new RegExp(`[?？؟]["'”’»)\\]]*\\s+(?=${answer.source})`, 'iu');

/** `Q: …`, `Frage 2: …`, `Q. …`: words behind a label that says that they ask. */
export function isAsking(text: string): boolean {
  return asked.test(text);
}

/** `A: …`, `Antwort: …`: words behind a label that says that they answer. */
export function isAnswer(text: string): boolean {
  return answerAtStart.test(text);
}

/** Where the answer begins in "Q: Why? A: Because": the question's end. */
export function answerIn(text: string): number | undefined {
  const found = answerBehindQuestion.exec(text);
  return found ? found.index + found[0].length : undefined;
}
