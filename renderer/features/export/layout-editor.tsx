import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { LayoutProfile } from '../../../core/layout/index.ts';
import { useHelp } from '../../stores/help.ts';
import { LayoutForm } from './layout-form.tsx';

function Editor({
  profile: first,
  onSave,
  onClose,
}: {
  readonly profile: LayoutProfile;
  readonly onSave: (profile: LayoutProfile) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const [profile, setProfile] = useState(first);
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    const isKept = await onSave(profile);
    setSaving(false);
    if (isKept) onClose();
  };
  return (
    <>
      <LayoutForm
        profile={profile}
        onChange={(change) => setProfile((now) => ({ ...now, ...change }))}
      />
      <div className="export-answers drawer-foot">
        <Button type="primary" loading={isSaving} onClick={() => void save()}>
          保存并使用
        </Button>
        <Button onClick={onClose}>不保存</Button>
      </div>
    </>
  );
}

/** An own layout, new or to be changed. */
export function LayoutEditor({
  profile,
  onSave,
  onClose,
}: {
  /** Null while nothing is edited. */
  readonly profile: LayoutProfile | null;
  readonly onSave: (profile: LayoutProfile) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const isHelpOpen = useHelp((state) => state.isOpen);
  return (
    <Drawer
      title="自己的版式"
      open={profile !== null}
      onClose={onClose}
      size={440}
      destroyOnHidden
      focusable={{ trap: !isHelpOpen }}
    >
      {profile && <Editor profile={profile} onSave={onSave} onClose={onClose} />}
    </Drawer>
  );
}
