import type { ItemState } from '../../../core/api/index.ts';

/**
 * How a cell of the map stands, told by shape before colour: a full disc with a check, half a disc, an
 * open ring of dashes, a square with a bar. Decoration: the cell says it in words.
 */
export function MapMark({ state }: { readonly state: ItemState }) {
  return (
    <svg className={`map-mark is-${state}`} viewBox="0 0 16 16" aria-hidden="true">
      {state === 'answered' && (
        <>
          <circle cx="8" cy="8" r="7.5" fill="var(--done)" />
          <path d="M4.6 8.2 7 10.6 11.4 5.6" fill="none" stroke="var(--paper)" strokeWidth="1.7" />
        </>
      )}
      {state === 'partly' && (
        <>
          <circle cx="8" cy="8" r="6.8" fill="none" stroke="var(--stale)" strokeWidth="1.4" />
          <path d="M8 1.2a6.8 6.8 0 0 1 0 13.6z" fill="var(--stale)" />
        </>
      )}
      {state === 'missing' && (
        <circle
          cx="8"
          cy="8"
          r="6.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          strokeDasharray="2.9 2.2"
        />
      )}
      {state === 'notApplicable' && (
        <>
          <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="var(--hairline)" />
          <path d="M4.5 8h7" stroke="var(--soft)" strokeWidth="1.7" />
        </>
      )}
    </svg>
  );
}
