import './tour.css';
import { Button } from 'antd';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useCall } from '../../api/call-context.tsx';
import { changeSettings, useReadyApp } from '../../stores/app.ts';
import { offerDesk, useTour } from '../../stores/tour.ts';
import { useDesk, useSession } from '../workspace/desk-context.ts';
import type { DraftSession } from '../workspace/draft-session.ts';
import { jumpToStop } from '../workspace/jump.ts';
import { type Box, placeCard } from './place-card.ts';
import { type TourStep, tourSteps } from './steps.ts';

/** How often the ring looks where its target went: the page scrolls and panes open. */
const followMs = 120;

function isInWindow({ top, bottom }: DOMRect): boolean {
  return bottom > 60 && top < window.innerHeight - 40;
}

function findTarget(targets: readonly string[]): DOMRect | null {
  const found = targets.flatMap((selector) =>
    [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility())
      .map((element) => element.getBoundingClientRect())
      .filter(isInWindow),
  );
  return found[0] ?? null;
}

/** What of a box lies in the window. */
function cutToWindow({ left, top, right, bottom }: DOMRect): Box {
  const [x, y] = [Math.max(left, 2), Math.max(top, 2)];
  return {
    left: x,
    top: y,
    width: Math.min(right, window.innerWidth - 2) - x,
    height: Math.min(bottom, window.innerHeight - 2) - y,
  };
}

interface Places {
  readonly ring: Box;
  readonly card: { readonly left: number; readonly top: number };
}

const isSame = (a: Places | null, b: Places | null) => JSON.stringify(a) === JSON.stringify(b);

/** Where ring and card stand, as long as the step is shown. */
function usePlaces({ targets }: TourStep) {
  const card = useRef<HTMLDialogElement>(null);
  const [places, setPlaces] = useState<Places | null>(null);
  useLayoutEffect(() => {
    const look = () => {
      const target = findTarget(targets);
      const size = card.current?.getBoundingClientRect();
      const ring = target && cutToWindow(target);
      const next = ring && size ? { ring, card: placeCard(ring, size, windowSize()) } : null;
      setPlaces((now) => (isSame(now, next) ? now : next));
    };
    look();
    const timer = window.setInterval(look, followMs);
    return () => window.clearInterval(timer);
  }, [targets]);
  return { card, places };
}

const windowSize = () => ({ width: window.innerWidth, height: window.innerHeight });

/** A letter that is typed is for the page: the tour never stands in the way of writing. */
function isTyping({ key, ctrlKey, metaKey, altKey, nativeEvent }: KeyboardEvent): boolean {
  const isLetter = key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
  return isLetter || nativeEvent.isComposing || key === 'Process';
}

/** What has a use of its own for an Escape that is pressed in the page. */
const takesEscape = '.stale-card, .find-bar, .ant-dropdown:not(.ant-dropdown-hidden)';

/** Esc leaves the tour from anywhere, once nothing else has a use for it. */
function useLeaving(onLeave: () => void): void {
  const latest = useRef(onLeave);
  useEffect(() => {
    latest.current = onLeave;
  });
  useEffect(() => {
    const leaves = (event: globalThis.KeyboardEvent) =>
      event.key === 'Escape' && !event.defaultPrevented && !event.isComposing;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (leaves(event)) latest.current();
    };
    // the editor takes every Escape and does nothing with it
    const onPageKey = (event: globalThis.KeyboardEvent) => {
      const isAtPage = event.target instanceof Element && event.target.matches('.ProseMirror');
      if (isAtPage && !document.querySelector(takesEscape) && leaves(event)) latest.current();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('keydown', onPageKey, true);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('keydown', onPageKey, true);
    };
  }, []);
}

/** Leads to the first section where something that must be said is open, so that there is something to see. */
function goToOpenSection(session: DraftSession): void {
  const { analysis, stops } = session.store.getState();
  const { checklist } = session.opened.packs;
  const isAsked = (id: string) => checklist.items.some((item) => item.id === id && item.required);
  const open = new Set(
    analysis?.items.flatMap(({ itemId, homeId, found }) =>
      found === 'missing' && homeId !== null && isAsked(itemId) ? homeId : [],
    ),
  );
  const stop = stops.find(({ id }) => open.has(id));
  if (stop) jumpToStop(session, stop.id);
}

