import {
  type ApiError,
  fail,
  type Input,
  type Output,
  ok,
  type Result,
} from '../../core/api/index.ts';
import { type Material, pictureTypeOf } from '../../core/materials/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import type { SourceBlock } from '../../core/segment/index.ts';
import {
  addMaterial,
  changeMaterial,
  getMaterial,
  getReport,
  listMaterials,
  readMaterialFile,
  removeMaterial,
  restoreMaterial,
  setMaterialUse,
} from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { cleanFileName } from './file-name.ts';
import { IMPORT_LIMIT_BYTES, tooLarge } from './reading/read-content.ts';

type MaterialMethod = Extract<keyof MethodTable, `materials.${string}`>;
type AskedFile = NonNullable<Input<'materials.add'>['file']>;

const missing = (materialId: string) => fail({ code: 'material/not-found', materialId } as const);

/** Words of a file as a person would copy them: a line each, cells of a table parted by tabs. */
function joinBlocks(blocks: readonly SourceBlock[]): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'table'
        ? block.rows.map((cells) => cells.join('\t'))
        : [`${block.label}${block.text}`],
    )
    .join('\n')
    .trim();
}

interface Words {
  readonly text: string;
  readonly unread: ApiError | null;
}

/** The words of a file, off the main thread. A picture has none, and nobody expects any. */
async function readWords(
  { reader, library, clock }: ServiceDeps,
  { name, base64 }: AskedFile,
  bytes: Uint8Array,
): Promise<Words> {
  if (pictureTypeOf(name, bytes) !== null) return { text: '', unread: null };
  const fallbackYear = clock().getFullYear();
  const { template } = choosePacks(library.packs, fallbackYear);
  const content = { kind: 'file', base64 } as const;
  const read = await reader.read({ name, content, template, fallbackYear });
  return read.ok
    ? { text: joinBlocks(read.value.source), unread: null }
    : { text: '', unread: read.error };
}

function refuseFile(name: string, bytes: Uint8Array): ApiError | null {
  if (bytes.length === 0) return { code: 'import/empty', name };
  return bytes.length > IMPORT_LIMIT_BYTES ? tooLarge(name, bytes.length) : null;
}

function keep(
  deps: ServiceDeps,
  material: Omit<Parameters<typeof addMaterial>[1], 'id'>,
): Result<Material> {
  const id = deps.createId();
  addMaterial(deps.store, { ...material, id }, deps.clock().toISOString());
  return giveMaterial(deps, id);
}

async function addFile(
  deps: ServiceDeps,
  facts: Input<'materials.add'>['facts'],
  file: AskedFile,
): Promise<Result<Output<'materials.add'>>> {
  const bytes = Buffer.from(file.base64, 'base64');
  const refusal = refuseFile(file.name, bytes);
  if (refusal) return fail(refusal);
  const words = await readWords(deps, file, bytes);
  // what the person wrote of it stands first: both are found by searching
  const text = [facts.text.trim(), words.text].filter((part) => part !== '').join('\n');
  const kept = keep(deps, {
    kind: 'file',
    facts: { ...facts, text },
    file: { name: file.name, bytes },
  });
  return kept.ok ? ok({ material: kept.value, unread: words.unread }) : kept;
}

function addNote(
  deps: ServiceDeps,
  facts: Input<'materials.add'>['facts'],
): Result<Output<'materials.add'>> {
  if (facts.text.trim() === '') {
    return fail({ code: 'input/invalid', path: 'facts.text', reason: '还没有写内容' });
  }
  const kept = keep(deps, { kind: 'note', facts });
  return kept.ok ? ok({ material: kept.value, unread: null }) : kept;
}

function giveMaterial({ store }: ServiceDeps, materialId: string): Result<Material> {
  const material = getMaterial(store, materialId);
  return material ? ok(material) : missing(materialId);
}

function readWhole({ store }: ServiceDeps, materialId: string): Result<Output<'materials.read'>> {
  const material = getMaterial(store, materialId);
  if (!material) return missing(materialId);
  const file = readMaterialFile(store, materialId);
  const mediaType = file && pictureTypeOf(file.name, file.bytes);
  if (!file || !mediaType) return ok({ material, picture: null });
  const base64 = Buffer.from(file.bytes).toString('base64');
  return ok({ material, picture: { mediaType, base64 } });
}

function giveFile(
  { store, deliver }: ServiceDeps,
  materialId: string,
): ReturnType<MethodTable['materials.file']> {
  if (!getMaterial(store, materialId)) return missing(materialId);
  const file = readMaterialFile(store, materialId);
  if (!file) return fail({ code: 'material/no-file', materialId });
  return deliver(cleanFileName(file.name) || '素材', file.bytes);
}

function useMaterial(deps: ServiceDeps, use: Input<'materials.use'>): Result<Material> {
  const { store, clock } = deps;
  const { materialId, reportId } = use;
  if (!getMaterial(store, materialId)) return missing(materialId);
  const report = getReport(store, reportId);
  if (!report || report.deletedAt !== null) return fail({ code: 'report/not-found', reportId });
  setMaterialUse(store, use, clock().toISOString());
  return giveMaterial(deps, materialId);
}

/** `materials.*`: what is kept through the year. Nothing of it is ever logged. */
export function createMaterialMethods(deps: ServiceDeps): Pick<MethodTable, MaterialMethod> {
  const { store, clock } = deps;
  const now = () => clock().toISOString();
  return {
    'materials.list': ({ year, search }) => ok(listMaterials(store, year, search)),
    'materials.read': ({ materialId }) => readWhole(deps, materialId),
    'materials.add': ({ facts, file }) =>
      file ? addFile(deps, facts, file) : addNote(deps, facts),
    'materials.change': ({ materialId, change }) =>
      changeMaterial(store, materialId, change, now())
        ? giveMaterial(deps, materialId)
        : missing(materialId),
    'materials.remove': ({ materialId }) =>
      removeMaterial(store, materialId, now()) ? ok(null) : missing(materialId),
    'materials.restore': ({ materialId }) =>
      restoreMaterial(store, materialId) ? ok(null) : missing(materialId),
    'materials.file': ({ materialId }) => giveFile(deps, materialId),
    'materials.use': (use) => useMaterial(deps, use),
  };
}
