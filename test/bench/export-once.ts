import { plainWriting } from '../../electron/docx/write/index.ts';
import { exportPlanned } from '../../electron/services/export.ts';
import { buildLongReport } from '../support/sample-reports.ts';

/**
 * Exports one long report with its certificate in a process of its own, and prints the most memory
 * it ever held, in MiB, how much of that it held before it began (Node, the type stripper, the
 * program and the report), and how many pages it made: `node export-once.ts 200000`.
 */
const inMiB = () => (process.resourceUsage().maxRSS / 1024).toFixed(1);
const characters = Number(process.argv[2] ?? 200_000);
const report = buildLongReport(characters);
const before = inMiB();
const { pages } = await exportPlanned({ report, options: plainWriting, notices: [] });
console.log(`${inMiB()} ${before} ${pages.length}`);
