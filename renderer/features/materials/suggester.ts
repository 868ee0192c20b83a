import type { ItemSuggestion, SuggestPacks } from '../../../core/materials/index.ts';

/** What the worker is told. */
export type SuggestMessage =
  | { readonly kind: 'packs'; readonly packs: SuggestPacks }
  | {
      readonly kind: 'text';
      readonly ticket: number;
      readonly text: string;
      readonly year: number;
    };

/** What it answers. */
export interface SuggestReply {
  readonly ticket: number;
  readonly suggestions: readonly ItemSuggestion[];
}

/** Suggests off the thread that paints. */
export interface Suggester {
  /** Suggestions for a text; none where they take too long or the worker broke off: tags can be typed. */
  readonly suggest: (
    text: string,
    packs: SuggestPacks,
    year: number,
  ) => Promise<readonly ItemSuggestion[]>;
}

/** A look takes some tens of milliseconds; one that takes this long hangs in a pattern of a pack. */
const mostMs = 5_000;

const startWorker = () =>
  new Worker(new URL('./suggest-worker.ts', import.meta.url), { type: 'module' });

class WorkingSuggester implements Suggester {
  readonly #createWorker: () => Worker;
  readonly #waiting = new Map<number, (suggestions: readonly ItemSuggestion[]) => void>();
  #worker: Worker | null = null;
  /** The checklist the worker was told last. */
  #told: SuggestPacks['checklist'] | null = null;
  #ticket = 0;

  constructor(createWorker: () => Worker) {
    this.#createWorker = createWorker;
  }

  readonly suggest: Suggester['suggest'] = (text, { checklist, outline, departments = [] }, year) =>
    new Promise((settle) => {
      const worker = this.#tell({ checklist, outline, departments });
      this.#ticket += 1;
      const ticket = this.#ticket;
      const timer = setTimeout(() => this.#break(), mostMs);
      this.#waiting.set(ticket, (suggestions) => {
        clearTimeout(timer);
        settle(suggestions);
      });
      worker.postMessage({ kind: 'text', ticket, text, year } satisfies SuggestMessage);
    });

  #tell(packs: SuggestPacks): Worker {
    this.#worker ??= this.#begin();
    if (this.#told !== packs.checklist) {
      this.#worker.postMessage({ kind: 'packs', packs } satisfies SuggestMessage);
      this.#told = packs.checklist;
    }
    return this.#worker;
  }

  #begin(): Worker {
    const worker = this.#createWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<SuggestReply>) => {
      this.#waiting.get(data.ticket)?.(data.suggestions);
      this.#waiting.delete(data.ticket);
    });
    worker.addEventListener('error', (event) => {
      // the browser would write the message down by itself, and it may quote the note
      event.preventDefault();
      if (worker === this.#worker) this.#break();
    });
    return worker;
  }

  #break(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#told = null;
    for (const settle of this.#waiting.values()) settle([]);
    this.#waiting.clear();
  }
}

/** A suggester whose worker is begun when first asked, and anew after it broke off. */
export function createSuggester(createWorker: () => Worker = startWorker): Suggester {
  return new WorkingSuggester(createWorker);
}

/** The window's one. */
export const suggester = createSuggester();
