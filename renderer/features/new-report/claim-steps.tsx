import { Button } from 'antd';
import type { ClaimState } from './claim-state.ts';
import { countPlaces } from './claim-state.ts';
import type { ClaimActions } from './use-claim.ts';

/** How many places wait to be confirmed, and at which of them one is. */
function PlaceCount({ at, open, all }: ReturnType<typeof countPlaces>) {
  if (all === 0) return null;
  if (open === 0) return <span className="claim-count is-done">{all} 处都已确认</span>;
  return (
    <span className="claim-count">
      {at === null ? `${open} 处待确认` : `${at} / ${open} 处待确认`}
    </span>
  );
}

/** Undoing, and the way from doubt to doubt. */
export function ClaimSteps({
  state,
  actions,
}: {
  readonly state: ClaimState;
  readonly actions: ClaimActions;
}) {
  const { past, future } = state.history;
  const places = countPlaces(state);
  const { open, all } = places;
  return (
    <>
      <PlaceCount {...places} />
      <Button
        disabled={past.length === 0}
        title="撤销 Ctrl+Z"
        onClick={() => actions.run({ name: 'undo' })}
      >
        撤销
      </Button>
      <Button
        disabled={future.length === 0}
        title="重做 Ctrl+Y"
        onClick={() => actions.run({ name: 'redo' })}
      >
        重做
      </Button>
      {all > 0 && (
        <>
          <Button
            disabled={open === 0}
            onClick={() => actions.run({ name: 'doubt', to: 'previous' })}
          >
            上一处
          </Button>
          <Button disabled={open === 0} onClick={() => actions.run({ name: 'doubt', to: 'next' })}>
            下一处 <kbd>F8</kbd>
          </Button>
        </>
      )}
    </>
  );
}
