import { z } from 'zod';
import type { PlaceList } from './place-list.ts';

const name = z.string().min(1).max(40);
const countySchema = z.tuple([name, z.string()]).readonly();
const citySchema = z.tuple([name, z.array(countySchema).readonly()]).readonly();
const provinceSchema = z.tuple([name, z.array(citySchema).readonly()]).readonly();
const placeListSchema = z
  .object({ source: z.string(), provinces: z.array(provinceSchema).readonly() })
  .readonly();

/** Reads a list of places from the JSON text of a file; null when it is none. */
export function parsePlaces(json: string): PlaceList | null {
  try {
    return placeListSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
