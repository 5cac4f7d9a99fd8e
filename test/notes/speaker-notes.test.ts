// What the audience must not see, as programs for slides write it, each with what only looks like it.
import { describe, expect, test } from 'vitest';
import { parseNotes, plainText, type Section } from '../../src/notes/index.ts';
import { slideTool, toolSigns } from '../../src/notes/slide-tools/slide-tool.ts';
import { noteSyntaxes } from '../../src/notes/slide-tools/speaker-notes.ts';

/** The words of slides, and those of presenter notes. */
function readBoth(text: string): { readonly shown: string; readonly said: string } {
  const { title, agenda, sections } = parseNotes({ path: 'notes.md', text }).value;
  const all = (list: readonly Section[]): readonly Section[] =>
    list.flatMap((section) => [section, ...all(section.sections)]);
  const blocks = all(sections).flatMap((section) => [...section.title, ...section.blocks]);
  const remarks = all(sections).flatMap(({ presenterNotes }) =>
    presenterNotes.flatMap((note) => note.blocks),
  );
  const fields = [title.title, title.subtitle, title.speaker].flatMap((field) => field?.content ?? []);
  const shown = plainText([...fields, ...title.details, ...(agenda?.blocks ?? []), ...blocks]);
  return { shown, said: plainText(remarks) };
}

const rivers = '# Rivers\n\n## Source\n\n- spring\n';
const after = '\n\n## Mouth\n\n- delta\n';
const deck = '# Rivers\n\n---\n\n## Source\n\n- spring\n';
const next = '\n\n---\n\n## Mouth\n\n- delta\n';

