import { fail } from '../../core/api/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

/** `format.check`. */
export function createFormatMethods(_deps: ServiceDeps): Pick<MethodTable, 'format.check'> {
  return {
    'format.check': ({ layoutId }) => fail({ code: 'layout/not-found', layoutId }),
  };
}
