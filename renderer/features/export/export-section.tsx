import { type ReactNode, useId, useState } from 'react';

/** A section of the column: its state in one line, the rest when it is asked for. */
export function ExportSection({
  title,
  summary,
  tone = 'quiet',
  startsOpen = false,
  name,
  children,
}: {
  readonly title: string;
  /** How it stands, in few words. */
  readonly summary: string;
  readonly tone?: 'quiet' | 'open' | 'bad' | 'done';
  readonly startsOpen?: boolean;
  /** By which the section is found on the page. */
  readonly name: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  const [choice, setChoice] = useState<boolean | null>(null);
  const isOpen = choice ?? startsOpen;
  return (
    <section className="export-section" aria-labelledby={id} data-section-name={name}>
      <h2>
        <button
          type="button"
          className="export-section-button"
          aria-expanded={isOpen}
          onClick={() => setChoice(!isOpen)}
        >
          <span id={id}>{title}</span>
          <span className={`export-summary is-${tone}`}>{summary}</span>
        </button>
      </h2>
      {isOpen && <div className="export-section-body">{children}</div>}
    </section>
  );
}
