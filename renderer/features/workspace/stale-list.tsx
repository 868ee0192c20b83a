import { useMemo, useState } from 'react';
import type { StaleChip, StaleKind } from '../../../core/stale/index.ts';
import { useDesk, useSession } from './desk-context.ts';
import { Fold } from './fold.tsx';
import { jumpToPlace } from './jump.ts';
import { shortenQuote } from './quote.ts';
import { describeAlike, groupByHome, staleKindNames } from './stale-words.ts';
import { useOutline } from './use-outline.ts';

/** A chip's words with some of the sentence around them. */
function Words({ chip }: { readonly chip: StaleChip }) {
  const { quote } = chip.place;
  const at = quote.indexOf(chip.text);
  const before = at < 0 ? '' : quote.slice(Math.max(0, at - 6), at);
  const after = at < 0 ? '' : quote.slice(at + chip.text.length).slice(0, 10);
  return (
    <>
      {before}
      <mark>{shortenQuote(chip.text, 20)}</mark>
      {after}
    </>
  );
}

function Row({ chip, alike }: { readonly chip: StaleChip; readonly alike: number }) {
  const { stale } = useSession();
  return (
    <li className="stale-row">
      <button type="button" className="stale-jump" onClick={() => stale.open(chip.key)}>
        <Words chip={chip} />
      </button>
      {alike > 1 && (
        <button
          type="button"
          className="text-button"
          title={describeAlike(chip)}
          onClick={() => stale.confirm(stale.listAlike(chip))}
        >
          同样的 {alike} 处都确认
        </button>
      )}
    </li>
  );
}

function Filters({
  chips,
  chosen,
  onChoose,
}: {
  readonly chips: readonly StaleChip[];
  readonly chosen: StaleKind | null;
  readonly onChoose: (kind: StaleKind | null) => void;
}) {
  const counts = Map.groupBy(chips, ({ kind }) => kind);
  if (counts.size < 2) return null;
  const filter = (kind: StaleKind | null, name: string, count: number) => (
    <button
      key={name}
      type="button"
      className="stale-filter"
      aria-pressed={chosen === kind}
      onClick={() => onChoose(kind)}
    >
      {name} {count}
    </button>
  );
  return (
    <fieldset className="stale-filters">
      <legend className="visually-hidden">按种类筛选</legend>
      {filter(null, '全部', chips.length)}
      {[...counts].map(([kind, own]) => filter(kind, staleKindNames[kind], own.length))}
    </fieldset>
  );
}

function ConfirmedRow({ chip }: { readonly chip: StaleChip }) {
  const session = useSession();
  const jump = () => jumpToPlace(session, { ...chip.place, quote: chip.text });
  return (
    <li className="stale-row">
      <button type="button" className="stale-jump" onClick={jump}>
        <Words chip={chip} />
      </button>
      <button
        type="button"
        className="text-button"
        onClick={() => void session.stale.takeBack([chip.key])}
      >
        撤销
      </button>
    </li>
  );
}

/** Those that were confirmed and still stand: folded away, each can be taken back. */
function Confirmed() {
  const found = useDesk((state) => state.analysis?.confirmedStale);
  const said = useDesk((state) => state.confirmed);
  const chips = useMemo(() => {
    const keys = new Set(said);
    return (found ?? []).filter(({ key }) => keys.has(key));
  }, [found, said]);
  if (chips.length === 0) return null;
  return (
    <div className="stale-confirmed">
      <Fold title="已确认不变" count={chips.length} isQuiet>
        {() => (
          <ul>
            {chips.map((chip) => (
              <ConfirmedRow key={chip.key} chip={chip} />
            ))}
          </ul>
        )}
      </Fold>
    </div>
  );
}

function countAlike(chips: readonly StaleChip[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { like } of chips) counts.set(like, (counts.get(like) ?? 0) + 1);
  return counts;
}

function OpenChips({ chips }: { readonly chips: readonly StaleChip[] }) {
  const { stale } = useSession();
  const { rows } = useOutline();
  const current = useDesk((state) => state.currentStop);
  const [kind, setKind] = useState<StaleKind | null>(null);
  const shown = useMemo(() => {
    const own = chips.filter((chip) => chip.kind === kind);
    return own.length > 0 ? own : chips;
  }, [chips, kind]);
  const groups = useMemo(() => groupByHome(shown, rows), [shown, rows]);
  const alike = useMemo(() => countAlike(chips), [chips]);
  if (chips.length === 0) return null;
  return (
    <>
      <h3 className="panel-heading">
        待更新 <span>{chips.length}</span>
      </h3>
      <p className="panel-intro">
        这些沿用了上年的说法，请换成今年的，或者确认不变。
        <button type="button" className="text-button" onClick={() => stale.step(1)}>
          逐处看 <kbd>F8</kbd>
        </button>
      </p>
      <Filters chips={chips} chosen={shown === chips ? null : kind} onChoose={setKind} />
      <ul className="stale-groups">
        {groups.map(({ id, name, chips: own }) => (
          <li key={id}>
            <Fold
              title={name}
              count={own.length}
              startsOpen={id === current || groups.length === 1}
            >
              {() => (
                <ul>
                  {own.map((chip) => (
                    <Row key={chip.key} chip={chip} alike={alike.get(chip.like) ?? 0} />
                  ))}
                </ul>
              )}
            </Fold>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The 待更新 chips of the whole report by section, and below them those that were confirmed. */
export function StaleList() {
  const chips = useDesk((state) => state.chips);
  return (
    <section className="stale-list" aria-label="待更新">
      <OpenChips chips={chips} />
      <Confirmed />
    </section>
  );
}
