import type { ItemState } from '../../../core/api/index.ts';

/** How a question stands. */
export type MarkState = ItemState;

/** The same in words. */
export const markNames: Readonly<Record<MarkState, string>> = {
  answered: '已答',
  partly: '部分已答',
  missing: '未答',
  notApplicable: '不适用',
};

/** The sign in front of a question. Decoration: the question says it in words. */
export function CheckMark({ state }: { readonly state: MarkState }) {
  return (
    <svg className="check-mark" viewBox="0 0 16 16" aria-hidden="true">
      {state === 'answered' && (
        <>
          <circle cx="8" cy="8" r="8" fill="var(--done)" />
          <path d="M4.6 8.2 7 10.6 11.4 5.6" fill="none" stroke="var(--panel)" strokeWidth="1.6" />
        </>
      )}
      {state === 'partly' && (
        <>
          <circle cx="8" cy="8" r="7.2" fill="none" stroke="var(--stale)" strokeWidth="1.4" />
          <path d="M8 0.8a7.2 7.2 0 0 1 0 14.4z" fill="var(--stale)" />
        </>
      )}
      {state === 'missing' && (
        <circle cx="8" cy="8" r="7.2" fill="none" stroke="var(--edge)" strokeWidth="1.5" />
      )}
      {state === 'notApplicable' && (
        <>
          <circle cx="8" cy="8" r="8" fill="var(--edge)" />
          <path d="M5 8h6" stroke="var(--panel)" strokeWidth="1.6" />
        </>
      )}
    </svg>
  );
}
