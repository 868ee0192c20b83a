import type { ReactNode } from 'react';
import type { LayoutProfile } from '../../../core/layout/index.ts';

/** A layout that is edited, and the way to change it. */
export interface FormProps {
  readonly profile: LayoutProfile;
  readonly onChange: (change: Partial<LayoutProfile>) => void;
}

/** Fields that belong together. */
export function Group({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="layout-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
