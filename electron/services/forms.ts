import { fail, ok } from '../../core/api/index.ts';
import { formatLocalDate, type ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

type FormMethod = Extract<keyof MethodTable, `forms.${string}` | `ledger.${string}`>;

/** Forms for the offices, and the figures they give. */
export function createFormMethods(deps: ServiceDeps): Pick<MethodTable, FormMethod> {
  return {
    'forms.export': () => ok({ kind: 'cancelled' }),
    'forms.read': ({ name }) => fail({ code: 'form/not-a-form', name }),
    'forms.keep': ({ file }) => fail({ code: 'form/not-a-form', name: file.name }),
    'ledger.list': () => ok([]),
    'ledger.set': () => ok({ savedAt: formatLocalDate(deps.clock()) }),
  };
}
