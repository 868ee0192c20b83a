import { type ApiError, type Call, fail, ok, type Result } from '../../../core/api/index.ts';
import type { Material, MaterialFacts } from '../../../core/materials/index.ts';
import { readContent } from '../../api/read-content.ts';
import { refuseFile } from '../../stores/incoming.ts';
import { putMaterial } from '../../stores/materials.ts';

/** What was kept of a note with its files. */
export interface Kept {
  readonly materials: readonly Material[];
  /** Files whose words could not be read, with why. */
  readonly unread: readonly { readonly name: string; readonly error: ApiError }[];
  /** Files that are not yet kept, where one of them failed. */
  readonly left: readonly File[];
  readonly error: ApiError | null;
}

type Added = Result<{ readonly material: Material; readonly unread: ApiError | null }>;

async function keepFile(call: Call, facts: MaterialFacts, file: File): Promise<Added> {
  const { name, size } = file;
  const refusal = refuseFile({ name, size, isFolder: false });
  if (refusal) return fail(refusal);
  const content = await readContent(file);
  if (content?.kind !== 'file') {
    return fail({ code: 'import/unreadable', name, reason: '文件已经移走或改名' });
  }
  return call('materials.add', { facts, file: { name, base64: content.base64 } });
}

/** What is known better of a material once the words of its file are read. */
export type Refine = (material: Material) => Promise<Partial<MaterialFacts>>;

/** Where this fails the material is kept all the same, with what was known of it before. */
async function refineKept(call: Call, material: Material, refine: Refine): Promise<Material> {
  if (material.text === '') return material;
  const change = await refine(material);
  if (Object.keys(change).length === 0) return material;
  const changed = await call('materials.change', { materialId: material.id, change });
  return changed.ok ? changed.value : material;
}

/**
 * Keeps a note, or each of its files with the words of the note at the first. What was kept stays
 * kept where a later file fails; that one and those behind it are left.
 */
export async function keepNote(
  call: Call,
  facts: MaterialFacts,
  files: readonly File[],
  refine: Refine = async () => ({}),
): Promise<Kept> {
  const materials: Material[] = [];
  const unread: { name: string; error: ApiError }[] = [];
  const done = (left: readonly File[], error: ApiError | null) => ({
    materials,
    unread,
    left,
    error,
  });
  const note: readonly (File | null)[] = files.length > 0 ? files : [null];
  for (const [index, file] of note.entries()) {
    const own = index === 0 ? facts : { ...facts, text: '' };
    const added: Added = file
      ? await keepFile(call, own, file)
      : await call('materials.add', { facts: own });
    if (!added.ok) return done(files.slice(index), added.error);
    const { material } = added.value;
    const refined = file ? await refineKept(call, material, refine) : material;
    materials.push(refined);
    putMaterial(refined);
    if (file && added.value.unread) unread.push({ name: file.name, error: added.value.unread });
  }
  return done([], null);
}

/** Changes a material and shows it as it is now stored. */
export async function changeMaterial(
  call: Call,
  materialId: string,
  change: Partial<MaterialFacts>,
): Promise<Result<null>> {
  const changed = await call('materials.change', { materialId, change });
  if (!changed.ok) return changed;
  putMaterial(changed.value);
  return ok(null);
}
