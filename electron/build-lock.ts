import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** How often a lock that somebody holds is looked at again. */
const lookAgainMs = 50;

/** How long one build may take before others stop waiting for it. */
const patienceMs = 120_000;

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return hasCode(error, 'EPERM');
  }
}

function readHolder(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8')) || null;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function tryToHold(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Runs `work` while this process alone holds the lock `file`, so that two builds never exchange the
 * same folder at once. The lock of a process that is gone counts for nothing. Rejects when another
 * build does not end in time.
 */
export async function withLock<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  const start = performance.now();
  while (!tryToHold(file)) {
    const holder = readHolder(file);
    if (holder !== null && !isRunning(holder)) rmSync(file, { force: true });
    else if (performance.now() - start > patienceMs) throw new Error('另一次构建一直没有结束');
    else await wait(lookAgainMs);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
