import { coverReport } from '../../core/coverage/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import { loadPacks } from '../../electron/services/load-packs.ts';
import { type Labelled, readLabelledReports } from '../support/labelled-reports.ts';
import type { Figure } from './measure.ts';

/** How often a question was found answered and is, is found and is not, is and was not found. */
interface Tally {
  readonly right: number;
  readonly wrong: number;
  readonly overlooked: number;
  /** All three states told alike, of those labelled. */
  readonly agreed: number;
  readonly labelled: number;
}

const nothing: Tally = { right: 0, wrong: 0, overlooked: 0, agreed: 0, labelled: 0 };

const add = (a: Tally, b: Tally): Tally => ({
  right: a.right + b.right,
  wrong: a.wrong + b.wrong,
  overlooked: a.overlooked + b.overlooked,
  agreed: a.agreed + b.agreed,
  labelled: a.labelled + b.labelled,
});

function count(isFound: boolean, isTrue: boolean, isSame: boolean): Tally {
  return {
    right: isFound && isTrue ? 1 : 0,
    wrong: isFound && !isTrue ? 1 : 0,
    overlooked: !isFound && isTrue ? 1 : 0,
    agreed: isSame ? 1 : 0,
    labelled: 1,
  };
}

interface Judged {
  readonly tally: Tally;
  /** By the id of a question that was told wrong. */
  readonly faults: readonly (readonly [string, string])[];
  /** Labels for questions that are not asked. */
  readonly unknown: readonly string[];
}

type Packs = Awaited<ReturnType<typeof loadPacks>>['packs'];

function judge({ labels, read, unit, year }: Labelled, packs: Packs): Judged {
  const applied = choosePacks(packs, year, { issuers: [unit] });
  const found = new Map(
    coverReport(read, applied).items.map((item) => [item.itemId, item.found] as const),
  );
  const known = Object.entries(labels).flatMap(([id, { state }]) => {
    const told = found.get(id);
    return told ? [{ id, state, told }] : [];
  });
  return {
    tally: known
      .map(({ state, told }) => count(told === 'answered', state === 'answered', state === told))
      .reduce(add, nothing),
    faults: known
      .filter(({ state, told }) => (told === 'answered') !== (state === 'answered'))
      .map(({ id, state, told }) => [id, `${state} → ${told}`] as const),
    unknown: Object.keys(labels).filter((id) => !found.has(id)),
  };
}

const share = (part: number, whole: number) => (whole === 0 ? Number.NaN : part / whole);

function toFigures(name: string, tally: Tally): readonly Figure[] {
  const { right, wrong, overlooked, agreed, labelled } = tally;
  const precision = share(right, right + wrong);
  const recall = share(right, right + overlooked);
  const percent = (title: string, value: number): Figure => ({
    title: `${name}: ${title}`,
    value: value * 100,
    unit: '%',
    most: null,
  });
  return [
    percent(`answered, precision (${right + wrong} found)`, precision),
    percent(`answered, recall (${right + overlooked} labelled so)`, recall),
    percent('answered, F1', share(2 * right, 2 * right + wrong + overlooked)),
    percent(`all three states alike (of ${labelled})`, share(agreed, labelled)),
  ];
}

/** The questions told wrong most often, with how. */
function printFaults(all: readonly (readonly [string, Judged])[]): void {
  const byItem = Map.groupBy(
    all.flatMap(([name, { faults }]) =>
      faults.map(([id, how]) => ({ id, told: `${name} ${how}` })),
    ),
    ({ id }) => id,
  );
  const worst = [...byItem].toSorted(([, a], [, b]) => b.length - a.length).slice(0, 25);
  console.log('told wrong most often (label → found):');
  for (const [id, faults] of worst) {
    console.log(`  ${id.padEnd(28)} ${faults.map(({ told }) => told).join('; ')}`);
  }
}

type Group = 'blind' | 'tuned on, our own words' | 'tuned on, published';

function groupOf({ blind, isSeed }: Labelled): Group {
  if (blind) return 'blind';
  return isSeed ? 'tuned on, published' : 'tuned on, our own words';
}

function printUnknown(all: readonly (readonly [string, Judged])[]): void {
  for (const [name, { unknown }] of all) {
    if (unknown.length > 0) console.warn(`${name}: labels of no question: ${unknown.join(', ')}`);
  }
}

/**
 * Precision, recall and F1 of “answered” on hand-labelled reports, each and by group. Most shipped
 * patterns were mended by these very labels; what they do on a report nobody has labelled is told by
 * the blind ones, whose faults are therefore not printed.
 */
export async function benchCoverage(): Promise<readonly Figure[]> {
  const { packs } = await loadPacks(`${import.meta.dirname}/../../templates`, null);
  const template = packs.find((pack) => pack.kind === 'template');
  if (!template) throw new Error('no template among the packs');
  const { reports, absent } = readLabelledReports(template);
  if (absent.length > 0) {
    console.warn(`NOT MEASURED, the published reports are absent: ${absent.join(', ')}.`);
    console.warn('Name their folder in NIANBAO_SEEDS.');
  }
  const judged = reports.map((one) => [one.name, judge(one, packs)] as const);
  printUnknown(judged);
  printFaults(judged.filter((_, index) => reports[index]?.blind === false));
  const groups = Map.groupBy(
    reports.map((one, index) => [groupOf(one), judged[index]?.[1].tally ?? nothing] as const),
    ([group]) => group,
  );
  return [
    ...judged.flatMap(([name, { tally }]) => toFigures(name, tally)),
    ...[...groups].flatMap(([group, tallies]) =>
      toFigures(`ALL ${group}`, tallies.map(([, tally]) => tally).reduce(add, nothing)),
    ),
  ];
}
