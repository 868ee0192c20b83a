import type { Progress } from '../../../core/coverage/index.ts';

const circumference = 2 * Math.PI * 5;

/** How much of a section is answered: an arc, and a check when all is. Decoration; the row says it in words. */
export function Ring({ progress }: { readonly progress: Progress }) {
  const { answered, total } = progress;
  if (total > 0 && answered === total) {
    return (
      <svg className="ring" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="7" fill="var(--done)" />
        <path d="M5 8.2 7.2 10.3 11 6" fill="none" stroke="var(--panel)" strokeWidth="1.6" />
      </svg>
    );
  }
  const share = total > 0 ? answered / total : 0;
  return (
    <svg className="ring" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="5" fill="none" stroke="var(--edge)" strokeWidth="2.6" />
      {share > 0 && (
        <circle
          cx="8"
          cy="8"
          r="5"
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2.6"
          strokeDasharray={`${share * circumference} ${circumference}`}
          transform="rotate(-90 8 8)"
        />
      )}
    </svg>
  );
}
