// What a presentation calls its parts and its controls, in the deck's language.

export interface PresentationWords {
  /** What a slide is. Before `position` it says which: "Slide 3 of 16". */
  readonly slide: string;
  /** `#` of `##`. */
  readonly position: string;
  /** All buttons together. */
  readonly controls: string;
  readonly previous: string;
  readonly next: string;
  readonly first: string;
  readonly last: string;
  readonly fullscreen: string;
  readonly overview: string;
  readonly presenter: string;
  /** The title of the list of keys. */
  readonly keys: string;
  readonly close: string;
  /** Of the presenter notes. */
  readonly larger: string;
  readonly smaller: string;
  readonly time: string;
  /** The time since the presenter view was opened. */
  readonly elapsed: string;
}

const names = [
  ...['slide', 'position', 'controls', 'previous', 'next', 'first', 'last', 'fullscreen', 'overview'],
  ...['presenter', 'keys', 'close', 'larger', 'smaller', 'time', 'elapsed'],
] as readonly (keyof PresentationWords)[];

/** By the language's own subtag, in the order of `names`, apart by `|`. */
const byLanguage: ReadonlyMap<string, string> = new Map([
  [
    'en',
    'Slide|# of ##|Presentation controls|Previous slide|Next slide|First slide|Last slide|Full screen|Overview|Presenter view|Keys|Close|Larger notes|Smaller notes|Time|Time since the start',
  ],
  [
    'de',
    'Folie|# von ##|Steuerung der Präsentation|Vorige Folie|Nächste Folie|Erste Folie|Letzte Folie|Vollbild|Übersicht|Referentenansicht|Tasten|Schließen|Größere Notizen|Kleinere Notizen|Uhrzeit|Zeit seit Beginn',
  ],
  [
    'fr',
    'Diapositive|# sur ##|Commandes de la présentation|Diapositive précédente|Diapositive suivante|Première diapositive|Dernière diapositive|Plein écran|Vue d’ensemble|Mode présentateur|Touches|Fermer|Agrandir les notes|Réduire les notes|Heure|Temps écoulé',
  ],
  [
    'es',
    'Diapositiva|# de ##|Controles de la presentación|Diapositiva anterior|Diapositiva siguiente|Primera diapositiva|Última diapositiva|Pantalla completa|Vista general|Vista del presentador|Teclas|Cerrar|Notas más grandes|Notas más pequeñas|Hora|Tiempo transcurrido',
  ],
  [
    'it',
    'Diapositiva|# di ##|Controlli della presentazione|Diapositiva precedente|Diapositiva successiva|Prima diapositiva|Ultima diapositiva|Schermo intero|Panoramica|Vista relatore|Tasti|Chiudi|Note più grandi|Note più piccole|Ora|Tempo trascorso',
  ],
  [
    'pt',
    'Slide|# de ##|Controles da apresentação|Slide anterior|Próximo slide|Primeiro slide|Último slide|Tela cheia|Visão geral|Modo do apresentador|Teclas|Fechar|Notas maiores|Notas menores|Hora|Tempo decorrido',
  ],
  [
    'nl',
    'Dia|# van ##|Bediening van de presentatie|Vorige dia|Volgende dia|Eerste dia|Laatste dia|Volledig scherm|Overzicht|Presentatorweergave|Toetsen|Sluiten|Grotere notities|Kleinere notities|Tijd|Verstreken tijd',
  ],
  [
    'ro',
    'Diapozitivul|# din ##|Comenzile prezentării|Diapozitivul anterior|Diapozitivul următor|Primul diapozitiv|Ultimul diapozitiv|Ecran complet|Privire de ansamblu|Vizualizarea prezentatorului|Taste|Închide|Note mai mari|Note mai mici|Ora|Timp scurs',
  ],
  [
    'ru',
    'Слайд|# из ##|Управление презентацией|Предыдущий слайд|Следующий слайд|Первый слайд|Последний слайд|Полный экран|Обзор слайдов|Режим докладчика|Клавиши|Закрыть|Крупнее заметки|Мельче заметки|Время|Прошло времени',
  ],
  [
    'ja',
    'スライド|# / ##|プレゼンテーションの操作|前のスライド|次のスライド|最初のスライド|最後のスライド|全画面表示|スライド一覧|発表者ビュー|キー操作|閉じる|ノートを大きく|ノートを小さく|現在時刻|経過時間',
  ],
  [
    'zh',
    '幻灯片|第 # 张,共 ## 张|演示控件|上一张幻灯片|下一张幻灯片|第一张幻灯片|最后一张幻灯片|全屏|幻灯片概览|演讲者视图|按键|关闭|放大备注|缩小备注|当前时间|已用时间',
  ],
  [
    'ko',
    '슬라이드|# / ##|프레젠테이션 컨트롤|이전 슬라이드|다음 슬라이드|첫 슬라이드|마지막 슬라이드|전체 화면|슬라이드 개요|발표자 보기|단축키|닫기|메모 크게|메모 작게|현재 시각|경과 시간',
  ],
  [
    'ar',
    'الشريحة|# من ##|عناصر التحكم في العرض|الشريحة السابقة|الشريحة التالية|الشريحة الأولى|الشريحة الأخيرة|ملء الشاشة|نظرة عامة|عرض المقدِّم|المفاتيح|إغلاق|تكبير الملاحظات|تصغير الملاحظات|الوقت|الوقت المنقضي',
  ],
  [
    'he',
    'שקופית|# מתוך ##|פקדי המצגת|השקופית הקודמת|השקופית הבאה|השקופית הראשונה|השקופית האחרונה|מסך מלא|מבט כולל|תצוגת מציג|מקשים|סגירה|הגדלת ההערות|הקטנת ההערות|שעה|הזמן שחלף',
  ],
]);

/** The words, and the language that they are in: English where the deck's is not listed. */
export function presentationWords(deckLanguage: string): {
  readonly words: PresentationWords;
  readonly lang: string;
} {
  const own = deckLanguage.toLowerCase().split('-')[0] ?? '';
  const lang = byLanguage.has(own) ? own : 'en';
  const row = (byLanguage.get(lang) ?? '').split('|');
  return { words: Object.fromEntries(names.map((name, at) => [name, row[at]])) as never, lang };
}

/** "3 of 16: Herons", or what stands before the colon where a slide has no title. */
export function spokenName(
  title: string,
  { number, of }: { readonly number: number; readonly of: number },
  { position }: PresentationWords,
): string {
  const place = position.replace('##', `${of}`).replace('#', `${number}`);
  return title === '' ? place : `${place}: ${title}`;
}
