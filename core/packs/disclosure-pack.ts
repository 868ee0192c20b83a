import { z } from 'zod';
import { disclosureStructures, hitKinds } from '../disclosure/hit.ts';
import type { JsonStep } from './fault.ts';
import { confidenceSchema, longestPattern, packHead, packId, words } from './fields.ts';

/** Where a pattern takes the words of the pack: `{group}`. */
const place = /\{([a-z][A-Za-z]*)\}/gu;

/** A pattern with the pack's words in its places; a place without words stays as it is. */
export function fillWords(
  source: string,
  known: Readonly<Record<string, readonly string[]>>,
): string {
  return source.replaceAll(place, (whole, name: string) => {
    const list = Object.hasOwn(known, name) ? known[name] : undefined;
    return list ? `(?:${list.join('|')})` : whole;
  });
}

/** The places of a pattern: names of the lists of words it takes. */
export function listWordPlaces(source: string): readonly string[] {
  return [...source.matchAll(place)].map(([, name = '']) => name);
}

/** True for a regular expression with the flag u. */
export function canCompile(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch (error) {
    return !(error instanceof SyntaxError);
  }
}

/** A regular expression whose {…} places the pack's own words fill. */
const wordsPattern = z
  .string()
  .min(1)
  .max(longestPattern, { abort: true })
  .refine((source) => canCompile(source.replaceAll(place, '(?:字)')));
const patterns = z.array(wordsPattern).readonly();
/** May be empty: that takes the words out. `$1` is the first group. */
const proposals = z.array(z.string().max(200)).readonly();

/** Wordings a rule finds, and what may stand there instead, the best first. */
export const disclosurePatternSchema = z
  .strictObject({ find: wordsPattern, proposals: proposals.optional() })
  .readonly();

/**
 * One kind of thing that must be looked at before a report is published. What has a structure of its
 * own, such as a checksum, is found by the program and named in `structure`; everything else by words.
 */
export const disclosureRuleSchema = z
  .strictObject({
    id: packId,
    kind: z.enum(hitKinds),
    /** A rule that blocks must rest on a source that was read. */
    severity: z.enum(['block', 'warn']),
    /** What the person is told, a sentence. */
    why: words,
    /** The article it rests on. */
    basis: words,
    confidence: confidenceSchema,
    /** `words`: what a pattern matches. `clause`: from comma to comma around it. */
    scope: z.enum(['words', 'clause']).default('words'),
    structure: z.enum(disclosureStructures).optional(),
    patterns: z.array(disclosurePatternSchema).readonly().default([]),
    /** The clause must hold one of these too. */
    near: patterns.default([]),
    /** A match that lies in one of these, or meets it, is none. */
    except: patterns.default([]),
    /** What may stand in place of whatever a pattern without proposals of its own finds. */
    proposals: proposals.default([]),
    /** What may stand for several in a row: 双方当事人. Without it each has its own. */
    together: proposals.default([]),
    /** True where it means that the whole report has no public copy. */
    isSecret: z.boolean().default(false),
  })
  .readonly();
export type DisclosureRule = z.infer<typeof disclosureRuleSchema>;

/** What must not be published as it stands. Several such packs add up; a later rule takes the place of one of its id. */
export const disclosurePackSchema = z
  .strictObject({
    kind: z.literal('disclosure'),
    ...packHead,
    /** Lists of words, each a pattern, that fill the {…} places. */
    words: z.record(z.string().regex(/^[a-z][A-Za-z]*$/u), patterns).default({}),
    rules: z.array(disclosureRuleSchema).readonly(),
  })
  .readonly();
export type DisclosurePack = z.infer<typeof disclosurePackSchema>;

/**
 * The patterns of a pack with the way to each, the pack's words in their places. One that names words
 * which are not there cannot compile.
 */
export function listFilledPatterns({
  rules,
  words: known,
}: DisclosurePack): readonly { readonly path: readonly JsonStep[]; readonly value: string }[] {
  return rules.flatMap(({ patterns: found, near, except }, index) =>
    [
      ...found.map(({ find }, at) => ({ path: ['patterns', at, 'find'], value: find })),
      ...near.map((value, at) => ({ path: ['near', at], value })),
      ...except.map((value, at) => ({ path: ['except', at], value })),
    ].map(({ path, value }) => ({
      path: ['rules', index, ...path],
      value: fillWords(value, known),
    })),
  );
}
