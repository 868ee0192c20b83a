import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildApp, describeBuild, projectRoot } from '../../electron/build.ts';

const sources: Readonly<Record<string, string>> = {
  'package.json': '{"name":"small","version":"1.0.0","type":"module"}',
  'electron/main/main.ts': [
    "import { app } from 'electron';",
    "import Database from 'better-sqlite3';",
    "import { join } from 'node:path';",
    "import { z } from 'zod';",
    "export const seen = [app, Database, join('甲', '乙'), z.string().parse('丙')];",
  ].join('\n'),
  'electron/preload/preload.ts': "import { contextBridge } from 'electron';\ncontextBridge.keep();",
  'electron/services/reading/worker.ts':
    "import { parentPort } from 'node:worker_threads';\nparentPort?.postMessage('读');",
  'renderer/index.html':
    '<!doctype html><html><head><script type="module" src="/main.ts"></script></head></html>',
  'renderer/main.ts': "document.title = '小样';",
  'renderer/vite.config.ts': 'export default { base: "/" };',
};

describe('building the app', () => {
  let root = '';

  beforeEach(() => {
    // Inside the project, so that node_modules is found as it is from the real sources.
    mkdirSync(join(projectRoot, 'dist'), { recursive: true });
    root = mkdtempSync(join(projectRoot, 'dist/.build-test-'));
    for (const [name, text] of Object.entries(sources)) write(name, text);
    symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function write(name: string, text: string): void {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }

  function read(name: string): string {
    return readFileSync(join(root, name), 'utf8');
  }

  it('makes one CommonJS file each for the main process, the reader and the preload script', async () => {
    expect(await buildApp(root, { force: false })).toEqual({ kind: 'built' });
    const bundles = readdirSync(join(root, 'dist/electron')).filter((name) => name.endsWith('js'));
    expect(bundles.sort()).toEqual(['main.cjs', 'preload.cjs', 'reader.cjs']);
    const required = [...read('dist/electron/main.cjs').matchAll(/require\([`"']([^`"']+)/gu)];
    expect(new Set(required.map((match) => match[1]))).toEqual(
      new Set(['electron', 'better-sqlite3', 'node:path']),
    );
    expect(read('dist/electron/licences-main.md')).toContain('zod');
    const main = join(root, 'dist/electron/main.cjs');
    const script = `const load = module.constructor._load;
      module.constructor._load = (name, ...rest) => name === 'electron' ? { app: '壳' } : load(name, ...rest);
      const { seen } = require(${JSON.stringify(main)});
      process.stdout.write([seen[0], typeof seen[1], seen[2], seen[3]].join());`;
    const told = execFileSync(process.execPath, ['--eval', script], { encoding: 'utf8' });
    expect(told).toBe(`壳,function,${join('甲', '乙')},丙`);
  });

  it('leaves a place for the nonce in the page', async () => {
    await buildApp(root, { force: false });
    expect(read('dist/renderer/index.html')).toMatch(/<script[^>]* nonce="__CSP_NONCE__"/u);
  });

  it('does nothing when the sources are the same, and builds again when one has changed', async () => {
    await buildApp(root, { force: false });
    expect(await buildApp(root, { force: false })).toEqual({ kind: 'upToDate' });
    expect(await buildApp(root, { force: true })).toEqual({ kind: 'built' });
    write('renderer/main.ts', "document.title = '改过的小样';");
    expect(await buildApp(root, { force: false })).toEqual({ kind: 'built' });
  });

  it('builds again when a file of the former build is gone', async () => {
    await buildApp(root, { force: false });
    rmSync(join(root, 'dist/renderer/index.html'));
    expect(await buildApp(root, { force: false })).toEqual({ kind: 'built' });
    expect(existsSync(join(root, 'dist/renderer/index.html'))).toBe(true);
  });

  it('keeps the former build when a new one fails, and leaves nothing half-made', async () => {
    await buildApp(root, { force: false });
    const former = read('dist/electron/main.cjs');
    write('renderer/main.ts', "import './not-there.ts';");
    const outcome = await buildApp(root, { force: false });
    expect(outcome.kind).toBe('failed');
    expect(describeBuild(outcome)).toContain('原有的 dist 文件夹未改动');
    expect(read('dist/electron/main.cjs')).toBe(former);
    expect(readdirSync(join(root, 'dist')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('may be asked for twice at once: one builds, the other waits for it', async () => {
    const outcomes = await Promise.all([0, 1, 2].map(() => buildApp(root, { force: false })));
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual([
      'built',
      'upToDate',
      'upToDate',
    ]);
    expect(readdirSync(join(root, 'dist')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('does not wait for a build whose process is gone', async () => {
    const gone = spawnSync(process.execPath, ['--eval', '']).pid;
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(join(root, 'dist/.build-lock'), String(gone));
    expect(await buildApp(root, { force: false })).toEqual({ kind: 'built' });
  });

  it('names the sources that are lacking', async () => {
    rmSync(join(root, 'renderer/index.html'));
    const outcome = await buildApp(root, { force: false });
    expect(outcome).toEqual({ kind: 'incomplete', missing: ['renderer/index.html'] });
    expect(describeBuild(outcome)).toContain('renderer/index.html');
  });
});
