import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ApiError, ReportSummary } from '../../../core/api/index.ts';
import type { Material } from '../../../core/materials/index.ts';
import type { AppliedPacks } from '../../../core/packs/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { SideFields } from './fields.tsx';
import { changeMaterial } from './keep.ts';
import { MaterialFileLine, MaterialText } from './material-body.tsx';
import { Tags } from './tags.tsx';
import { nameItem, nameMaterial } from './words.ts';

interface CardParts {
  readonly material: Material;
  readonly packs: AppliedPacks | null;
  readonly onError: (error: ApiError) => void;
}

function UsedIn({
  material,
  reports,
}: {
  readonly material: Material;
  readonly reports: readonly ReportSummary[];
}) {
  const years = reports.filter(({ id }) => material.usedIn.includes(id)).map(({ year }) => year);
  if (material.usedIn.length === 0) return <span className="material-unused">未用</span>;
  const words = years.map((year) => `${year} 年度报告`).join('、') || '已移除的报告';
  return <span className="material-badge">已用于 {words}</span>;
}

/** A material being changed where it stands; what was typed is kept by 存, and left by Esc. */
function Editing({
  material,
  packs,
  onError,
  onDone,
}: CardParts & { readonly onDone: () => void }) {
  const call = useCall();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [facts, setFacts] = useState(() => ({
    happenedOn: material.happenedOn,
    department: material.department,
    year: material.year,
    itemIds: material.itemIds,
  }));
  useEffect(() => {
    // The list may hold the beginning of a long text only.
    void call('materials.read', { materialId: material.id }).then((read) => {
      if (read.ok) setText(read.value.material.text);
      else onError(read.error);
    });
  }, [call, material.id, onError]);
  const isRead = text !== null;
  useEffect(() => {
    if (isRead) field.current?.focus();
  }, [isRead]);
  const keep = async () => {
    const words = field.current?.value ?? text ?? material.text;
    const changed = await changeMaterial(call, material.id, { ...facts, text: words });
    if (changed.ok) onDone();
    else onError(changed.error);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && !event.defaultPrevented) onDone();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep();
    else return;
    event.preventDefault();
  };
  if (text === null) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes keys for the fields in it.
    <div className="material-editing" onKeyDown={onKeyDown}>
      <textarea ref={field} defaultValue={text} aria-label="素材内容" rows={5} />
      <Tags
        packs={packs}
        itemIds={facts.itemIds}
        onChange={(itemIds) => setFacts((before) => ({ ...before, itemIds }))}
      />
      <SideFields
        facts={facts}
        packs={packs}
        onChange={(change) => setFacts((before) => ({ ...before, ...change }))}
      />
      <div className="material-actions">
        <Button type="primary" disabled={text === null} onClick={() => void keep()}>
          存
        </Button>
        <Button onClick={onDone}>不改了</Button>
      </div>
    </div>
  );
}

/** A material in the list of its year: read, changed in place, taken away. */
export function YearCard({
  material,
  packs,
  reports,
  onError,
  onRemove,
}: CardParts & {
  readonly reports: readonly ReportSummary[];
  readonly onRemove: () => void;
}) {
  const [isEditing, setIsEditing] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const items = packs?.checklist.items ?? [];
  const name = nameMaterial(material);
  if (isEditing) {
    const end = () => {
      setIsEditing(false);
      window.requestAnimationFrame(() => change.current?.focus());
    };
    return (
      <li className="material">
        <Editing material={material} packs={packs} onError={onError} onDone={end} />
      </li>
    );
  }
  return (
    <li className="material">
      <p className="material-facts">
        <span>{material.department || '未注明来源'}</span>
        <UsedIn material={material} reports={reports} />
      </p>
      {material.title !== '' && <h3>{material.title}</h3>}
      <MaterialText material={material} />
      <MaterialFileLine material={material} onError={onError} />
      <div className="material-foot">
        <ul className="material-tags" aria-label="标签">
          {material.itemIds.map((id) => (
            <li key={id} className="material-tag" title={nameItem(items, id)}>
              <span>{nameItem(items, id)}</span>
            </li>
          ))}
        </ul>
        <div className="material-actions">
          <button
            ref={change}
            type="button"
            className="text-button"
            aria-label={`改：${name}`}
            onClick={() => setIsEditing(true)}
          >
            改
          </button>
          <button
            type="button"
            className="text-button"
            aria-label={`移除：${name}`}
            onClick={onRemove}
          >
            移除
          </button>
        </div>
      </div>
    </li>
  );
}
