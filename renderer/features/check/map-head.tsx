import type { Home } from '../../../core/coverage/index.ts';
import { partKindNames } from '../../messages.ts';

/** Columns that stand under one part. */
interface Span {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly count: number;
}

function listSpans(columns: readonly Home[]): readonly Span[] {
  const byPart = Map.groupBy(columns, ({ partId }) => partId);
  return [...byPart].map(([partId, own]) => {
    const first = own[0];
    const part = first?.label.split('（')[0] ?? '';
    const kind = first?.kind ? partKindNames[first.kind] : '';
    return {
      id: partId ?? 'front',
      label: own.length > 1 && kind !== '' ? `${part}、${kind}` : part,
      title: kind === '' ? part : `${part}、${kind}`,
      count: own.length,
    };
  });
}

/** 三 for 一（三）; a part's own text is 总. */
function shortLabel({ label, sectionId, partId }: Home): string {
  if (partId === null) return '';
  return sectionId === null ? '总' : label.replace(/^.*（|）$/gu, '');
}

/** Above the map: the parts, and below each its sections. */
export function MapHead({ columns }: { readonly columns: readonly Home[] }) {
  return (
    <thead className="map-head">
      <tr className="map-parts">
        <td className="map-corner" />
        {listSpans(columns).map(({ id, label, title, count }) => (
          <th
            key={id}
            scope="colgroup"
            colSpan={count}
            className="map-part is-new-part"
            title={title}
          >
            {label}
          </th>
        ))}
      </tr>
      <tr className="map-sections">
        <th scope="col" className="map-corner">
          条目 <span>依据</span>
        </th>
        {columns.map((column, at) => (
          <th
            key={column.id}
            scope="col"
            className={`map-section ${column.partId === columns[at - 1]?.partId ? '' : 'is-new-part'}`}
            title={`${column.label} ${column.heading}`}
            aria-label={`${column.label} ${column.heading}`}
          >
            {shortLabel(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
