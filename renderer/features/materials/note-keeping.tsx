import { type RefObject, useEffect, useRef, useState } from 'react';
import { type ApiError, describeMaterialError, describeUnread } from '../../../core/api/index.ts';
import type { Material } from '../../../core/materials/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { dropMaterial } from '../../stores/materials.ts';
import {
  closeNote,
  focusNote,
  isNoteBegun,
  takeKept,
  useQuickNote,
} from '../../stores/quick-note.ts';
import { type Kept, keepNote } from './keep.ts';
import type { NoteFacts } from './use-note-facts.ts';
import { formatTime } from './words.ts';

/** Longest text of a material, in UTF-16 units. */
const longestNote = 300_000;

/** What there is to say of the last keeping, in the card itself. */
export type Said =
  | { readonly kind: 'kept'; readonly text: string; readonly materials: readonly Material[] }
  | { readonly kind: 'failed'; readonly error: ApiError }
  | { readonly kind: 'told'; readonly text: string };

function tellKept({ materials, unread }: Kept): string {
  const count = materials.length > 1 ? ` ${materials.length} 份` : '';
  const reasons = unread.map(({ name, error }) => `“${name}”：${describeUnread(error)}`);
  return [`已存${count} ${formatTime(new Date())}`, ...reasons].join('　');
}

/** Keeps what is in the note, says how it went, and takes it back. */
export function useKeeping(facts: NoteFacts) {
  const call = useCall();
  const [said, setSaid] = useState<Said | null>(null);
  const [isKeeping, setIsKeeping] = useState(false);
  // two keys may come before the state of the first is seen
  const isUnderWay = useRef(false);
  const keep = async () => {
    const { draft } = useQuickNote.getState();
    if (isUnderWay.current) return;
    if (!isNoteBegun(draft)) {
      setSaid({ kind: 'told', text: '还没有写内容，也没有放文件。' });
      return;
    }
    if (draft.text.length > longestNote) {
      setSaid({ kind: 'told', text: '文字太长，一条放不下，请分成几条，或存成文件放进来。' });
      return;
    }
    isUnderWay.current = true;
    setIsKeeping(true);
    const note = { ...(await facts.read()), title: '', text: draft.text };
    const kept = await keepNote(call, note, draft.files, facts.refine);
    isUnderWay.current = false;
    setIsKeeping(false);
    if (!kept.error) {
      takeKept(draft);
      setSaid({ kind: 'kept', text: tellKept(kept), materials: kept.materials });
      return;
    }
    // what is kept is not kept twice: words go with the first file
    const files = draft.files.filter((file) => !kept.left.includes(file));
    if (kept.materials.length > 0) takeKept({ text: draft.text, files });
    setSaid({ kind: 'failed', error: kept.error });
  };
  const takeBack = async (materials: readonly Material[]) => {
    for (const { id } of materials) {
      const removed = await call('materials.remove', { materialId: id });
      if (!removed.ok) return setSaid({ kind: 'failed', error: removed.error });
      dropMaterial(id);
    }
    focusNote();
    return setSaid({ kind: 'told', text: '已撤销，刚才的素材没有留下。' });
  };
  return { said, setSaid, isKeeping, keep, takeBack };
}

/** How long a note that was kept stays open with nothing in it, in milliseconds. */
const restMs = 4000;

/**
 * True while the card holds nothing but what it said of the note just kept: it then makes itself
 * small, and closes when nobody is in it. It covers what the note was written beside.
 */
export function useRestAfterKeeping(
  said: Said | null,
  card: RefObject<HTMLElement | null>,
): boolean {
  const isBegun = useQuickNote(({ draft }) => isNoteBegun(draft));
  const isResting = said?.kind === 'kept' && !isBegun;
  useEffect(() => {
    if (!isResting) return undefined;
    const timer = window.setInterval(() => {
      const isUsed = card.current?.contains(document.activeElement) ?? false;
      if (!isUsed && !card.current?.matches(':hover')) closeNote();
    }, restMs);
    return () => window.clearInterval(timer);
  }, [isResting, card]);
  return isResting;
}

/** How keeping went. It says 已存 only once that is durable. */
export function Outcome({
  said,
  onTakeBack,
}: {
  readonly said: Said | null;
  readonly onTakeBack: (materials: readonly Material[]) => void;
}) {
  if (said?.kind === 'failed') {
    const { what, kept, todo } = describeMaterialError(said.error);
    return (
      <p className="note-said is-bad" role="alert">
        {what}
        {kept}
        {todo}
      </p>
    );
  }
  return (
    <p className={`note-said is-${said?.kind ?? 'nothing'}`} role="status">
      {said?.text}
      {said?.kind === 'kept' && (
        <button type="button" className="text-button" onClick={() => onTakeBack(said.materials)}>
          撤销
        </button>
      )}
    </p>
  );
}
