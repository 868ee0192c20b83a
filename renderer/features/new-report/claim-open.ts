import type { ImportReading } from '../../../core/api/index.ts';
import { type Claim, type ClaimWording, openClaim } from '../../../core/claim/index.ts';
import { createKindOf, fillWording, type TemplatePack } from '../../../core/packs/index.ts';
import { type Doubts, placeDoubts } from './doubts.ts';

function toWording(template: TemplatePack, year: number): ClaimWording {
  return {
    kindOf: createKindOf(template, year),
    headingFor: (kind) => {
      const wording = template.parts.find((part) => part.kind === kind)?.heading ?? '';
      return fillWording(wording, { year: String(year), nextYear: String(year + 1) });
    },
  };
}

/** What was read, opened for putting right, with its doubts at their lines. */
export interface Opened {
  readonly claim: Claim;
  readonly doubts: Doubts;
}

/** Lets the page answer keys in between: long reports take a while. */
const rest = () => new Promise((resolve) => window.setTimeout(resolve));

/** Opens a reading for putting right. The template names the kinds of parts that are made by hand. */
export async function openReading(reading: ImportReading, template: TemplatePack): Promise<Opened> {
  await rest();
  const claim = openClaim(reading, toWording(template, reading.report.year));
  await rest();
  return { claim, doubts: placeDoubts(reading.notices, claim, reading.decisions) };
}
