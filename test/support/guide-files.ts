import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '../../docs');

/** The guide's Markdown by path below docs without `.md`, as the page has it built in. */
export function readGuideFiles(): Readonly<Record<string, string>> {
  const read = (name: string) => readFileSync(join(docs, `${name}.md`), 'utf8');
  const pages = readdirSync(join(docs, 'guide'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `guide/${name.replace(/\.md$/u, '')}`);
  return Object.fromEntries(['guide', 'packs', ...pages].map((name) => [name, read(name)]));
}
