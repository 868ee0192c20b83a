import type { PlaceCity, PlaceList } from './place-list.ts';

/** Where a name of the list lies: the names from the province down, itself last. */
export type PlacePath = readonly string[];

/** The list made ready for looking names up. */
export interface PlaceIndex {
  /** Every place of a name. */
  readonly find: (name: string) => readonly PlacePath[];
  /** True for a name of the list. */
  readonly has: (name: string) => boolean;
  /** Provinces without 省, 市 or 自治区: 云南, 内蒙古. */
  readonly shortProvinces: ReadonlyMap<string, string>;
}

/** Levels of the codes that are no places. */
const noPlace = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u;
const provinceEnd = /(?:省|市|(?:[壮回]族|维吾尔)?(?:特别行政|自治)区)$/u;

/** Ordinals of a province, city and county in one number; 999 stands for none. */
const none = 999;
const packSpot = (province: number, city: number, county: number) =>
  (province * 1000 + city) * 1000 + county;

/** Path of a spot; a level that repeats the one above (北京市 北京市) counts once. */
function pathOf({ provinces }: PlaceList, spot: number, name: string): PlacePath {
  const province = provinces[Math.floor(spot / 1_000_000)];
  const city = province?.[1][Math.floor(spot / 1000) % 1000];
  const county = city?.[1][spot % 1000];
  const names = [province?.[0], city?.[0], county?.[0], name].filter(
    (one): one is string => one !== undefined && !noPlace.test(one),
  );
  return names.filter((one, index) => one !== names[index - 1]);
}

/** Most names are of one place: only the others cost a list. */
type SpotMap = Map<string, number | number[]>;

function add(spots: SpotMap, name: string, spot: number): void {
  const known = spots.get(name);
  if (known === undefined) spots.set(name, spot);
  else if (typeof known === 'number') spots.set(name, [known, spot]);
  else known.push(spot);
}

function collectCity(
  spots: SpotMap,
  [city, counties]: PlaceCity,
  [p, c]: readonly [number, number],
): void {
  for (const [k, [county, towns]] of counties.entries()) {
    const spot = packSpot(p, c, k);
    if (county !== city && !noPlace.test(county)) add(spots, county, spot);
    if (towns !== '') for (const town of towns.split('|')) add(spots, town, spot);
  }
}

function collect(list: PlaceList): SpotMap {
  const spots: SpotMap = new Map();
  for (const [p, [province, cities]] of list.provinces.entries()) {
    add(spots, province, packSpot(p, none, none));
    for (const [c, city] of cities.entries()) {
      const [name] = city;
      if (name !== province && !noPlace.test(name)) add(spots, name, packSpot(p, c, none));
      collectCity(spots, city, [p, c]);
    }
  }
  return spots;
}

function build(list: PlaceList): PlaceIndex {
  const spots = collect(list);
  return {
    has: (name) => spots.has(name),
    find: (name) => [spots.get(name) ?? []].flat().map((spot) => pathOf(list, spot, name)),
    shortProvinces: new Map(
      list.provinces.map(([name]) => [name.replace(provinceEnd, ''), name] as const),
    ),
  };
}

/** An index is built once for a list. */
const built = new WeakMap<PlaceList, PlaceIndex>();

/** The index of a list. */
export function indexPlaces(list: PlaceList): PlaceIndex {
  const index = built.get(list) ?? build(list);
  built.set(list, index);
  return index;
}