/** Opens what a step speaks of, and brings it into sight. */
function prepareDesk(session: DraftSession, { desk, comesTo }: TourStep): void {
  session.store.setState(desk);
  if (comesTo === 'chip')
    document.querySelector('.stale-chip')?.scrollIntoView({ block: 'center' });
  if (comesTo === 'openSection') goToOpenSection(session);
}

function Card({
  step,
  at,
  of,
  onTurn,
  onLeave,
}: {
  readonly step: TourStep;
  readonly at: number;
  readonly of: number;
  readonly onTurn: (to: number) => void;
  readonly onLeave: () => void;
}) {
  const session = useSession();
  const { card, places } = usePlaces(step);
  const [title, text] = [useId(), useId()];
  const isLast = at === of - 1;
  useLeaving(onLeave);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step takes the focus, so that it is read out.
  useEffect(() => {
    prepareDesk(session, step);
    card.current?.querySelector<HTMLElement>('.ant-btn-primary')?.focus({ preventScroll: true });
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event)) return session.getView()?.focus();
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'ArrowRight' && !isLast) onTurn(at + 1);
    else if (event.key === 'ArrowLeft' && at > 0) onTurn(at - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      {places && <div className="tour-ring" style={{ ...places.ring }} aria-hidden="true" />}
      <dialog
        open
        ref={card}
        className="tour-card"
        aria-labelledby={title}
        aria-describedby={text}
        style={places ? { ...places.card } : { left: 0, top: 0, opacity: 0 }}
        onKeyDown={onKeyDown}
      >
        <p className="tour-count">
          第 {at + 1} 步，共 {of} 步
        </p>
        <h2 id={title}>{step.title}</h2>
        <div id={text}>
          {step.text.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <footer>
          {!isLast && (
            <button type="button" className="text-button" title="Esc" onClick={onLeave}>
              不看了
            </button>
          )}
          <span className="tour-gap" />
          {at > 0 && <Button onClick={() => onTurn(at - 1)}>上一步</Button>}
          <Button type="primary" onClick={() => (isLast ? onLeave() : onTurn(at + 1))}>
            {isLast ? '开始写' : '下一步'}
          </Button>
        </footer>
      </dialog>
    </>
  );
}

/** The step that is shown, by what was asked for and what was seen; null while there is none. */
function useStep() {
  const { settings } = useReadyApp();
  const { isReadOnly } = useSession();
  const asked = useTour((state) => state.asked);
  const [before, setBefore] = useState(asked);
  const [at, setAt] = useState<number | null>(settings.tourSeen || isReadOnly ? null : 0);
  if (asked !== before) {
    setBefore(asked);
    setAt(0);
  }
  return { at, setAt };
}

/**
 * Three steps round the desk, at the first draft and whenever it is asked for. It lies over nothing
 * that must be read and takes no key that writes.
 */
export function Tour() {
  const call = useCall();
  const session = useSession();
  const { at, setAt } = useStep();
  const isReady = useDesk((state) => state.analysis !== null);
  const hasChips = useDesk((state) => state.chips.length > 0);
  const [steps] = useState(() => [tourSteps(false), tourSteps(true)] as const);
  useEffect(offerDesk, []);
  const shown = at === null ? undefined : steps[hasChips ? 1 : 0][at];
  const leave = useCallback(() => {
    setAt(null);
    session.store.setState({ outlineOpen: false, panelOpen: false });
    session.getView()?.focus();
    // seen is seen, even where it cannot be kept: it then comes once more after a restart
    void changeSettings(call, { tourSeen: true });
  }, [call, session, setAt]);
  if (!shown || at === null || !isReady) return null;
  return <Card step={shown} at={at} of={steps[0].length} onTurn={setAt} onLeave={leave} />;
}
