import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { shortenQuote } from './check-item-card.tsx';
import { useDesk, useSession } from './desk-context.ts';
import { showPanel } from './desk-state.ts';
import { jumpToPlace } from './jump.ts';
import { countOpenPoints, listUnanswered } from './open-points.ts';
import { groupByHome, staleKindNames } from './stale-words.ts';
import { describeUnanswered } from './tell.ts';
import { useOutline } from './use-outline.ts';

function StaleGroups() {
  const { stale } = useSession();
  const chips = useDesk((state) => state.chips);
  const { rows } = useOutline();
  const groups = useMemo(() => groupByHome(chips, rows), [chips, rows]);
  return groups.map(({ id, name, chips: own }) => (
    <section key={id}>
      <h3>
        {name} <span>待更新 {own.length}</span>
      </h3>
      <ul className="open-points">
        {own.map((chip) => (
          <li key={chip.key}>
            <button
              type="button"
              className="text-button"
              title={staleKindNames[chip.kind]}
              onClick={() => stale.open(chip.key)}
            >
              {shortenQuote(chip.text, 16)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function OpenPromises() {
  const session = useSession();
  const analysis = useDesk((state) => state.analysis);
  const outcomes = useDesk((state) => state.outcomes);
  const open = useMemo(() => listUnanswered({ analysis, outcomes }), [analysis, outcomes]);
  if (open.length === 0) return null;
  return (
    <section>
      <h3>
        上年的承诺 <span>没有回答 {open.length}</span>
      </h3>
      <ul className="open-points">
        {open.map(({ promise }) => (
          <li key={promise.id}>
            <button
              type="button"
              className="text-button"
              onClick={() => showPanel(session.store, 'promises')}
            >
              {shortenQuote(promise.text, 24)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenFindings() {
  const session = useSession();
  const findings = useDesk((state) => state.analysis?.findings) ?? [];
  if (findings.length === 0) return null;
  return (
    <section>
      <h3>
        校对 <span>{findings.length}</span>
      </h3>
      <ul className="open-points">
        {findings.map(({ rule, text, message, place }) => (
          <li key={[rule, place.blockId, place.quote, text].join('|')}>
            <button
              type="button"
              className="text-button"
              title={message}
              onClick={() => jumpToPlace(session, place)}
            >
              {shortenQuote(text === '' ? message : text, 16)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useOpenPoints(): string {
  const session = useSession();
  useDesk((state) => state.chips);
  useDesk((state) => state.analysis);
  useDesk((state) => state.outcomes);
  return describeUnanswered(countOpenPoints(session));
}

function AskingBar({ exporting, onExport }: { exporting: boolean; onExport: () => void }) {
  const session = useSession();
  const words = useOpenPoints();
  const [isListed, setIsListed] = useState(false);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => bar.current?.querySelector('button')?.focus(), []);
  const close = () => {
    session.store.setState({ asksBeforeExport: false });
    session.getView()?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    close();
    event.stopPropagation();
  };
  return (
    <section
      ref={bar}
      className="desk-bar export-bar"
      aria-label="导出前还没有了的事"
      onKeyDown={onKeyDown}
    >
      <p role="status">{words === '' ? '都看过了，可以导出。' : `${words}。`}</p>
      <div className="desk-bar-answers">
        {words !== '' && (
          <Button aria-expanded={isListed} onClick={() => setIsListed(!isListed)}>
            {isListed ? '收起' : '逐条看'}
          </Button>
        )}
        <Button type="primary" loading={exporting} onClick={onExport}>
          {words === '' ? '导出' : '仍然导出'}
        </Button>
        <Button onClick={close}>先不导出</Button>
      </div>
      {isListed && words !== '' && (
        <div className="export-list">
          <StaleGroups />
          <OpenPromises />
          <OpenFindings />
        </div>
      )}
    </section>
  );
}

/** Asks, before a report that is not finished is exported, and lists what is left. */
export function ExportBar(props: { readonly exporting: boolean; readonly onExport: () => void }) {
  const asks = useDesk((state) => state.asksBeforeExport);
  return asks && <AskingBar {...props} />;
}
