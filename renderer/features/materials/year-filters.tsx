import { Input, Segmented, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { Material } from '../../../core/materials/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { useMaterials } from '../../stores/materials.ts';
import { listDepartments, type MaterialFilter } from './filter.ts';
import { useTagOptions } from './tags.tsx';
import { useYearPacks } from './use-year.ts';

/** Those of the year that hold the words searched for, anywhere; null while nothing is searched. */
export function useSearched(year: number, words: string): ReadonlySet<string> | null {
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

/** Words to search for, and which question, office and use to show. */
export function YearFilters({
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
