import type { ClaimRole } from '../../../core/claim/index.ts';
import type { PartKind } from '../../../core/model/index.ts';

/** Goes somewhere, chooses, or takes a step back: no line is changed. */
export type WalkCommand =
  | { readonly name: 'go'; readonly to: 'up' | 'down' | 'first' | 'last' | 'pageUp' | 'pageDown' }
  | { readonly name: 'extend'; readonly to: 'up' | 'down' }
  | { readonly name: 'doubt'; readonly to: 'next' | 'previous' }
  | { readonly name: 'choose' | 'undo' | 'redo' };

/** Changes the chosen lines. */
export type CorrectCommand =
  | { readonly name: 'role'; readonly role: ClaimRole }
  | { readonly name: 'kind'; readonly kind: PartKind }
  | { readonly name: 'move'; readonly direction: 'up' | 'down' }
  | { readonly name: 'raise' | 'lower' | 'discard' | 'restore' | 'merge' | 'runIn' };

/** What a person can ask of the claim screen. */
export type ClaimCommand =
  | WalkCommand
  | CorrectCommand
  | { readonly name: 'confirm' | 'split' | 'edit' };
