import './materials.css';
import { Button, Input, Segmented, Select } from 'antd';
import {
  type DragEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ApiError } from '../../../core/api/index.ts';
import { describeMaterialError } from '../../../core/api/index.ts';
import type { Material } from '../../../core/materials/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { BackLink, TopBar } from '../../components/top-bar.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { Waiting } from '../../components/waiting.tsx';
import { dropMaterial, loadMaterials, useMaterials } from '../../stores/materials.ts';
import { navigate } from '../../stores/navigation.ts';
import { changeNote, openNote, useQuickNote } from '../../stores/quick-note.ts';
import { readDrop } from './dropped-files.ts';
import {
  everyMaterial,
  filterMaterials,
  groupByDay,
  listDepartments,
  type MaterialFilter,
} from './filter.ts';
import { useTagOptions } from './tags.tsx';
import { useYearMaterials, useYearPacks } from './use-year.ts';
import { formatDay, nameMaterial } from './words.ts';
import { YearCard } from './year-card.tsx';

/** Those of the year that hold the words searched for, anywhere; null while nothing is searched. */
function useSearched(year: number, words: string): ReadonlySet<string> | null {
  const call = useCall();
  const changes = useMaterials((state) => state.changes);
  const [found, setFound] = useState<ReadonlySet<string> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was changed is searched again.
  useEffect(() => {
    if (words === '') {
      setFound(null);
      return undefined;
    }
    let isWanted = true;
    void call('materials.list', { year, search: words }).then((listed) => {
      if (isWanted && listed.ok) setFound(new Set(listed.value.map(({ id }) => id)));
    });
    return () => {
      isWanted = false;
    };
  }, [call, year, words, changes]);
  return found;
}

function Filters({
  year,
  materials,
  filter,
  onFilter,
  onSearch,
}: {
  readonly year: number;
  readonly materials: readonly Material[];
  readonly filter: MaterialFilter;
  readonly onFilter: (filter: MaterialFilter) => void;
  readonly onSearch: (words: string) => void;
}) {
  const options = useTagOptions(useYearPacks(year));
  const used = useMemo(() => new Set(materials.flatMap(({ itemIds }) => itemIds)), [materials]);
  return (
    <search className="material-filters">
      <Input
        type="search"
        aria-label="搜索素材"
        placeholder="搜内容、来源、文件名"
        onChange={({ target, nativeEvent }) => {
          // Words half composed by an input method are not searched for.
          if (!('isComposing' in nativeEvent && nativeEvent.isComposing))
            onSearch(target.value.trim());
        }}
        onCompositionEnd={({ currentTarget }) => onSearch(currentTarget.value.trim())}
      />
      <Select<string>
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label="按清单事项看"
        placeholder="所有事项"
        value={filter.itemId}
        popupMatchSelectWidth={360}
        options={options.filter(({ value }) => used.has(value))}
        notFoundContent="没有打过标签的事项"
        onChange={(itemId) => onFilter({ ...filter, itemId: itemId ?? null })}
      />
      <Select<string>
        allowClear
        aria-label="按来源看"
        placeholder="所有来源"
        value={filter.department}
        options={listDepartments(materials).map((name) => ({ value: name, label: name }))}
        notFoundContent="没有注明来源的素材"
        onChange={(department) => onFilter({ ...filter, department: department ?? null })}
      />
      <Segmented<MaterialFilter['use']>
        aria-label="用没用过"
        value={filter.use}
        options={[
          { value: 'all', label: '全部' },
          { value: 'unused', label: '未用' },
          { value: 'used', label: '已用' },
        ]}
        onChange={(use) => onFilter({ ...filter, use })}
      />
    </search>
  );
}

function RemovedLine({
  material,
  onRestore,
}: {
  readonly material: Material;
  readonly onRestore: () => void;
}) {
  const undo = useRef<HTMLButtonElement>(null);
  // The focus was in the card that is gone; without this it would be lost.
  useEffect(() => undo.current?.focus(), []);
  return (
    <div className="material-removed">
      <p role="status">已移除“{nameMaterial(material)}”，内容没有删掉。</p>
      <Button ref={undo} onClick={onRestore}>
        撤销
      </Button>
    </div>
  );
}

function useRemoval(year: number, onError: (error: ApiError | null) => void) {
  const call = useCall();
  const [removed, setRemoved] = useState<Material | null>(null);
  const remove = async (material: Material) => {
    const gone = await call('materials.remove', { materialId: material.id });
    if (!gone.ok) return onError(gone.error);
    setRemoved(material);
    return dropMaterial(material.id);
  };
  const restore = async () => {
    if (!removed) return;
    const back = await call('materials.restore', { materialId: removed.id });
    if (!back.ok) return onError(back.error);
    setRemoved(null);
    return loadMaterials(call, year);
  };
  return { removed, remove, restore };
}

