import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  createCountingIds,
  emptyClosing,
  type Piece,
  type Report,
  splitReport,
} from '../../core/model/index.ts';
import { createReport, openStore, type Store } from '../../electron/store/index.ts';

/** An instant that tests agree on. */
export const someInstant = '2026-01-16T02:30:00.000Z';

/** A clock that stands still. */
export const stoppedClock = (): Date => new Date(someInstant);

/** A small report of an invented unit, with every kind of piece. */
export function buildSmallReport(year = 2025): Report {
  const createId = createCountingIds();
  return buildReport(year, {
    issuers: ['青石镇人民政府'],
    title: `${year}年法治政府建设年度报告`,
    addressee: '县人民政府',
    preamble: [buildParagraph(createId, '现将有关情况报告如下。')],
    parts: [
      buildPart(createId, 'achievements', `${year}年度主要举措和成效`, {
        sections: [
          buildSection(createId, '加强领导', [buildParagraph(createId, '召开会议4次。')]),
          buildSection(createId, '化解纠纷', [buildParagraph(createId, '调解纠纷152件。')]),
        ],
      }),
      buildPart(createId, 'shortcomings', '存在的不足和原因', {
        blocks: [buildParagraph(createId, '力量不足。')],
      }),
      buildPart(createId, 'leadership', '第一责任人履职情况'),
      buildPart(createId, 'plan', `${year + 1}年度主要安排`),
    ],
    closing: { ...emptyClosing, signature: ['青石镇人民政府'], signedDate: `${year + 1}-01-16` },
  });
}

/** The store in `folder`, which must open. */
export function openTestStore(folder: string): Store {
  const opened = openStore(folder, { clock: stoppedClock });
  if (!opened.ok) throw new Error(`store did not open: ${opened.error.code}`);
  return opened.value;
}

/** Adds a small report and gives its pieces. */
export function addSmallReport(store: Store, id = 'r1', year = 2025): readonly Piece[] {
  const pieces = splitReport(buildSmallReport(year));
  createReport(store, {
    id,
    status: 'writing',
    baseId: null,
    templateId: null,
    pieces,
    now: someInstant,
  });
  return pieces;
}

/** A section as a piece, for saving. */
export function buildSectionPiece(id: string, text: string): Piece {
  return {
    kind: 'section',
    id,
    source: null,
    heading: '新的一条',
    runIn: false,
    blocks: [{ type: 'paragraph', id: `${id}-p`, source: null, text }],
  };
}
