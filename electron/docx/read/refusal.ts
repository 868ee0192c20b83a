import type { UnsupportedKind } from '../../../core/api/index.ts';

/** Why the inside of a file cannot be read; the front door adds the file's name. `detail` is Chinese. */
export type RefusalReason =
  | { readonly code: 'import/damaged'; readonly detail: string }
  | { readonly code: 'import/suspicious'; readonly detail: string }
  | { readonly code: 'import/too-long'; readonly detail: string }
  | { readonly code: 'import/not-a-report'; readonly detail: string }
  | { readonly code: 'import/encrypted' }
  | { readonly code: 'import/no-text'; readonly found: 'scan' | 'garbled' }
  | { readonly code: 'import/unsupported'; readonly found: UnsupportedKind };

/** Leaves a parser from any depth. It never crosses `readSource`, which turns it into a Result. */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason.code);
    this.name = 'Refusal';
    this.reason = reason;
  }
}

/** The file broke its own format. */
export function damaged(detail: string): Refusal {
  return new Refusal({ code: 'import/damaged', detail });
}

/** The file holds more than any report does. */
export function tooLong(detail: string): Refusal {
  return new Refusal({ code: 'import/not-a-report', detail });
}

/** The file is shaped as no office program shapes it. */
export function suspicious(detail: string): Refusal {
  return new Refusal({ code: 'import/suspicious', detail });
}
