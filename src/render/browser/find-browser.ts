import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { EnvironmentError } from '../../diagnostics/index.ts';
import { type Bundle, findBundle } from './bundled-browser.ts';

/** Which browser prints, and who chose it. */
export type FoundBrowser =
  | { readonly kind: 'chosen'; readonly path: string; readonly by: '--browser-path' | 'CHROME_PATH' }
  | { readonly kind: 'bundled'; readonly bundle: Bundle }
  | { readonly kind: 'installed'; readonly path: string };

export const browserRemedy =
  'Install Google Chrome, Microsoft Edge or Chromium, or name one with --browser-path or CHROME_PATH. On x64 Linux, `npm install @sparticuz/chromium@147.0.0` brings one along. An HTML presentation needs none: --to html.';

/** A browser that somebody chose is the one that is used, or nothing is. */
export function findBrowser(browserPath: string | undefined): FoundBrowser {
  if (browserPath) return chosen(browserPath, '--browser-path');
  if (process.env.CHROME_PATH) return chosen(process.env.CHROME_PATH, 'CHROME_PATH');
  const bundle = findBundle();
  if (bundle) return { kind: 'bundled', bundle };
  const path = findInstalled();
  if (path) return { kind: 'installed', path };
  throw new EnvironmentError('browser/not-found', 'No browser was found to print with', browserRemedy);
}

function chosen(path: string, by: '--browser-path' | 'CHROME_PATH'): FoundBrowser {
  if (isExecutable(path)) return { kind: 'chosen', path, by };
  throw new EnvironmentError(
    'browser/not-found',
    `${by} names no program that can be run: ${path}`,
    by === 'CHROME_PATH'
      ? 'Correct the environment variable CHROME_PATH or unset it.'
      : 'Give the path of a Chrome, Edge or Chromium executable.',
  );
}

const namesOnPath = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
  'chromium',
  'chromium-browser',
  'brave-browser',
  'brave',
];

const macApplications = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser'];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

/** Path of the first Chrome, Edge, Chromium or Brave at the places where their installers put them, then on PATH. */
export function findInstalled(): string | undefined {
  return [...usualPlaces(), ...placesOnPath()].find(isExecutable);
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') return macPlaces();
  if (process.platform === 'win32') return windowsPlaces();
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}

function macPlaces(): readonly string[] {
  const folders = ['/Applications', join(process.env.HOME ?? '/', 'Applications')];
  return folders.flatMap((folder) =>
    macApplications.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
  );
}

function windowsPlaces(): readonly string[] {
  const { LOCALAPPDATA, PROGRAMFILES, 'PROGRAMFILES(X86)': x86 } = process.env;
  const folders = [PROGRAMFILES, x86, LOCALAPPDATA].filter((folder) => folder !== undefined);
  return folders.flatMap((folder) => windowsPrograms.map((program) => join(folder, program)));
}

function placesOnPath(): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  return namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there or not for us: the answer is no.
    return false;
  }
}
