import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexPlaces, parsePlaces } from '../../core/places/index.ts';
import { makePlaceList } from '../support/make-places.ts';

const file = join(import.meta.dirname, '../../templates/places.json');
const shippedPlaces = parsePlaces(readFileSync(file, 'utf8'));

describe('the list of places the app ships', () => {
  it('is what test/support/make-places.ts makes of the package', () => {
    expect(shippedPlaces).toEqual(makePlaceList());
  });

  it('is small', () => {
    expect(statSync(file).size).toBeLessThanOrEqual(800 * 1024);
  });

  it('tells where a name lies, each of the places of a name', () => {
    if (!shippedPlaces) throw new Error('the list does not parse');
    const index = indexPlaces(shippedPlaces);
    expect(index.find('浦东新区')).toEqual([['上海市', '浦东新区']]);
    expect(index.find('朝阳区').length).toBeGreaterThan(1);
    expect(index.find('市辖区')).toEqual([]);
    expect(index.shortProvinces.get('广西')).toBe('广西壮族自治区');
  });
});
