import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, OpenedReport } from '../../../core/api/index.ts';
import type { CopyKind } from '../../../core/layout/index.ts';
import type { Outcome } from '../../../core/promises/index.ts';
import type { StaleChip } from '../../../core/stale/index.ts';
import type { LineLevel, OpenChip, OutlineStop } from '../../editor/index.ts';
import type { Analysis } from './analyse.ts';
import { type ChecklistView, firstView } from './checklist-view.ts';
import type { SaveState } from './saver.ts';

/** The tabs of the panel. */
export type PanelTab =
  | 'checklist'
  | 'lastYear'
  | 'proofread'
  | 'materials'
  | 'promises'
  | 'preview';

/** A word by the way, told in the status line or, with a list, in a bar below the top. */
export interface DeskMessage {
  readonly text: string;
  readonly details: readonly string[];
  readonly tone: 'done' | 'bad';
  /** Keys of 待更新 chips just confirmed; as long as it is told, they can be taken back from it. */
  readonly takesBack?: readonly string[];
}

/** Everything around the page shows; the page itself is the editor's own. */
export interface DeskState {
  readonly save: SaveState;
  /** ISO instant of the last durable save since opening, or of the report's last change. */
  readonly savedAt: string | null;
  readonly stops: readonly OutlineStop[];
  readonly characters: number;
  /** 待更新 chips open on the page, in reading order. */
  readonly chips: readonly StaleChip[];
  /** The one whose card is shown. */
  readonly openChip: OpenChip | null;
  /** The outline stop under the caret. */
  readonly currentStop: string;
  readonly lineLevel: LineLevel | null;
  readonly analysis: Analysis | null;
  /** `failed` while nothing is looked through: what `analysis` holds grows old. */
  readonly analysisState: 'running' | 'failed';
  readonly answers: Readonly<Record<string, Answer>>;
  /** Keys of 待更新 chips that the writer confirmed. */
  readonly confirmed: readonly string[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly tab: PanelTab;
  /** How the 清单 is looked at. */
  readonly checklist: ChecklistView;
  /** Unfilled blanks by outline stop; stops without any are left out. */
  readonly blanks: ReadonlyMap<string, number>;
  /** True while the panel shows what no section of the report fits. */
  readonly showsHomeless: boolean;
  readonly find: 'closed' | 'find' | 'replace';
  readonly message: DeskMessage | null;
  /** True while the bar asks whether to export what is not finished. */
  readonly asksBeforeExport: boolean;
  /** The copy that is previewed and exported. */
  readonly copy: CopyKind;
  /** True when the pages are to be printed as soon as they are there. */
  readonly printsWhenShown: boolean;
  readonly outlineOpen: boolean;
  readonly panelOpen: boolean;
}

export type DeskStore = StoreApi<DeskState>;

/** The state of a desk just opened. */
export function createDeskStore(opened: OpenedReport): DeskStore {
  return createStore<DeskState>()(() => ({
    save: { kind: 'saved', savedAt: null },
    savedAt: opened.summary.updatedAt,
    stops: [],
    characters: 0,
    chips: [],
    openChip: null,
    currentStop: 'front',
    lineLevel: null,
    analysis: null,
    analysisState: 'running',
    answers: opened.answers,
    confirmed: opened.confirmed,
    outcomes: opened.outcomes,
    tab: 'checklist',
    checklist: firstView,
    blanks: new Map(),
    showsHomeless: false,
    find: 'closed',
    message: null,
    asksBeforeExport: false,
    copy: 'filing',
    printsWhenShown: false,
    outlineOpen: false,
    panelOpen: false,
  }));
}

/** Shows the panel, at `tab` where one is named. In a narrow window it lies where the outline did not. */
export function showPanel(store: DeskStore, tab?: PanelTab): void {
  store.setState({ panelOpen: true, outlineOpen: false, ...(tab ? { tab } : {}) });
}
