import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { StaleChip } from '../../../core/stale/index.ts';
import { useDesk, useSession } from './desk-context.ts';
import { placeCard } from './place-card.ts';
import { findSourceWords, type SourceWords } from './source-words.ts';
import {
  AnswerButtons,
  type Answers,
  isComposing,
  Key,
  ReplaceField,
  useAnswers,
} from './stale-answers.tsx';
import { staleKindNames } from './stale-words.ts';

function useSourceWords(chip: StaleChip): SourceWords | null {
  const session = useSession();
  const { base } = session.opened;
  return useMemo(
    () => base && findSourceWords(base, session.getState().doc, chip),
    [base, chip, session],
  );
}

function LastYear({ chip }: { readonly chip: StaleChip }) {
  const words = useSourceWords(chip);
  if (!words) return null;
  const { before, value, after } = words;
  return (
    <p className="stale-source">
      上年：……{before}
      <b>{value}</b>
      {after}……
    </p>
  );
}

function Foot({ chip }: { readonly chip: StaleChip }) {
  const { stale } = useSession();
  const chips = useDesk((state) => state.chips);
  const at = chips.findIndex(({ key }) => key === chip.key);
  return (
    <p className="stale-foot">
      <span>
        第 {at + 1} / {chips.length} 处
      </span>
      <button type="button" className="text-button" onClick={() => stale.step(1)}>
        下一处 <Key name="F8" />
      </button>
      <button type="button" className="text-button" onClick={() => stale.write()}>
        到文中改 <Key name="4" />
      </button>
      <button type="button" className="text-button" onClick={() => stale.leave()}>
        返回 <Key name="Esc" />
      </button>
    </p>
  );
}

function useCardKeys(answers: Answers): (event: KeyboardEvent<HTMLElement>) => void {
  const { stale } = useSession();
  const byDigit: Readonly<Record<string, (card: HTMLElement) => void>> = {
    '1': answers.confirm,
    '2': (card) => card.querySelector<HTMLInputElement>('.stale-field')?.select(),
    '3': answers.confirmAlike,
    '4': () => stale.write(),
  };
  return (event) => {
    if (isComposing(event)) return;
    const control = event.ctrlKey || event.metaKey;
    const isInField = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape') stale.leave();
    else if (control && event.key.toLowerCase() === 'z' && !isInField) stale.undo();
    else if (!control && !event.altKey && !isInField && byDigit[event.key]) {
      byDigit[event.key]?.(event.currentTarget);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function Card({ chip }: { readonly chip: StaleChip }) {
  const card = useRef<HTMLElement>(null);
  const answers = useAnswers(chip);
  const onKeyDown = useCardKeys(answers);
  const openChip = useDesk((state) => state.openChip);
  useLayoutEffect(() => {
    const page = card.current?.closest('.page-scroll');
    if (!page) return undefined;
    // the words go elsewhere when the window or the page in it becomes larger or smaller
    const observer = new ResizeObserver(() => card.current && placeCard(card.current));
    for (const element of [page, ...page.querySelectorAll('.sheet')]) observer.observe(element);
    if (card.current) placeCard(card.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!openChip?.takesFocus) return;
    card.current?.querySelector<HTMLElement>('.is-first')?.focus({ preventScroll: true });
  }, [openChip]);
  return (
    <section
      ref={card}
      className="stale-card"
      role="dialog"
      aria-modal="false"
      aria-labelledby="stale-card-title"
      aria-describedby="stale-card-why"
      onKeyDown={onKeyDown}
    >
      <h2 id="stale-card-title">
        {chip.text} <small>待更新 · {staleKindNames[chip.kind]}</small>
      </h2>
      <div id="stale-card-why">
        <p>{chip.why}</p>
        <LastYear chip={chip} />
      </div>
      <AnswerButtons chip={chip} answers={answers} />
      <ReplaceField chip={chip} answers={answers} />
      <Foot chip={chip} />
    </section>
  );
}

/** The card at a 待更新 chip: what it is, why, and how it can be answered. Beside the words, never over all. */
export function StaleCard() {
  const chip = useDesk(
    ({ chips, openChip }) => chips.find(({ key }) => key === openChip?.key) ?? null,
  );
  return chip && <Card key={chip.key} chip={chip} />;
}
