import './last-year.css';
import { Segmented } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { type BlockPair, pairBlocks } from '../../../core/compare/index.ts';
import { type Block, blockText, type Piece } from '../../../core/model/index.ts';
import { useWalk } from '../../components/use-walk.ts';
import { insertBlock, insertPhrase, lineOf, schema, toPieces } from '../../editor/index.ts';
import { carryBlock, collectRolled, matchPassage, type PassagePair } from './base-match.ts';
import { useDesk, useSession } from './desk-context.ts';
import type { DraftSession } from './draft-session.ts';
import { LastYearBlock, type LastYearInsert, type LastYearMode } from './last-year-block.tsx';
import { LastYearFigures } from './last-year-figures.tsx';

/** This year's text and the caret's place in it, a little behind so that typing never waits. */
function usePassage(): PassagePair | null {
  const session = useSession();
  // The outline comes anew whenever the text has changed; so the text is read again just then.
  const stops = useDeferredValue(useDesk((state) => state.stops));
  const current = useDeferredValue(useDesk((state) => state.currentStop));
  const { base } = session.opened;
  const pieces = useMemo<readonly Piece[]>(
    () => (base && stops.length > 0 ? toPieces(session.getState().doc) : []),
    [session, base, stops],
  );
  return useMemo(() => {
    const stop = stops.find(({ id }) => id === current);
    return base && stop ? matchPassage(base.report, pieces, stop) : null;
  }, [base, pieces, stops, current]);
}

function isOnEmptyLine(session: DraftSession): boolean {
  const line = lineOf(session.getState().selection.$from);
  return line?.node.type === schema.nodes.paragraph && line.node.content.size === 0;
}

/** How to put last year's words into this year's: a sentence as running text, or as a line of its own. */
function createInsert(
  session: DraftSession,
  rolled: ReadonlyMap<string, Block>,
  blocks: readonly Block[],
): LastYearInsert | null {
  const reportId = session.opened.summary.base?.id;
  if (session.isReadOnly || reportId === undefined) return null;
  return {
    sentence(words, blockId, keepsFocus) {
      const id = session.createId();
      const source = { reportId, blockId };
      const alone = isOnEmptyLine(session);
      session.edit(
        (state) =>
          alone
            ? insertBlock(state, { type: 'paragraph', id, source, text: words })
            : insertPhrase(state, words, id),
        !keepsFocus,
      );
    },
    block(blockId, keepsFocus) {
      const block = blocks.find(({ id }) => id === blockId);
      if (!block) return;
      const copy = carryBlock(reportId, block, rolled, session.createId());
      session.edit((state) => insertBlock(state, copy), !keepsFocus);
    },
  };
}

/** Chosen once, it holds for every section until the app is closed. */
let chosenMode: LastYearMode = 'compare';

function useMode(): readonly [LastYearMode, (mode: LastYearMode) => void] {
  const [mode, setMode] = useState(chosenMode);
  return [
    mode,
    (next) => {
      chosenMode = next;
      setMode(next);
    },
  ];
}

/** Last year's block as rolling forward made it; as it was where nothing was made of it. */
function readRolled({ last }: BlockPair, rolled: ReadonlyMap<string, Block>): string {
  return last ? blockText(rolled.get(last.id) ?? last) : '';
}

const keyOf = ({ last, now }: BlockPair) => last?.id ?? now?.id ?? '';

function Passage({ passage, year }: { readonly passage: PassagePair; readonly year: number }) {
  const session = useSession();
  const { base } = session.opened;
  const [mode, setMode] = useMode();
  const list = useWalk('.last-year-insert');
  const pairs = useMemo(() => pairBlocks(passage.last, passage.now), [passage]);
  const rolled = useMemo<ReadonlyMap<string, Block>>(
    () => (base ? collectRolled(base.rolled) : new Map()),
    [base],
  );
  const onInsert = useMemo(
    () => createInsert(session, rolled, passage.last),
    [session, rolled, passage.last],
  );
  const showLast = (blockId: string) => {
    const row = list.current?.querySelector(`[data-last="${CSS.escape(blockId)}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  };
  return (
    <div ref={list}>
      <div className="last-year-head">
        <p>
          {year} 年 · {passage.heading}
        </p>
        <Segmented<LastYearMode>
          className="panel-choice"
          aria-label="怎么看上年的文字"
          value={mode}
          onChange={setMode}
          options={[
            { value: 'compare', label: '对照' },
            { value: 'alone', label: '只看上年' },
          ]}
        />
      </div>
      <LastYearFigures passage={passage} onShowLast={showLast} />
      {onInsert && (
        <p className="last-year-hint">
          点句末的 ＋，或者用 ↑↓ 选句、回车，把这一句插入到光标处；年份按本年度顺延。
        </p>
      )}
      <ul className="last-year">
        {pairs.map((pair) => (
          <LastYearBlock
            key={keyOf(pair)}
            pair={pair}
            rolled={readRolled(pair, rolled)}
            mode={mode}
            onInsert={onInsert}
          />
        ))}
      </ul>
    </div>
  );
}

/** 上年: what last year's report said where the caret stands, and what has changed since. */
export function LastYearTab() {
  const { base } = useSession().opened;
  const passage = usePassage();
  if (!base) {
    return (
      <p className="panel-intro">
        这份报告不是从上年报告续写的。新建时选“沿用上年报告”，这里就会并排显示上年同一条的文字。
      </p>
    );
  }
  if (!passage || passage.last.length === 0) {
    return <p className="panel-intro">{base.year} 年度报告里没有对应这一处的文字。</p>;
  }
  return <Passage passage={passage} year={base.year} />;
}
