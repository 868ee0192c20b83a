import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ApiError, Call, Preview } from '../../../core/api/index.ts';
import type { CopyKind } from '../../../core/layout/index.ts';
import type { DraftSession } from '../workspace/draft-session.ts';
import { keepPages } from './keep-pages.ts';

/** A copy as it was last laid out, and what goes on with it. */
export interface PreviewState {
  /** Null until it was laid out once. */
  readonly preview: Preview | null;
  readonly error: ApiError | null;
  readonly isBusy: boolean;
  /** True while the words of the screen could not be stored: older ones are shown. */
  readonly isBehind: boolean;
}

/** The pages of both copies of an open draft. */
export interface PreviewKeeper {
  readonly store: StoreApi<Readonly<Record<CopyKind, PreviewState>>>;
  /** Lays a copy out anew; asked again meanwhile, once more behind it. Done when both are. */
  refresh(copy: CopyKind): Promise<void>;
}

const nothing: PreviewState = { preview: null, error: null, isBusy: false, isBehind: false };

type Draft = Pick<DraftSession, 'isReadOnly' | 'saver' | 'opened'>;

/** What is on the screen becomes durable first: the pages are of the stored text. */
export function createPreviewKeeper(call: Call, session: Draft): PreviewKeeper {
  const store = createStore<Readonly<Record<CopyKind, PreviewState>>>()(() => ({
    filing: nothing,
    public: nothing,
  }));
  const running = new Map<CopyKind, Promise<void>>();
  const asked = new Set<CopyKind>();
  const put = (copy: CopyKind, change: Partial<PreviewState>) =>
    store.setState((state) => ({ ...state, [copy]: { ...state[copy], ...change } }));

  const layOut = async (copy: CopyKind): Promise<void> => {
    asked.delete(copy);
    put(copy, { isBusy: true });
    const isDurable = session.isReadOnly || (await session.saver.flush());
    const { id: reportId } = session.opened.summary;
    const result = await call('report.preview', { reportId, copy });
    if (asked.has(copy)) return layOut(copy);
    const before = store.getState()[copy].preview;
    const pages = result.ok && keepPages(before?.pages ?? [], result.value.pages);
    put(copy, {
      isBusy: false,
      isBehind: !isDurable,
      error: result.ok ? null : result.error,
      ...(pages ? { preview: { ...result.value, pages } } : {}),
    });
  };
  return {
    store,
    refresh(copy) {
      asked.add(copy);
      const run = running.get(copy) ?? layOut(copy).finally(() => running.delete(copy));
      running.set(copy, run);
      return run;
    },
  };
}

const keepers = new WeakMap<DraftSession, PreviewKeeper>();

/** The keeper of an open draft: what was laid out is there again when the screen is opened anew. */
export function previewKeeperOf(call: Call, session: DraftSession): PreviewKeeper {
  const known = keepers.get(session);
  if (known) return known;
  const made = createPreviewKeeper(call, session);
  keepers.set(session, made);
  return made;
}
