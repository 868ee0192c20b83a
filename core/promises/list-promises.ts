import type { Report } from '../model/index.ts';
import type { PlanPromise } from './promise.ts';

/** What last year's plan promised, in its order. */
export function listPromises(_base: Report): readonly PlanPromise[] {
  return [];
}
