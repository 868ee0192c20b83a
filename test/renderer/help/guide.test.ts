import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  followLink,
  linksOf,
  readGuide,
  slugOf,
  wordsOf,
} from '../../../renderer/features/help/guide.ts';
import { searchGuide } from '../../../renderer/features/help/search-guide.ts';
import { findShortcut } from '../../../renderer/stores/commands.ts';
import { readGuideFiles } from '../../support/guide-files.ts';

const root = join(import.meta.dirname, '../../..');
const files = readGuideFiles();
const guide = readGuide(files);
const pages = [...guide.pages.values()];
/** What the guide tells people who use the program; the page on writing packs is for offices. */
const told = Object.entries(files).filter(([id]) => id !== 'packs');

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

const renderer = sourcesBelow('renderer');
const source = [...renderer, ...sourcesBelow('core')].join('\n');

const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Whether the interface says exactly this somewhere: as a string of its own, or as all the text between tags. */
function isSaid(name: string): boolean {
  const words = name.split('…').map(quote).join('[^\'"`<>\\n]*');
  return new RegExp(`['"\`>}]\\s*${words}\\s*['"\`<{（：]`, 'u').test(source);
}

/** The names of keys as the code writes them. */
const codeNames: Readonly<Record<string, string>> = {
  Esc: 'Escape',
  空格: ' ',
  回车: 'Enter',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  加号: '=',
  减号: '-',
};

interface Stroke {
  readonly name: string;
  readonly mods: readonly string[];
}

function readStroke(words: string): Stroke {
  const pieces = words.split('+');
  const name = pieces.at(-1) ?? '';
  return { name: codeNames[name] ?? name, mods: pieces.slice(0, -1) };
}

const isShortcut = ({ name, mods }: Stroke) =>
  findShortcut({
    key: name,
    ctrlKey: mods.includes('Ctrl'),
    altKey: mods.includes('Alt'),
    shiftKey: mods.includes('Shift'),
    metaKey: false,
    isComposing: false,
  }) !== null;

const keymap = readFileSync(join(root, 'renderer/editor/keymap.ts'), 'utf8');

function isEditorKey({ name, mods }: Stroke): boolean {
  const key = name.length === 1 ? name.toLowerCase() : name;
  const written = [...mods.map((mod) => mod.replace('Ctrl', 'Mod')), key].join('-');
  return new RegExp(`^\\s*'?${quote(written)}'?:`, 'mu').test(keymap);
}

/** Files that listen for keys themselves, other than the table of shortcuts and the keymap. */
const listening = renderer.filter((text) => /event|stroke|KeyboardEvent/u.test(text));

function isHeard({ name, mods }: Stroke): boolean {
  const names = name.length === 1 ? [name, name.toLowerCase()] : [name];
  const asked = { Ctrl: /ctrlKey|control/u, Alt: /altKey/u, Shift: /shiftKey/u } as const;
  return listening.some(
    (text) =>
      names.some((each) => new RegExp(`['"\`]?${quote(each)}['"\`:]`, 'u').test(text)) &&
      mods.every(
        (mod) => (mod === 'Ctrl' || mod === 'Alt' || mod === 'Shift') && asked[mod].test(text),
      ),
  );
}

