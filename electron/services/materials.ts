import { fail, ok } from '../../core/api/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

type MaterialMethod = Extract<keyof MethodTable, `materials.${string}`>;

/** What is kept through the year. */
export function createMaterialMethods(_deps: ServiceDeps): Pick<MethodTable, MaterialMethod> {
  const missing = (materialId: string) => fail({ code: 'material/not-found', materialId } as const);
  return {
    'materials.list': () => ok([]),
    'materials.add': () => missing(''),
    'materials.change': ({ materialId }) => missing(materialId),
    'materials.remove': ({ materialId }) => missing(materialId),
    'materials.restore': ({ materialId }) => missing(materialId),
    'materials.file': ({ materialId }) => missing(materialId),
    'materials.use': ({ materialId }) => missing(materialId),
  };
}
