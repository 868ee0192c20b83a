import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useSession } from '../workspace/desk-context.ts';
import { prepareDesk } from './prepare-desk.ts';
import type { TourStep } from './steps.ts';
import { usePlaces } from './use-places.ts';

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

/** One step: a ring round what it speaks of, and a card beside it. */
export function TourCard({
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
