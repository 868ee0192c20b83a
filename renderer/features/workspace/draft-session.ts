import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Call, OpenedReport, Settings } from '../../../core/api/index.ts';
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
import { type Answering, createAnswering } from './answering.ts';
import { createDeskStore, type DeskStore } from './desk-state.ts';
import { createSaver, type Saver, type SaveState, type Timers } from './saver.ts';

/** What a session is put together from. */
export interface SessionDeps {
  readonly call: Call;
  readonly opened: OpenedReport;
  readonly createId: CreateId;
  readonly timers: Timers;
  readonly createAnalyst: (onAnswer: (analysis: Analysis) => void) => Analyst;
  /** The county's own deadlines; those of the template when absent. */
  readonly deadlines?: Settings['deadlines'];
  /** The unit's own chain of places; empty when absent. */
  readonly chain?: Settings['chain'];
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
  mount(place: HTMLElement): () => void;
  getState(): EditorState;
  getView(): EditorView | null;
  /** Makes an edit and gives the page the focus. False when there was nothing to do or to edit. */
  edit(edit: Edit, focus?: boolean): boolean;
  /** What the writer says beside the text. */
  readonly answering: Answering;
  /** Starts what works beside the page; gives the function that ends it. */
  start(): () => void;
}

/** Idle time before the outline and the counts are worked out anew, and before the analysis is asked. */
const DERIVE_MS = 180;
const ANALYSE_MS = 400;

function readBase({ base }: OpenedReport): ProvenanceBase | null {
  return base && { carried: collectCarried(base.rolled) };
}

interface Delay {
  readonly begin: () => void;
  readonly cancel: () => void;
}

/** Runs once nothing began it anew for a while, and never while an input method is at work. */
function createDelay(
  options: {
    readonly timers: Timers;
    readonly ms: number;
    readonly isComposing: () => boolean;
  },
  run: () => void,
): Delay {
  const { timers, ms, isComposing } = options;
  let timer: number | null = null;
  const cancel = () => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };
  const begin = () => {
    cancel();
    timer = timers.set(() => {
      timer = null;
      if (isComposing()) begin();
      else run();
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

function followCaret(store: DeskStore, state: EditorState): void {
  const now = store.getState();
  const caret = readCaret(state);
  if (caret.currentStop === now.currentStop && caret.lineLevel === now.lineLevel) return;
  const moved = caret.currentStop !== now.currentStop;
  store.setState(moved ? { ...caret, showsHomeless: false } : caret);
}

class OpenDraft implements DraftSession {
  readonly opened: OpenedReport;
  readonly store: DeskStore;
  readonly saver: Saver;
  readonly createId: CreateId;
  readonly isReadOnly: boolean;
  readonly answering: Answering;
  readonly #deps: SessionDeps;
  readonly #base: ProvenanceBase | null;
  readonly #derivation: Delay;
  readonly #analysis: Delay;
  #state: EditorState;
  #view: EditorView | null = null;
  #analyst: Analyst | null = null;

  constructor(deps: SessionDeps) {
    const { opened, createId, timers } = deps;
    this.#deps = deps;
    this.opened = opened;
    this.createId = createId;
    this.isReadOnly = opened.summary.status !== 'writing';
    this.store = createDeskStore(opened);
    this.answering = createAnswering(
      { call: deps.call, reportId: opened.summary.id, store: this.store },
      () => this.#analyse(),
    );
    this.saver = this.#createSaver();
    this.#base = readBase(opened);
    const isComposing = () => this.#view?.composing ?? false;
    this.#derivation = createDelay({ timers, ms: DERIVE_MS, isComposing }, () => this.#derive());
    this.#analysis = createDelay({ timers, ms: ANALYSE_MS, isComposing }, () => this.#analyse());
    this.#state = createEditorState(toDocument(opened.report), {
      createId,
      base: this.#base,
      composition: { onStart: () => this.saver.hold(), onEnd: () => this.saver.release() },
    });
  }

  getState(): EditorState {
    return this.#state;
  }

  getView(): EditorView | null {
    return this.#view;
  }

  mount(place: HTMLElement): () => void {
    const view = createEditorView({
      mount: place,
      state: this.#state,
      isEditable: () => !this.isReadOnly,
      onTransaction: (tr, state) => this.#follow(tr, state),
    });
    this.#view = view;
    return () => {
      view.destroy();
      if (this.#view === view) this.#view = null;
    };
  }

  edit(change: Edit, focus = true): boolean {
    const tr = this.isReadOnly ? null : change(this.#state);
    if (!this.#view || !tr) return false;
    this.#view.dispatch(tr);
    if (focus) this.#view.focus();
    return true;
  }

  start(): () => void {
    this.#analyst = this.#deps.createAnalyst((analysis) => this.store.setState({ analysis }));
    this.#derive();
    this.#analyse();
    return () => {
      this.#derivation.cancel();
      this.#analysis.cancel();
      this.#analyst?.stop();
      this.#analyst = null;
      // A save that fails now goes on being tried: the words outlive the screen.
      void this.saver.flush();
    };
  }

  #createSaver(): Saver {
    const { call, opened, timers } = this.#deps;
    const reportId = opened.summary.id;
    return createSaver(
      {
        read: () => toPieces(this.#state.doc),
        send: (plan) => call('report.save', { reportId, ...plan }),
        timers,
        onState: followSaves(this.store),
      },
      { pieces: splitReport(opened.report), revision: opened.revision },
    );
  }

  #follow(tr: Transaction, state: EditorState): void {
    this.#state = state;
    if (tr.docChanged) {
      this.saver.touch();
      this.#derivation.begin();
      this.#analysis.begin();
    } else if (tr.selectionSet && !this.#view?.composing) followCaret(this.store, state);
  }

  #derive(): void {
    const { doc } = this.#state;
    this.store.setState({
      stops: readOutline(doc),
      characters: countDocumentCharacters(doc),
      shares: this.#base && toPercents(countProvenance(doc, this.#base)),
      ...readCaret(this.#state),
    });
  }

  #analyse(): void {
    const { packs, base } = this.opened;
    const { answers, confirmed, outcomes } = this.store.getState();
    const report = toReport(this.#state.doc);
    const { deadlines = {}, chain = [] } = this.#deps;
    const lastYear = base && {
      base: base.report,
      rolled: base.rolled,
      places: null,
      chain,
      confirmed,
      outcomes,
    };
    this.#analyst?.ask({ report, answers, packs, deadlines, lastYear });
  }
}

/** Puts a session together. Nothing runs before `start`, nothing is shown before `mount`. */
export function createDraftSession(deps: SessionDeps): DraftSession {
  return new OpenDraft(deps);
}
