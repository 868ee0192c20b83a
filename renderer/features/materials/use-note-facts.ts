import { useEffect, useState } from 'react';
import {
  guessDay,
  guessDepartment,
  type ItemSuggestion,
  type MaterialFacts,
  usualMaterialYear,
} from '../../../core/materials/index.ts';
import type { AppliedPacks } from '../../../core/packs/index.ts';
import { useReadyApp } from '../../stores/app.ts';
import { type NoteDraft, useQuickNote } from '../../stores/quick-note.ts';
import type { Refine } from './keep.ts';
import { suggester } from './suggester.ts';
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
  readonly read: () => Promise<Omit<MaterialFacts, 'title' | 'text'>>;
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
async function suggest(
  names: string,
  text: string,
  packs: AppliedPacks | null,
  year: number,
): Promise<readonly ItemSuggestion[]> {
  const words = `${names}\n${text}`;
  return packs && words.trim() !== '' ? suggester.suggest(words, packs, year) : [];
}

const nothing: readonly ItemSuggestion[] = [];

/** What is suggested for the text as it was last looked through. */
function useSuggestions(
  names: string,
  text: string,
  packs: AppliedPacks | null,
  year: number,
): readonly ItemSuggestion[] {
  const [suggestions, setSuggestions] = useState(nothing);
  useEffect(() => {
    let isWanted = true;
    void suggest(names, text, packs, year).then((found) => {
      if (isWanted) setSuggestions(found);
    });
    return () => {
      isWanted = false;
    };
  }, [names, text, packs, year]);
  return suggestions;
}

function refineBy(
  draft: NoteDraft,
  packs: AppliedPacks | null,
  year: number,
  today: string,
): Refine {
  return async ({ text, fileName }) => {
    if (!packs) return {};
    const name = fileName ?? '';
    const day = guessDay(text, name, today);
    const department = guessDepartment(text, name, packs.departments);
    const found = await suggest(name, text, packs, year);
    const itemIds = found.slice(0, tagsPutOn).map(({ itemId }) => itemId);
    return {
      ...(draft.itemIds === null ? { itemIds } : {}),
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
  const suggestions = useSuggestions(names, text, packs, year);
  const put = (found: readonly ItemSuggestion[], said: NoteDraft) =>
    said.itemIds ?? found.slice(0, tagsPutOn).map(({ itemId }) => itemId);
  return {
    packs,
    suggestions,
    itemIds: put(suggestions, draft),
    ...guessFacts(draft, text, packs, today),
    refine: refineBy(draft, packs, year, today),
    read: async () => {
      const now = useQuickNote.getState().draft;
      return {
        ...guessFacts(now, now.text, packs, today),
        itemIds: put(
          now.itemIds ? nothing : await suggest(nameFiles(now), now.text, packs, year),
          now,
        ),
      };
    },
  };
}
