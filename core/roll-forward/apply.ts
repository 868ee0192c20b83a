import type { Block, CreateId, Report } from '../model/index.ts';
import type { RollChange, RollPlan } from './plan.ts';

/** What {@link applyRoll} needs to know of the new report. */
export interface ApplyOptions {
  /** Id of the base in the library; every block of the new report names it as its source. */
  readonly baseId: string;
  readonly createId: CreateId;
  /** By key: whether to make a change, where the writer chose otherwise than planned. Others are ignored. */
  readonly choices?: Choices;
}

/** What the writer chose, by the key of a change. */
export type Choices = Readonly<Record<string, boolean>>;

type Rewrite = (id: string, field: string, text: string) => string;

/**
 * What stands in place of a change's words; null when they stay. A change that was planned is made
 * unless it was refused, any other one only where it was chosen.
 */
export function replacementOf({ key, verdict, to }: RollChange, choices: Choices): string | null {
  const chosen = Object.hasOwn(choices, key) ? choices[key] : undefined;
  return (chosen ?? verdict === 'move') ? to : null;
}

function createRewrite(changes: readonly RollChange[], choices: Choices): Rewrite {
  const byPlace = Map.groupBy(changes, ({ target }) => `${target.id}/${target.field}`);
  return (id, field, text) => {
    const pieces: string[] = [];
    let from = 0;
    for (const change of byPlace.get(`${id}/${field}`) ?? []) {
      const to = replacementOf(change, choices);
      if (to === null) continue;
      pieces.push(text.slice(from, change.start), to);
      from = change.end;
    }
    return pieces.join('') + text.slice(from);
  };
}

function rollBlock(block: Block, options: ApplyOptions, rewrite: Rewrite): Block {
  const identity = {
    id: options.createId(),
    source: { reportId: options.baseId, blockId: block.id },
  };
  if (block.type !== 'table') {
    return { ...block, ...identity, text: rewrite(block.id, 'text', block.text) };
  }
  const rows = block.rows.map((row, r) =>
    row.map((cell, c) => rewrite(block.id, `cell-${r}-${c}`, cell)),
  );
  return { ...block, ...identity, rows };
}

/**
 * Applies a plan as the writer chose: the new year's report, in which every part, section and block has a new id and
 * names its source in the base. The signed date is left empty: nobody can know it yet.
 */
export function applyRoll(base: Report, plan: RollPlan, options: ApplyOptions): Report {
  const rewrite = createRewrite(plan.changes, options.choices ?? {});
  const source = (blockId: string) => ({ reportId: options.baseId, blockId });
  const blocks = (list: readonly Block[]) =>
    list.map((block) => rollBlock(block, options, rewrite));
  return {
    ...base,
    year: plan.toYear,
    title: rewrite('front', 'title', base.title),
    addressee: rewrite('front', 'addressee', base.addressee),
    preamble: blocks(base.preamble),
    parts: base.parts.map((part) => ({
      ...part,
      id: options.createId(),
      source: source(part.id),
      heading: rewrite(part.id, 'heading', part.heading),
      blocks: blocks(part.blocks),
      sections: part.sections.map((section) => ({
        ...section,
        id: options.createId(),
        source: source(section.id),
        heading: rewrite(section.id, 'heading', section.heading),
        blocks: blocks(section.blocks),
      })),
    })),
    closing: {
      ...base.closing,
      attachments: base.closing.attachments.map((text, index) =>
        rewrite('closing', `attachment-${index}`, text),
      ),
      signedDate: null,
    },
  };
}
