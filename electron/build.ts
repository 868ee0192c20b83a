import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, env, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { withLock } from './build-lock.ts';
import { buildOutputs, fingerprintSources, isUpToDate, stampFile } from './build-stamp.ts';
import { mainConfig, preloadConfig, readerConfig, rendererConfig } from './vite-configs.ts';

/** The project's folder, which is the app's root when it runs from source. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** What a build starts from; without one of these there is nothing to build. */
const entries = [
  'electron/main/main.ts',
  'electron/preload/preload.ts',
  'electron/services/reading/worker.ts',
  'renderer/vite.config.ts',
  'renderer/index.html',
] as const;

/** How a build ended. `missing` names the sources that are not there. */
export type BuildOutcome =
  | { readonly kind: 'built' }
  | { readonly kind: 'upToDate' }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | { readonly kind: 'failed'; readonly detail: string };

/**
 * Builds main process, reader, preload script and page into `dist` below `root`, unless `dist` was already
 * made from these very sources. A build that fails leaves the former `dist` as it was.
 */
export async function buildApp(
  root: string,
  options: { readonly force: boolean },
): Promise<BuildOutcome> {
  const missing = entries.filter((entry) => !existsSync(join(root, entry)));
  if (missing.length > 0) return { kind: 'incomplete', missing };
  const fingerprint = fingerprintSources(root);
  if (!options.force && isUpToDate(root, fingerprint)) return { kind: 'upToDate' };
  mkdirSync(join(root, 'dist'), { recursive: true });
  return withLock(join(root, 'dist/.build-lock'), async () => {
    // Whoever held the lock before may have built these very sources.
    if (!options.force && isUpToDate(root, fingerprint)) return { kind: 'upToDate' };
    return bundle(root, fingerprint);
  });
}

async function bundle(root: string, fingerprint: string): Promise<BuildOutcome> {
  const staging = mkdtempSync(join(root, 'dist/.staging-'));
  try {
    await bundleInto(root, staging);
    putInPlace(root, staging, fingerprint);
    return { kind: 'built' };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', detail: stripVTControlCharacters(detail) };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function bundleInto(root: string, staging: string): Promise<void> {
  // Vite takes NODE_ENV before its own mode: a build begun by a test runner would be React's slow one.
  env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  for (const configFor of [mainConfig, readerConfig, preloadConfig, rendererConfig]) {
    await build(configFor(root, staging));
  }
}

/** The stamp goes first and comes last, so that a half-exchanged `dist` never counts as built. */
function putInPlace(root: string, staging: string, fingerprint: string): void {
  const stamp = join(root, stampFile);
  rmSync(stamp, { force: true });
  for (const folder of ['electron', 'renderer']) {
    const target = join(root, 'dist', folder);
    rmSync(target, { recursive: true, force: true });
    renameSync(join(staging, folder), target);
  }
  const lacking = buildOutputs.filter((output) => !existsSync(join(root, output)));
  if (lacking.length > 0) throw new Error(`没有产生 ${lacking.join('、')}`);
  writeFileSync(stamp, `${fingerprint}\n`);
}

/** One sentence for the person at the terminal. */
export function describeBuild(outcome: BuildOutcome): string {
  if (outcome.kind === 'built') return '构建完成，结果在 dist 文件夹。';
  if (outcome.kind === 'upToDate') return '源文件没有变化，沿用已有的构建结果。';
  if (outcome.kind === 'incomplete') {
    return `无法构建，缺少源文件：${outcome.missing.join('、')}。请确认代码完整后再试。`;
  }
  return `构建没有完成，原有的 dist 文件夹未改动：${outcome.detail}`;
}

async function main(): Promise<void> {
  const outcome = await buildApp(projectRoot, { force: argv.includes('--force') });
  const done = outcome.kind === 'built' || outcome.kind === 'upToDate';
  (done ? stdout : stderr).write(`${describeBuild(outcome)}\n`);
  process.exitCode = done ? 0 : 1;
}

if (import.meta.main) await main();
