import type { ReactNode } from 'react';
import { runCommand } from '../stores/commands.ts';

/** The focus stays where it is: it tells which page of the help fits. */
function HelpButton() {
  return (
    <button
      type="button"
      className="help-button"
      title="使用说明（F1）"
      aria-label="使用说明"
      aria-keyshortcuts="F1"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runCommand('help')}
    >
      <span aria-hidden="true">?</span>
    </button>
  );
}

/** The bar at the top of every screen: where one is at the left, what one may do at the right. */
export function TopBar({
  children,
  actions,
}: {
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className="top-bar">
      <div className="top-bar-where">{children}</div>
      <div className="top-bar-actions">
        {actions}
        <HelpButton />
      </div>
    </header>
  );
}

/** The way back, at the left of a {@link TopBar}. */
export function BackLink({
  label,
  onClick,
}: {
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className="back-link" onClick={onClick}>
      <span aria-hidden="true">‹ </span>
      {label}
    </button>
  );
}
