import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { CopyKind, Filing, LayoutProfile } from '../../../core/layout/index.ts';
import { Problem } from '../../components/problem.tsx';
import { ExportSection } from './export-section.tsx';
import { chosenLayout, createLayoutId, keyOf, nameOf, TEMPLATE } from './layout-choice.ts';
import { LayoutEditor } from './layout-editor.tsx';
import { ChosenFacts } from './layout-own.tsx';
import { useFileInput } from './use-file-input.tsx';
import { findProfile, type Layouts } from './use-layouts.ts';

interface LayoutProps {
  readonly filing: Filing;
  readonly copy: CopyKind;
  readonly layouts: Layouts;
  readonly onChoose: (value: string) => void;
}

/** The ways in: a layout file of another unit, an office's own document. */
function TakeIn({ copy, layouts, onChoose }: Omit<LayoutProps, 'filing'>) {
  const gone = (name: string) => layouts.fail({ code: 'import/not-found', name });
  const layoutFile = useFileInput('选择版式文件', '.json,application/json', async (file, name) => {
    const id = file ? await layouts.takeFile(file) : null;
    if (!file) gone(name);
    if (id !== null) onChoose(id);
  });
  const template = useFileInput('选择单位模板', '.docx', async (file, name) => {
    const added = file ? await layouts.addTemplate(file) : null;
    if (!file) gone(name);
    if (added) onChoose(`${TEMPLATE}${added.id}`);
  });
  return (
    <>
      <Button size="small" onClick={layoutFile.choose}>
        导入版式文件
      </Button>
      {copy === 'filing' && (
        <Button
          size="small"
          onClick={template.choose}
          title="单位发文用的 Word 模板，用它的红头和样式"
        >
          放入单位自带的模板
        </Button>
      )}
      {layoutFile.input}
      {template.input}
    </>
  );
}

/** How long the question takes to go away, in milliseconds: until then it holds the focus. */
const QUESTION_MS = 300;

/** The button that removed something is gone with it: the choice gets the focus. */
function focusChosen(): void {
  window.setTimeout(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('[data-section-name="layout"] input:checked')?.focus();
  }, QUESTION_MS);
}

/** 版式: which layout the copy gets, and the unit's own ones. */
export function LayoutSection({ filing, copy, layouts, onChoose }: LayoutProps) {
  const [edited, setEdited] = useState<LayoutProfile | null>(null);
  const { choices, error, told } = layouts;
  const offered = choices.filter((choice) => copy === 'filing' || choice.kind === 'profile');
  const value = chosenLayout(filing, copy, choices);
  const chosen = choices.find((choice) => keyOf(choice) === value);
  const beginNew = () => {
    const profile =
      chosen?.kind === 'profile' ? chosen.profile : findProfile(choices, filing.layouts[copy]);
    setEdited({ ...profile, id: createLayoutId(), title: '本单位版式' });
  };
  const save = async (profile: LayoutProfile) => {
    const isKept = await layouts.save(profile);
    if (isKept) onChoose(profile.id);
    return isKept;
  };
  return (
    <ExportSection
      title="版式"
      name="layout"
      summary={chosen ? nameOf(chosen).replace(/（.*$/u, '') : ''}
      startsOpen
    >
      <Radio.Group
        className="layout-choices"
        aria-label="版式"
        value={value}
        options={offered.map((choice) => ({ value: keyOf(choice), label: nameOf(choice) }))}
        onChange={({ target }) => onChoose(target.value as string)}
      />
      <ChosenFacts
        choice={chosen}
        layouts={layouts}
        onEdit={setEdited}
        onGone={(next) => {
          onChoose(next ?? filing.layouts[copy]);
          focusChosen();
        }}
      />
      <div className="export-answers">
        <Button size="small" onClick={beginNew}>
          另存为自己的版式
        </Button>
        <TakeIn copy={copy} layouts={layouts} onChoose={onChoose} />
      </div>
      {told !== '' && (
        <p className="export-hint" role="status">
          {told}
        </p>
      )}
      {error && <Problem error={error} />}
      <LayoutEditor profile={edited} onSave={save} onClose={() => setEdited(null)} />
    </ExportSection>
  );
}
