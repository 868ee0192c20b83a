import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether `command` is on the PATH. */
export function hasCommand(command: string): boolean {
  const { PATH = '' } = process.env;
  return PATH.split(delimiter).some((folder) => existsSync(join(folder, command)));
}

/** Runs a command to its end with its output shown. Throws with `step` in plain words when it fails. */
export function run(step: string, command: string, args: readonly string[], cwd?: string): void {
  console.log(`- ${step}`);
  const done = spawnSync(command, args, { stdio: 'inherit', ...(cwd ? { cwd } : {}) });
  if (done.status === 0) return;
  const why = done.error?.message ?? `exit code ${done.status ?? done.signal}`;
  throw new Error(`${step}: failed (${command} ${args.join(' ')}: ${why})`);
}

/** The same as root, through sudo where we are not. */
export function runAsRoot(step: string, command: string, args: readonly string[]): void {
  const quiet = ['DEBIAN_FRONTEND=noninteractive', command, ...args];
  if (process.getuid?.() === 0) run(step, 'env', quiet);
  else if (hasCommand('sudo')) run(step, 'sudo', ['env', ...quiet]);
  else throw new Error(`${step}: needs root or sudo`);
}

/** Whether a Debian package is installed and configured. */
export function isInstalled(name: string): boolean {
  const { stdout } = spawnSync('dpkg', ['-s', name], { encoding: 'utf8' });
  return stdout.includes('Status: install ok installed');
}
