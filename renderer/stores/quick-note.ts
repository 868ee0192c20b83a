import { create } from 'zustand';

/** What is written in the note and not yet kept. It stays when the note is closed by accident. */
export interface NoteDraft {
  readonly text: string;
  readonly files: readonly File[];
  /** Null follows what the text suggests. */
  readonly itemIds: readonly string[] | null;
  readonly department: string | null;
  readonly happenedOn: string | null;
  readonly year: number | null;
}

export const emptyNote: NoteDraft = {
  text: '',
  files: [],
  itemIds: null,
  department: null,
  happenedOn: null,
  year: null,
};

interface QuickNoteState {
  readonly isOpen: boolean;
  readonly draft: NoteDraft;
  /** Grows each time the note is asked for, so that it takes the focus. */
  readonly asked: number;
  /** Grows when the draft was changed from outside its fields: they begin anew. */
  readonly round: number;
}

/** The note in the corner. */
export const useQuickNote = create<QuickNoteState>()(() => ({
  isOpen: false,
  draft: emptyNote,
  asked: 0,
  round: 0,
}));

/** Opens the note, or leads to it, with what is known beforehand where nothing was begun. */
export function openNote(known: Partial<NoteDraft> = {}): void {
  useQuickNote.setState(({ asked, draft, round }) => {
    const isBegun = isNoteBegun(draft);
    return {
      isOpen: true,
      asked: asked + 1,
      draft: isBegun ? draft : { ...emptyNote, ...known },
      round: isBegun ? round : round + 1,
    };
  });
}

/** Leads the focus to the note's words: what had it may be gone. */
export function focusNote(): void {
  useQuickNote.setState(({ asked }) => ({ asked: asked + 1 }));
}

/** Closes the note; what is in it stays for the next time. */
export function closeNote(): void {
  useQuickNote.setState({ isOpen: false });
}

/** Changes what is in the note; its fields show what they were typed. */
export function changeNote(change: Partial<NoteDraft>): void {
  useQuickNote.setState(({ draft }) => ({ draft: { ...draft, ...change } }));
}

/** True where closing the window would lose something. */
export function isNoteBegun({ text, files }: NoteDraft): boolean {
  return text.trim() !== '' || files.length > 0;
}

/** What was written behind the kept words while they were being kept; all of it where they were changed. */
function restOf(text: string, kept: string): string {
  return text.startsWith(kept) ? text.slice(kept.length).trimStart() : text;
}

/** Takes what was kept out of the note. What was written or put in meanwhile stays. */
export function takeKept(kept: Pick<NoteDraft, 'text' | 'files'>): void {
  const { draft } = useQuickNote.getState();
  const text = restOf(draft.text, kept.text);
  const files = draft.files.filter((file) => !kept.files.includes(file));
  clearNote();
  if (isNoteBegun({ ...draft, text, files })) changeNote({ text, files });
}

/** Empties the note after it was kept; year and office stay for the next one. */
export function clearNote(): void {
  useQuickNote.setState(({ draft, round }) => ({
    draft: { ...emptyNote, year: draft.year },
    round: round + 1,
  }));
}
