import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { execPath } from 'node:process';

/** Where Electron's runtime comes from when no mirror is set. */
const usualSource = 'https://github.com/';

/**
 * The path of Electron's program as its package keeps it; null when the runtime is not installed
 * or belongs to another version.
 */
export function findRuntime(electronPackage: string, overrideDist: string | null): string | null {
  const pathFile = join(electronPackage, 'path.txt');
  const dist = overrideDist ?? join(electronPackage, 'dist');
  if (!existsSync(pathFile) && overrideDist === null) return null;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const program = join(dist, name);
  if (!existsSync(program)) return null;
  if (overrideDist !== null) return program;
  return readVersion(join(dist, 'version')) === readPackageVersion(electronPackage)
    ? program
    : null;
}

function readVersion(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/u, '') : null;
}

/** The version of the Electron package below `electronPackage`; null when it is not there. */
export function readPackageVersion(electronPackage: string): string | null {
  const file = join(electronPackage, 'package.json');
  if (!existsSync(file)) return null;
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof content !== 'object' || content === null || !('version' in content)) return null;
  return typeof content.version === 'string' ? content.version : null;
}

/** How fetching the runtime ended. */
export type FetchOutcome = 'fetched' | 'unreachable' | 'timeout' | 'failed';

/** Bounds of a fetch, in milliseconds. */
export interface FetchLimits {
  readonly connectMs: number;
  readonly wholeMs: number;
}

/**
 * Runs Electron's own installer once. It is ended when all takes longer than `wholeMs`, or when the
 * source does not answer: then it still has `connectMs` to unpack what an earlier download left.
 */
export async function fetchRuntime(
  electronPackage: string,
  source: string,
  limits: FetchLimits,
): Promise<FetchOutcome> {
  const installer = spawn(execPath, [join(electronPackage, 'install.js')], { stdio: 'ignore' });
  const ended = new Promise<number | null>((done) => {
    installer.once('error', () => done(1));
    installer.once('close', done);
  });
  const clock = setTimeout(() => installer.kill('SIGKILL'), limits.wholeMs);
  let grace: NodeJS.Timeout | undefined;
  const probe = canConnect(source, limits.connectMs).then((reached) => {
    if (!reached) grace = setTimeout(() => installer.kill('SIGKILL'), limits.connectMs);
    return reached;
  });
  const code = await ended;
  clearTimeout(clock);
  if (code === 0) return 'fetched';
  const reached = await probe;
  clearTimeout(grace);
  if (!reached) return 'unreachable';
  return code === null ? 'timeout' : 'failed';
}

/** Whether the host of `source` takes a connection within `limitMs`. */
export function canConnect(source: string, limitMs: number): Promise<boolean> {
  const url = URL.canParse(source) ? new URL(source) : new URL(usualSource);
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443);
  return new Promise((done) => {
    const socket = connect({ host: url.hostname, port });
    const finish = (reached: boolean): void => {
      socket.destroy();
      clearTimeout(clock);
      done(reached);
    };
    const clock = setTimeout(() => finish(false), limitMs);
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}

/** Where the installer will fetch from, as its environment says. */
export function runtimeSource(env: Readonly<Record<string, string | undefined>>): string {
  return env['npm_config_electron_mirror'] ?? env['ELECTRON_MIRROR'] ?? usualSource;
}
