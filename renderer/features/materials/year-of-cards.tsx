import { Button } from 'antd';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { type ApiError, describeMaterialError } from '../../../core/api/index.ts';
import type { Material } from '../../../core/materials/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { Waiting } from '../../components/waiting.tsx';
import { dropMaterial, loadMaterials } from '../../stores/materials.ts';
import { everyMaterial, filterMaterials, groupByDay, type MaterialFilter } from './filter.ts';
import { useYearMaterials, useYearPacks } from './use-year.ts';
import { formatDay, nameMaterial } from './words.ts';
import { YearCard } from './year-card.tsx';
import { useSearched, YearFilters } from './year-filters.tsx';

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

/** The materials of a year by day, searched and filtered. */
export function YearOfCards({ year }: { readonly year: number }) {
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
      <YearFilters
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
