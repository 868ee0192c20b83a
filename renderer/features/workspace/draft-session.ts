import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { AnswerState, Call, OpenedReport } from '../../../core/api/index.ts';
import { type CreateId, splitReport } from '../../../core/model/index.ts';
import {
  collectCarried,
  countDocumentCharacters,
  countProvenance,
  createEditorState,
  createEditorView,
  levelOf,
  lineOf,
  type ProvenanceBase,
  readOutline,
  stopIdAt,
  toDocument,
  toPercents,
  toPieces,
  toReport,
} from '../../editor/index.ts';
import type { Analysis } from './analyse.ts';
import type { Analyst } from './analyst.ts';
import { createDeskStore, type DeskStore } from './desk-state.ts';
import { createSaver, type Saver, type SaveState, type Timers } from './saver.ts';

/** What a session is put together from. */
export interface SessionDeps {
  readonly call: Call;
  readonly opened: OpenedReport;
  readonly createId: CreateId;
  readonly timers: Timers;
  readonly createAnalyst: (onAnswer: (analysis: Analysis) => void) => Analyst;
}

/** A change of the editor's state; null means that there is nothing to do. */
export type Edit = (state: EditorState) => Transaction | null;

/** One draft on the desk: its text, its saver, and what the window shows around it. */
export interface DraftSession {
  readonly opened: OpenedReport;
  readonly store: DeskStore;
  readonly saver: Saver;
  readonly createId: CreateId;
  readonly isReadOnly: boolean;
  /** Shows the page inside `place`; gives the function that takes it away. */
  readonly mount: (place: HTMLElement) => () => void;
  readonly getState: () => EditorState;
  readonly getView: () => EditorView | null;
  /** Makes an edit and gives the page the focus. False when there was nothing to do or to edit. */
  readonly edit: (edit: Edit, focus?: boolean) => boolean;
  readonly answer: (itemId: string, state: AnswerState | null) => Promise<void>;
  /** Starts what works beside the page; gives the function that ends it. */
  readonly start: () => () => void;
}

/** Idle time before the outline and the counts are worked out anew, and before the analysis is asked. */
const DERIVE_MS = 180;
const ANALYSE_MS = 400;

function readBase({ base }: OpenedReport): ProvenanceBase | null {
  return base && { carried: collectCarried(base.rolled) };
}

function createDelay(timers: Timers, ms: number, run: () => void) {
  let timer: number | null = null;
  const cancel = () => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };
  const begin = () => {
    cancel();
    timer = timers.set(() => {
      timer = null;
      run();
    }, ms);
  };
  return { begin, cancel };
}

function followSaves(store: DeskStore): (state: SaveState) => void {
  return (save) => {
    const before = store.getState().save;
    if (before.kind === save.kind && save.kind !== 'saved' && save.kind !== 'failed') return;
    const savedAt = save.kind === 'saved' ? save.savedAt : null;
    store.setState(savedAt ? { save, savedAt } : { save });
  };
}

function readCaret(state: EditorState) {
  const line = lineOf(state.selection.$from);
  return {
    currentStop: stopIdAt(state.doc, line?.index ?? 0),
    lineLevel: line ? levelOf(line.node) : null,
  };
}

/** Puts a session together. Nothing runs before `start`, nothing is shown before `mount`. */
export function createDraftSession(deps: SessionDeps): DraftSession {
  const { call, opened, createId, timers } = deps;
  const { summary, packs } = opened;
  const store = createDeskStore(opened);
  const base = readBase(opened);
  const isReadOnly = summary.status !== 'writing';
  let view: EditorView | null = null;
  let analyst: Analyst | null = null;

  const saver = createSaver(
    {
      read: () => toPieces(state.doc),
      send: (plan) => call('report.save', { reportId: summary.id, ...plan }),
      timers,
      onState: followSaves(store),
    },
    { pieces: splitReport(opened.report), revision: opened.revision },
  );
  const derive = () => {
    const { doc } = state;
    store.setState({
      stops: readOutline(doc),
      characters: countDocumentCharacters(doc),
      shares: base && toPercents(countProvenance(doc, base)),
      ...readCaret(state),
    });
  };
  const analyse = () => {
    const { answers } = store.getState();
    const { outline, checklist } = packs;
    analyst?.ask({ report: toReport(state.doc), answers, packs: { outline, checklist } });
  };
  const derivation = createDelay(timers, DERIVE_MS, () => whenCalm(derive, derivation));
  const analysis = createDelay(timers, ANALYSE_MS, () => whenCalm(analyse, analysis));
  const whenCalm = (run: () => void, delay: { readonly begin: () => void }) => {
    if (view?.composing) delay.begin();
    else run();
  };
  let state = createEditorState(toDocument(opened.report), {
    createId,
    base,
    composition: { onStart: saver.hold, onEnd: saver.release },
  });

  const onTransaction = (tr: Transaction, next: EditorState) => {
    state = next;
    if (tr.docChanged) {
      saver.touch();
      derivation.begin();
      analysis.begin();
    } else if (tr.selectionSet && !view?.composing) followCaret(store, next);
  };

  return {
    opened,
    store,
    saver,
    createId,
    isReadOnly,
    getState: () => state,
    getView: () => view,
    mount(place) {
      const mounted = createEditorView({
        mount: place,
        state,
        isEditable: () => !isReadOnly,
        onTransaction,
      });
      view = mounted;
      return () => {
        mounted.destroy();
        if (view === mounted) view = null;
      };
    },
    edit(change, focus = true) {
      const tr = isReadOnly ? null : change(state);
      if (!view || !tr) return false;
      view.dispatch(tr);
      if (focus) view.focus();
      return true;
    },
    async answer(itemId, answer) {
      const result = await call('report.answer', { reportId: summary.id, itemId, state: answer });
      if (!result.ok) {
        store.setState({ message: { text: '没有记下这一项。', details: [], tone: 'bad' } });
        return;
      }
      const { [itemId]: _, ...others } = store.getState().answers;
      store.setState({ answers: answer ? { ...others, [itemId]: answer } : others });
      analyse();
    },
    start() {
      analyst = deps.createAnalyst((answer) => store.setState({ analysis: answer }));
      derive();
      analyse();
      return () => {
        derivation.cancel();
        analysis.cancel();
        analyst?.stop();
        analyst = null;
        void saver.flush();
      };
    },
  };
}

function followCaret(store: DeskStore, state: EditorState): void {
  const now = store.getState();
  const caret = readCaret(state);
  if (caret.currentStop === now.currentStop && caret.lineLevel === now.lineLevel) return;
  const moved = caret.currentStop !== now.currentStop;
  store.setState(moved ? { ...caret, showsHomeless: false } : caret);
}
