import type { Shares } from '../../../core/roll-forward/index.ts';

/** Percents of {@link Shares} in words. */
export function describeShares(percents: Shares): string {
  return `沿用上年 ${percents.carried}%，改写 ${percents.edited}%，新写 ${percents.new}%`;
}

/** The three stretches of a bar. Decoration; the words stand beside it. */
export function SharesParts({ shares }: { readonly shares: Shares }) {
  return (
    <>
      <span className="is-carried" style={{ flexGrow: shares.carried }} />
      <span className="is-edited" style={{ flexGrow: shares.edited }} />
      <span className="is-new" style={{ flexGrow: shares.new }} />
    </>
  );
}
