import { writeSync } from 'node:fs';
import { openStore, setConfirmations, setOutcome } from '../../electron/store/index.ts';

// Confirms chips and answers promises without end, and says each number once it is kept, until killed.
const [folder = '', reportId = ''] = process.argv.slice(2);
const opened = openStore(folder, { clock: () => new Date() });
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
for (let number = 1; ; number += 1) {
  const now = new Date().toISOString();
  const keys = [`${number} 甲`, `${number} 乙`];
  setConfirmations(store, { reportId, keys, confirmed: true }, now);
  const outcome = { state: 'done', note: '', blockId: null } as const;
  setOutcome(store, { reportId, promiseId: String(number), outcome }, now);
  // not console.log: a pipe's buffer in this process would die with it
  writeSync(1, `${number}\n`);
}