describe('words for the speaker alone', () => {
  test.each<[string, string]>([
    ['a fenced div', `${rivers}\n::: notes\nSecret one.\n\n- Secret two\n:::${after}`],
    ['a fenced div with more colons', `${rivers}\n:::::: notes\nSecret one.\n::::::${after}`],
    ['a fenced div without a space', `${rivers}\n:::notes\nSecret one.\n:::${after}`],
    ['a fenced div with attributes', `${rivers}\n::: {.notes #n1 lang=en}\nSecret one.\n:::${after}`],
    ['a fenced div with colons behind', `${rivers}\n::: {#n .notes} :::\nSecret one.\n:::${after}`],
    ['a fenced div of the speaker', `${rivers}\n::: speaker-notes\nSecret one.\n:::${after}`],
    [
      'divs in a div',
      `${rivers}\n:::: notes\nSecret one.\n\n::: warning\nSecret two.\n:::\nSecret three.\n::::${after}`,
    ],
    ['a div in a div', `${rivers}\n::: warning\n- left\n\n::: notes\nSecret one.\n:::\n:::${after}`],
    ['a fenced div that never ends', `${rivers}\n::: notes\nSecret one.\n\nSecret two.${after}`],
    ['a fenced div right below a bullet', `${rivers}::: notes\nSecret one.\n:::${after}`],
    ['a fenced div in a bullet', `${rivers}\n  ::: notes\n  Secret one.\n  :::\n- lake${after}`],
    [
      'code in a fenced div',
      `${rivers}\n::: notes\n\`\`\`\n::::\nSecret one\n\`\`\`\nSecret two\n:::${after}`,
    ],
    ['line ends of Windows', `${rivers}\n::: notes\nSecret one.\n:::${after}`.replaceAll('\n', '\r\n')],
    ['an aside', `${rivers}\n<aside class="notes">Secret one.</aside>${after}`],
    [
      'an aside on lines',
      `${rivers}\n<aside class="notes">\n\nSecret *one*.\n\n- Secret two\n\n</aside>${after}`,
    ],
    [
      'an aside with other attributes',
      `${rivers}\n<aside id=a class='big notes' data-x>\n<p>Secret one.</p></aside>${after}`,
    ],
    [
      'an aside at the end of a bullet',
      `# Rivers\n\n## Source\n\n- spring <aside class=notes>Secret one.</aside>\n- lake${after}`,
    ],
    ['an aside that never ends', `${rivers}\n<aside class="notes">\nSecret one.\n\nSecret two.${after}`],
    ['a div of HTML', `${rivers}\n<div class="notes">\n<div>Secret one.</div>\nSecret two.\n</div>${after}`],
    ['question marks', `${rivers}\n???\nSecret one.\n\nSecret two.${after}`],
    ['question marks in a deck', `${deck}\n???\n\nSecret one.\n\n### Secret two\n\nSecret three.${next}`],
    ['question marks right below a bullet', `${rivers}???\nSecret one.${after}`],
    ['a caret', `${rivers}\n^ Secret one.\n\n^ Secret two.${after}`],
    ['a caret on two lines', `${rivers}\n^ Secret one.\nSecret two.\n^ Secret three.${after}`],
    ['a caret right below a bullet', `${rivers}^ Secret one.${after}`],
    ['a note at the end of a section', `${rivers}\nNote: Secret one.${after}`],
    ['a note on two lines', `${rivers}\nNote:\nSecret one.\nSecret two.${after}`],
    ['a note in a deck', `${deck}\nNote: Secret one.\n\n- Secret two\n\nSecret three.${next}`],
    ['notes in a deck', `${deck}\nNotes:\n\n- Secret one${next}`],
    ['small letters in a deck', `${deck}\nnote: Secret one.${next}`],
    ['a note below words in a deck', `# Rivers\n\n---\n\n## Source\n\nA spring.\nNote: Secret one.${next}`],
    ['a note where other lines part slides', `${deck.replaceAll('---', '***')}\nNote: Secret one.${next}`],
    [
      'a note without rules but with options',
      `---\nrevealOptions:\n  transition: fade\n---\n\n# Rivers\n\nA spring.\n\nNote: Secret one.\n`,
    ],
    [
      'speaker notes',
      `# Rivers\n\n## Source\n\nA spring.\n\nSpeaker notes: Secret one.\n\n- Secret two${after}`,
    ],
    ['speaker notes in bold', `${rivers}\n**Speaker notes:** Secret one.${after}`],
    ['speaker notes in bold before the colon', `${rivers}\n**Presenter’s notes**: Secret one.${after}`],
    ['speaker notes in a bullet', `${rivers}- Speaker note: Secret one.\n  - Secret two\n- lake${after}`],
    ['speaker notes in German', `${rivers}\nSprechernotizen: Secret one.${after}`],
    ['speaker notes in French', `${rivers}\n**Notes de l’orateur :** Secret one.${after}`],
    ['speaker notes in Spanish', `${rivers}\nNotas del orador:\n\nSecret one.${after}`],
    ['speaker notes in Japanese', `${rivers}\n発表者ノート：Secret one.${after}`],
    ['a heading', `${rivers}\n### Speaker notes\n\nSecret one.\n\n#### Secret two\n\nSecret three.${after}`],
    [
      'a heading of a converter',
      `<!-- Slide number: 1 -->\n# Rivers\n\n- spring\n\n### Notes:\nSecret one.\n\n<!-- Slide number: 2 -->\n# Mouth\n\n- delta\n`,
    ],
    ['a fenced div in one line', `${rivers}\n::: notes Secret one :::${after}`],
    ['a callout', `${rivers}\n> [!speaker-notes]\n> Secret one.${after}`],
    ['a note in plain text', 'Rivers\n\nSource\n- spring\nNote: Secret one.\n\nMouth\n- delta\n'],
    ['a comment', `${rivers}\n<!-- Secret one. -->${after}`],
    ['a comment that closes a slide', `${deck}\n<!--\nSecret one.\n-->${next}`],
    ['a quote', `${rivers}\n> Sprechernotiz: Secret one.${after}`],
  ])('%s', (_, text) => {
    const { shown, said } = readBoth(text);
    expect(shown.replaceAll('::: warning', '').replace(/^:::$/gm, '')).not.toMatch(
      /secret|:::|\?\?\?|\^|<|notes?\b|notiz|notas/i,
    );
    expect(shown).toMatch(/spring/);
    const secrets = text.match(/Secret \w+/g) ?? [];
    for (const secret of secrets) expect(said.replace('*', '')).toContain(secret);
    expect(said.replace('::::', '')).not.toMatch(/spring|lake|left|delta|:::|\?\?\?|\^/);
    if (text.includes('delta')) expect(shown).toContain('delta');
  });
});

