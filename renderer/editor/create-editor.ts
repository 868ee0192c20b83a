import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState, type Plugin, type Transaction } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import type { CreateId } from '../../core/model/index.ts';
import { createBlanksPlugin } from './blanks.ts';
import { createClipboardPlugin } from './clipboard.ts';
import { type CompositionListener, createCompositionPlugin } from './composition.ts';
import { createFindPlugin } from './find.ts';
import { createFoundWordsPlugin } from './found-words.ts';
import { createGuardPlugin } from './guard.ts';
import { createIdsPlugin } from './ids.ts';
import { createKeymapPlugin } from './keymap.ts';
import { createLineMarksPlugin } from './line-marks.ts';
import { createNumbersPlugin } from './numbers.ts';
import type { ProvenanceBase } from './provenance.ts';
import { createSignedDateView } from './signed-date-view.ts';
import { createStalePlugin } from './stale-chips.ts';
import { createTypedLabelsPlugin } from './typed-labels.ts';

/** What the editor needs from outside. */
export interface EditorOptions {
  readonly createId: CreateId;
  readonly base: ProvenanceBase | null;
  readonly composition: CompositionListener;
}

/** The plugins of the page, in the order in which they are asked. */
export function createPlugins({ createId, base, composition }: EditorOptions): readonly Plugin[] {
  return [
    createGuardPlugin(),
    createIdsPlugin(createId),
    createTypedLabelsPlugin(),
    createCompositionPlugin(composition),
    createClipboardPlugin(createId),
    createStalePlugin(),
    createBlanksPlugin(),
    createKeymapPlugin(createId),
    createNumbersPlugin(),
    createLineMarksPlugin(base),
    createFindPlugin(),
    createFoundWordsPlugin(),
    history({ depth: 500, newGroupDelay: 600 }),
    dropCursor({ color: 'var(--accent)', width: 2 }),
    gapCursor(),
  ];
}

/** A state of the editor with all its plugins; needs no DOM. */
export function createEditorState(doc: Node, options: EditorOptions): EditorState {
  return EditorState.create({ doc, plugins: [...createPlugins(options)] });
}

/** What the page tells those around it. */
export interface ViewOptions {
  readonly mount: HTMLElement;
  readonly state: EditorState;
  readonly isEditable: () => boolean;
  /** After each transaction, also under an input method: must be cheap and touch nothing of the page. */
  readonly onTransaction: (tr: Transaction, state: EditorState) => void;
}

/** The editor on the screen. Its owner destroys it. */
export function createEditorView(options: ViewOptions): EditorView {
  const view: EditorView = new EditorView(options.mount, {
    state: options.state,
    editable: options.isEditable,
    attributes: {
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
      lang: 'zh-CN',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': '报告正文',
    },
    nodeViews: { signedDate: createSignedDateView },
    scrollMargin: { top: 80, bottom: 120, left: 0, right: 0 },
    scrollThreshold: { top: 60, bottom: 100, left: 0, right: 0 },
    dispatchTransaction(tr) {
      const state = view.state.apply(tr);
      view.updateState(state);
      options.onTransaction(tr, state);
    },
  });
  return view;
}
