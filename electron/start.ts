import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, getuid, platform, stderr, stdout } from 'node:process';
import { buildApp, describeBuild, projectRoot } from './build.ts';
import { findDataFolder } from './services/data-folder.ts';
import { parseStartArguments, type StartArguments, startUsage } from './start/arguments.ts';
import { type ChoiceTools, chooseEdition } from './start/choose.ts';
import {
  adviseRuntime,
  type BrowserReason,
  explainBrowserEdition,
  hasDisplay,
} from './start/edition.ts';
import { browserLaunch, launchDetached } from './start/open-browser.ts';
import { hasElectronFailed, runUntilEnd } from './start/run.ts';
import { fetchRuntime, findRuntime, readPackageVersion, runtimeSource } from './start/runtime.ts';

const electronPackage = join(projectRoot, 'node_modules/electron');

/** Notes for which version fetching the runtime failed, so that no start waits for it twice. */
const triedFile = join(projectRoot, 'dist/electron-tried.txt');

const fetchLimits = { connectMs: 5_000, wholeMs: 60_000 } as const;

function say(sentence: string): void {
  stdout.write(`${sentence}\n`);
}

function complain(sentence: string): void {
  stderr.write(`${sentence}\n`);
}

function choiceTools(): ChoiceTools {
  const version = readPackageVersion(electronPackage) ?? '';
  return {
    find: () => findRuntime(electronPackage, env['ELECTRON_OVERRIDE_DIST_PATH'] ?? null),
    fetch: () => fetchRuntime(electronPackage, runtimeSource(env), fetchLimits),
    triedBefore: () => existsSync(triedFile) && readFileSync(triedFile, 'utf8').trim() === version,
    rememberTry: () => {
      mkdirSync(join(projectRoot, 'dist'), { recursive: true });
      writeFileSync(triedFile, `${version}\n`);
    },
    say,
  };
}

/**
 * Settles at the first Ctrl+C. One more within a second is the same one arriving twice, by way of
 * npm; a later one means that ending takes too long for the person.
 */
function waitForEnd(): Promise<void> {
  return new Promise((done) => {
    let first: number | null = null;
    const end = (): void => {
      if (first !== null && performance.now() - first > 1_000) process.exit(130);
      first ??= performance.now();
      done();
    };
    process.on('SIGINT', end).on('SIGTERM', end).on('SIGHUP', end);
  });
}

async function openBrowserEdition(asked: StartArguments, reason: BrowserReason): Promise<number> {
  say(explainBrowserEdition(reason));
  const advice = adviseRuntime(reason);
  if (advice !== null) say(advice);
  // The services and SQLite are loaded only where they run in this process.
  const { runBrowserEdition } = await import('./start/browser-edition.ts');
  const canShow = asked.openBrowser && hasDisplay(platform, env);
  return runBrowserEdition({
    dataFolder: asked.dataFolder ?? findDataFolder(),
    launchFor: (address) => browserLaunch(platform, canShow, address),
    launch: launchDetached,
    say,
    complain,
    waitForEnd,
  });
}

async function openElectron(asked: StartArguments, program: string): Promise<number> {
  say('正在打开年报助手的桌面窗口。');
  const data = asked.dataFolder === null ? [] : ['--data', asked.dataFolder];
  const ending = await runUntilEnd(program, [projectRoot, ...data], projectRoot);
  if (hasElectronFailed(ending)) return openBrowserEdition(asked, 'electronFailed');
  return ending.interrupted ? 0 : (ending.code ?? 0);
}

/** Builds what is not built, opens the edition that can run here and gives the exit code. */
async function start(words: readonly string[]): Promise<number> {
  const asked = parseStartArguments(words);
  if (asked === null) {
    complain(startUsage);
    return 2;
  }
  const built = await buildApp(projectRoot, { force: false });
  if (built.kind === 'failed' || built.kind === 'incomplete') {
    complain(describeBuild(built));
    return 1;
  }
  const edition = await chooseEdition(
    {
      platform,
      hasDisplay: hasDisplay(platform, env),
      isRoot: getuid?.() === 0,
      browserOnly: asked.browserOnly,
    },
    choiceTools(),
  );
  return edition.kind === 'electron'
    ? openElectron(asked, edition.program)
    : openBrowserEdition(asked, edition.reason);
}

process.exitCode = await start(argv.slice(2));