const prose =
  'The river begins in the hills, and for the first forty miles it is hardly more than a brook that anyone could jump over, which is why the old maps leave it out as far as the bridge.';

describe('words that only look like it', () => {
  test.each<[string, string]>([
    ['a note in a sentence', `${rivers}\nA side note: the water is slow.${after}`],
    ['a note that begins a section', `# Rivers\n\n## Source\n\nNote: the water is slow.\n\n- spring${after}`],
    ['a note amid a section', `${rivers}\nNote: the water is slow.\n\n- lake${after}`],
    ['a note below words', `# Rivers\n\n## Source\n\nA spring.\n\nNote: the water is slow.${after}`],
    [
      'a note in notes of long paragraphs',
      `# Rivers\n\n${prose}\n\n## Source\n\n- spring\n\nNote: the water is slow.${after}`,
    ],
    ['a note in a deck of Marp', `---\nmarp: true\n---\n\n${deck}\nNote: the water is slow.${next}`],
    ['a note in bold', `${rivers}\n**Note:** the water is slow.${after}`],
    ['notes as a label above a list', `# Rivers\n\n## Source\n\nNotes:\n\n- spring\n- lake${after}`],
    ['a note in a bullet', `${rivers}- Note: the water is slow.${after}`],
    ['a note in code', `${rivers}\n\`\`\`\nNote: the water is slow.\n???\n::: notes\n^ up\n\`\`\`${after}`],
    [
      'a rule in prose',
      `# Rivers\n\n${prose} ${prose}\n\n---\n\n${prose} ${prose}\n\nNote: the water is slow.\n\n${prose} ${prose}\n\n- spring\n`,
    ],
    [
      'notes of a meeting with a rule',
      '# Rivers\n\nNotes: the water was slow.\n\n## Source\n\n- spring\n\n---\n\n## Mouth\n\n- delta\n',
    ],
    ['question marks as a gap', `# Rivers\n\n## Source\n\n- spring\n\n???${after}`],
    ['question marks in a line', `${rivers}- how slow???\n- ??? miles${after}`],
    ['a caret without words', `${rivers}\n^ 12${after}`],
    ['a footnote in the line', `${rivers}\nThe water^[slow] is cold.${after}`],
    ['a caret under a word', `${rivers}\nThe water\n    ^ slow${after}`],
    ['a div for all', `${rivers}\n::: note\nThe water is slow.\n:::${after}`],
    ['an aside for all', `${rivers}\n<aside>The water is slow.</aside>${after}`],
    ['another class', `${rivers}\n<div class="footnotes">The water is slow.</div>${after}`],
    ['a tag in code', `${rivers}\nWrite \`<aside class="notes">\` for the water that is slow.${after}`],
    ['a heading of notes', `${rivers}\n### Notes\n\nThe water is slow.${after}`],
    ['a section of speakers', `${rivers}\n### Speaker notes and slides\n\nThe water is slow.${after}`],
  ])('%s', (_, text) => {
    const { shown, said } = readBoth(text);
    expect(said).toBe('');
    const last = text.match(/slow|12|\?\?\?/g)?.at(-1) ?? '';
    expect(shown).toContain(last);
  });
});

test.each(noteSyntaxes)('$example', ({ example }) => {
  const { shown, said } = readBoth(`# Rivers\n\n## Source\n\n${example}`);
  expect(said).toBe('Secret');
  expect(shown).not.toContain('Secret');
});

test.each(toolSigns)('$tool: $example', ({ tool, place, example }) => {
  expect(slideTool(place === 'front' ? `---\n${example}\n---\n\n# A\n` : `${example}\n\n# A\n`)).toBe(tool);
});
