import { z } from 'zod';
import { type LayoutProfile, layoutProfileSchema, measureLayout, sizes } from '../layout/index.ts';
import { packHead } from './fields.ts';
import type { Misfit } from './misfits.ts';

const { id: _id, title: _title, ...fields } = layoutProfileSchema.unwrap().shape;

/** How a unit or a county lays documents out: a layout profile with a pack's head. */
export const layoutPackSchema = z
  .strictObject({ kind: z.literal('layout'), ...packHead, ...fields })
  .readonly();
export type LayoutPack = z.infer<typeof layoutPackSchema>;

/** The layout that a pack holds. */
export function toProfile(pack: LayoutPack): LayoutProfile {
  const { kind: _kind, format: _format, source: _source, date: _date, ...rest } = pack;
  const { confidence: _confidence, ...profile } = rest;
  return profile;
}

/** Characters may be set this much closer than they are wide, in twips, before they run into each other. */
const closest = 20;

/**
 * Margins between which the characters of a line do not fit: they would lie on each other. The wider
 * of the two sides is to blame.
 * @source GB/T 9704-2012 5.2.1, 5.2.3
 */
export function listLayoutMisfits(pack: LayoutPack): readonly Misfit[] {
  const { textWidth } = measureLayout(toProfile(pack));
  const { left, right } = pack.marginsMm;
  const most = Math.floor(textWidth / (sizes.text * 20 - closest));
  if (pack.charactersPerLine <= most) return [];
  const side = left >= right ? 'left' : 'right';
  const detail = `放得下每行 ${pack.charactersPerLine} 个字的边距，现在一行最多放 ${most} 个字`;
  return [{ path: ['marginsMm', side], misfit: 'value', detail }];
}
