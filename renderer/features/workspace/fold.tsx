import { type ReactNode, useState } from 'react';

/** A line that unfolds what is under it. What is folded away is not made: there may be hundreds of rows. */
export function Fold({
  title,
  count,
  startsOpen = false,
  isQuiet = false,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly startsOpen?: boolean;
  /** True for what needs no answer. */
  readonly isQuiet?: boolean;
  readonly children: () => ReactNode;
}) {
  const [choice, setChoice] = useState<boolean | null>(null);
  const isOpen = choice ?? startsOpen;
  return (
    <>
      <button
        type="button"
        className="fold-button"
        aria-expanded={isOpen}
        onClick={() => setChoice(!isOpen)}
      >
        <span>{title}</span> {isQuiet ? <span>{count}</span> : <b>{count}</b>}
      </button>
      {isOpen && children()}
    </>
  );
}
