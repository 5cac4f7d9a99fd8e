import { emojiBase } from './emoji.ts';

/**
 * Marp draws no emoji in code that is coloured or stands in tags: they would be drawn by a font of
 * the viewer's machine, or as boxes. Here they become what they are elsewhere.
 */
export function drawCodeEmoji(html: string): string {
  return html.replace(/<code\b[^>]*>[\s\S]*?<\/code>/g, (code) =>
    code.replace(tagOrEmoji, (found) => (found.startsWith('<') ? found : picture(found))),
  );
}

/** Flags, families and skin tones are one sign each. */
const tagOrEmoji =
  /<[^>]*>|(?:\p{Emoji}\ufe0f\u20e3?|\p{Regional_Indicator}{2}|\p{Emoji_Presentation}\p{Emoji_Modifier}?)(?:\u200d\p{Emoji}\ufe0f?\p{Emoji_Modifier}?)*(?!\ufe0e)/gu;

function picture(emoji: string): string {
  return `<img class="emoji" draggable="false" alt="${emoji}" src="${emojiBase}svg/${nameOf(emoji)}.svg" data-marp-twemoji=""/>`;
}

/** As the drawings are named: the sign that asks for a picture counts only where signs are joined. */
function nameOf(emoji: string): string {
  const signs = [...(emoji.includes('\u200d') ? emoji : emoji.replaceAll('\ufe0f', ''))];
  return signs.map((sign) => sign.codePointAt(0)?.toString(16)).join('-');
}
