import { create } from 'zustand';
import type { ApiError, Call } from '../../core/api/index.ts';
import type { Material } from '../../core/materials/index.ts';

/** The materials of one report year, as the window knows them. */
export interface YearOfMaterials {
  readonly materials: readonly Material[];
  /** Why they could not be read; null while all is well. */
  readonly error: ApiError | null;
}

interface MaterialsState {
  /** By report year; a year nobody asked for is absent. */
  readonly byYear: Readonly<Record<number, YearOfMaterials>>;
  /** Grows with each change, for lists that were searched. */
  readonly changes: number;
}

/** What was kept through the year: one list for the note, the panel, the cards and the screen. */
export const useMaterials = create<MaterialsState>()(() => ({ byYear: {}, changes: 0 }));

/** Reads the materials of a year anew; what was shown stays when that fails. */
export async function loadMaterials(call: Call, year: number): Promise<void> {
  const listed = await call('materials.list', { year });
  useMaterials.setState(({ byYear }) => {
    const before = byYear[year]?.materials ?? [];
    const known: YearOfMaterials = listed.ok
      ? { materials: listed.value, error: null }
      : { materials: before, error: listed.error };
    return { byYear: { ...byYear, [year]: known } };
  });
}

const dayOf = ({ happenedOn, createdAt }: Material) => happenedOn ?? createdAt.slice(0, 10);

/** Two materials as lists have them: the latest happening first, of one day the one kept last. */
export function compareMaterials(a: Material, b: Material): number {
  return dayOf(b).localeCompare(dayOf(a)) || b.createdAt.localeCompare(a.createdAt);
}

function changeLists(
  change: (materials: readonly Material[], year: number) => readonly Material[],
) {
  useMaterials.setState(({ byYear, changes }) => ({
    changes: changes + 1,
    byYear: Object.fromEntries(
      Object.entries(byYear).map(([year, known]) => [
        year,
        { ...known, materials: change(known.materials, Number(year)) },
      ]),
    ),
  }));
}

/** A material as it is now stored: takes its place in the list of its year, and leaves any other. */
export function putMaterial(material: Material): void {
  changeLists((materials, year) => {
    const others = materials.filter(({ id }) => id !== material.id);
    return material.year === year ? [...others, material].toSorted(compareMaterials) : others;
  });
}

/** A material was removed. */
export function dropMaterial(materialId: string): void {
  changeLists((materials) => materials.filter(({ id }) => id !== materialId));
}
