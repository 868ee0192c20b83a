import { blockText, listBlocks, type Report } from '../model/index.ts';
import { findMatches } from '../patterns/index.ts';
import type { PlaceIndex, PlacePath } from './index-places.ts';
import { levelOfName, placeSuffix, stemOf } from './names.ts';

/** The places a unit may name without a question. */
export interface OwnPlaces {
  /** From the province down as far as they are known, in the order found; empty when nothing is known. */
  readonly chain: readonly string[];
  readonly names: ReadonlySet<string>;
  /** True for the unit's own places, and for those below it. */
  readonly owns: (name: string, paths: readonly PlacePath[]) => boolean;
}

const party = /^(?:中国共产党|中共)/u;
const leading = /^(?:中国共产党|中共|按照|根据|[在由向和与经据])/u;
const nextName = new RegExp(`^\\p{Script=Han}{1,12}?(?:${placeSuffix})`, 'u');

/** The names of places an organ's name begins with: 云岭县青石镇人民政府 → 云岭县, 青石镇. */
export function placesOfOrgan(organ: string, index: PlaceIndex): readonly string[] {
  const names: string[] = [];
  let rest = organ.trim().replace(party, '');
  for (;;) {
    const listed = [...Array(14).keys()]
      .map((length) => rest.slice(0, 15 - length))
      .find((name) => name.length >= 2 && index.has(name));
    const name = listed ?? nextName.exec(rest)?.[0];
    if (name === undefined || name.length < 2) return names;
    names.push(name);
    rest = rest.slice(name.length);
  }
}

const superior =
  /(?:^|[，。；：、“《\s]|在|由|按照|根据|向|和|与|中共)(\p{Script=Han}{2,6}?[省市州盟区县旗])(?:委|政府|人民政府)/gu;

/** Those the text calls its superiors: 在云岭县委、县政府的领导下. */
function superiorsIn(text: string): readonly string[] {
  return findMatches(text, superior).flatMap(([, name = '']) =>
    /[各全我本该上地级社辖]/u.test(name) ? [] : [name.replace(leading, '')],
  );
}

function textOf(report: Report): string {
  return listBlocks(report)
    .map(({ block }) => blockText(block))
    .join('\n');
}

/** A county named this often is the own one, though nothing calls it so. */
const oftenNamed = 3;

/** Of the places of one name, the one whose county or city the report calls its own; null when none stands out. */
function choosePath(
  paths: readonly PlacePath[],
  called: readonly string[],
  text: string,
): PlacePath | null {
  const weigh = (name: string) => {
    if (called.includes(name)) return 10;
    return text.split(name).length > oftenNamed ? 1 : 0;
  };
  const scored = paths.map((path) => ({
    path,
    score: path.slice(0, -1).reduce((sum, name) => sum + weigh(name), 0),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const winners = scored.filter(({ score }) => score === best);
  const [only] = winners;
  return winners.length === 1 && only && (best > 0 || paths.length === 1) ? only.path : null;
}

/** The places the report itself shows to be its own: what its organs, title and addressee name. */
function placesShown(report: Report, index: PlaceIndex): readonly string[] {
  // one house with two names: 龙口林场（青石镇人民政府）
  const organs = [...report.issuers, ...report.closing.signature]
    .flatMap((organ) => organ.split(/[（()）]/u))
    .flatMap((organ) => placesOfOrgan(organ, index));
  const title = report.title.split('\n').flatMap((line) => placesOfOrgan(line, index));
  const likely = title.filter((name) => !/\d|年|关于/u.test(name));
  const addressee = report.addressee.split(/[、，\s]/u).flatMap((one) => placesOfOrgan(one, index));
  return [...new Set([...organs, ...likely, ...addressee])].filter((name) => name.length >= 3);
}

function inferChain(report: Report, shown: readonly string[], index: PlaceIndex): PlacePath {
  const deepest = shown.findLast((name) => levelOfName(name) === 'town') ?? shown.at(-1);
  if (deepest === undefined) return [];
  const paths = index.find(deepest);
  const text = textOf(report);
  const fitting = paths.filter((path) =>
    shown.every((name) => !index.has(name) || path.includes(name)),
  );
  return choosePath(fitting, [...shown, ...superiorsIn(text)], text) ?? [];
}

function ownPlaces(chain: readonly string[], more: readonly string[]): OwnPlaces {
  const names = new Set([...chain, ...more]);
  const stems = [...names].map(stemOf);
  const last = chain.at(-1);
  const parent = chain.at(-2);
  const owns: OwnPlaces['owns'] = (name, paths) => {
    if (names.has(name)) return true;
    const stem = stemOf(name);
    if (stems.some((own) => own.startsWith(stem) || name.endsWith(own) || own === name))
      return true;
    if ([...names].some((own) => own.startsWith(stem) || name.endsWith(own))) return true;
    // the organ's name may begin with what no list knows: 第三师五十二团青石镇
    if (name.length >= 3 && [...names].some((own) => own.endsWith(name))) return true;
    // a county may name its towns; a town's neighbours are others
    if (last === undefined || levelOfName(last) === 'town') return false;
    return paths.some(
      (path) => path.includes(last) && (parent === undefined || path.includes(parent)),
    );
  };
  return { chain, names, owns };
}

/**
 * The own places of the unit that issues `report`: those of the settings where there are some; else
 * what the names of its organs give in the list, and, where the list does not tell, what the report
 * and last year's call their own and their superiors.
 * @param base last year's report, if there is one
 */
export function findOwnPlaces(
  report: Report,
  index: PlaceIndex,
  settings: { readonly chain: readonly string[]; readonly base?: Report | null },
): OwnPlaces {
  const shown = placesShown(report, index);
  if (settings.chain.length > 0) return ownPlaces(settings.chain, shown);
  const chain = inferChain(report, shown, index);
  const trusted = textOf(settings.base ?? report);
  const isSure = chain.slice(1, -1).some((name) => shown.includes(name) || trusted.includes(name));
  const more = isSure ? shown : [...shown, ...superiorsIn(trusted)];
  const above = more.flatMap((name) => {
    const [only, ...others] = index.find(name);
    return only && others.length === 0 ? only : [];
  });
  return ownPlaces(chain.length > 0 ? chain : shown, [...more, ...above]);
}
