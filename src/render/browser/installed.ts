import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

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
