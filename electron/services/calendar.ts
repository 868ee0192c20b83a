import type { FileDelivery, Result } from '../../core/api/index.ts';
import { composeEvents, listDeadlines } from '../../core/deadlines/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import { formatLocalDate, type ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { chosenUnitKind } from './packs.ts';
import { getSettings } from './settings.ts';

/** The deadlines of the year's report: the packs', the county's, and those of the settings over both. */
async function exportCalendar(deps: ServiceDeps, year: number): Promise<Result<FileDelivery>> {
  const { issuers, deadlines } = getSettings(deps.store);
  const unitKind = chosenUnitKind(deps.store);
  const { template } = choosePacks(deps.library.packs, year, { issuers, unitKind });
  const now = deps.clock();
  const listed = listDeadlines(template.deadlines, deadlines, year, formatLocalDate(now));
  // loaded when first needed: no command waits for it
  const { writeCalendar } = await import('./write-calendar.ts');
  const text = writeCalendar(composeEvents(listed, year), now);
  return deps.deliver(`年度报告期限-${year}年度.ics`, Buffer.from(text, 'utf8'));
}

/** `deadlines.calendar`. */
export function createCalendarMethods(deps: ServiceDeps): Pick<MethodTable, 'deadlines.calendar'> {
  return { 'deadlines.calendar': ({ year }) => exportCalendar(deps, year) };
}
