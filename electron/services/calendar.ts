import { ok } from '../../core/api/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

/** `deadlines.calendar`. */
export function createCalendarMethods(_deps: ServiceDeps): Pick<MethodTable, 'deadlines.calendar'> {
  return { 'deadlines.calendar': () => ok({ kind: 'cancelled' }) };
}
