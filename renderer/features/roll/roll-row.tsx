import { memo } from 'react';
import type { RollChange } from '../../../core/roll-forward/index.ts';
import { cutExcerpt, nameOffer } from './excerpt.ts';

/** What a row needs besides its change; all of it stays the same while nothing of the row changes. */
export interface RowProperties {
  readonly change: RollChange;
  readonly made: boolean;
  readonly open: boolean;
  /** Changes like this one that stand otherwise, where this one was answered. */
  readonly others: number;
  /** True for the row that Tab comes to. */
  readonly isStop: boolean;
  readonly onAnswer: (change: RollChange, made: boolean) => void;
  readonly onAlike: (change: RollChange) => void;
}

/** The sentence as it will stand: old words struck, new words beside them. */
function Sentence({ change, made, open }: Pick<RowProperties, 'change' | 'made' | 'open'>) {
  const { before, from, to, after } = cutExcerpt(change);
  const offers = to !== null && (made || open);
  return (
    <p className="roll-sentence">
      {before}
      {offers ? <del className={made ? '' : 'is-offered'}>{from}</del> : <mark>{from}</mark>}
      {offers && <ins className={made ? '' : 'is-offered'}>{to}</ins>}
      {after}
    </p>
  );
}

function Answers({ change, made, open, isStop, onAnswer }: RowProperties) {
  const { to } = change;
  const stopAt = made || (open && to !== null);
  const tab = (isFirst: boolean) => (isStop && stopAt === isFirst ? 0 : -1);
  return (
    <div className="roll-answers">
      {to !== null && (
        <button
          type="button"
          className="roll-answer"
          data-stop={stopAt ? '' : undefined}
          tabIndex={tab(true)}
          aria-pressed={made}
          onClick={() => onAnswer(change, true)}
        >
          <kbd>1</kbd> 改为 {nameOffer(change)}
        </button>
      )}
      <button
        type="button"
        className="roll-answer"
        data-stop={stopAt ? undefined : ''}
        tabIndex={tab(false)}
        aria-pressed={!open && !made}
        onClick={() => onAnswer(change, false)}
      >
        <kbd>{to === null ? 1 : 2}</kbd> {to === null ? '先照原文，到草稿里改' : '保留原文'}
      </button>
    </div>
  );
}

function Switch({ change, made, isStop, onAnswer }: RowProperties) {
  const { from, to, verdict } = change;
  if (to === null) return <span className="roll-stays">不动</span>;
  const word = verdict === 'move' ? (made ? '改' : '不改') : made ? '改' : '不动';
  return (
    <label className={made ? 'roll-switch is-made' : 'roll-switch'}>
      <input
        type="checkbox"
        data-stop=""
        tabIndex={isStop ? 0 : -1}
        checked={made}
        aria-label={`把“${from}”改为“${to}”：${change.where}`}
        onChange={(event) => onAnswer(change, event.target.checked)}
      />
      {word}
    </label>
  );
}

/** One change: the sentence, where it stands, and what the writer may do about it. */
export const RollRow = memo((properties: RowProperties) => {
  const { change, made, open, others, onAlike } = properties;
  const isAsk = change.verdict === 'ask';
  return (
    <li
      className={`roll-row${open ? ' is-open' : ''}${isAsk ? ' is-ask' : ''}`}
      data-key={change.key}
    >
      {!isAsk && <Switch {...properties} />}
      <div className="roll-words">
        <Sentence change={change} made={made} open={open} />
        {isAsk && <Answers {...properties} />}
        {others > 0 && (
          <button
            type="button"
            className="text-button"
            tabIndex={properties.isStop ? 0 : -1}
            onClick={() => onAlike(change)}
          >
            另外 {others} 处同样的也这样
          </button>
        )}
      </div>
      <span className="roll-where" title={change.where}>
        {change.where}
      </span>
    </li>
  );
});
RollRow.displayName = 'RollRow';
