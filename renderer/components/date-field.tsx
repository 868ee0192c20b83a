import './date-field.css';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { readDay } from '../../core/materials/index.ts';

/** `2027-02-05` → 2027年2月5日; nothing for no day. */
function writeDay(iso: string | null): string {
  if (!iso) return '';
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/**
 * A labelled day, typed as people write it: 3月12日, 2026-3-12, 2026年3月12日. A browser's own date field
 * shows the order of its own language, which may be another. Rewritten only once it is left.
 */
export function DateField({
  label,
  day,
  today,
  lean,
  onChange,
}: {
  readonly label: string;
  /** ISO; null for none. */
  readonly day: string | null;
  /** Local calendar date, ISO. */
  readonly today: string;
  /** Where a day without a year lies. */
  readonly lean: 'past' | 'future';
  /** The ISO day, or null once the field is empty; nothing for what is no day. */
  readonly onChange: (day: string | null) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [isBad, setIsBad] = useState(false);
  // what is guessed anew is shown, but never while somebody types there
  useEffect(() => {
    const input = field.current;
    if (!input || input === document.activeElement) return;
    // words that are no day stay to be put right
    if (day === null && input.getAttribute('aria-invalid') === 'true') return;
    input.value = writeDay(day);
    setIsBad(false);
  }, [day]);
  const settle = ({ currentTarget: input }: FocusEvent<HTMLInputElement>) => {
    const read = readDay(input.value, today, lean);
    const isNone = read === null && input.value.trim() !== '';
    setIsBad(isNone);
    if (!isNone) input.value = writeDay(read);
    // a day that nobody sees must not stand in place of what is seen
    else if (day !== null) onChange(null);
  };
  const tell = (input: HTMLInputElement) => {
    const read = readDay(input.value, today, lean);
    if (read !== null || input.value.trim() === '') {
      setIsBad(false);
      if (read !== day) onChange(read);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) tell(event.currentTarget);
  };
  return (
    <label>
      <span>{label}</span>
      <input
        ref={field}
        className={`date-field ${isBad ? 'is-bad' : ''}`}
        defaultValue={writeDay(day)}
        maxLength={20}
        placeholder="如 3月12日"
        aria-invalid={isBad}
        title="可以写 3月12日，也可以写 2026-3-12"
        onInput={({ currentTarget }) => tell(currentTarget)}
        onKeyDown={onKeyDown}
        onBlur={settle}
      />
      {isBad && (
        <em className="date-fault" role="alert">
          请写成 3月12日 或者 2026-3-12
        </em>
      )}
    </label>
  );
}
