import { Button, Dropdown } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { partKindNames } from '../../messages.ts';
import { useDesk, useSession } from './desk-context.ts';
import { jumpToStop } from './jump.ts';
import { OutlineFoot } from './outline-foot.tsx';
import { describeRow, RowBadge, RowRemark, RowShares, useRowFacts } from './outline-row-facts.tsx';
import type { OutlineRow } from './outline-rows.ts';
import { Ring } from './ring.tsx';
import { useOutline } from './use-outline.ts';
import { useSectionMoves } from './use-section-moves.ts';

function RowMenu({ id }: { readonly id: string }) {
  const { move, addAfter } = useSectionMoves();
  const items = [
    { key: 'up', label: '上移', extra: 'Alt+↑', onClick: () => move(id, -1) },
    { key: 'down', label: '下移', extra: 'Alt+↓', onClick: () => move(id, 1) },
    { key: 'add', label: '在后面添一条', onClick: () => addAfter(id) },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="outline-more" aria-label="移动或添加">
        ⋯
      </button>
    </Dropdown>
  );
}

function useDragging(row: OutlineRow) {
  const session = useSession();
  const { drop } = useSectionMoves();
  const [isTarget, setIsTarget] = useState(false);
  const { kind, id } = row.stop;
  const accepts = kind === 'section' || kind === 'part';
  return {
    isTarget,
    handlers: {
      draggable: kind === 'section' && !session.isReadOnly,
      onDragStart: (event: React.DragEvent) =>
        event.dataTransfer.setData('application/x-nianbao-section', id),
      onDragOver: (event: React.DragEvent) => {
        if (!accepts || !event.dataTransfer.types.includes('application/x-nianbao-section')) return;
        event.preventDefault();
        setIsTarget(true);
      },
      onDragLeave: () => setIsTarget(false),
      onDrop: (event: React.DragEvent) => {
        setIsTarget(false);
        const moved = event.dataTransfer.getData('application/x-nianbao-section');
        if (moved) drop(moved, id);
      },
    },
  };
}

function Row({ row, isCurrent }: { readonly row: OutlineRow; readonly isCurrent: boolean }) {
  const session = useSession();
  const { isTarget, handlers } = useDragging(row);
  const { move } = useSectionMoves();
  const facts = useRowFacts(row);
  const { stop } = row;
  const element = useRef<HTMLLIElement>(null);
  // The row follows the caret into sight, as the panel does.
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!event.altKey || step === 0 || stop.kind !== 'section') return;
    move(stop.id, step);
    event.preventDefault();
  };
  const open = () => {
    jumpToStop(session, stop.id);
    session.store.setState({ showsHomeless: false });
  };
  return (
    <li
      ref={element}
      className={`outline-row is-${stop.kind} ${isCurrent ? 'is-current' : ''} ${isTarget ? 'is-target' : ''}`}
      {...handlers}
    >
      <button
        type="button"
        className="outline-jump"
        aria-current={isCurrent}
        title={`${stop.label}${stop.heading}` || row.name}
        onClick={open}
        onKeyDown={onKeyDown}
      >
        <Ring progress={row.progress} />
        <span className="outline-name">{row.name}</span>
        <RowBadge row={row} facts={facts} />
        <span className="visually-hidden">{describeRow(row, facts)}</span>
        {facts.percents && <RowShares percents={facts.percents} />}
      </button>
      {stop.kind === 'section' && !session.isReadOnly && <RowMenu id={stop.id} />}
      {stop.kind === 'part' && !row.isLacking && <RowRemark id={stop.id} />}
    </li>
  );
}

/** Up and down go from row to row. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.outline-jump')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[at + step]?.focus();
  event.preventDefault();
}

/** The report's outline at the left: where one is, what is answered, what is lacking. */
export function OutlinePane() {
  const session = useSession();
  const { addPart } = useSectionMoves();
  const stops = useDesk((state) => state.stops);
  const current = useDesk((state) => state.currentStop);
  const showsHomeless = useDesk((state) => state.showsHomeless);
  const view = useOutline();
  return (
    <nav className="outline" aria-label="报告目录">
      <ul className="outline-list" onKeyDown={walkRows}>
        {view.rows.map((row) => (
          <Row key={row.stop.id} row={row} isCurrent={!showsHomeless && row.stop.id === current} />
        ))}
        {stops.length > 0 &&
          !session.isReadOnly &&
          view.missing.map((kind) => (
            <li key={kind} className="outline-missing">
              <span>
                <span className="outline-badge">缺</span> {partKindNames[kind]}
              </span>
              <Button size="small" onClick={() => addPart(kind)}>
                添上
              </Button>
            </li>
          ))}
      </ul>
      <OutlineFoot homeless={view.homeless} />
    </nav>
  );
}
