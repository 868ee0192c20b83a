import { writeSync } from 'node:fs';
import { getReport, openStore, readPieces, savePieces } from '../../electron/store/index.ts';
import { buildSectionPiece } from './store-reports.ts';

// Saves one section again and again and says each revision once it is acknowledged, until killed.
const [folder = '', reportId = ''] = process.argv.slice(2);
const opened = openStore(folder, { clock: () => new Date() });
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
const order = readPieces(store, reportId).map(({ id }) => id);
let revision = getReport(store, reportId)?.revision ?? 0;
for (;;) {
  const text = `第${revision + 1}次保存`.repeat(40);
  const result = savePieces(store, {
    reportId,
    baseRevision: revision,
    changed: [buildSectionPiece(order[2] ?? '', text)],
    order,
    now: new Date().toISOString(),
  });
  if (!result.ok) throw new Error(result.error.code);
  revision = result.value;
  // not console.log: a pipe's buffer in this process would die with it
  writeSync(1, `${revision}\n`);
}
