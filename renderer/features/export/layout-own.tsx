import { Button, Popconfirm } from 'antd';
import type { LayoutChoice, TemplateSummary } from '../../../core/api/index.ts';
import type { LayoutProfile } from '../../../core/layout/index.ts';
import { describeTemplate } from './template-words.ts';
import type { Layouts } from './use-layouts.ts';

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
  onRemove,
}: {
  readonly profile: LayoutProfile;
  readonly layouts: Layouts;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
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
        onConfirm={onRemove}
      >
        <Button size="small">移走</Button>
      </Popconfirm>
    </div>
  );
}

/** What can be done with the chosen layout where it is the unit's own. */
export function ChosenFacts({
  choice,
  layouts,
  onEdit,
  onGone,
}: {
  readonly choice: LayoutChoice | undefined;
  readonly layouts: Layouts;
  readonly onEdit: (profile: LayoutProfile) => void;
  /** Told of the layout to take instead; null for the copy's own one. */
  readonly onGone: (next: string | null) => void;
}) {
  if (choice?.kind === 'template') {
    const remove = async () => {
      if (await layouts.removeTemplate(choice.template.id)) onGone(null);
    };
    return <TemplateFacts template={choice.template} onRemove={() => void remove()} />;
  }
  if (choice?.origin !== 'own') return null;
  const { profile } = choice;
  const remove = async () => {
    if (await layouts.remove(profile)) onGone('plain');
  };
  return (
    <OwnFacts
      profile={profile}
      layouts={layouts}
      onEdit={() => onEdit(profile)}
      onRemove={() => void remove()}
    />
  );
}
