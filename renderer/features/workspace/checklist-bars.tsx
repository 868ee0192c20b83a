import type { ItemState } from '../../../core/api/index.ts';
import { tallyQuestions } from '../../../core/coverage/index.ts';
import { markNames } from './check-mark.tsx';
import type { ChecklistView, Question } from './checklist-view.ts';
import { useDesk, useSession } from './desk-context.ts';

function useChange(): (change: Partial<ChecklistView>) => void {
  const { store } = useSession();
  return (change) =>
    store.setState(({ checklist }) => ({
      checklist: { ...checklist, kept: [], ...change },
      ...(change.scope ? { showsHomeless: false } : {}),
    }));
}

/** 本条 or 全文. */
export function ScopeBar() {
  const scope = useDesk((state) => state.checklist.scope);
  const change = useChange();
  const button = (value: ChecklistView['scope'], name: string, title: string) => (
    <button
      type="button"
      aria-pressed={scope === value}
      title={title}
      onClick={() => change({ scope: value })}
    >
      {name}
    </button>
  );
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">清单的范围</legend>
      {button('here', '本条', '光标所在的这一条')}
      {button('whole', '全文', '整份报告')}
    </fieldset>
  );
}

const states: readonly ItemState[] = ['missing', 'partly', 'answered', 'notApplicable'];
const shortNames: Readonly<Record<ItemState, string>> = { ...markNames, partly: '部分' };

/** What of the whole checklist is shown, and how it is put in order. */
export function FilterBar({ questions }: { readonly questions: readonly Question[] }) {
  const view = useDesk((state) => state.checklist);
  const change = useChange();
  const { requiredOnly, state: chosen, grouping } = view;
  const { byState, optional, optionalByState } = tallyQuestions(questions);
  const others = chosen === null ? optional : optionalByState[chosen];
  const filter = (state: ItemState | null, name: string, count: number | null) => (
    <button
      key={name}
      type="button"
      className="stale-filter"
      aria-pressed={chosen === state}
      onClick={() => change({ state })}
    >
      {name}
      {count !== null && ` ${count}`}
    </button>
  );
  return (
    <div className="checklist-filters">
      <fieldset className="stale-filters">
        <legend className="visually-hidden">按状态筛选</legend>
        {filter(null, '全部', null)}
        {states.map((state) => filter(state, shortNames[state], byState[state]))}
      </fieldset>
      <p className="checklist-order">
        <label>
          <input
            type="checkbox"
            checked={requiredOnly}
            onChange={() => change({ requiredOnly: !requiredOnly })}
          />
          只看必答
        </label>
        {!requiredOnly && <span>另有选答 {others} 项</span>}
        <button
          type="button"
          className="text-button"
          onClick={() => change({ grouping: grouping === 'section' ? 'chapter' : 'section' })}
        >
          {grouping === 'section' ? '改按纲要排列' : '改按报告排列'}
        </button>
      </p>
    </div>
  );
}
