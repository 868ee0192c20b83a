import { benchAnalyse, benchRoll } from './bench-analysis.ts';
import { benchCoverage } from './bench-coverage.ts';
import { benchDamage } from './bench-damage.ts';
import { benchExport, benchRead } from './bench-files.ts';
import { benchSave } from './bench-save.ts';
import { benchTyping } from './bench-typing.ts';
import { type Figure, formatFigure, formatRow, type Row } from './measure.ts';

/** Benches by the name given on the command line: `npm run bench -- read save`. */
const benches: Readonly<Record<string, () => Promise<readonly (Row | Figure)[]>>> = {
  save: benchSave,
  export: benchExport,
  read: benchRead,
  roll: benchRoll,
  analyse: benchAnalyse,
  coverage: benchCoverage,
  type: benchTyping,
  damage: benchDamage,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const line of await bench()) {
    console.log('peerMs' in line ? formatRow(line) : formatFigure(line));
  }
}
