import type { Choices, RollChange } from '../../../core/roll-forward/index.ts';

/** True when the change will be made. */
export function isMade({ key, verdict, to }: RollChange, choices: Choices): boolean {
  return to !== null && (choices[key] ?? verdict === 'move');
}

/** True for a question that nobody has answered. */
export function isOpen({ key, verdict }: RollChange, choices: Choices): boolean {
  return verdict === 'ask' && choices[key] === undefined;
}

/** How many will be changed, are still open, and stay. */
export function countChanges(changes: readonly RollChange[], choices: Choices) {
  const made = changes.filter((change) => isMade(change, choices)).length;
  const open = changes.filter((change) => isOpen(change, choices)).length;
  return { made, open, kept: changes.length - made - open };
}

/** How many of a verdict stand otherwise than at first: answered, refused, or changed all the same. */
export function countOtherwise(
  changes: readonly RollChange[],
  verdict: RollChange['verdict'],
  choices: Choices,
): number {
  const own = changes.filter((change) => change.verdict === verdict);
  if (verdict === 'ask') return own.filter((change) => !isOpen(change, choices)).length;
  return own.filter((change) => isMade(change, choices) !== (verdict === 'move')).length;
}

/** Answers a change; the same answer to a question once more takes it back. */
export function answer(choices: Choices, change: RollChange, made: boolean): Choices {
  const { [change.key]: last, ...rest } = choices;
  if (change.verdict === 'ask') return last === made ? rest : { ...rest, [change.key]: made };
  return made === (change.verdict === 'move') ? rest : { ...rest, [change.key]: made };
}

/** Answers several changes alike, whatever was answered before. */
export function answerAll(
  choices: Choices,
  changes: readonly RollChange[],
  made: boolean,
): Choices {
  const answered = changes.map(({ key }) => [key, made] as const);
  return { ...choices, ...Object.fromEntries(answered) };
}

/** Changes of the same words to the same words for the same reason. */
export function likeOf({ verdict, reason, from, to }: RollChange): string {
  return JSON.stringify([verdict, reason, from, to]);
}

/** Of each change that was answered, those like it that stand otherwise, by its key. */
export function findOthers(
  changes: readonly RollChange[],
  choices: Choices,
): ReadonlyMap<string, readonly RollChange[]> {
  const alike = Map.groupBy(changes, likeOf);
  const answered = changes.filter(({ key }) => choices[key] !== undefined);
  return new Map(
    answered.map((change) => {
      const others = (alike.get(likeOf(change)) ?? []).filter(
        (other) => isOpen(other, choices) || isMade(other, choices) !== isMade(change, choices),
      );
      return [change.key, others] as const;
    }),
  );
}

/**
 * The choices that still fit when the list was made anew: of changes that are there as they were, in
 * the same text. All others are to be made again.
 * @param before the changes that the choices were made in
 */
export function keepFitting(
  choices: Choices,
  before: readonly RollChange[],
  after: readonly RollChange[],
): Choices {
  const sayOf = (change: RollChange) => JSON.stringify([change.text, likeOf(change)]);
  const known = new Map(before.map((change) => [change.key, sayOf(change)]));
  const fitting = new Set(
    after.filter((change) => known.get(change.key) === sayOf(change)).map(({ key }) => key),
  );
  return Object.fromEntries(Object.entries(choices).filter(([key]) => fitting.has(key)));
}
