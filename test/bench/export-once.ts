import { plainWriting } from '../../electron/docx/write/index.ts';
import { exportPlanned } from '../../electron/services/export.ts';
import { buildLongReport } from '../support/sample-reports.ts';

/**
 * Exports one long report with its certificate in a process of its own, and prints the most memory
 * it ever held, in MiB, and how many pages it made: `node export-once.ts 200000`.
 */
const characters = Number(process.argv[2] ?? 200_000);
const report = buildLongReport(characters);
const { pages } = await exportPlanned({ report, options: plainWriting, notices: [] });
console.log(`${process.resourceUsage().maxRSS / 1024} ${pages.length}`);
