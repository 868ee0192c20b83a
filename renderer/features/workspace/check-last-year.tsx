import { useId, useState } from 'react';
import type { CheckItemResult } from '../../../core/api/index.ts';
import { shortenQuote } from './quote.ts';

const words: Readonly<Record<CheckItemResult['state'], string>> = {
  answered: '上年已答',
  partly: '上年答了一部分',
  missing: '上年未答',
  notApplicable: '上年不适用',
};

/** How last year's report answered a question; its words unfold. */
export function LastYearAnswer({ result }: { readonly result: CheckItemResult }) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  if (result.where.length === 0) {
    const reason = result.state === 'notApplicable' ? result.reason.trim() : '';
    const said = reason === '' ? words[result.state] : `${words[result.state]}：${reason}`;
    return <span className="check-last-year">{said}</span>;
  }
  return (
    <>
      <button
        type="button"
        className="check-last-year"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {words[result.state]}
      </button>
      {isOpen && (
        <ul className="check-past" id={id}>
          {result.where.map(({ quote, blockId }) => (
            <li key={`${blockId}${quote}`}>
              <q>{shortenQuote(quote, 120)}</q>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
