import { z } from 'zod';

/** What kind of thing must not be published as it stands. @source regulations.md 8, export checks */
export const hitKinds = [
  'secrecy',
  'identifier',
  'person',
  'group',
  'stability',
  'case',
  'small-count',
  'internal',
  'contact',
  'security',
  'attachment',
] as const;
export type HitKind = (typeof hitKinds)[number];

/** What is told by its structure, by the program itself, and not by words. */
export const disclosureStructures = [
  'id-card',
  'phone',
  'landline',
  'bank-card',
  'plate',
  'email',
  'network-address',
  /** An annex that is published with the report. */
  'annex',
  /** An attachment that the report lists and whose pages the program does not have. */
  'listed-annex',
] as const;
export type DisclosureStructure = (typeof disclosureStructures)[number];

/** Words of a report that must be looked at before they are published. */
export interface DisclosureHit {
  /** The same for the same words in the same place of the same block, whatever is written elsewhere. */
  readonly key: string;
  /** Id of the rule that found it. */
  readonly rule: string;
  readonly kind: HitKind;
  /** `block`: nothing is published before it is decided. `warn`: to be looked at. */
  readonly severity: 'block' | 'warn';
  /**
   * The block, section, part, `front` or `closing` it stands in, and which of its texts: `text`,
   * `heading`, `title`, `addressee`, `preambleHeading`, `note`, `issuers.0`, `signature.0`,
   * `attachments.0`, `cell.2.1` (row and column from 0). A block of an annex is `annex1/ID`, the annex
   * itself `annex1` with `title`.
   */
  readonly target: { readonly id: string; readonly field: string };
  /** UTF-16 offsets in that text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The sentence around it. */
  readonly context: string;
  readonly why: string;
  /** The article it rests on. */
  readonly basis: string;
  /** What may stand there instead, the best first; an empty text takes the words out. */
  readonly proposals: readonly string[];
}

/** What the person decided of a hit. A kept one needs a reason. */
export const disclosureDecisionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('keep'), reason: z.string().trim().min(1).max(500) }).readonly(),
  z
    .object({
      action: z.literal('replace'),
      text: z.string().max(2000),
      reason: z.string().max(500),
    })
    .readonly(),
]);
export type DisclosureDecision = z.infer<typeof disclosureDecisionSchema>;

/** The recorded 保密审查 of a public copy. @source regulations.md 8, check 13 */
export const disclosureReviewSchema = z
  .object({
    reviewer: z.string().trim().min(1).max(100),
    reviewedOn: z.iso.date(),
    /** `open` 可以公开, `changed` 处理后可以公开, `closed` 不予公开. */
    conclusion: z.enum(['open', 'changed', 'closed']),
    /** Grounds, in words. */
    basis: z.string().max(1000),
  })
  .readonly();
export type DisclosureReview = z.infer<typeof disclosureReviewSchema>;
