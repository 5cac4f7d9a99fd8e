/**
 * Every problem Lectern can report, with the sentence the documentation shows for it.
 * The prefix is the stage that finds it. A new problem starts here.
 */
export const codes = {
  'input/not-found': 'The file or folder does not exist.',
  'input/no-notes': 'The folder or pattern holds no notes files.',
  'input/unreadable': 'The file cannot be read.',
  'input/not-text': 'The file is not text.',
  'input/not-utf8': 'Some bytes are not UTF-8; they were replaced.',
  'input/empty': 'The notes hold no text.',
  'input/too-large': 'The file is larger than any talk is.',
  'notes/front-matter': 'The front matter is not valid YAML.',
  'notes/picture-missing': 'A picture is not where the notes say.',
  'notes/picture-outside': 'A picture lies outside the folder of the notes.',
  'notes/picture-overwritten': 'An output would be written over a picture of the notes.',
  'notes/picture-remote': 'A picture would have to be fetched from the network.',
  'notes/picture-unreadable': 'A picture is in a format that cannot be shown.',
  'notes/picture-too-large': 'A picture is too large to be shown.',
  'notes/too-large': 'A piece of the notes is larger than slides can hold.',
  'notes/raw-html': 'Raw HTML that slides do not allow; it is shown as text.',
  'notes/link-target': 'A link leads to a heading that is not in the notes.',
  'hints/syntax': 'The hints file is not valid YAML.',
  'hints/unknown-key': 'The hints file has a key that means nothing.',
  'hints/wrong-type': 'A value of the hints file has the wrong type.',
  'hints/unknown-layout': 'There is no such layout.',
  'hints/unknown-section': 'No section of the notes has this name.',
  'hints/ambiguous-section': 'More than one section has this name.',
  'hints/named-twice': 'A section has its hints under two keys.',
  'hints/unknown-block': 'Nothing in the section begins with these words.',
  'hints/ambiguous-block': 'More than one block begins with these words.',
  'hints/taken-twice': 'Two slides take the same block.',
  'hints/renamed-section': 'A section was found under a similar name.',
  'hints/outline-order': 'The outline does not follow the order of the notes.',
  'hints/layout-unsuited': 'The layout asked for cannot hold this content.',
  'theme/not-found': 'There is no such theme.',
  'theme/outside': 'The front matter names a theme or a font outside the folder of the notes.',
  'theme/token': 'A token is not known to the theme, or has a value that it cannot take.',
  'theme/font': 'A font has no file that can be used.',
  'theme/contrast': 'Two colours of the theme are too near to each other to be read.',
  'theme/clip': 'A layout does not hold its content in this theme.',
  'render/glyph-missing': 'No embedded font has this character.',
  'render/math': 'A formula is not valid TeX.',
  'render/diagram': 'A diagram cannot be drawn.',
  'render/scaled': 'A slide was still too tall and was scaled down.',
} as const;

/** The closed list of problems: `stage/what`. */
export type DiagnosticCode = keyof typeof codes;
