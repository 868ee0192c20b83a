import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { type ApiError, describePages, type LayoutChoice } from '../../../core/api/index.ts';
import type { Certificate } from '../../../core/conformity/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { useHelp } from '../../stores/help.ts';
import { CertificateView } from './certificate-view.tsx';
import { describeCertificate } from './certificate-words.ts';
import { type ChosenFile, useFileInput } from './use-file-input.tsx';

type Checked =
  | { readonly kind: 'none' | 'busy' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  | { readonly kind: 'done'; readonly name: string; readonly certificate: Certificate };

function Outcome({ checked }: { readonly checked: Checked }) {
  switch (checked.kind) {
    case 'none':
      return null;
    case 'busy':
      return <p role="status">正在逐项量……</p>;
    case 'failed':
      return <Problem error={checked.error} kept="没有查成，文件没有改动。" />;
    case 'done': {
      const { name, certificate } = checked;
      return (
        <>
          <p className="format-verdict" role="status">
            <strong>{describeCertificate(certificate)}</strong>
            <br />
            {name}，{describePages(certificate)}
          </p>
          <CertificateView key={name} certificate={certificate} onPage={null} />
        </>
      );
    }
  }
}

function Checking({
  choices,
  first,
}: {
  readonly choices: readonly LayoutChoice[];
  readonly first: string;
}) {
  const call = useCall();
  const [layoutId, setLayoutId] = useState(first);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [checked, setChecked] = useState<Checked>({ kind: 'none' });
  const check = async (chosen: ChosenFile, by: string) => {
    setChecked({ kind: 'busy' });
    const result = await call('format.check', { file: chosen, layoutId: by });
    setChecked(
      result.ok
        ? { kind: 'done', name: chosen.name, certificate: result.value }
        : { kind: 'failed', error: result.error },
    );
  };
  const { choose, input } = useFileInput('选择要检查的 Word 文件', '.docx', (chosen, name) => {
    setFile(chosen);
    if (chosen) void check(chosen, layoutId);
    else setChecked({ kind: 'failed', error: { code: 'import/not-found', name } });
  });
  return (
    <div className="format-check">
      <p className="export-hint">
        选一个 .docx 文件，按选定的版式逐项量，哪里不符合都列出来。文件不会存进来，也不会改动。
      </p>
      <label className="typed-field">
        <span>按哪个版式</span>
        <select
          value={layoutId}
          onChange={({ currentTarget }) => {
            setLayoutId(currentTarget.value);
            if (file) void check(file, currentTarget.value);
          }}
        >
          {choices.map((choice) =>
            choice.kind === 'profile' ? (
              <option key={choice.profile.id} value={choice.profile.id}>
                {choice.profile.title}
              </option>
            ) : null,
          )}
        </select>
      </label>
      <div className="export-answers">
        <Button type="primary" loading={checked.kind === 'busy'} onClick={choose}>
          选择 Word 文件
        </Button>
      </div>
      {input}
      <Outcome checked={checked} />
    </div>
  );
}

/** 检查别人的 Word 格式: any document against a layout. */
export function FormatDrawer({
  open,
  onClose,
  ...rest
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly choices: readonly LayoutChoice[];
  /** The layout that is offered first. */
  readonly first: string;
}) {
  const isHelpOpen = useHelp((state) => state.isOpen);
  return (
    <Drawer
      title="检查 Word 文件的格式"
      open={open}
      onClose={onClose}
      size={440}
      destroyOnHidden
      focusable={{ trap: !isHelpOpen }}
    >
      <Checking {...rest} />
    </Drawer>
  );
}
