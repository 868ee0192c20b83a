import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { Result, StampedSelfCheck } from '../../../core/api/index.ts';
import { lackingReason, lacksReason } from '../../../core/coverage/index.ts';
import type { SelfCheckRow } from '../../../core/self-check/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import type { Analysis } from '../workspace/analyse.ts';
import { CheckMark, markNames } from '../workspace/check-mark.tsx';
import { useSession } from '../workspace/desk-context.ts';
import type { SheetExport } from './use-sheet-export.ts';

/** How far the sheet of the stored text is; `unsaved` while the words of the screen are not stored. */
type Reading =
  | { readonly kind: 'reading' | 'unsaved' }
  | { readonly kind: 'read'; readonly result: Result<StampedSelfCheck> };

/** Read anew when the draft was looked through again. */
function useStamped(analysis: Analysis): { readonly reading: Reading; readonly again: () => void } {
  const call = useCall();
  const session = useSession();
  const [reading, setReading] = useState<Reading>({ kind: 'reading' });
  const read = useCallback(async (): Promise<Reading> => {
    const { id: reportId } = session.opened.summary;
    // the mark is of the stored text: what is on the screen becomes that text first
    const durable = session.isReadOnly || (await session.saver.flush());
    if (!durable) return { kind: 'unsaved' };
    return { kind: 'read', result: await call('report.selfCheck', { reportId }) };
  }, [call, session]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new analysis may tell of a new text
  useEffect(() => {
    let isCurrent = true;
    void read().then((now) => {
      if (isCurrent) setReading(now);
    });
    return () => {
      isCurrent = false;
    };
  }, [read, analysis]);
  return { reading, again: () => void read().then(setReading) };
}

function Row({ row, index }: { readonly row: SelfCheckRow; readonly index: number }) {
  const state = lacksReason(row) ? 'missing' : row.state;
  const places = [...new Set(row.places.map(({ label }) => label))];
  const home = state === 'missing' && row.home !== '' ? `宜写在${row.home}` : '';
  return (
    <tr className={`is-${state}`}>
      <td className="sheet-number">{index + 1}</td>
      <td>
        {row.question}
        <span className="sheet-basis">
          {row.basis}
          {row.isUnconfirmed && ' · 待核对'}
        </span>
        {lacksReason(row) && <span className="sheet-reason">{lackingReason}</span>}
        {row.reason !== '' && <span className="sheet-reason">说明：{row.reason}</span>}
      </td>
      <td className="sheet-state">
        <span>
          <CheckMark state={state} />
          {markNames[state]}
        </span>
      </td>
      <td className="sheet-places">{places.join('、') || home}</td>
    </tr>
  );
}

/** 2026-01-16 → 2026年1月16日. */
function sayDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function Head({ stamped }: { readonly stamped: StampedSelfCheck }) {
  const { sheet, hash, date } = stamped;
  const open = sheet.open.map(({ text }) => text).join('、') || '无';
  return (
    <>
      <h2>{`${sheet.unit}${sheet.year}年度法治政府建设年度报告自查表`}</h2>
      <dl className="sheet-facts">
        <dt>报告</dt>
        <dd>{sheet.title || '（未写标题）'}</dd>
        <dt>依据</dt>
        <dd>
          《{sheet.outline}》{!sheet.outlineIsCurrent && '（适用本年度的新纲要尚未收入）'}
        </dd>
        <dt>自查日期</dt>
        <dd>{sayDate(date)}</dd>
        <dt>正文校验码</dt>
        <dd>
          <code className="sheet-mark" title={hash}>
            {hash.slice(0, 16)}
          </code>
          <span className="sheet-basis">正文改动一个字，校验码就会变</span>
        </dd>
        <dt>未了事项</dt>
        <dd>{open}</dd>
      </dl>
      <p className="sheet-verdict">
        <b>结论</b> {sheet.verdict}
      </p>
    </>
  );
}

function Sheet({ stamped }: { readonly stamped: StampedSelfCheck }) {
  const { rows, settled } = stamped.sheet;
  return (
    <article className="sheet-paper" aria-label="自查表">
      <Head stamped={stamped} />
      <table>
        <caption>{`必答 ${rows.length} 项，已有着落 ${settled} 项`}</caption>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">必答事项（依据）与说明</th>
            <th scope="col">情况</th>
            <th scope="col">所在位置</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={row.itemId} row={row} index={index} />
          ))}
        </tbody>
      </table>
      <p className="sheet-signing">
        <span>填表人：</span>
        <span>审核人：</span>
        <span>日期：</span>
      </p>
    </article>
  );
}

/** 自查表 as it will be exported, with the mark of the very text it is of. */
export function SheetView({
  analysis,
  exporting,
}: {
  readonly analysis: Analysis;
  readonly exporting: SheetExport;
}) {
  const { reading, again } = useStamped(analysis);
  switch (reading.kind) {
    case 'reading':
      return <p className="check-empty">正在生成自查表……</p>;
    case 'unsaved':
      return (
        <div className="check-empty">
          <p>修改还没有存进去，自查表要等存好再生成。</p>
          <Button onClick={again}>再试一次</Button>
        </div>
      );
    case 'read':
      if (!reading.result.ok) return <Problem error={reading.result.error} onRetry={again} />;
      return (
        <div className="sheet-view">
          <Sheet stamped={reading.result.value} />
          <Button type="primary" loading={exporting.isBusy} onClick={exporting.run}>
            导出自查表
          </Button>
        </div>
      );
  }
}
