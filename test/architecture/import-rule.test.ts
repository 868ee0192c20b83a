import { describe, expect, test } from 'vitest';
import { listImports, listSources, readCode } from '../support/import-graph.ts';

/** What each folder may import of the project, besides itself. The first prefix that matches a file counts. */
const allowed: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['core/', ['core/']],
  ['electron/store/', ['core/']],
  ['electron/docx/', ['core/']],
  ['electron/services/', ['core/', 'electron/store/', 'electron/docx/']],
  ['electron/preload/', ['core/api/']],
  ['electron/main/main.ts', ['electron/', 'core/']],
  ['electron/main/', ['electron/services/', 'core/']],
  ['electron/host/host.ts', ['electron/', 'core/']],
  ['electron/host/', ['electron/services/', 'core/']],
  ['electron/cli.ts', ['electron/', 'core/']],
  ['electron/cli/', ['electron/services/', 'core/']],
  ['electron/start', ['electron/', 'core/']],
  ['electron/vite-configs.ts', ['renderer/vite.config.ts']],
  ['electron/build', ['electron/build', 'renderer/vite.config.ts']],
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
      const own = prefix.endsWith('/') ? prefix : `${prefix.split('/').slice(0, -1).join('/')}/`;
      return !isPackage && ![own, ...targets].some((target) => to.startsWith(target));
    });
    expect(broken).toEqual([]);
  });

  test('core uses no Node module, no Electron, and no package but zod', () => {
    const packages = listImports('core').filter(({ isPackage }) => isPackage);
    expect(packages.filter(({ to }) => to !== 'zod')).toEqual([]);
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
