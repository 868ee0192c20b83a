import { useEffect, useRef, useState } from 'react';
import type { Choices, RollChange } from '../../../core/roll-forward/index.ts';
import { countOtherwise, isMade, isOpen } from './decisions.ts';
import { groupByReason, type ReasonGroup } from './groups.ts';
import { RollRow, type RowProperties } from './roll-row.tsx';
import { useGrowing } from './use-growing.ts';
import { describeReason } from './words.ts';

/** What the groups of the list share. */
export interface ListProperties extends Pick<RowProperties, 'onAnswer' | 'onAlike'> {
  readonly choices: Choices;
  readonly others: ReadonlyMap<string, readonly RollChange[]>;
  /** Key of the row that Tab comes to. */
  readonly stop: string | undefined;
  readonly onAll: (changes: readonly RollChange[], made: boolean) => void;
}

interface WholeProperties extends Pick<ListProperties, 'choices' | 'onAll'> {
  readonly changes: readonly RollChange[];
  readonly name: string;
}

function WholeSwitch({ changes, name, choices, onAll }: WholeProperties) {
  const box = useRef<HTMLInputElement>(null);
  const made = changes.filter((change) => isMade(change, choices)).length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = made > 0 && made < changes.length;
  }, [made, changes.length]);
  return (
    <label className="roll-whole">
      <input
        ref={box}
        type="checkbox"
        checked={made === changes.length}
        aria-label={`${name}：${changes.length} 处全部改`}
        onChange={(event) => onAll(changes, event.target.checked)}
      />
      全部改
    </label>
  );
}

function WholeAnswers({ changes, name, onAll }: WholeProperties) {
  return (
    <span className="roll-whole">
      <button
        type="button"
        className="text-button"
        aria-label={`${name}：都改`}
        onClick={() => onAll(changes, true)}
      >
        都改
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={`${name}：都保留`}
        onClick={() => onAll(changes, false)}
      >
        都保留
      </button>
    </span>
  );
}

function Reason({
  group,
  list,
  shown,
}: {
  readonly group: ReasonGroup;
  readonly list: ListProperties;
  /** Rows that are on the page yet. */
  readonly shown: number;
}) {
  const { choices, others, stop, onAnswer, onAlike, onAll } = list;
  const { name, why } = describeReason(group);
  const changes = group.changes.filter(({ to }) => to !== null);
  const whole = { changes, name, choices, onAll };
  return (
    <section className="roll-reason" aria-label={name}>
      <header>
        <h3>
          {name}
          <span className="roll-count">{group.changes.length} 处</span>
        </h3>
        <p>{why}</p>
        {changes.length > 1 &&
          (group.verdict === 'ask' ? <WholeAnswers {...whole} /> : <WholeSwitch {...whole} />)}
      </header>
      <ul>
        {group.changes.slice(0, shown).map((change) => (
          <RollRow
            key={change.key}
            change={change}
            made={isMade(change, choices)}
            open={isOpen(change, choices)}
            others={others.get(change.key)?.length ?? 0}
            isStop={change.key === stop}
            onAnswer={onAnswer}
            onAlike={onAlike}
          />
        ))}
      </ul>
    </section>
  );
}

function Reasons({
  groups,
  list,
  count,
}: {
  readonly groups: readonly ReasonGroup[];
  readonly list: ListProperties;
  readonly count: number;
}) {
  const shown = useGrowing(count);
  const before = groups.map((_, index) =>
    groups.slice(0, index).reduce((sum, { changes }) => sum + changes.length, 0),
  );
  return groups.map((group, index) => {
    const room = shown - (before[index] ?? 0);
    return room > 0 && <Reason key={group.reason} group={group} list={list} shown={room} />;
  });
}

const titles = { ask: '请您定', move: '将要改', keep: '不动' } as const;
/** What became of a group otherwise than its title says. */
const otherwiseWords = {
  ask: (count: number) => `已定 ${count} 处`,
  move: (count: number) => `其中 ${count} 处不改`,
  keep: (count: number) => `其中 ${count} 处要改`,
} as const;
const explanations = {
  ask: '只有您知道新年度是不是这样。没有定的先照原文，草稿里再改。',
  move: '不要改的，去掉勾。',
  keep: '这些照原文带过去。确实要改的，勾上。',
} as const;

/** The changes of one verdict under their reasons; what stays is folded at first. */
export function RollGroup({
  verdict,
  changes,
  list,
}: {
  readonly verdict: RollChange['verdict'];
  readonly changes: readonly RollChange[];
  readonly list: ListProperties;
}) {
  const [unfolded, setUnfolded] = useState(verdict !== 'keep');
  const groups = groupByReason(changes, verdict);
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, group) => sum + group.changes.length, 0);
  const otherwise = countOtherwise(changes, verdict, list.choices);
  return (
    <section className={`roll-group is-${verdict}`}>
      <button
        type="button"
        className="roll-fold"
        aria-expanded={unfolded}
        onClick={() => setUnfolded((last) => !last)}
      >
        <span className="roll-mark" aria-hidden="true">
          {unfolded ? '▾' : '▸'}
        </span>
        <h2>
          {titles[verdict]} {count} 处{otherwise > 0 && `，${otherwiseWords[verdict](otherwise)}`}
        </h2>
        <span className="roll-explanation">{explanations[verdict]}</span>
      </button>
      {unfolded && <Reasons groups={groups} list={list} count={count} />}
    </section>
  );
}
