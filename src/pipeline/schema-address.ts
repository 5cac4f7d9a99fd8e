import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFile } from '../package-file.ts';

const inPackage = 'schema/hints.json';

/**
 * How a hints file in `folder` names the schema that comes with Lectern, so that editors find it without a network.
 * Where Lectern is installed in the project around the folder, or the folder is in a checkout of Lectern, a relative
 * path, which holds on other machines too; else the address of the file on this one.
 */
export function schemaAddress(folder: string): string {
  const installed = join('node_modules/lectern', inPackage);
  const project = foldersAround(folder).find((path) => existsSync(join(path, installed)));
  if (project !== undefined) return relativePath(folder, join(project, installed));
  const isInCheckout = isAround(packageFile('.'), folder);
  return isInCheckout
    ? relativePath(folder, packageFile(inPackage))
    : pathToFileURL(packageFile(inPackage)).href;
}

/** From the inside out. */
function foldersAround(folder: string): readonly string[] {
  const outer = dirname(folder);
  return outer === folder ? [folder] : [folder, ...foldersAround(outer)];
}

function isAround(outer: string, folder: string): boolean {
  const way = relative(outer, folder);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

function relativePath(folder: string, path: string): string {
  const way = relative(folder, path).split(sep).join('/');
  return way.startsWith('.') ? way : `./${way}`;
}
