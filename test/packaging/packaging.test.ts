import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, getRawHeader, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, describeBuild, projectRoot } from '../../electron/build.ts';
import { buildWholeFiles } from '../support/damage/sources.ts';
import { makeStandInRuntime, readIntegrity } from './stand-in-runtime.ts';

const require = createRequire(import.meta.url);
const electronVersion: string = require('electron/package.json').version;
const megabyte = 1024 * 1024;

/** Packs for the targets that `words` name, with nothing to fetch anything from; gives what it said. */
function pack(words: readonly string[], folder: string): string {
  const unreachable = 'http://127.0.0.1:1/';
  const run = spawnSync(
    process.execPath,
    [
      join(projectRoot, 'node_modules/electron-builder/cli.js'),
      ...words,
      '--publish',
      'never',
      '--project',
      projectRoot,
      `-c.electronDist=${join(folder, 'runtime')}`,
      `-c.directories.output=${join(folder, 'release')}`,
    ],
    {
      cwd: projectRoot,
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        ...process.env,
        ELECTRON_BUILDER_CACHE: join(folder, 'cache'),
        electron_config_cache: join(folder, 'cache'),
        ELECTRON_MIRROR: unreachable,
        ELECTRON_BUILDER_BINARIES_MIRROR: unreachable,
      },
    },
  );
  const told = run.stdout + run.stderr;
  expect(run.status, told).toBe(0);
  return told;
}

/** Names of the files that lie outside an archive. */
function listUnpacked(asar: string): readonly string[] {
  return readdirSync(`${asar}.unpacked`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

const { DISABLE: off, ENABLE: on } = FuseState;
const fuses = {
  [FuseV1Options.RunAsNode]: off,
  [FuseV1Options.EnableCookieEncryption]: on,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
  [FuseV1Options.EnableNodeCliInspectArguments]: off,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
  [FuseV1Options.OnlyLoadAppFromAsar]: on,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
};

describe('the packaged app', () => {
  let folder = '';
  let app = '';
  let asar = '';
  let told = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'packaging-'));
    const built = await buildApp(projectRoot, { force: false });
    expect(['built', 'upToDate'], describeBuild(built)).toContain(built.kind);
    await makeStandInRuntime(join(folder, 'runtime'), electronVersion);
    told = pack(['--linux', 'dir', '--x64'], folder);
    app = join(folder, 'release/linux-unpacked');
    asar = join(app, 'resources/app.asar');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Files in the archive, folders left out. */
  function listFiles(): readonly string[] {
    return listPackage(asar, { isPack: false })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => !('files' in statFile(asar, name.slice(1))));
  }

  it('is made without fetching anything', () => {
    expect(told).not.toMatch(/downloading/iu);
    const cache = join(folder, 'cache');
    expect(existsSync(cache) ? readdirSync(cache) : []).toEqual([]);
  });

  it('holds what the app reads, and nothing else', () => {
    const files = listFiles();
    for (const name of [
      '/package.json',
      '/LICENSE',
      '/dist/electron/main.cjs',
      '/dist/electron/preload.cjs',
      '/dist/electron/reader.cjs',
      '/dist/renderer/index.html',
      '/templates/four-part-report.json',
      '/resources/sample-report.txt',
      '/resources/icons/256x256.png',
      '/node_modules/better-sqlite3/lib/index.js',
      '/node_modules/better-sqlite3/LICENSE',
    ]) {
      expect(files).toContain(name);
    }
    const meant =
      /^\/(?:package\.json|LICENSE|dist\/(?:electron|renderer)\/.+|templates\/.+\.json|resources\/(?:[^/]+|icons\/256x256\.png)|node_modules\/better-sqlite3\/(?:package\.json|LICENSE|lib\/.+\.js|prebuilds\/linux-x64\.node))$/u;
    expect(files.filter((name) => !meant.test(name))).toEqual([]);
  });

  it('holds every template there is', () => {
    const shipped = readdirSync(join(projectRoot, 'templates')).map((name) => `/templates/${name}`);
    expect(listFiles()).toEqual(expect.arrayContaining(shipped));
  });

  it('holds no Node runtime, no sources, no tests and no tools', () => {
    const wrong = /node_modules\/(?!better-sqlite3\/)|\.tsx?$|\.map$|\/test\/|\/docs\/|bin\/node/u;
    expect(listFiles().filter((name) => wrong.test(name))).toEqual([]);
  });

  it('is within its budget of 40 MB, unpacked binary included', () => {
    const binary = `${asar}.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node`;
    const bytes = statSync(asar).size + statSync(binary).size;
    expect(bytes).toBeLessThan(40 * megabyte);
  });

  it('has the one SQLite binary of its platform outside the archive, and only that', () => {
    expect(listUnpacked(asar)).toEqual(['linux-x64.node']);
    const { header } = getRawHeader(asar);
    expect(JSON.stringify(header)).toContain('"unpacked":true');
  });

  it('guards every file in the archive with a hash', () => {
    for (const name of listFiles()) {
      const entry = statFile(asar, name.slice(1));
      expect('integrity' in entry ? entry.integrity : undefined, name).toMatchObject({
        algorithm: 'SHA256',
      });
    }
  });

  it('has every fuse set as it should be', async () => {
    expect(await getCurrentFuseWire(join(app, 'nianbao'))).toMatchObject(fuses);
  });

  it('brings each other target its own binary, fuses and, on Windows, the hash of its archive', async () => {
    pack(['--win', 'dir', '--x64', '--arm64'], folder);
    pack(['--linux', 'dir', '--arm64'], folder);
    for (const [place, program, binary] of [
      ['win-unpacked', 'nianbao.exe', 'win32-x64.node'],
      ['win-arm64-unpacked', 'nianbao.exe', 'win32-arm64.node'],
      ['linux-arm64-unpacked', 'nianbao', 'linux-arm64.node'],
    ] as const) {
      const target = join(folder, 'release', place);
      const archive = join(target, 'resources/app.asar');
      expect(listUnpacked(archive)).toEqual([binary]);
      expect(await getCurrentFuseWire(join(target, program))).toMatchObject(fuses);
      if (!program.endsWith('.exe')) continue;
      const guarded: unknown = JSON.parse(readIntegrity(readFileSync(join(target, program))) ?? '');
      const hash = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
      expect(guarded).toContainEqual({ file: 'resources\\app.asar', alg: 'SHA256', value: hash });
    }
  });

  it('brings the languages it needs and no others', () => {
    expect(readdirSync(join(app, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
  });

  it('starts from its own files alone: store, packs, sample, readers of every kind, page and export', async () => {
    const root = join(folder, 'installed');
    const data = join(folder, 'data');
    mkdirSync(data);
    extractAll(asar, root);
    mkdirSync(join(data, 'in'));
    const files = await buildWholeFiles();
    for (const { name, bytes } of files) writeFileSync(join(data, 'in', name), bytes);
    const script = join(import.meta.dirname, 'start-packaged.cjs');
    const output = execFileSync(process.execPath, [script, root, data], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect(JSON.parse(output)).toMatchObject({
      info: { ok: true, value: { edition: 'electron', packFaults: [], dataFolder: data } },
      packs: true,
      opened: true,
      exported: { ok: true, value: { kind: 'written', path: `${data}/out.docx` } },
      read: Object.fromEntries(files.map(({ name }) => [name, 'read'])),
      page: 200,
    });
    expect(readFileSync(join(data, 'out.docx')).subarray(0, 2).toString('latin1')).toBe('PK');
  });
});
