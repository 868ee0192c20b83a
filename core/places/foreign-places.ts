import type { PlaceWords } from '../packs/rules-pack.ts';
import { findPlaces, type PlaceMention } from './find-places.ts';
import type { PlaceIndex } from './index-places.ts';
import { levelOfName } from './names.ts';
import type { OwnPlaces } from './own-places.ts';

/** Looks texts through for places that are not the unit's own. */
export interface ForeignPlaces {
  readonly find: (text: string) => readonly PlaceMention[];
  /** The unit's own place of the same level; null where none is known. */
  readonly instead: (name: string) => string | null;
}

/** What several packs know of words that look like places. */
export function joinPlaceWords(packs: readonly { readonly placeWords?: PlaceWords | undefined }[]) {
  const all = packs.flatMap(({ placeWords }) => (placeWords ? [placeWords] : []));
  const [only] = all;
  if (all.length === 1 && only) return only;
  return {
    except: all.flatMap(({ except }) => except),
    common: all.flatMap(({ common }) => common),
    before: all.flatMap(({ before }) => before),
  };
}

/** A search for foreign places; it finds nothing where nothing is known of the unit's own. */
export function createForeignPlaces(
  index: PlaceIndex,
  own: OwnPlaces,
  words: PlaceWords,
): ForeignPlaces {
  const search = { index, words, own: own.names };
  if (own.names.size === 0) return { find: () => [], instead: () => null };
  return {
    find: (text) =>
      findPlaces(text, search).filter(
        ({ name }) => !own.owns(index.shortProvinces.get(name) ?? name, index.find(name)),
      ),
    instead: (name) => own.chain.findLast((one) => levelOfName(one) === levelOfName(name)) ?? null,
  };
}
