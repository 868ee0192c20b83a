import { describe, expect, test } from 'vitest';
import { listImports, listSources, readCode } from '../support/import-graph.ts';

/**
 * What each folder may import of the project, besides itself. The first prefix that matches a file
 * counts. Where things are put together (main.ts, host.ts, cli.ts), what is put together too.
 */
const allowed: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['core/', ['core/']],
  ['electron/store/', ['core/']],
  ['electron/docx/', ['core/']],
  ['electron/services/', ['core/', 'electron/store/', 'electron/docx/']],
  ['electron/preload/', ['core/api/']],
  [
    'electron/main/main.ts',
    ['electron/main/', 'electron/services/', 'electron/store/', 'core/api/'],
  ],
  ['electron/main/', ['electron/services/', 'core/api/']],
  [
    'electron/host/host.ts',
    ['electron/host/', 'electron/services/', 'electron/store/', 'core/api/'],
  ],
  ['electron/host/', ['electron/services/', 'core/api/']],
  ['electron/cli.ts', ['electron/cli/', 'electron/services/']],
  ['electron/cli/', ['electron/services/', 'core/api/']],
  [
    'electron/start',
    [
      'electron/build',
      'electron/host/',
      'electron/services/',
      'electron/main/exit-code.ts',
      'core/api/',
    ],
  ],
  ['electron/vite-configs.ts', ['renderer/vite.config.ts']],
  ['electron/build', ['electron/build', 'electron/vite-configs.ts', 'renderer/vite.config.ts']],
  ['renderer/', ['core/']],
];
const ruleOf = (path: string) => allowed.find(([prefix]) => path.startsWith(prefix));
const projectImports = ['core', 'electron', 'renderer'].flatMap(listImports);

describe('who may import whom', () => {
  test('every source file falls under a rule', () => {
    const sources = ['core', 'electron', 'renderer'].flatMap(listSources);
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((path) => !ruleOf(path))).toEqual([]);
  });

  test('folders import only what the architecture allows', () => {
    const broken = projectImports.filter(({ from, to, isPackage }) => {
      const [prefix = '', targets = []] = ruleOf(from) ?? [];
      return !isPackage && ![prefix, ...targets].some((target) => to.startsWith(target));
    });
    expect(broken).toEqual([]);
  });

  test('core uses no Node module, no Electron, and no package but zod, and diff to compare', () => {
    const packages = listImports('core').filter(({ isPackage }) => isPackage);
    expect(packages.filter(({ to }) => !/^(?:zod|diff)(?:$|\/)/u.test(to))).toEqual([]);
  });

  test('texts are compared in one place, bounded by effort and never by the clock', () => {
    const users = projectImports.filter(({ to }) => to === 'diff').map(({ from }) => from);
    expect(users).toEqual(['core/compare/match-entries.ts']);
    expect(readCode('core/compare/match-entries.ts')).not.toMatch(/\btimeout\b/u);
  });

  test('core has no clock and no randomness', () => {
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\b|\bperformance\b/u;
    expect(listSources('core').filter((path) => impure.test(readCode(path)))).toEqual([]);
  });

  test('only main and preload import electron', () => {
    const electron = projectImports.filter(({ to }) => to === 'electron');
    const elsewhere = electron.filter(({ from }) => !/^electron\/(?:main|preload)\//u.test(from));
    expect(elsewhere).toEqual([]);
  });

  test('the page uses no Node module', () => {
    const node = listImports('renderer').filter(
      ({ from, to }) => to.startsWith('node:') && !from.endsWith('vite.config.ts'),
    );
    expect(node).toEqual([]);
  });

  test('folders of core are entered by their front door', () => {
    const inside = projectImports.filter(
      ({ from, to }) =>
        !from.startsWith('core/') &&
        to.startsWith('core/') &&
        !/^core\/[^/]+\/index\.ts$/u.test(to),
    );
    expect(inside).toEqual([]);
  });
});
