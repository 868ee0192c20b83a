import type { Call } from '../../../core/api/index.ts';
import type { LedgerEntry } from '../../../core/materials/index.ts';
import { type AppliedPacks, type CheckItem, fillWording } from '../../../core/packs/index.ts';
import {
  type Insertion,
  insertAtStop,
  insertInNewSection,
  type NewSection,
} from '../../editor/index.ts';
import type { DraftSession } from './draft-session.ts';
import { describeTaken, fillFromLedger } from './phrase-values.ts';
import { tellError } from './tell.ts';

/** A section that would hold a question the report has none for. */
export type SectionOffer = Pick<NewSection, 'heading' | 'hasHeading'> & {
  readonly part: Pick<NewSection['part'], 'kind' | 'heading'>;
};

const measure = (topics: readonly string[], heading: string) =>
  Math.max(0, ...topics.map((topic) => (heading.includes(topic) ? topic.length : 0)));

/** The template's heading that speaks of the question, else the outline's title of it, else its topic. */
function chooseHeading(
  { topics, outlineItem }: CheckItem,
  { template, outline }: Pick<AppliedPacks, 'template' | 'outline'>,
  kind: NewSection['part']['kind'],
): string {
  const sections = template.parts.find((part) => part.kind === kind)?.sections ?? [];
  const best = sections
    .map(({ heading }) => ({ heading, score: measure(topics, heading) }))
    .toSorted((a, b) => b.score - a.score)[0];
  if (best && best.score > 0) return best.heading;
  const items = outline.chapters.flatMap((chapter) => chapter.items);
  const title = items.find(({ id }) => id === outlineItem)?.title;
  return title ?? topics[0] ?? '';
}

/** What is offered for a question that no section of the report fits. */
export function offerSection(
  item: CheckItem,
  packs: Pick<AppliedPacks, 'template' | 'outline'>,
  year: number,
): SectionOffer {
  const kind = item.parts[0] ?? 'achievements';
  const wording = packs.template.parts.find((part) => part.kind === kind)?.heading ?? '';
  const heading = chooseHeading(item, packs, kind);
  return {
    heading,
    // the other parts answer as a whole: one that lacks them needs no section besides
    hasHeading: kind === 'achievements' && heading !== '',
    part: { kind, heading: fillWording(wording, { year: `${year}`, nextYear: `${year + 1}` }) },
  };
}

/** Where a sentence goes: to a stop of the outline, or into a section that is made for it. */
export type PatternTarget =
  | { readonly kind: 'stop'; readonly stopId: string }
  | { readonly kind: 'section'; readonly offer: SectionOffer };

async function readLedger(
  session: DraftSession,
  call: Call,
  { figures }: CheckItem,
): Promise<readonly LedgerEntry[]> {
  if (figures.length === 0) return [];
  const ledger = await call('ledger.list', { year: session.opened.report.year });
  if (ledger.ok) return ledger.value;
  session.store.setState({ message: tellError(ledger.error) });
  return [];
}

function put(session: DraftSession, words: string, target: PatternTarget): boolean {
  const id = session.createId();
  return session.edit((state) => {
    const insertion: Insertion | null =
      target.kind === 'stop'
        ? insertAtStop(state, words, { stopId: target.stopId, id })
        : insertInNewSection(state, words, {
            id,
            section: {
              ...target.offer,
              id: session.createId(),
              part: { ...target.offer.part, id: session.createId() },
            },
          });
    return insertion?.tr ?? null;
  });
}

/** Puts a sentence of a question into the text, with what the ledger knows, and says what came from there. */
export async function insertPattern(
  session: DraftSession,
  call: Call,
  what: { readonly item: CheckItem; readonly phrase: string; readonly target: PatternTarget },
): Promise<void> {
  const { item, phrase, target } = what;
  const filled = fillFromLedger(phrase, item.figures, await readLedger(session, call, item));
  // in a narrow window the panel lies over the very place
  if (put(session, filled.text, target)) {
    session.store.setState({ panelOpen: false, showsHomeless: false });
  }
  const text = describeTaken(filled);
  if (text !== '') session.store.setState({ message: { text, details: [], tone: 'done' } });
}
