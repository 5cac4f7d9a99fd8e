import type { SectionKind } from './notes.ts';

/** Whole headings, in lower case. */
const names: Readonly<Record<Exclude<SectionKind, 'talk' | 'agenda'>, string>> = {
  qa:
    'q&a|q & a|q+a|qa|q/a|q and a|q&as|questions|question|questions and answers|questions & answers|' +
    'questions / answers|audience questions|questions from the audience|open questions|' +
    'discussion questions|faq|faqs|frequently asked questions|any questions|q&a session|fragen|' +
    'fragen und antworten|häufige fragen|fragerunde|questions et réponses|questions-réponses|' +
    'questions/réponses|preguntas|preguntas y respuestas|preguntas frecuentes|perguntas|' +
    'perguntas e respostas|domande|domande e risposte|vragen|întrebări|質疑応答|質問|質問と回答|よくある質問|问答|問答|提问|' +
    '问题|常见问题|질의응답|질문|вопросы|вопросы и ответы|أسئلة|الأسئلة|שאלות',
  takeaways:
    'conclusion|conclusions|takeaway|takeaways|take-away|take-aways|take away|take aways|key takeaways|' +
    'key take-aways|main takeaways|my takeaways|key points|summary|in summary|lessons learned|' +
    'lessons learnt|lessons|tl;dr|tldr|wrap-up|wrap up|wrapping up|recap|key insights|final thoughts|' +
    'closing thoughts|fazit|zusammenfassung|schluss|schlussfolgerung|schlussfolgerungen|conclusión|' +
    'conclusiones|resumen|en résumé|résumé|conclusioni|conclusione|riassunto|conclusão|conclusões|' +
    'resumo|conclusie|conclusies|samenvatting|concluzii|concluzie|rezumat|まとめ|結論|总结|總結|结论|結語|小结|요약|결론|' +
    'выводы|итоги|заключение|خاتمة|الخلاصة|סיכום',
  closing:
    'thanks|thank you|thank you!|many thanks|thanks for listening|thank you for listening|' +
    'thank you for your attention|contact|contacts|contact me|get in touch|links|link|references|' +
    'reference|further reading|read more|learn more|resources|more resources|useful links|bibliography|' +
    'sources|credits|acknowledgements|acknowledgments|danke|vielen dank|kontakt|quellen|literatur|' +
    'weiterführende links|merci|références|liens|sources et liens|gracias|referencias|enlaces|contacto|' +
    'recursos|grazie|riferimenti|obrigado|obrigada|referências|bedankt|bronnen|mulțumesc|referințe|' +
    'ありがとうございました|ご清聴ありがとうございました|参考文献|参考|参考資料|谢谢|謝謝|参考资料|감사합니다|참고문헌|спасибо|ссылки|литература|شكرا|' +
    'المراجع|תודה',
};

const kinds: ReadonlyMap<string, SectionKind> = new Map(
  (Object.keys(names) as (keyof typeof names)[]).flatMap((kind) =>
    names[kind].split('|').map((name) => [name, kind] as const),
  ),
);

/** Letters of the longest heading that could be one of these, with its number and markers. */
const longest = 80;

/** What a section is by its heading alone. The whole heading must say so: "Open questions in ML" is a talk. */
export function kindOfHeading(title: string): SectionKind {
  if (title.length > longest) return 'talk';
  const bare = title
    .normalize('NFC')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/^\d+(?:[.)]\d+)*[.)]?\s+/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return kinds.get(bare) ?? (isQuestionsAndMore(bare) ? 'qa' : 'talk');
}

/** "Q&A, other", "Questions / discussion": minutes end so. */
function isQuestionsAndMore(bare: string): boolean {
  const [first = '', ...others] = bare.split(/\s*[,/]\s*|\s+(?:and|&|\+)\s+/);
  return (
    others.length > 0 &&
    kinds.get(first) === 'qa' &&
    others.every((part) =>
      /^(?:other|others|discussion|misc|miscellaneous|aob|any other business)$/.test(part),
    )
  );
}
