import { createMemory, type Memory, remember } from '../memory/index.ts';
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
    organs: all.flatMap(({ organs }) => organs),
    firms: all.flatMap(({ firms }) => firms),
    before: all.flatMap(({ before }) => before),
  };
}

/** A text that says of a place that it lies beside the own one, or is paired with it, means it. */
const beside =
  /邻近|毗邻|相邻|邻镇|邻乡|接壤|交界|边界|周边|结对|对口|东西部协作|友好|跨[省市州县区镇乡界]/u;
const sentenceEnds = /[。；;！\n]/u;

/** True where the sentence around a name names it as a neighbour or a partner. */
function isNeighbour(text: string, { start, end }: PlaceMention): boolean {
  const before =
    text
      .slice(Math.max(0, start - 60), start)
      .split(sentenceEnds)
      .at(-1) ?? '';
  const after = text.slice(end, end + 60).split(sentenceEnds)[0] ?? '';
  return beside.test(before + after);
}

/** Names a draft holds. */
const mostNames = 500;

function build(index: PlaceIndex, own: OwnPlaces, words: PlaceWords): ForeignPlaces {
  const search = { index, words, own: own.names };
  if (own.names.size === 0) return { find: () => [], instead: () => null };
  const owns = remember(
    (name) => own.owns(index.shortProvinces.get(name) ?? name, index.find(name)),
    mostNames,
  );
  return {
    find: remember((text) =>
      findPlaces(text, search).filter(
        (mention) => !owns(mention.name) && !isNeighbour(text, mention),
      ),
    ),
    instead: (name) => own.chain.findLast((one) => levelOfName(one) === levelOfName(name)) ?? null,
  };
}

/** Units whose drafts are open at a time. */
const mostUnits = 4;
const built = new WeakMap<PlaceIndex, WeakMap<PlaceWords, Memory<ForeignPlaces>>>();

/**
 * A search for foreign places; it finds nothing where nothing is known of the unit's own. For the
 * same unit it is the same one, which remembers the texts it looked through.
 */
export function createForeignPlaces(
  index: PlaceIndex,
  own: OwnPlaces,
  words: PlaceWords,
): ForeignPlaces {
  const byWords = built.get(index) ?? new WeakMap<PlaceWords, Memory<ForeignPlaces>>();
  built.set(index, byWords);
  const byUnit = byWords.get(words) ?? createMemory<ForeignPlaces>(mostUnits);
  byWords.set(words, byUnit);
  const unit = JSON.stringify([own.chain, [...own.names]]);
  return byUnit.get(unit, () => build(index, own, words));
}
