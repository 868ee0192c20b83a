import { type KeyboardEvent, useEffect, useId, useRef } from 'react';

import { tidyLine } from './tidy-facts.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** How long nothing was typed before it counts, in milliseconds. */
const PAUSE_MS = 600;

/**
 * A labelled line that is the person's own while it is typed in: what it holds is told when typing pauses and when
 * it is left, never in the middle of a composition, and is tidied only once it is left.
 */
export function TypedField({
  label,
  value,
  onChange,
  tidy = (line) => line,
  hint,
  placeholder,
  maxLength = 200,
  lines = 1,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly tidy?: (typed: string) => string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly lines?: number;
}) {
  const id = useId();
  const field = useRef<Field>(null);
  const timer = useRef(0);
  const told = useRef(value);
  useEffect(() => {
    told.current = value;
    const input = field.current;
    if (input && input !== document.activeElement) input.value = value;
  }, [value]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  // in a field of several lines a break parts names
  const readLine = (typed: string) =>
    tidy(lines === 1 ? tidyLine(typed) : typed.split('\n').map(tidyLine).join('\n').trim());
  const tell = (typed: string) => {
    window.clearTimeout(timer.current);
    const tidied = readLine(typed);
    if (tidied === told.current) return;
    told.current = tidied;
    onChange(tidied);
  };
  const shared = {
    ref: (element: Field | null) => {
      field.current = element;
    },
    id,
    defaultValue: value,
    maxLength,
    placeholder,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onInput: ({ currentTarget, nativeEvent }: React.InputEvent<Field>) => {
      window.clearTimeout(timer.current);
      if (nativeEvent.isComposing) return;
      timer.current = window.setTimeout(() => tell(currentTarget.value), PAUSE_MS);
    },
    onCompositionEnd: ({ currentTarget }: React.CompositionEvent<Field>) => {
      timer.current = window.setTimeout(() => tell(currentTarget.value), PAUSE_MS);
    },
    onBlur: ({ currentTarget }: React.FocusEvent<Field>) => {
      currentTarget.value = readLine(currentTarget.value);
      tell(currentTarget.value);
    },
    onKeyDown: ({ key, nativeEvent, currentTarget }: KeyboardEvent<Field>) => {
      if (key === 'Enter' && lines === 1 && !nativeEvent.isComposing) tell(currentTarget.value);
    },
  };
  return (
    <div className="typed-field">
      <label htmlFor={id}>{label}</label>
      {lines === 1 ? <input {...shared} /> : <textarea {...shared} rows={lines} />}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
