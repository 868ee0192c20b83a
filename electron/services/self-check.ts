import { createHash } from 'node:crypto';
import { type FileDelivery, ok, type Result, type StampedSelfCheck } from '../../core/api/index.ts';
import { canonicalText, type Report } from '../../core/model/index.ts';
import { buildSelfCheck, type SelfCheck } from '../../core/self-check/index.ts';
import { analyseLoaded } from './check-report.ts';
import { formatLocalDate, type ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { cleanFileName } from './file-name.ts';
import { readCheckContext } from './last-year.ts';
import { type LoadedReport, loadReport } from './load-report.ts';
import { getSettings } from './settings.ts';

/**
 * The mark of a report's words and structure: SHA-256 of the UTF-8 bytes of `canonicalText`, in 64
 * lower-case hex digits. Two reports have the same mark when they say the same in the same form,
 * whatever their ids and wherever their blocks came from; one letter or level more gives another.
 */
export function hashReport(report: Report): string {
  return createHash('sha256').update(canonicalText(report), 'utf8').digest('hex');
}

/** Longest unit name put into a file's name: 150 bytes in UTF-8, of the 255 file systems take. */
const UNIT_NAME_LENGTH = 50;

/** The name a sheet gets: `青石镇人民政府2025年度自查表.docx`. */
export function nameSelfCheck({ unit, year }: Pick<SelfCheck, 'unit' | 'year'>): string {
  const name = Array.from(cleanFileName(unit)).slice(0, UNIT_NAME_LENGTH).join('');
  return `${name}${year}年度自查表.docx`;
}

/** The sheet of a loaded report, with the mark of that very text. */
export async function stampLoaded(
  deps: ServiceDeps,
  loaded: LoadedReport,
): Promise<StampedSelfCheck> {
  const { report, packs, answers } = loaded;
  const context = await readCheckContext(deps, loaded);
  const analysis = analyseLoaded(report, packs, answers, context);
  return {
    sheet: buildSelfCheck(report, packs, analysis),
    hash: hashReport(report),
    date: formatLocalDate(deps.clock()),
  };
}

/** The sheet of a report as it is stored. */
async function stampSelfCheck(
  deps: ServiceDeps,
  reportId: string,
): Promise<Result<StampedSelfCheck>> {
  const loaded = loadReport(deps, reportId);
  return loaded.ok ? ok(await stampLoaded(deps, loaded.value)) : loaded;
}

async function exportSelfCheck(deps: ServiceDeps, reportId: string): Promise<Result<FileDelivery>> {
  const stamped = await stampSelfCheck(deps, reportId);
  if (!stamped.ok) return stamped;
  // loaded when first needed: the window must not wait for it
  const { writeSelfCheck } = await import('../docx/write/index.ts');
  const { faces } = getSettings(deps.store);
  const bytes = await writeSelfCheck(stamped.value, { faces });
  return deps.deliver(nameSelfCheck(stamped.value.sheet), bytes);
}

/** `report.selfCheck`, `report.exportSelfCheck`. */
export function createSelfCheckMethods(
  deps: ServiceDeps,
): Pick<MethodTable, 'report.selfCheck' | 'report.exportSelfCheck'> {
  return {
    'report.selfCheck': ({ reportId }) => stampSelfCheck(deps, reportId),
    'report.exportSelfCheck': ({ reportId }) => exportSelfCheck(deps, reportId),
  };
}
