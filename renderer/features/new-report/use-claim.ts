import { useCallback, useMemo, useState } from 'react';
import type { Claim } from '../../../core/claim/index.ts';
import type { ClaimCommand } from './claim-command.ts';
import { runCommand } from './claim-commands.ts';
import { endEditing, splitEditing } from './claim-editing.ts';
import { type ClaimState, extendTo, goTo, openState, toggleChosen } from './claim-state.ts';
import type { Doubt } from './doubts.ts';

/** What the panes do to the claim. The functions stay the same as long as the screen is open. */
export interface ClaimActions {
  readonly run: (command: ClaimCommand) => void;
  /** Runs a command on a line, or on the chosen ones when the line is one of them. */
  readonly runAt: (command: ClaimCommand, key: string) => void;
  readonly pick: (key: string, how?: 'only' | 'extend' | 'toggle') => void;
  readonly endEditing: (words: string) => void;
  readonly splitEditing: (words: string, offset: number) => void;
  readonly leaveEditing: () => void;
  /** Applies what a function makes of the state. */
  readonly apply: (make: (state: ClaimState) => ClaimState) => void;
}

/** The claim as it is being put right. */
export function useClaim(
  claim: Claim,
  doubts: readonly Doubt[],
): { readonly state: ClaimState; readonly actions: ClaimActions } {
  const [state, apply] = useState(() => openState(claim, doubts));
  const run = useCallback(
    (command: ClaimCommand) => apply((last) => runCommand(last, command)),
    [],
  );
  const actions = useMemo<ClaimActions>(
    () => ({
      run,
      runAt: (command, key) =>
        apply((last) => runCommand(last.selected.has(key) ? last : goTo(last, key), command)),
      pick: (key, how = 'only') =>
        apply((last) => {
          if (how === 'extend') return extendTo(last, key);
          return how === 'toggle' ? toggleChosen(last, key) : goTo(last, key);
        }),
      endEditing: (words) => apply((last) => endEditing(last, words)),
      splitEditing: (words, offset) => apply((last) => splitEditing(last, words, offset)),
      leaveEditing: () => apply((last) => ({ ...last, editing: null })),
      apply,
    }),
    [run],
  );
  return { state, actions };
}
