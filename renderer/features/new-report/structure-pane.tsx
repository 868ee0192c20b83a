import { Input, Select } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Discarded, Notice } from '../../../core/api/index.ts';
import { type PartKind, partKinds, type Report } from '../../../core/model/index.ts';
import { describeNotice, partKindNames } from '../../messages.ts';
import { type Doubts, labelDoubt } from './doubts.ts';
import type { OutlineRow, RowKind } from './outline-rows.ts';

const kindOptions = partKinds.map((kind) => ({ value: kind, label: partKindNames[kind] }));

/** The tag before a line that carries no number. */
const tags: Partial<Record<RowKind, string>> = {
  title: '标题',
  addressee: '主送',
  preambleHeading: '引言',
  preamble: '引言',
  table: '表格',
  attachment: '附件',
  signature: '落款',
  date: '日期',
  note: '附注',
};

/** As many characters of a paragraph are put on the line, which cuts what does not fit. */
const shownLength = 80;

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > shownLength ? `${characters.slice(0, shownLength).join('')}……` : text;
}

function Chips({ notices }: { readonly notices: readonly Notice[] }) {
  return notices.map((notice) => (
    <span key={notice.code} className="doubt-chip" title={describeNotice(notice)}>
      {labelDoubt(notice)}
    </span>
  ));
}

interface RowProperties {
  readonly row: OutlineRow;
  readonly report: Report;
  readonly notices: readonly Notice[];
  readonly isActive: boolean;
  /** True for the one line that Tab stops at; the arrows go to the others. */
  readonly isStop: boolean;
  readonly onPick: (key: string) => void;
  readonly onTitle: (title: string) => void;
  readonly onKind: (partId: string, kind: PartKind) => void;
}

function TitleField({ row, onTitle }: Pick<RowProperties, 'row' | 'onTitle'>) {
  return (
    <Input.TextArea
      className="structure-title"
      variant="borderless"
      autoSize
      // Uncontrolled: nothing is written back while an input method composes.
      defaultValue={row.text}
      placeholder="原文没有标题，可以在这里补上"
      aria-label="标题"
      onChange={(event) => onTitle(event.target.value)}
    />
  );
}

function PartField({ row, report, onKind }: Pick<RowProperties, 'row' | 'report' | 'onKind'>) {
  const { part } = row;
  if (!part) return null;
  const current = report.parts.find(({ id }) => id === part.id)?.kind ?? part.kind;
  return (
    <Select
      className="part-kind"
      size="small"
      value={current}
      options={kindOptions}
      popupMatchSelectWidth={false}
      aria-label={`“${row.text}”属于哪一部分`}
      onChange={(kind: PartKind) => onKind(part.id, kind)}
    />
  );
}

function StructureRow(properties: RowProperties) {
  const { row, notices, isActive, isStop, onPick } = properties;
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const tag = row.kind === 'part' ? undefined : row.label || tags[row.kind];
  return (
    <li
      ref={ref}
      className={`structure-row is-${row.kind}${isActive ? ' is-active' : ''}`}
      aria-current={isActive ? 'true' : undefined}
    >
      {row.kind === 'part' && <PartField {...properties} />}
      {tag && <span className="structure-tag">{tag}</span>}
      {row.kind === 'title' ? (
        <TitleField {...properties} />
      ) : (
        <button
          type="button"
          className="structure-words"
          tabIndex={isStop ? 0 : -1}
          onClick={() => onPick(row.key)}
        >
          {row.kind === 'part' && row.label}
          {shorten(row.text) || '（没有标题文字）'}
        </button>
      )}
      <Chips notices={notices} />
    </li>
  );
}

function Residue({ discarded }: { readonly discarded: readonly Discarded[] }) {
  if (discarded.length === 0) return null;
  return (
    <section className="residue" aria-labelledby="residue-title">
      <h3 id="residue-title">
        <span className="structure-tag">页面残留 {discarded.length} 处</span>
        不进入报告，原文里仍然留着
      </h3>
      <ul>
        {discarded.map(({ line, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered, and a line may lose two pieces.
          <li key={`${line}-${index}`}>
            <span className="residue-line">{line + 1}</span>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Up and down go from line to line; each line reached is chosen, so that both sides follow. */
function walkLines(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement)) return;
  if (!event.target.classList.contains('structure-words')) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.structure-words')];
  const next = lines[lines.indexOf(event.target) + step];
  event.preventDefault();
  next?.focus();
  next?.click();
}

/** What was read, as an outline: title and kinds of the parts can be put right here. */
export function StructurePane({
  report,
  rows,
  doubts,
  discarded,
  active,
  onPick,
  onTitle,
  onKind,
}: {
  readonly report: Report;
  readonly rows: readonly OutlineRow[];
  readonly doubts: Doubts;
  readonly discarded: readonly Discarded[];
  readonly active: string | null;
} & Pick<RowProperties, 'onPick' | 'onTitle' | 'onKind'>) {
  const stop = active !== null && active !== 'title' ? active : rows[1]?.key;
  return (
    <section className="structure-pane" aria-labelledby="structure-title">
      <h2 id="structure-title">读成这样</h2>
      {doubts.ofWhole.length > 0 && (
        <ul className="whole-doubts">
          {doubts.ofWhole.map((notice) => {
            const words = describeNotice(notice);
            return <li key={words}>{words}</li>;
          })}
        </ul>
      )}
      <ul className="structure" onKeyDown={walkLines}>
        {rows.map((row) => (
          <StructureRow
            key={row.key}
            row={row}
            report={report}
            notices={doubts.byRow.get(row.key) ?? []}
            isActive={row.key === active}
            isStop={row.key === stop}
            onPick={onPick}
            onTitle={onTitle}
            onKind={onKind}
          />
        ))}
      </ul>
      <Residue discarded={discarded} />
    </section>
  );
}
