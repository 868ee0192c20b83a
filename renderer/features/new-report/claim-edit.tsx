import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Editing } from './claim-state.ts';

/** The words of one line, to be changed or parted. The box keeps them itself: input methods stay whole. */
export function ClaimEdit({
  mode,
  words,
  onEnd,
  onSplit,
  onLeave,
}: {
  readonly mode: Editing['mode'];
  readonly words: string;
  readonly onEnd: (words: string) => void;
  readonly onSplit: (words: string, offset: number) => void;
  /** Gives the words up; the keys go back to the lines. */
  readonly onLeave: () => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    const field = box.current;
    if (!field) return;
    field.focus({ preventScroll: true });
    const at =
      mode === 'split'
        ? Math.min(field.value.indexOf('。') + 1, field.value.length)
        : field.value.length;
    field.setSelectionRange(at, at);
  }, [mode]);
  const finish = (act: () => void) => {
    if (isDone.current) return;
    isDone.current = true;
    act();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    // the Enter and Esc of an input method choose and give up its own words
    if (event.nativeEvent.isComposing) return;
    const { value, selectionStart } = event.currentTarget;
    if (event.key === 'Escape') finish(onLeave);
    else if (event.key === 'Enter' && (mode === 'split' || event.ctrlKey)) {
      finish(() => onSplit(value, selectionStart));
    } else if (event.key === 'Enter' || event.key === 'Tab') finish(() => onEnd(value));
    else return;
    event.preventDefault();
  };
  return (
    <span className="claim-edit">
      <textarea
        ref={box}
        defaultValue={words}
        rows={Math.min(6, Math.max(1, Math.ceil(words.length / 30)))}
        spellCheck={false}
        aria-label={mode === 'split' ? '把光标移到要拆开的地方，按回车拆成两行' : '这一行的文字'}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onBlur={(event) => {
          const { value } = event.currentTarget;
          finish(() => (mode === 'split' ? onLeave() : onEnd(value)));
        }}
      />
      <span className="claim-edit-keys">
        {mode === 'split' ? (
          <>
            光标移到要拆的地方 <kbd>Enter</kbd> 拆开 <kbd>Esc</kbd> 算了
          </>
        ) : (
          <>
            <kbd>Enter</kbd> 改好 <kbd>Ctrl+Enter</kbd> 在光标处拆开 <kbd>Esc</kbd> 算了
          </>
        )}
      </span>
    </span>
  );
}
