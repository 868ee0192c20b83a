import { useEffect, useRef } from 'react';
import { keyHelp } from './claim-keys.ts';
import type { ClaimState } from './claim-state.ts';

const quietKeys: readonly (readonly [keys: string, does: string])[] = [
  ['← →', '级别'],
  ['Enter', '确认'],
  ['Delete', '剔除'],
  ['M', '合并'],
  ['S', '拆分'],
  ['F2', '改字'],
  ['Alt+↑↓', '移动'],
];

/** The keys of a line in one quiet row, and at its end what the last step did. */
export function ClaimKeyBar({
  said,
  isHelpOpen,
  onHelp,
}: {
  readonly said: ClaimState['said'];
  readonly isHelpOpen: boolean;
  readonly onHelp: () => void;
}) {
  return (
    <section className="claim-key-bar" aria-label="按键">
      <span id="claim-keys" className="claim-keys">
        {quietKeys.map(([keys, does]) => (
          <span key={keys}>
            <kbd>{keys}</kbd> {does}
          </span>
        ))}
      </span>
      <span className="claim-said" role="status">
        <span key={said.turn}>{said.words}</span>
      </span>
      <button
        type="button"
        className="text-button"
        aria-expanded={isHelpOpen}
        aria-label="全部按键"
        title="全部按键"
        onClick={onHelp}
      >
        <kbd>?</kbd>
      </button>
    </section>
  );
}

/** Every key, on a card above the row. */
export function ClaimHelp({ onClose }: { readonly onClose: () => void }) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  return (
    <section
      ref={card}
      className="claim-help"
      aria-label="全部按键"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys while it is open.
      tabIndex={0}
      onClick={onClose}
      onBlur={onClose}
      onKeyDown={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h3>这一页的按键</h3>
      <dl>
        {keyHelp.map(([keys, does]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="claim-help-more">在原文里选中几个字，可以直接把它们设为标题。按任意键关闭。</p>
    </section>
  );
}
