import { useMemo } from 'react';
import { type Block, blockText } from '../../../core/model/index.ts';
import { collectCarried, insertBlock } from '../../editor/index.ts';
import { type BasePassage, carryBlock, matchBase } from './base-match.ts';
import { useDesk, useSession } from './desk-context.ts';

function usePassage(): BasePassage | null {
  const session = useSession();
  const stops = useDesk((state) => state.stops);
  const current = useDesk((state) => state.currentStop);
  const { base } = session.opened;
  return useMemo(() => {
    const stop = stops.find(({ id }) => id === current);
    return base && stop ? matchBase(base, session.getState().doc, stop) : null;
  }, [stops, current, base, session]);
}

function PassageBlock({
  block,
  onInsert,
}: {
  readonly block: Block;
  readonly onInsert: () => void;
}) {
  const { isReadOnly } = useSession();
  return (
    <li className={`last-year-block is-${block.type}`}>
      <p>{blockText(block)}</p>
      {!isReadOnly && (
        <button type="button" className="text-button" onClick={onInsert}>
          插入到光标处
        </button>
      )}
    </li>
  );
}

/** 上年: what last year's report said where the caret stands. */
export function LastYearTab() {
  const session = useSession();
  const passage = usePassage();
  const { base, summary } = session.opened;
  const carried = useMemo(
    () => (base ? collectCarried(base.rolled) : new Map<string, string>()),
    [base],
  );
  if (!base || !summary.base) {
    return (
      <p className="panel-intro">
        这份报告不是从上年报告续写的。新建时选“沿用上年报告”，这里就会并排显示上年同一条的文字。
      </p>
    );
  }
  if (!passage || passage.blocks.length === 0) {
    return <p className="panel-intro">{base.year} 年度报告里没有对应这一处的文字。</p>;
  }
  const baseId = summary.base.id;
  const insert = (block: Block) =>
    session.edit((state) =>
      insertBlock(state, carryBlock(baseId, block, carried, session.createId())),
    );
  return (
    <>
      <p className="panel-intro">
        {base.year} 年度报告 · {passage.heading}。插入时年份按本年度顺延，并记为沿用。
      </p>
      <ul className="last-year">
        {passage.blocks.map((block) => (
          <PassageBlock key={block.id} block={block} onInsert={() => insert(block)} />
        ))}
      </ul>
    </>
  );
}
