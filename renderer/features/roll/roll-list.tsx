import { Button } from 'antd';
import { type FocusEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RollPreview } from '../../../core/api/index.ts';
import type { RollChange, RollPlan } from '../../../core/roll-forward/index.ts';
import { Problem } from '../../components/problem.tsx';
import { BackLink, TopBar } from '../../components/top-bar.tsx';
import { formatHash, navigate, type Screen } from '../../stores/navigation.ts';
import { useCreate } from '../new-report/use-create.ts';
import { changeChoices, settleChoices, useChoices } from './choices.ts';
import { answer, answerAll, countChanges, findOthers, isMade } from './decisions.ts';
import { RollGroup } from './roll-group.tsx';
import { stepToOpen, useRollKeys, walkRows } from './use-roll-keys.ts';

type RollScreen = Extract<Screen, { readonly screen: 'roll' }>;

function useDecisions(screen: RollScreen, changes: readonly RollChange[]) {
  const list = formatHash(screen);
  const choices = useChoices(list);
  // before anything is painted: a choice that no longer fits must not be seen as one
  useLayoutEffect(() => settleChoices(list, changes), [list, changes]);
  const others = useMemo(() => findOthers(changes, choices), [changes, choices]);
  const acts = useMemo(
    () => ({
      onAnswer: (one: RollChange, made: boolean) =>
        changeChoices(list, (last) => answer(last, one, made)),
      onAlike: (one: RollChange) =>
        changeChoices(list, (last) => {
          const alike = findOthers(changes, last).get(one.key) ?? [];
          return answerAll(last, alike, isMade(one, last));
        }),
      onAll: (some: readonly RollChange[], made: boolean) =>
        changeChoices(list, (last) => answerAll(last, some, made)),
    }),
    [list, changes],
  );
  return { choices, others, ...acts };
}

const verdicts = ['ask', 'move', 'keep'] as const;

function Heading({
  plan,
  counts,
}: {
  readonly plan: RollPlan;
  readonly counts: ReturnType<typeof countChanges>;
}) {
  return (
    <h1>
      从 {plan.fromYear} 到 {plan.toYear}：改动 <b className="is-made">{counts.made}</b> 处，请您定{' '}
      <b className={counts.open > 0 ? 'is-open' : ''}>{counts.open}</b> 处，照原文{' '}
      <b>{counts.kept}</b> 处
    </h1>
  );
}

/** The list of changes with what the writer chose, and the way on to the draft. */
export function RollList({
  screen,
  preview,
  onBaseChanged,
}: {
  readonly screen: RollScreen;
  readonly preview: RollPreview;
  /** Last year's report was changed meanwhile: the list is to be made anew. */
  readonly onBaseChanged: () => void;
}) {
  const { plan, baseRevision } = preview;
  const list = useRef<HTMLElement>(null);
  const { changes, toYear } = plan;
  const decisions = useDecisions(screen, changes);
  const [active, setActive] = useState<string>();
  const { create, busy, error } = useCreate();
  const counts = countChanges(changes, decisions.choices);
  const begin = () => {
    const { reportId, year, issuers } = screen;
    const choices = { ...decisions.choices };
    create({ year, issuers, start: { kind: 'report', reportId, choices, baseRevision } });
  };
  useEffect(() => {
    if (error?.code === 'roll/base-changed') onBaseChanged();
  }, [error, onBaseChanged]);
  useRollKeys(list, begin);
  const first = verdicts.flatMap((verdict) => changes.filter((one) => one.verdict === verdict))[0];
  const properties = { ...decisions, stop: active ?? first?.key };
  const follow = ({ target }: FocusEvent<HTMLElement>) => {
    const row = target.closest<HTMLElement>('.roll-row');
    if (row?.dataset['key'] !== undefined) setActive(row.dataset['key']);
  };
  return (
    <div className="screen roll">
      <TopBar
        actions={
          counts.open > 0 && (
            <>
              <span className="claim-count">{counts.open} 处请您定</span>
              <Button onClick={() => stepToOpen(list.current, -1)}>上一处</Button>
              <Button onClick={() => stepToOpen(list.current, 1)}>
                下一处 <kbd>F8</kbd>
              </Button>
            </>
          )
        }
      >
        <BackLink label="报告库" onClick={() => navigate({ screen: 'library' })} />
        <strong>
          沿用为 {toYear} 年草稿：{screen.issuers.join('、')}
        </strong>
      </TopBar>
      <main className="roll-body" ref={list} onKeyDown={walkRows} onFocus={follow}>
        <div className="roll-sheet">
          <Heading plan={plan} counts={counts} />
          {changes.length === 0 && (
            <p className="roll-none">
              上年报告里没有随年度改动的文字，也没有要您定的。可以直接建立草稿。
            </p>
          )}
          {verdicts.map((verdict) => (
            <RollGroup key={verdict} verdict={verdict} changes={changes} list={properties} />
          ))}
        </div>
      </main>
      <footer className="claim-bar roll-bar">
        {error && (
          <div className="claim-error">
            <Problem error={error} />
          </div>
        )}
        <span className="roll-promise">
          上年报告已经在报告库里，一字不动；现在返回什么也不会丢。
        </span>
        <div className="claim-answers">
          {counts.open > 0 && (
            <span className="field-hint">还有 {counts.open} 处没有定，先照原文</span>
          )}
          <Button type="primary" loading={busy} onClick={begin} title="Ctrl+Enter">
            建立 {toYear} 年草稿
          </Button>
        </div>
      </footer>
    </div>
  );
}
