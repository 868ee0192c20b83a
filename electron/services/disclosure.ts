import { ok } from '../../core/api/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

const nothing = { hits: [], review: null, isReviewCurrent: false, blocking: 0 } as const;

/** `disclosure.*`. */
export function createDisclosureMethods(
  _deps: ServiceDeps,
): Pick<MethodTable, 'disclosure.get' | 'disclosure.decide' | 'disclosure.review'> {
  return {
    'disclosure.get': () => ok(nothing),
    'disclosure.decide': () => ok(nothing),
    'disclosure.review': () => ok(nothing),
  };
}
