// Words that name what stands below them wherever they stand alone: "Q&A", "Action items", "Teilnehmer".
import type { RootContent } from 'mdast';
import type { Source } from '../diagnostics/index.ts';
import { isAgendaLabel } from './agenda.ts';
import { bareHeading, kindOfHeading } from './headings.ts';
import { endOf, startOf } from './markdown/tree.ts';
import { plainText } from './plain-text.ts';

/** What minutes and notes of talks are divided by, beside what `kindOfHeading` knows. */
const names: ReadonlySet<string> = new Set(
  (
    'notes|meeting notes|action items|actions|action points|next steps|to do|todo|to-do|to dos|todos|tasks|decisions|' +
    'decisions made|attendees|participants|present|apologies|absent|regrets|announcements|updates|discussion|open issues|' +
    'open points|issues|problems|pros|cons|advantages|disadvantages|benefits|drawbacks|risks|goals|background|examples|tools|' +
    'tips|ideas|feedback|follow-up|follow-ups|any other business|aob|parking lot|highlights|speakers|books|homework|' +
    'notizen|aufgaben|offene punkte|offene fragen|nächste schritte|beschlüsse|entscheidungen|teilnehmer|teilnehmende|' +
    'teilnehmerinnen|anwesend|anwesende|entschuldigt|tagesordnung|diskussion|vorteile|nachteile|ziele|hintergrund|risiken|' +
    'beispiele|werkzeuge|ideen|ankündigungen|verschiedenes|' +
    'décisions|à faire|prochaines étapes|participants|présents|excusés|ordre du jour|avantages|inconvénients|objectifs|' +
    'contexte|exemples|outils|risques|idées|divers|' +
    'notas|decisiones|acciones|tareas|pendientes|por hacer|próximos pasos|asistentes|participantes|orden del día|discusión|' +
    'ventajas|desventajas|inconvenientes|objetivos|ejemplos|herramientas|riesgos|' +
    'decisioni|azioni|da fare|prossimi passi|partecipanti|presenti|assenti|ordine del giorno|discussione|vantaggi|svantaggi|' +
    'obiettivi|esempi|strumenti|' +
    'decisões|ações|tarefas|a fazer|próximos passos|pauta|discussão|vantagens|desvantagens|exemplos|ferramentas|' +
    'notities|besluiten|acties|actiepunten|te doen|volgende stappen|aanwezig|aanwezigen|afwezig|deelnemers|discussie|' +
    'voordelen|nadelen|doelen|voorbeelden|rondvraag|' +
    'beslut|anteckningar|uppgifter|närvarande|deltagare|deltagere|zadania|decyzje|uczestnicy|notatki|decizii|acțiuni|participanți|' +
    'заметки|решения|задачи|участники|повестка|обсуждение|следующие шаги|плюсы|минусы|цели|' +
    'メモ|決定事項|アクションアイテム|次のステップ|参加者|出席者|議題|課題|メリット|デメリット|' +
    '笔记|行动项|待办|待办事项|下一步|决定|决议|参会人员|与会者|优点|缺点|讨论|示例|' +
    '메모|결정 사항|할 일|다음 단계|참석자|안건|장점|단점|ملاحظات|القرارات|الحضور|المهام'
  ).split('|'),
);

function isKnownHead(text: string): boolean {
  return (
    /^\p{L}/u.test(text) &&
    !/[.,;:!：]$/u.test(text) &&
    (names.has(bareHeading(text)) || kindOfHeading(text) !== 'talk' || isAgendaLabel(text))
  );
}

/** Such words alone on the line above a list are its label, as words with a colon or in bold are: they are set so. */
export function readKnownHeads(blocks: readonly RootContent[], { text }: Source): readonly RootContent[] {
  return blocks.map((block, at): RootContent => {
    const next = blocks[at + 1];
    if (block.type !== 'paragraph' || next?.type !== 'list') return block;
    const isPlain = block.children.every((child) => child.type === 'text');
    const isLine = !/[\r\n]/.test(text.slice(startOf(block), endOf(block)).trim());
    if (!isPlain || !isLine || !isKnownHead(plainText([block]).trim())) return block;
    const position = block.position ? { position: block.position } : {};
    return { ...block, children: [{ type: 'strong', children: block.children, ...position }] };
  });
}
