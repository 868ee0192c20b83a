import { Select } from 'antd';
import { useMemo, useRef } from 'react';
import type { ItemSuggestion } from '../../../core/materials/index.ts';
import type { AppliedPacks } from '../../../core/packs/index.ts';
import { nameItem, shortenQuestion } from './words.ts';

function tellWhy(suggestion: ItemSuggestion | undefined): string {
  if (!suggestion || suggestion.words.length === 0) return '';
  return `：提到“${suggestion.words.join('”“')}”`;
}

/** Choices for a tag: every question of the year, found by its words, its basis or its topics. */
export function useTagOptions(packs: AppliedPacks | null) {
  return useMemo(
    () =>
      (packs?.checklist.items ?? []).map(({ id, question, basis, topics }) => ({
        value: id,
        label: shortenQuestion(question),
        search: [question, basis, ...topics].join(' '),
      })),
    [packs],
  );
}

/** The questions a material is for: each can be taken away, others are added by typing. */
export function Tags({
  packs,
  itemIds,
  suggestions = [],
  onChange,
}: {
  readonly packs: AppliedPacks | null;
  readonly itemIds: readonly string[];
  readonly suggestions?: readonly ItemSuggestion[];
  readonly onChange: (itemIds: readonly string[]) => void;
}) {
  const options = useTagOptions(packs);
  const items = packs?.checklist.items ?? [];
  const place = useRef<HTMLDivElement>(null);
  const remove = (id: string) => {
    onChange(itemIds.filter((other) => other !== id));
    // The focus was on the tag that is gone; without this it would be lost.
    window.requestAnimationFrame(() =>
      place.current?.querySelector<HTMLElement>('button, input')?.focus(),
    );
  };
  return (
    <div className="material-tags" ref={place}>
      {itemIds.map((id) => {
        const name = nameItem(items, id);
        const why = tellWhy(suggestions.find(({ itemId }) => itemId === id));
        return (
          <button
            key={id}
            type="button"
            className="material-tag is-removable"
            title={`${name}${why}`}
            aria-label={`去掉标签：${name}`}
            onClick={() => remove(id)}
          >
            <span>{name}</span>
            <span aria-hidden="true">×</span>
          </button>
        );
      })}
      <Select<string>
        className="material-tag-adder"
        aria-label="加标签"
        placeholder="加标签"
        showSearch={{
          filterOption: (typed, option) =>
            typed
              .trim()
              .split(/\s+/u)
              .every((word) => option?.['search']?.includes(word) ?? false),
        }}
        value={null}
        popupMatchSelectWidth={360}
        placement="topLeft"
        options={options.filter(({ value }) => !itemIds.includes(value))}
        notFoundContent="清单里没有这样的事项"
        onChange={(id) => onChange([...itemIds, id])}
      />
    </div>
  );
}
