import { type Guide, readGuide } from './guide.ts';

const files = import.meta.glob<string>(
  ['../../../docs/guide.md', '../../../docs/packs.md', '../../../docs/guide/*.md'],
  { query: '?raw', import: 'default', eager: true },
);

/** The guide that was built in: the same Markdown that people read in docs. */
export const guide: Guide = readGuide(
  Object.fromEntries(
    Object.entries(files).map(([path, source]) => [
      path.replace(/^.*\/docs\//u, '').replace(/\.md$/u, ''),
      source,
    ]),
  ),
);
