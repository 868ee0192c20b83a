import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePackFault } from '../../../core/api/index.ts';
import { readPackBytes } from '../../../electron/services/packs/read-folder.ts';
import { shipped } from '../../templates/shipped-packs.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Way = readonly (string | number)[];

/** The ways to every piece of a JSON value. */
function listWays(value: Json, way: Way = []): readonly Way[] {
  if (typeof value !== 'object' || value === null) return [way];
  const inner = Array.isArray(value)
    ? value.map((one: Json, index) => [index, one] as const)
    : Object.entries(value);
  return [way, ...inner.flatMap(([step, one]) => listWays(one, [...way, step]))];
}

function replaceAt(value: Json, [step, ...rest]: Way, put: Json | undefined): Json | undefined {
  if (step === undefined) return put;
  if (Array.isArray(value)) {
    return value.flatMap((one: Json, index): readonly Json[] => {
      const next = index === step ? replaceAt(one, rest, put) : one;
      return next === undefined ? [] : [next];
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, one]): readonly [string, Json][] => {
    const next = key === step ? replaceAt(one, rest, put) : one;
    return next === undefined ? [] : [[key, next]];
  });
  return Object.fromEntries(entries);
}

const shapes = shipped.packs.map((pack) => {
  const json = JSON.parse(JSON.stringify(pack)) as Json;
  return { pack, json, ways: listWays(json) };
});
const anyShape = fc.constantFrom(...shapes);
const look = (json: string | Uint8Array, others = shipped.packs) =>
  readPackBytes('own.json', typeof json === 'string' ? Buffer.from(json) : json, {
    trusted: new Set(),
    others,
  });

describe('a damaged pack file', () => {
  it('with any piece gone or of another kind is taken up or told line by line, never thrown at', () => {
    const puts = fc.constantFrom<Json | undefined>(undefined, null, 7, '', '（', [], {}, true, [
      [],
    ]);
    fc.assert(
      fc.property(anyShape, fc.nat(), puts, ({ pack, json, ways }, at, put) => {
        const way = ways[at % ways.length] ?? [];
        const text = JSON.stringify(replaceAt(json, way, put) ?? null, null, 2);
        const others = shipped.packs.filter((other) => other !== pack);
        const parsed = look(text, others);
        if (parsed.ok) return;
        expect(parsed.faults.length).toBeGreaterThan(0);
        const last = text.split('\n').length;
        for (const fault of parsed.faults) {
          expect(describePackFault(fault)).toMatch(/\p{Script=Han}{2}/u);
          if (!('line' in fault)) continue;
          expect(fault.line).toBeGreaterThanOrEqual(1);
          expect(fault.line).toBeLessThanOrEqual(last);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('with any bytes cut out or put in is never thrown at', () => {
    fc.assert(
      fc.property(
        anyShape,
        fc.nat(),
        fc.nat(200),
        fc.uint8Array({ maxLength: 20 }),
        ({ json }, at, length, put) => {
          const bytes = Buffer.from(JSON.stringify(json, null, 1));
          const from = at % bytes.length;
          const damaged = Buffer.concat([
            bytes.subarray(0, from),
            put,
            bytes.subarray(from + length),
          ]);
          const parsed = look(damaged);
          if (!parsed.ok) expect(parsed.faults.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('of nothing but noise is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(look(bytes).ok).toBe(false);
      }),
    );
  });
});
