import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import {
  getReport,
  openStore,
  readConfirmations,
  readOutcomes,
  readPieces,
} from '../../../electron/store/index.ts';
import { addSmallReport, openTestStore, stoppedClock } from '../../support/store-reports.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

const support = path.join(import.meta.dirname, '../../support');
const saving = path.join(support, 'save-until-killed.ts');
const confirming = path.join(support, 'confirm-until-killed.ts');

/** Lets a process keep things without end, kills it after `afterSaves` and a moment; gives the last number it acknowledged. */
async function runUntilKilled(loop: string, folder: string, afterSaves: number, momentMs: number) {
  const child = spawn(process.execPath, [loop, folder, 'r1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    count += 1;
    if (count === afterSaves) setTimeout(() => child.kill('SIGKILL'), momentMs);
  }
  return acknowledged;
}

it('keeps every acknowledged save of a process that is killed while saving', async () => {
  const folder = createTempFolder();
  const fresh = openTestStore(folder);
  addSmallReport(fresh);
  fresh.close();
  for (let round = 1; round <= 10; round += 1) {
    const acknowledged = await runUntilKilled(saving, folder, 1 + round * 3, round / 3);
    const opened = openStore(folder, { clock: stoppedClock });
    if (!opened.ok) throw new Error(`round ${round}: ${opened.error.code}`);
    const store = opened.value;
    const revision = getReport(store, 'r1')?.revision ?? 0;
    // one save may have become durable without having been acknowledged; none may be lost
    expect(acknowledged).toBeGreaterThan(1);
    expect([acknowledged, acknowledged + 1]).toContain(revision);
    const saved = readPieces(store, 'r1').find(({ kind }) => kind === 'section');
    expect(JSON.stringify(saved)).toContain(`第${revision}次保存`);
    store.close();
  }
});

it('keeps every acknowledged confirmation and outcome, and none by half', async () => {
  const folder = createTempFolder();
  const fresh = openTestStore(folder);
  addSmallReport(fresh);
  fresh.close();
  for (let round = 1; round <= 4; round += 1) {
    const acknowledged = await runUntilKilled(confirming, folder, round * 7, round / 2);
    expect(acknowledged).toBeGreaterThan(0);
    const store = openTestStore(folder);
    const keys = readConfirmations(store, 'r1');
    const outcomes = readOutcomes(store, 'r1');
    for (let number = 1; number <= acknowledged; number += 1) {
      expect(keys).toContain(`${number} 甲`);
      expect(outcomes[number]).toMatchObject({ state: 'done' });
    }
    const of = (half: string) =>
      keys.filter((key) => key.endsWith(half)).map((key) => key.split(' ')[0]);
    expect(of('甲')).toEqual(of('乙'));
    expect(store.prepare('PRAGMA integrity_check').pluck().get()).toBe('ok');
    store.close();
  }
});
