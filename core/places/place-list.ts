/**
 * The country's places by level, as plain arrays so that 40 000 names stay small: each province with
 * its cities, each city with its counties, each county with its towns and streets joined by `|`.
 */
export interface PlaceList {
  /** Where the names are from, and their date. */
  readonly source: string;
  readonly provinces: readonly PlaceProvince[];
}
export type PlaceCounty = readonly [name: string, towns: string];
export type PlaceCity = readonly [name: string, counties: readonly PlaceCounty[]];
export type PlaceProvince = readonly [name: string, cities: readonly PlaceCity[]];
