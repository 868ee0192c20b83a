import { Button, Popconfirm, Radio } from 'antd';
import { useState } from 'react';
import type { LayoutChoice, TemplateSummary } from '../../../core/api/index.ts';
import type { CopyKind, Filing, LayoutProfile } from '../../../core/layout/index.ts';
import { Problem } from '../../components/problem.tsx';
import { ExportSection } from './export-section.tsx';
import { LayoutEditor } from './layout-editor.tsx';
import { describeTemplate } from './template-words.ts';
import { useFileInput } from './use-file-input.tsx';
import { findProfile, type Layouts } from './use-layouts.ts';

/** Before the id of an office's own document among the values of the choice. */
const TEMPLATE = 'template:';

function keyOf(choice: LayoutChoice): string {
  return choice.kind === 'profile' ? choice.profile.id : `${TEMPLATE}${choice.template.id}`;
}

function nameOf(choice: LayoutChoice): string {
  if (choice.kind === 'template') return `${choice.template.name}（单位模板）`;
  return choice.origin === 'own' ? `${choice.profile.title}（自己的）` : choice.profile.title;
}

/** The layout that is chosen for a copy; an office's own document is for the filing copy alone. */
export function chosenLayout(
  filing: Filing,
  copy: CopyKind,
  choices: readonly LayoutChoice[],
): string {
  const template =
    copy === 'filing' && filing.templateId ? `${TEMPLATE}${filing.templateId}` : null;
  const values = choices.map(keyOf);
  if (template !== null && values.includes(template)) return template;
  return values.includes(filing.layouts[copy]) ? filing.layouts[copy] : 'plain';
}

/** What choosing a layout changes. */
export function chooseLayout(filing: Filing, copy: CopyKind, value: string): Partial<Filing> {
  if (value.startsWith(TEMPLATE)) return { templateId: value.slice(TEMPLATE.length) };
  const layouts = { ...filing.layouts, [copy]: value };
  return copy === 'filing' ? { layouts, templateId: null } : { layouts };
}

/** An id no other layout has: letters and digits as ids of layouts are made of. */
function createLayoutId(): string {
  return `own-${crypto.randomUUID().slice(0, 8)}`;
}

function TemplateFacts({
  template,
  onRemove,
}: {
  readonly template: TemplateSummary;
  readonly onRemove: () => void;
}) {
  return (
    <div className="layout-facts">
      {describeTemplate(template).map((line) => (
        <p key={line} className="export-hint">
          {line}
        </p>
      ))}
      <Popconfirm title="移走这个模板？" okText="移走" cancelText="不移走" onConfirm={onRemove}>
        <Button size="small">移走模板</Button>
      </Popconfirm>
    </div>
  );
}

function OwnFacts({
  profile,
  layouts,
  onEdit,
}: {
  readonly profile: LayoutProfile;
  readonly layouts: Layouts;
  readonly onEdit: () => void;
}) {
  return (
    <div className="export-answers">
      <Button size="small" onClick={onEdit}>
        修改
      </Button>
      <Button size="small" onClick={() => layouts.giveFile(profile)}>
        导出为文件
      </Button>
      <Popconfirm
        title="移走这个版式？"
        description="文件会留在数据文件夹的 packs/replaced 里。"
        okText="移走"
        cancelText="不移走"
        onConfirm={() => void layouts.remove(profile)}
      >
        <Button size="small">移走</Button>
      </Popconfirm>
    </div>
  );
}

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

function ChosenFacts({
  choice,
  layouts,
  onEdit,
  onGone,
}: {
  readonly choice: LayoutChoice | undefined;
  readonly layouts: Layouts;
  readonly onEdit: (profile: LayoutProfile) => void;
  readonly onGone: () => void;
}) {
  if (choice?.kind === 'template') {
    const remove = async () => {
      if (await layouts.removeTemplate(choice.template.id)) onGone();
    };
    return <TemplateFacts template={choice.template} onRemove={() => void remove()} />;
  }
  if (choice?.origin !== 'own') return null;
  const { profile } = choice;
  return <OwnFacts profile={profile} layouts={layouts} onEdit={() => onEdit(profile)} />;
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
        onGone={() => onChoose(filing.layouts[copy])}
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
