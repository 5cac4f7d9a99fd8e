import type { BuildStage } from '../pipeline/index.ts';

/** What each stage does, for the progress line. */
export const stageWords: Readonly<Record<BuildStage, string>> = {
  read: 'reading',
  notes: 'reading the notes',
  hints: 'matching the hints',
  theme: 'reading the theme',
  plan: 'planning the slides',
  deck: 'writing the deck',
  slides: 'setting the slides',
  html: 'writing the HTML',
  marp: 'writing the Marp Markdown',
  browser: 'starting the browser',
  fit: 'checking that everything fits',
  pdf: 'printing the PDF',
  handout: 'laying out the handout',
  'presenter-notes': 'writing the presenter notes',
  png: 'taking the pictures',
  pptx: 'making the PowerPoint file',
};
