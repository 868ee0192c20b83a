import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** An import of one source file, type imports and dynamic ones included. */
export interface ImportEdge {
  /** Path of the importing file from the project's root, with forward slashes. */
  readonly from: string;
  /** A project path when the specifier is relative, otherwise the package's specifier as it stands. */
  readonly to: string;
  readonly isPackage: boolean;
}

const root = join(import.meta.dirname, '../..');
const specifier =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gu;

/** Source files below `folder`, paths from the project's root. */
export function listSources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .toSorted();
}

/** The text of a source file without its comments. */
export function readCode(path: string): string {
  return readFileSync(join(root, path), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/(?<!:)\/\/.*$/gmu, '');
}

/** Every import of the files below `folder`. */
export function listImports(folder: string): readonly ImportEdge[] {
  return listSources(folder).flatMap((from) =>
    [...readCode(from).matchAll(specifier)].map((match): ImportEdge => {
      const target = match[1] ?? match[2] ?? '';
      if (!target.startsWith('.')) return { from, to: target, isPackage: true };
      const path = relative(root, resolve(root, dirname(from), target)).replaceAll('\\', '/');
      return { from, to: path, isPackage: false };
    }),
  );
}
