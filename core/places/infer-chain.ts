import type { PlacePath } from './index-places.ts';
import { placeSuffix } from './names.ts';
import type { PlaceList } from './place-list.ts';

const nextName = new RegExp(`\\p{Script=Han}{1,12}?(?:${placeSuffix})`, 'uy');
const party = /^(?:中国共产党|中共)/u;

/** The names of places an organ's name begins with, told by their shape alone. */
function namesOf(organ: string): readonly string[] {
  const rest = organ.trim().replace(party, '');
  const names: string[] = [];
  nextName.lastIndex = 0;
  for (let match = nextName.exec(rest); match; match = nextName.exec(rest)) names.push(match[0]);
  return names;
}

function isTown(towns: string, name: string): boolean {
  return towns.split('|').includes(name);
}

/** Every place of a name, looked for from end to end: for one question this is cheaper than an index. */
function scanPaths({ provinces }: PlaceList, name: string): readonly PlacePath[] {
  return provinces.flatMap(([province, cities]) =>
    cities.flatMap(([city, counties]): PlacePath[] =>
      counties.flatMap(([county, towns]): PlacePath[] => {
        const path = [province, city, county];
        if (county === name) return [path];
        return towns.includes(name) && isTown(towns, name) ? [[...path, name]] : [];
      }),
    ),
  );
}

/**
 * The chain of places of the unit whose organs are named, from the province down; empty where the
 * list does not know it, or knows several. Takes no index, so that a window may ask it once.
 * @param issuers full names, 云岭县青石镇人民政府
 */
export function inferChainOfName(list: PlaceList, issuers: readonly string[]): readonly string[] {
  const names = [...new Set(issuers.flatMap(namesOf))];
  const last = names.at(-1);
  if (last === undefined) return [];
  const fitting = scanPaths(list, last).filter((path) =>
    names.every((name) => path.includes(name)),
  );
  const [only] = fitting;
  if (!only || fitting.length > 1) return [];
  return only.filter((name, index) => name !== only[index - 1]);
}

/** At most so many places in a chain, and so many signs in each, as the settings hold them. */
const mostPlaces = 6;
const mostSigns = 40;

/** A chain as a person writes it on one line: 某省 某市、某县. */
export function readChain(line: string): readonly string[] {
  return line
    .split(/[\s、，,；;]+/u)
    .map((name) => name.trim().slice(0, mostSigns))
    .filter((name) => name !== '')
    .slice(0, mostPlaces);
}
