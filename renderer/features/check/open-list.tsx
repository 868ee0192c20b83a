import { useState } from 'react';
import {
  type OpenKind,
  type OpenRow,
  openKindNames,
  openKinds,
} from '../../../core/self-check/index.ts';
import { useWalk } from '../../components/use-walk.ts';
import { OpenPoint } from './open-point.tsx';
import { Said } from './said.tsx';
import type { Check } from './use-check.ts';

/** Rows drawn at a time: a rolled draft may have hundreds of chips. */
const drawnAtOnce = 30;

/** Of a kind with more rows than this only the first are drawn until more are asked for. */
const drawnAtFirst = 10;

/** What a kind asks of the writer. */
const kindHints: Readonly<Record<OpenKind, string>> = {
  missing: '在正文里写明，或者说明为什么已答、不适用。',
  partly: '只提到了，还没有写出要的内容。',
  stale: '沿用了上年的说法，要换成今年的，或者确认不变。',
  promise: '上年安排过的事，今年要有交代。',
  blank: '句式里的空格还没有填上本单位的情况。',
  finding: '校对认为写错了的地方。',
  part: '年度报告必须有的部分。',
  emptyPart: '标题已经有了，下面还没有写。',
  date: '在落款处填上成文日期。',
};

function Kind({
  kind,
  rows,
  check,
}: {
  readonly kind: OpenKind;
  readonly rows: readonly OpenRow[];
  readonly check: Check;
}) {
  const [drawn, setDrawn] = useState(drawnAtFirst);
  const left = rows.length - drawn;
  const { name } = openKindNames[kind];
  return (
    <section className={`open-kind is-${kind}`} aria-label={name}>
      <h2>
        {name} <b className="open-count">{rows.length}</b> <span>{kindHints[kind]}</span>
      </h2>
      <ul>
        {rows.slice(0, drawn).map((row) => (
          <OpenPoint key={row.key} row={row} names={check.names} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="text-button" onClick={() => setDrawn(drawn + drawnAtOnce)}>
          {kind === 'stale'
            ? `还有 ${left} 处，按 F8 在文中逐处看；点此再显示 ${Math.min(left, drawnAtOnce)} 处`
            : `再显示 ${Math.min(left, drawnAtOnce)} 条，还有 ${left} 条`}
        </button>
      )}
    </section>
  );
}

/** What is still open, kind by kind; each row leads to its place. ↑ and ↓ go from row to row. */
export function OpenList({ check }: { readonly check: Check }) {
  const walk = useWalk('.open-jump');
  const byKind = Map.groupBy(check.rows, ({ kind }) => kind);
  return (
    <div className="open-list" ref={walk}>
      {check.rows.length === 0 && (
        <p className="open-none">没有未了的事项。必答的都有了着落，承诺和待更新也都看过了。</p>
      )}
      {openKinds.map((kind) => {
        const rows = byKind.get(kind);
        return rows && <Kind key={kind} kind={kind} rows={rows} check={check} />;
      })}
      <Said />
    </div>
  );
}