function Empty({ year, isFiltered }: { readonly year: number; readonly isFiltered: boolean }) {
  if (isFiltered) return <p className="materials-empty">没有符合这些条件的素材。</p>;
  return (
    <div className="materials-empty">
      <h2>{year} 年还没有素材</h2>
      <p>
        平时看到、办过的事随手记一句，各站所报来的文件和照片拖进来，写年报时就在对应的条目旁边。
      </p>
      <p>
        按 <kbd>Ctrl+Shift+N</kbd> 或 <kbd>Alt+Shift+N</kbd>，在哪个画面都能记。
      </p>
    </div>
  );
}

function YearOfCards({ year }: { readonly year: number }) {
  const call = useCall();
  const known = useYearMaterials(year);
  const packs = useYearPacks(year);
  const reports = useAnswer(useCallback(() => call('library.list', {}), [call])).answer;
  const [filter, setFilter] = useState<MaterialFilter>(everyMaterial);
  const [search, setSearch] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const found = useSearched(year, useDeferredValue(search));
  const { removed, remove, restore } = useRemoval(year, setError);
  if (!known) return <Waiting label="正在取素材" />;
  const { materials } = known;
  const shown = filterMaterials(materials, filter).filter(({ id }) => found?.has(id) ?? true);
  const problem = error ?? known.error;
  const unused = materials.filter(({ usedIn }) => usedIn.length === 0).length;
  return (
    <main className="materials">
      <h1 className="visually-hidden">{year} 年素材</h1>
      <Filters
        year={year}
        materials={materials}
        filter={filter}
        onFilter={setFilter}
        onSearch={setSearch}
      />
      <p className="materials-count" role="status">
        {materials.length > 0 && `共 ${materials.length} 份，${unused} 份还没有用。`}
        {shown.length < materials.length && `这里列出 ${shown.length} 份。`}
      </p>
      {problem && (
        <p className="note-said is-bad" role="alert">
          {describeMaterialError(problem).what}
          {describeMaterialError(problem).todo}
        </p>
      )}
      {removed && (
        <RemovedLine key={removed.id} material={removed} onRestore={() => void restore()} />
      )}
      {shown.length === 0 && <Empty year={year} isFiltered={materials.length > 0} />}
      {groupByDay(shown).map(({ day, materials: ofDay }) => (
        <section key={day} className="materials-day" aria-label={formatDay(day, year)}>
          <h2>{formatDay(day, year)}</h2>
          <ul className="material-list">
            {ofDay.map((material) => (
              <YearCard
                key={material.id}
                material={material}
                packs={packs}
                reports={reports.state === 'ready' ? reports.value : []}
                onError={setError}
                onRemove={() => void remove(material)}
              />
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

function takeFiles(files: readonly File[], year: number): void {
  openNote({ year });
  changeNote({ files: [...useQuickNote.getState().draft.files, ...files] });
}

/** 素材: everything kept for the report of one year. Files may be let go anywhere on it. */
export function Materials({ year }: { readonly year: number }) {
  const depth = useRef(0);
  const [isOver, setIsOver] = useState(false);
  const hover = (change: number) => {
    depth.current = Math.max(0, depth.current + change);
    setIsOver(depth.current > 0);
  };
  const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; 记一条素材 is the first.
    <div
      className="screen"
      onDragEnter={(event) => holdsFiles(event) && hover(1)}
      onDragLeave={(event) => holdsFiles(event) && hover(-1)}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        hover(-depth.current);
        if (!holdsFiles(event) || event.defaultPrevented) return;
        event.preventDefault();
        takeFiles(readDrop(event.dataTransfer).files, year);
      }}
    >
      <TopBar
        actions={
          <>
            <Button onClick={() => navigate({ screen: 'forms', year })}>征集表</Button>
            <Button type="primary" onClick={() => openNote({ year })}>
              记一条素材
            </Button>
          </>
        }
      >
        <BackLink label="报告库" onClick={() => navigate({ screen: 'library' })} />
        <strong>{year} 年素材</strong>
        <span className="year-steps">
          {[year - 1, year + 1].map((other) => (
            <button
              key={other}
              type="button"
              className="text-button"
              onClick={() => navigate({ screen: 'materials', year: other })}
            >
              {other} 年
            </button>
          ))}
        </span>
      </TopBar>
      <YearOfCards key={year} year={year} />
      {isOver && (
        <div className="drop-veil" aria-hidden="true">
          <p>松开鼠标，收进 {year} 年素材</p>
        </div>
      )}
    </div>
  );
}
