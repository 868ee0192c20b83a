import { createContext, useContext, useMemo } from 'react';
import { findBlanks } from '../../editor/index.ts';
import { useDesk, useSession } from './desk-context.ts';
import { showPanel } from './desk-state.ts';
import { Fold } from './fold.tsx';
import { findWordsAt, jumpToPlace, showRange } from './jump.ts';
import { countOpenPoints, listFindings, listUnanswered } from './open-points.ts';
import { shortenQuote } from './quote.ts';
import { groupByHome, staleKindNames } from './stale-words.ts';
import { describeUnanswered } from './tell.ts';
import { useOutline } from './use-outline.ts';

/** Takes one to an open point; what lies over the desk is left first. */
type Go = (go: () => void) => void;

const GoContext = createContext<Go>((go) => go());

interface OpenPoint {
  readonly key: string;
  readonly words: string;
  readonly title: string;
  readonly go: () => void;
}

function Points({
  title,
  points,
}: {
  readonly title: string;
  readonly points: readonly OpenPoint[];
}) {
  const onGo = useContext(GoContext);
  if (points.length === 0) return null;
  return (
    <li>
      <Fold title={title} count={points.length}>
        {() => (
          <ul className="open-points">
            {points.map(({ key, words, title: hint, go }) => (
              <li key={key}>
                <button type="button" className="text-button" title={hint} onClick={() => onGo(go)}>
                  {shortenQuote(words, 20)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Fold>
    </li>
  );
}

function StaleGroups() {
  const { stale } = useSession();
  const chips = useDesk((state) => state.chips);
  const { rows } = useOutline();
  const groups = useMemo(() => groupByHome(chips, rows), [chips, rows]);
  return groups.map(({ id, name, chips: own }) => (
    <Points
      key={id}
      title={`${name}：待更新`}
      points={own.map((chip) => ({
        key: chip.key,
        words: chip.text,
        title: staleKindNames[chip.kind],
        go: () => stale.open(chip.key),
      }))}
    />
  ));
}

function OpenBlanks() {
  const session = useSession();
  // asked anew whenever the outline counted blanks
  useDesk((state) => state.blanks);
  const { doc } = session.getState();
  const points = findBlanks(doc).map(({ from, to, name }) => ({
    key: String(from),
    words: `${doc.resolve(from).parent.textContent.slice(0, doc.resolve(from).parentOffset).slice(-8)}〔${name}〕`,
    title: '到这处空格',
    go: () => showRange(session, { from, to }),
  }));
  return <Points title="没有填的空格" points={points} />;
}

function OpenPromises() {
  const session = useSession();
  const analysis = useDesk((state) => state.analysis);
  const outcomes = useDesk((state) => state.outcomes);
  const open = useMemo(() => listUnanswered({ analysis, outcomes }), [analysis, outcomes]);
  const points = open.map(({ promise }) => ({
    key: promise.id,
    words: promise.text,
    title: promise.text,
    go: () => showPanel(session.store, 'promises'),
  }));
  return <Points title="上年的承诺：没有回答" points={points} />;
}

function OpenFindings() {
  const session = useSession();
  const findings = useDesk((state) => listFindings(state.analysis?.findings));
  const points = findings.map(({ rule, text, message, place }, index) => ({
    key: [rule, place.blockId, place.quote, text, index].join('|'),
    words: text === '' ? message : text,
    title: message,
    go: () => {
      const range = findWordsAt(session.getState().doc, place, text);
      if (range) showRange(session, range);
      else jumpToPlace(session, place);
    },
  }));
  return <Points title="校对" points={points} />;
}

/** What is open, in words; empty when there is nothing of it. */
export function useOpenWords(): string {
  const session = useSession();
  useDesk((state) => state.chips);
  useDesk((state) => state.blanks);
  useDesk((state) => state.analysis);
  useDesk((state) => state.outcomes);
  return describeUnanswered(countOpenPoints(session));
}

/** Everything that is open, by kind; each leads to where it is answered. */
export function OpenLists({ onGo = (go) => go() }: { readonly onGo?: Go }) {
  return (
    <GoContext value={onGo}>
      <ul className="export-list">
        <OpenBlanks />
        <StaleGroups />
        <OpenPromises />
        <OpenFindings />
      </ul>
    </GoContext>
  );
}