const keysOf = (text: string) => [...text.matchAll(/`([^`\n]+)`/gu)].map(([, key]) => key ?? '');

describe('the guide', () => {
  test('has every page in its table of contents, once, with a title', () => {
    const listed = guide.chapters.flatMap((chapter) => chapter.pages.map(({ id }) => id));
    expect([...listed].sort()).toEqual([...guide.pages.keys()].sort());
    expect(guide.chapters.every((chapter) => chapter.pages.length > 0)).toBe(true);
    for (const { id, title } of pages) expect(title, id).toMatch(/\p{Script=Han}/u);
  });

  test('calls each page in the table of contents by its title', () => {
    for (const [, name, href] of (files['guide'] ?? '').matchAll(/^- \[([^\]]+)\]\(([^)]+)\)/gmu)) {
      const page = guide.pages.get(followLink('guide', href ?? '')?.page ?? '');
      // the page for offices has its own, longer title
      if (page?.id !== 'packs') expect(page?.title).toBe(name);
    }
  });

  test('has no link that leads nowhere', () => {
    const broken = pages.flatMap((page) =>
      linksOf(page).filter((href) => {
        const place = followLink(page.id, href);
        const to = guide.pages.get(place?.page ?? '');
        if (!place || !to) return place !== null && place.page !== 'guide';
        const { heading } = place;
        return (
          heading !== undefined &&
          to.sections.every((section) => slugOf(section.heading) !== slugOf(heading))
        );
      }),
    );
    expect(broken).toEqual([]);
  });

  test('shows no picture that is not there', () => {
    const missing = Object.entries(files).flatMap(([id, text]) =>
      [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/gu)]
        .map(([, path]) => new URL(path ?? '', `file://${root}/docs/${id}.md`).pathname)
        .filter((path) => !existsSync(decodeURIComponent(path))),
    );
    expect(missing).toEqual([]);
  });

  test.each(told)('%s names only what the screen says', (_, text) => {
    const names = [...text.matchAll(/「([^」]+)」/gu)].map(([, name]) => name ?? '');
    expect([...new Set(names)].filter((name) => name !== '' && !isSaid(name))).toEqual([]);
  });

  test.each(told)('%s names only keys that the program hears', (_, text) => {
    const dead = keysOf(text)
      .map((key) => [key, readStroke(key)] as const)
      .filter(([, stroke]) => !isShortcut(stroke) && !isEditorKey(stroke) && !isHeard(stroke));
    expect(dead.map(([key]) => key)).toEqual([]);
  });

  test('tells of the keys of the menu’s table', () => {
    const keys = keysOf(files['guide/keys'] ?? '');
    for (const key of ['F1', 'Ctrl+S', 'Ctrl+F', 'Ctrl+H', 'Ctrl+E', 'Ctrl+O', 'Ctrl+,', 'Alt+N']) {
      expect(keys).toContain(key);
    }
    expect(isHeard(readStroke('Ctrl+F13'))).toBe(false);
    expect(isShortcut(readStroke('Ctrl+J'))).toBe(false);
    expect(isSaid('没有这个按钮')).toBe(false);
  });

  test('is Markdown that the help knows how to show', () => {
    const shown = pages.flatMap(({ tokens }) => tokens.map(({ type }) => type));
    const known = ['heading', 'paragraph', 'list', 'table', 'space', 'code', 'blockquote'];
    expect([...new Set(shown)].filter((type) => !known.includes(type))).toEqual([]);
  });
});

describe('following a link', () => {
  test.each([
    ['guide/check', 'self-check.md', { page: 'guide/self-check' }],
    ['guide/packs', '../packs.md', { page: 'packs' }],
    ['guide/forms', 'checklist.md#插入句式', { page: 'guide/checklist', heading: '插入句式' }],
    ['packs', '#导入', { page: 'packs', heading: '导入' }],
    ['packs', 'https://example.org/', null],
  ])('from %s to %s', (from, href, place) => {
    expect(followLink(from, href)).toEqual(place);
  });
});

describe('searching the guide', () => {
  test('puts headings first, and shows the words around the others', () => {
    const [first, ...others] = searchGuide(guide, '空格');
    expect(first).toMatchObject({ heading: '空格和 Tab', page: { id: 'guide/checklist' } });
    expect(others.length).toBeGreaterThan(1);
    for (const { excerpt, heading } of others) expect(`${heading}${excerpt}`).toContain('空格');
  });

  test('asks for every word, and finds nothing for none', () => {
    const hits = searchGuide(guide, '备份 U盘');
    expect(hits.map(({ page }) => page.id)).toContain('guide/settings');
    expect(searchGuide(guide, '备份 土星')).toEqual([]);
    expect(searchGuide(guide, '  ')).toEqual([]);
  });

  test('finds each page by the words of its title', () => {
    for (const { id, title } of pages) {
      expect(
        searchGuide(guide, title).map(({ page }) => page.id),
        title,
      ).toContain(id);
    }
  });
});

test('the words of a token are those a reader sees', () => {
  const [page] = [
    ...readGuide({ guide: '', x: '# 题\n\n按 `F1`，看 **这里** 和 [那里](y.md)。' }).pages.values(),
  ];
  expect(page?.tokens.map(wordsOf)).toEqual(['题', '', '按 F1，看 这里 和 那里。']);
});
