import { useState } from 'react';
import type { Certificate, CertificateItem, Departure } from '../../../core/conformity/index.ts';
import { sortItems } from './certificate-words.ts';

/** Places told of an item before the rest is asked for. */
const MOST_PLACES = 5;

function Place({
  departure: { place, page, measured },
  onPage,
}: {
  readonly departure: Departure;
  readonly onPage: ((page: number) => void) | null;
}) {
  const words = measured === '' ? place : `${place}：${measured}`;
  if (page === null || !onPage) return <li>{words}</li>;
  return (
    <li>
      <button
        type="button"
        className="text-button"
        title={`看第 ${page} 页`}
        onClick={() => onPage(page)}
      >
        {words}
      </button>
    </li>
  );
}

function Item({
  item,
  onPage,
}: {
  readonly item: CertificateItem;
  readonly onPage: ((page: number) => void) | null;
}) {
  const [showsAll, setShowsAll] = useState(false);
  const { title, clause, wanted, measured, verdict, departures } = item;
  const shown = showsAll ? departures : departures.slice(0, MOST_PLACES);
  const left = departures.length - shown.length;
  return (
    <li className={`certificate-item is-${verdict}`}>
      <p className="certificate-title">
        <span aria-hidden="true">
          {verdict === 'right' ? '✓' : verdict === 'wrong' ? '✗' : '·'}
        </span>
        <span className="visually-hidden">
          {verdict === 'right' ? '符合：' : verdict === 'wrong' ? '不符合：' : '供参考：'}
        </span>
        {title}
      </p>
      <dl>
        <dt>要求</dt>
        <dd>{wanted}</dd>
        <dt>实测</dt>
        <dd>{measured}</dd>
      </dl>
      {clause !== '' && <p className="certificate-clause">{clause}</p>}
      {shown.length > 0 && (
        <ul className="certificate-places">
          {shown.map((departure, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: departures are known by their order alone
            <Place key={index} departure={departure} onPage={onPage} />
          ))}
        </ul>
      )}
      {left > 0 && (
        <button type="button" className="text-button" onClick={() => setShowsAll(true)}>
          还有 {left} 处
        </button>
      )}
    </li>
  );
}

function Items({
  items,
  onPage,
}: {
  readonly items: readonly CertificateItem[];
  readonly onPage: ((page: number) => void) | null;
}) {
  return (
    <ul className="certificate">
      {items.map((item) => (
        <Item key={item.id} item={item} onPage={onPage} />
      ))}
    </ul>
  );
}

/** What was measured: what is wrong and what is worth a look first, what is right when it is asked for. */
export function CertificateView({
  certificate,
  onPage,
}: {
  readonly certificate: Certificate;
  /** Goes to a page, from 1; null where no pages are shown. */
  readonly onPage: ((page: number) => void) | null;
}) {
  const { wrong, remarks, right } = sortItems(certificate);
  const [showsRight, setShowsRight] = useState(false);
  return (
    <>
      <Items items={[...wrong, ...remarks]} onPage={onPage} />
      {right.length > 0 && (
        <button
          type="button"
          className="text-button"
          aria-expanded={showsRight}
          onClick={() => setShowsRight(!showsRight)}
        >
          {showsRight ? '收起符合的各项' : `看符合的 ${right.length} 项和实测的数`}
        </button>
      )}
      {showsRight && <Items items={right} onPage={onPage} />}
    </>
  );
}
