import { useEffect, useMemo, useState } from 'react';
import {
  guessDay,
  guessDepartment,
  type ItemSuggestion,
  type MaterialFacts,
  suggestItems,
  usualMaterialYear,
} from '../../../core/materials/index.ts';
import type { AppliedPacks } from '../../../core/packs/index.ts';
import { useReadyApp } from '../../stores/app.ts';
import { type NoteDraft, useQuickNote } from '../../stores/quick-note.ts';
import type { Refine } from './keep.ts';
import { useYearPacks } from './use-year.ts';

/** How many of the suggested tags are put on by themselves. */
const tagsPutOn = 3;
/** Idle time before a note is looked through, in milliseconds. */
const idleMs = 250;

/** What a note is said or guessed to be of. */
export interface NoteFacts {
  readonly packs: AppliedPacks | null;
  readonly suggestions: readonly ItemSuggestion[];
  readonly itemIds: readonly string[];
  readonly happenedOn: string | null;
  readonly department: string;
  readonly year: number;
  /** The same for the note as it stands at this moment, whatever was not yet looked through. */
  readonly read: () => Omit<MaterialFacts, 'title' | 'text'>;
  /** What the words of a file tell that nobody said. */
  readonly refine: Refine;
}

/** The text once it rests. */
function useRestingText(text: string): string {
  const [resting, setResting] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setResting(text), idleMs);
    return () => window.clearTimeout(timer);
  }, [text]);
  return resting;
}

function nameFiles({ files }: NoteDraft): string {
  return files.map(({ name }) => name).join(' ');
}

function guessFacts(draft: NoteDraft, text: string, packs: AppliedPacks | null, today: string) {
  const names = nameFiles(draft);
  const guessed = guessDay(text, names, today);
  const happenedOn = draft.happenedOn ?? guessed ?? today;
  return {
    happenedOn,
    department: draft.department ?? (packs ? guessDepartment(text, names, packs.departments) : ''),
    year: draft.year ?? usualMaterialYear(happenedOn, today),
  };
}

/** Tags follow the words until a person chooses them. */
function suggest(names: string, text: string, packs: AppliedPacks | null, year: number) {
  return packs ? suggestItems(`${names}\n${text}`, packs, year) : [];
}

function refineBy(
  draft: NoteDraft,
  packs: AppliedPacks | null,
  year: number,
  today: string,
): Refine {
  return ({ text, fileName }) => {
    if (!packs) return {};
    const name = fileName ?? '';
    const day = guessDay(text, name, today);
    const department = guessDepartment(text, name, packs.departments);
    const found = suggest(name, text, packs, year).slice(0, tagsPutOn);
    return {
      ...(draft.itemIds === null ? { itemIds: found.map(({ itemId }) => itemId) } : {}),
      ...(draft.department === null && department !== '' ? { department } : {}),
      ...(draft.happenedOn === null && day !== null ? { happenedOn: day } : {}),
    };
  };
}

/** What is known of the note: what the person said, else what its words tell. */
export function useNoteFacts(draft: NoteDraft): NoteFacts {
  const { today } = useReadyApp().info;
  const text = useRestingText(draft.text);
  const year = draft.year ?? usualMaterialYear(draft.happenedOn, today);
  const packs = useYearPacks(year);
  const names = nameFiles(draft);
  const suggestions = useMemo(() => suggest(names, text, packs, year), [names, text, packs, year]);
  const put = (found: readonly ItemSuggestion[], said: NoteDraft) =>
    said.itemIds ?? found.slice(0, tagsPutOn).map(({ itemId }) => itemId);
  return {
    packs,
    suggestions,
    itemIds: put(suggestions, draft),
    ...guessFacts(draft, text, packs, today),
    refine: refineBy(draft, packs, year, today),
    read: () => {
      const now = useQuickNote.getState().draft;
      return {
        ...guessFacts(now, now.text, packs, today),
        itemIds: put(suggest(nameFiles(now), now.text, packs, year), now),
      };
    },
  };
}
