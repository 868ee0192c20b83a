import { chainCommands, deleteSelection, selectAll } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import type { Command, Plugin } from '@tiptap/pm/state';
import type { CreateId } from '../../core/model/index.ts';
import { moveToBlank, selectBlankBeside } from './blanks.ts';
import { enterSignedDate, goToEnd } from './caret-commands.ts';
import { lowerHeading, raiseHeading, setLineLevel, toggleRunIn } from './heading-commands.ts';
import { lineOf } from './lines.ts';
import { moveSection } from './move-section.ts';
import { stopIdAt } from './outline.ts';
import {
  backspaceAtStart,
  createEnter,
  createSoftBreak,
  deleteAcrossLines,
  deleteAtEnd,
  moveCell,
} from './typing-commands.ts';

const swallow: Command = () => true;

/** Alt+Up and Alt+Down: the section under the caret goes one place up or down. */
export function moveCurrentSection(step: 1 | -1): Command {
  return (state, dispatch) => {
    const line = lineOf(state.selection.$from);
    const tr = line && moveSection(state, stopIdAt(state.doc, line.index), step);
    if (tr) dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** The keys of the page. Tab never leaves it, as in every word processor: F6 does. */
export function createKeymapPlugin(createId: CreateId): Plugin {
  const enter = createEnter(createId);
  const softBreak = createSoftBreak(createId);
  const backspace = chainCommands(
    deleteAcrossLines,
    deleteSelection,
    selectBlankBeside('behind'),
    backspaceAtStart,
  );
  const forward = chainCommands(
    deleteAcrossLines,
    deleteSelection,
    selectBlankBeside('before'),
    deleteAtEnd,
  );
  return keymap({
    Enter: enter,
    'Shift-Enter': softBreak,
    Backspace: backspace,
    'Shift-Backspace': backspace,
    'Mod-Backspace': backspace,
    Delete: forward,
    'Mod-Delete': forward,
    Tab: chainCommands(moveCell(1), enterSignedDate, lowerHeading, moveToBlank(1), swallow),
    'Shift-Tab': chainCommands(moveCell(-1), raiseHeading, moveToBlank(-1), swallow),
    'Mod-Alt-0': setLineLevel(0),
    'Mod-Alt-1': setLineLevel(1),
    'Mod-Alt-2': setLineLevel(2),
    'Mod-Alt-3': setLineLevel(3),
    'Mod-Alt-4': setLineLevel(4),
    'Mod-Alt-r': toggleRunIn,
    ArrowDown: enterSignedDate,
    'Mod-End': goToEnd(false),
    'Mod-Shift-End': goToEnd(true),
    'Alt-ArrowUp': moveCurrentSection(-1),
    'Alt-ArrowDown': moveCurrentSection(1),
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
    'Mod-a': selectAll,
  });
}
