import { z } from 'zod';
import { packHead, packId, pattern, words } from './fields.ts';

/** Kinds of units that write a report: 镇, 乡, 街道, 部门. */
export const unitKindSchema = z.enum(['town', 'township', 'subdistrict', 'department']);
export type UnitKind = z.infer<typeof unitKindSchema>;

/** How one kind of unit is known by its name, and what it calls itself and its leaders. */
export const unitSchema = z
  .strictObject({
    kind: unitKindSchema,
    /** 镇. */
    name: z.string().min(1),
    /** A unit's full name that matches any of these is of this kind; kinds are tried in order. */
    names: z.array(pattern).readonly(),
    /** Values of the {…} places in questions and sentences: {area} 全镇, {committee} 党委, {head} 镇长. */
    words: z.record(z.string().regex(/^[a-z]+$/u), z.string().min(1)).readonly(),
  })
  .readonly();
export type Unit = z.infer<typeof unitSchema>;

/** An office of a unit that holds material for the report. */
export const departmentSchema = z
  .strictObject({
    id: packId,
    name: words,
    /** Other names it goes by. */
    aliases: z.array(words).readonly().default([]),
    /** Kinds of units that have it, under this name; every kind when absent. */
    unitKinds: z.array(unitKindSchema).min(1).readonly().optional(),
  })
  .readonly();
export type Department = z.infer<typeof departmentSchema>;

/** The kinds of units and the offices they have. */
export const unitsPackSchema = z
  .strictObject({
    kind: z.literal('units'),
    ...packHead,
    units: z.array(unitSchema).min(1).readonly(),
    departments: z.array(departmentSchema).readonly(),
  })
  .readonly();
export type UnitsPack = z.infer<typeof unitsPackSchema>;
