import { Dropdown, type MenuProps } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/**
 * A button with a menu that is not made before it is asked for: a hundred cards bear one each.
 * Children are the button's; the rest is its own.
 */
export function LazyMenu({
  readItems,
  className,
  label,
  children,
}: {
  readonly readItems: () => NonNullable<MenuProps['items']>;
  readonly className: string;
  /** Name for those who do not see the button, and its tip; the words of the button when absent. */
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState<boolean | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isMade = isOpen !== null;
  useEffect(() => {
    // the button was made anew together with its menu
    if (isMade) button.current?.focus();
  }, [isMade]);
  const change = (open: boolean) => {
    setIsOpen(open);
    if (open) return;
    // the menu goes away with the focus in it: the button takes it back, but not from elsewhere
    window.requestAnimationFrame(() => {
      const { activeElement } = document;
      const isLost = activeElement === document.body || activeElement?.closest('[role="menu"]');
      if (isLost) button.current?.focus();
    });
  };
  const own = (
    <button
      type="button"
      ref={button}
      className={className}
      aria-haspopup="menu"
      aria-expanded={isOpen === true}
      aria-label={label}
      title={label}
      onClick={isMade ? undefined : () => setIsOpen(true)}
    >
      {children}
    </button>
  );
  if (!isMade) return own;
  return (
    <Dropdown
      menu={{ items: readItems() }}
      trigger={['click']}
      placement="bottomRight"
      open={isOpen}
      autoFocus
      onOpenChange={change}
    >
      {own}
    </Dropdown>
  );
}
