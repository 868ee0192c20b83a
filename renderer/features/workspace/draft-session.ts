import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Call, OpenedReport, Settings } from '../../../core/api/index.ts';
import { type CreateId, splitReport } from '../../../core/model/index.ts';
import {
  collectCarried,
  countBlanks,
  countDocumentCharacters,
  createEditorState,
  createEditorView,
  readOutline,
  toDocument,
  toPieces,
  toReport,
} from '../../editor/index.ts';
import type { Analysis } from './analyse.ts';
import type { Analyst, AnalystOptions } from './analyst.ts';
import { type Answering, createAnswering } from './answering.ts';
import { createDelay, type Delay } from './delay.ts';
import { createDeskStore, type DeskStore } from './desk-state.ts';
import { followCaret, followSaves, readCaret } from './follow.ts';
import { createSaver, type Saver, type Timers } from './saver.ts';
import { createStaleDesk, type StaleDesk } from './stale-desk.ts';

/** What a session is put together from. */
export interface SessionDeps {
  readonly call: Call;
  readonly opened: OpenedReport;
  readonly createId: CreateId;
  readonly timers: Timers;
  readonly createAnalyst: (options: AnalystOptions) => Analyst;
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
  /** The 待更新 chips of the page. */
  readonly stale: StaleDesk;
  /** Looks the draft through again after the analysis had failed. */
  retryAnalysis(): void;
  /** Starts what works beside the page; gives the function that ends it. */
  start(): () => void;
}

/** Idle time before the outline and the counts are worked out anew, and before the analysis is asked. */
const DERIVE_MS = 180;
const ANALYSE_MS = 400;

class OpenDraft implements DraftSession {
  readonly opened: OpenedReport;
  readonly store: DeskStore;
  readonly saver: Saver;
  readonly createId: CreateId;
  readonly isReadOnly: boolean;
  readonly answering: Answering;
  readonly stale: StaleDesk;
  readonly #deps: SessionDeps;
  readonly #derivation: Delay;
  readonly #analysis: Delay;
  #state: EditorState;
  #view: EditorView | null = null;
  #analyst: Analyst | null = null;
  /** The document that was last asked about, and its ticket. */
  #asked = { ticket: 0, doc: null as Node | null };

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
    this.stale = createStaleDesk({
      store: this.store,
      answering: this.answering,
      isReadOnly: this.isReadOnly,
      getState: () => this.#state,
      getView: () => this.#view,
    });
    const isComposing = () => this.#view?.composing ?? false;
    this.#derivation = createDelay({ timers, ms: DERIVE_MS, isComposing }, () => this.#derive());
    this.#analysis = createDelay({ timers, ms: ANALYSE_MS, isComposing }, () => this.#analyse());
    this.#state = createEditorState(toDocument(opened.report), {
      createId,
      base: opened.base && { carried: collectCarried(opened.base.rolled) },
      composition: { onStart: () => this.saver.hold(), onEnd: () => this.#endComposition() },
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
    this.#analyst = this.#createAnalyst();
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

  retryAnalysis(): void {
    this.store.setState({ analysisState: 'running' });
    this.#analyst?.retry();
    this.#analyse();
  }

  #createAnalyst(): Analyst {
    const { call, createAnalyst, timers, deadlines = {}, chain = [] } = this.#deps;
    const { packs, base } = this.opened;
    const lastYear = base && {
      base: base.report,
      rolled: base.rolled,
      answers: base.answers,
    };
    return createAnalyst({
      context: { packs, deadlines, chain, lastYear },
      async readPlaces() {
        const places = await call('places.get', {});
        return places.ok ? places.value : null;
      },
      onPlaces: () => this.#analyse(),
      onAnswer: (analysis) => this.#show(analysis),
      onFailed: () => this.store.setState({ analysisState: 'failed' }),
      timers,
    });
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
    this.stale.follow(state);
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
      blanks: countBlanks(doc),
      ...readCaret(this.#state),
    });
  }

  #analyse(): void {
    if (!this.#analyst) return;
    const { answers, confirmed, outcomes } = this.store.getState();
    const { doc } = this.#state;
    const ticket = this.#analyst.ask({ report: toReport(doc), answers, confirmed, outcomes });
    this.#asked = { ticket, doc };
  }

  /** Chips of a text that was changed since would stand on wrong words; the next answer is near. */
  #show(analysis: Analysis): void {
    this.store.setState({ analysis });
    const { ticket, doc } = this.#asked;
    if (analysis.ticket === ticket && doc === this.#state.doc) this.stale.show(analysis.stale, doc);
  }

  #endComposition(): void {
    this.saver.release();
    this.stale.settle();
  }
}

/** Puts a session together. Nothing runs before `start`, nothing is shown before `mount`. */
export function createDraftSession(deps: SessionDeps): DraftSession {
  return new OpenDraft(deps);
}
