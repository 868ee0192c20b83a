import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { PartKind } from '../../../core/model/index.ts';
import { fillWording } from '../../../core/packs/index.ts';
import {
  addPartHeading,
  addSectionAfter,
  findSlot,
  moveSection,
  moveSectionTo,
} from '../../editor/index.ts';
import { useSession } from './desk-context.ts';
import { jumpToStop } from './jump.ts';

function dropOn(state: EditorState, id: string, targetId: string): Transaction | null {
  const slot = findSlot(state.doc, targetId);
  return slot === null ? null : moveSectionTo(state, id, slot);
}

/** What the outline may do to the report's order. */
export interface SectionMoves {
  readonly move: (id: string, step: 1 | -1) => void;
  /** Puts a section before another, or at the end of a part. */
  readonly drop: (id: string, targetId: string) => void;
  readonly addAfter: (id: string) => void;
  readonly addPart: (kind: PartKind) => void;
}

/** Moves and additions from the outline; each is one step of the history. */
export function useSectionMoves(): SectionMoves {
  const session = useSession();
  const { packs, report } = session.opened;
  const wording = { year: String(report.year), nextYear: String(report.year + 1) };
  return {
    move: (id, step) => {
      session.edit((state) => moveSection(state, id, step), false);
    },
    drop: (id, targetId) => {
      session.edit((state) => dropOn(state, id, targetId), false);
    },
    addAfter: (id) => {
      const fresh = session.createId();
      if (session.edit((state) => addSectionAfter(state, id, fresh))) jumpToStop(session, fresh);
    },
    addPart: (kind) => {
      const fresh = session.createId();
      const heading = packs.template.parts.find((part) => part.kind === kind)?.heading ?? '';
      const part = { id: fresh, kind, heading: fillWording(heading, wording) };
      if (session.edit((state) => addPartHeading(state, part))) jumpToStop(session, fresh);
    },
  };
}
