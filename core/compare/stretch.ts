/** A stretch that is the same in both texts, or what one has in the place of the other's; as tokens. */
export type Stretch =
  | { readonly kind: 'same'; readonly tokens: readonly string[] }
  | { readonly kind: 'change'; readonly a: readonly string[]; readonly b: readonly string[] };
export type Change = Extract<Stretch, { kind: 'change' }>;

/** A stretch that still grows. */
export type GrowingStretch =
  | { readonly kind: 'same'; readonly tokens: string[] }
  | { readonly kind: 'change'; readonly a: string[]; readonly b: string[] };

function grow(list: string[], more: readonly string[]): void {
  for (const token of more) list.push(token);
}

/** Adds a stretch to joined ones; one of the last's kind goes on with it, an empty one is left out. Changes `joined`. */
export function append(joined: GrowingStretch[], next: Stretch): void {
  const last = joined.at(-1);
  if (next.kind === 'same') {
    if (last?.kind === 'same') grow(last.tokens, next.tokens);
    else if (next.tokens.length > 0) joined.push({ kind: 'same', tokens: [...next.tokens] });
  } else if (last?.kind === 'change') {
    grow(last.a, next.a);
    grow(last.b, next.b);
  } else if (next.a.length + next.b.length > 0) {
    joined.push({ kind: 'change', a: [...next.a], b: [...next.b] });
  }
}

/** Neighbours of one kind made one, empty ones left out. */
export function joinStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: GrowingStretch[] = [];
  for (const stretch of stretches) append(joined, stretch);
  return joined;
}

/** Tokens that begin and end both sides of a change alike go to its neighbours. */
export function trimChange(stretch: Stretch): readonly Stretch[] {
  if (stretch.kind === 'same') return [stretch];
  const { a, b } = stretch;
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return [
    { kind: 'same', tokens: a.slice(0, head) },
    { kind: 'change', a: a.slice(head, a.length - tail), b: b.slice(head, b.length - tail) },
    { kind: 'same', tokens: a.slice(a.length - tail) },
  ];
}
