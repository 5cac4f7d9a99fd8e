/** Names that an object has from its prototype: looked up in a plain object, they are found. */
export const objectWords = [
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__proto__',
  '__defineGetter__',
] as const;

/** A word in every place of the notes that takes one. */
export const notesOf = (word: string): string => `---
${word}: 1
title: ${word}
lang: ${word}
lectern:
  deck: { lang: ${word}, title: ${word}, speaker: ${word}, agenda: true, footer: ${word} }
---

# ${word}

${word}: ${word} · ${word} 2026

## ${word}

- **${word}**: ${word}
- \`${word}\` [${word}](#${word}) [^${word}] :${word}: &${word};
- <${word}>${word}</${word}> <b ${word}="${word}">${word}</b>

[^${word}]: ${word}

## ${word} {#${word} .${word}}

\`\`\`${word}
${word}
\`\`\`

> [!${word}]
> ${word}

## Diagram

\`\`\`mermaid
graph LR
  ${word}[${word}] -- ${word} --> b:::${word}
\`\`\`

## ${word}: a table

| ${word} | tonnes |
|---|---|
| ${word} | 3 |
| b | 4 |

## Formula

$\\${word} \\mathrm{${word}}$ and $$\\begin{${word}} a \\end{${word}}$$

![${word}](${word}) ![${word}](a.${word})

#${word} @${word} {{${word}}} [[${word}]] ![[${word}]]
`;
