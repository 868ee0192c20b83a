import { describeNotice } from '../../messages.ts';
import type { ClaimCommand } from './claim-command.ts';
import { answerOf, type Doubt, type DoubtAnswer, labelDoubt } from './doubts.ts';

const answers: Readonly<
  Record<
    Exclude<DoubtAnswer, 'kind'>,
    { readonly keys: string; readonly words: string; readonly command: ClaimCommand }
  >
> = {
  lower: { keys: '→', words: '降为正文', command: { name: 'lower' } },
  merge: { keys: 'M', words: '接回上一行', command: { name: 'merge' } },
  edit: { keys: 'F2', words: '填写', command: { name: 'edit' } },
};

function Answer({
  keys,
  words,
  onPress,
}: {
  readonly keys: string;
  readonly words: string;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className="doubt-answer"
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      <kbd>{keys}</kbd>
      {words}
    </button>
  );
}

/** The doubts of a line: beside the active one with their answers, elsewhere in two or three words. */
export function DoubtChips({
  doubts,
  isActive,
  isFirst,
  lowersTo,
  onCommand,
}: {
  readonly doubts: readonly Doubt[];
  readonly isActive: boolean;
  /** No line stands above it. */
  readonly isFirst: boolean;
  /** What lowering makes of the line. */
  readonly lowersTo: string;
  readonly onCommand: (command: ClaimCommand) => void;
}) {
  if (doubts.length === 0) return null;
  const own = [...new Set(doubts.map(({ notice }) => answerOf(notice)))];
  return (
    <span className="doubt-chip">
      {doubts.map(({ key, notice }) => (
        <span key={key} title={describeNotice(notice)}>
          {labelDoubt(notice)}
        </span>
      ))}
      {isActive && (
        <>
          {!own.includes('edit') && (
            <Answer keys="Enter" words="确认" onPress={() => onCommand({ name: 'confirm' })} />
          )}
          {own.includes('kind') && <span className="doubt-hint">1–5 改归类</span>}
          {own.map((answer) => {
            if (answer === null || answer === 'kind') return null;
            if (answer === 'merge' && isFirst) return null;
            const { keys, words, command } = answers[answer];
            return (
              <Answer
                key={answer}
                keys={keys}
                words={answer === 'lower' ? `降为${lowersTo}` : words}
                onPress={() => onCommand(command)}
              />
            );
          })}
        </>
      )}
    </span>
  );
}
