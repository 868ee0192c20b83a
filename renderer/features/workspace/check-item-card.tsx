import { memo, useRef } from 'react';
import { isSettled } from '../../../core/coverage/index.ts';
import { ItemMaterialLine } from '../materials/item-line.tsx';
import { CheckDetails, Wanted } from './check-details.tsx';
import { LastYearAnswer } from './check-last-year.tsx';
import { CheckMark, markNames } from './check-mark.tsx';
import { FoundPlaces } from './check-places.tsx';
import { CheckVerdict, StateMenu } from './check-verdict.tsx';
import { isSameResult, type Question } from './checklist-view.ts';
import { useDesk, useSession } from './desk-context.ts';
import { useVerdict } from './use-verdict.ts';

interface CardProps {
  readonly question: Question;
}

const showsSame = ({ question: a }: CardProps, { question: b }: CardProps) =>
  a.item === b.item &&
  a.source === b.source &&
  isSameResult(a.result, b.result) &&
  (a.lastYear === b.lastYear ||
    (a.lastYear !== null && b.lastYear !== null && isSameResult(a.lastYear, b.lastYear)));

/** One question of the checklist: how the text answers it, and what one may do. */
export const CheckItemCard = memo(function CheckItemCard({ question }: CardProps) {
  const { item, result, lastYear } = question;
  const { isReadOnly } = useSession();
  const answer = useDesk(({ answers }) => answers[item.id]);
  const { state, reason } = answer ?? { state: result.found, reason: '' };
  const card = useRef<HTMLLIElement>(null);
  const verdict = useVerdict(item.id, card);
  const settled = isSettled({ state, reason });
  return (
    <li className={`check-item is-${state}`} data-item={item.id} tabIndex={-1} ref={card}>
      <CheckMark state={state} />
      <div className="check-body">
        <div className="check-head">
          <h3>
            {item.question}
            <span className="visually-hidden">（{markNames[state]}）</span>
          </h3>
          {!isReadOnly && <StateMenu question={question} onChoose={verdict.set} />}
        </div>
        <CheckDetails question={question} isSettled={settled}>
          {lastYear && <LastYearAnswer result={lastYear} />}
        </CheckDetails>
        {!settled && <Wanted question={question} />}
        {state !== 'notApplicable' && <FoundPlaces result={result} />}
        <ItemMaterialLine itemId={item.id} />
        <CheckVerdict question={question} verdict={verdict} />
      </div>
    </li>
  );
}, showsSame);
