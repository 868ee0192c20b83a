import type { z } from 'zod';
import { type Pack, packSchema } from './pack.ts';

/**
 * How a file departs from the shape of a pack: something is missing, of another type, too little or
 * too much, written in a way that is not allowed, none of the values there are, a kind that is
 * unknown, or a regular expression that is none.
 */
export type PackMisfit = 'missing' | 'type' | 'size' | 'format' | 'value' | 'kind' | 'pattern';

/** A pack file that was not taken up, by its name, and why. */
export type PackFault =
  | { readonly kind: 'unreadable'; readonly name: string }
  | { readonly kind: 'not-json'; readonly name: string }
  /** `path` is where it departs from the shape: `parts.3.heading`, empty for the whole. */
  | {
      readonly kind: 'not-a-pack';
      readonly name: string;
      readonly path: string;
      readonly misfit: PackMisfit;
    };

/** Packs that were read, and those that were not. */
export interface PackLibrary {
  readonly packs: readonly Pack[];
  readonly faults: readonly PackFault[];
}

function misfitOf(issue: z.core.$ZodIssue): PackMisfit {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'type';
    case 'too_small':
    case 'too_big':
    case 'not_multiple_of':
      return 'size';
    case 'invalid_format':
      return 'format';
    case 'invalid_value':
      return 'value';
    case 'invalid_union':
      return 'kind';
    // The only checks of our own are those of patterns.
    case 'custom':
      return 'pattern';
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
      return 'type';
    default:
      return issue satisfies never;
  }
}

/** Parses the JSON texts of pack files. A file that is no pack becomes a fault; the others stand. */
export function parsePacks(
  files: readonly { readonly name: string; readonly json: string }[],
): PackLibrary {
  const packs: Pack[] = [];
  const faults: PackFault[] = [];
  for (const { name, json } of files) {
    try {
      const parsed = packSchema.safeParse(JSON.parse(json), { reportInput: true });
      const issue = parsed.error?.issues[0];
      if (parsed.success) packs.push(parsed.data);
      else if (issue) {
        const path = issue.path.join('.');
        faults.push({ kind: 'not-a-pack', name, path, misfit: misfitOf(issue) });
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      faults.push({ kind: 'not-json', name });
    }
  }
  return { packs, faults };
}
