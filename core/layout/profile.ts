import { z } from 'zod';
import { type FaceProfile, faceProfiles } from './faces.ts';

/** Letters of a face's name: Word knows no longer one. */
export const longestFaceName = 31;

/** Word knows no longer name, and a file with a control character in one does not open. */
const face = z
  .string()
  .trim()
  .min(1)
  .max(longestFaceName)
  .regex(/^[^\p{Cc}\p{Cs}\ufffe\uffff]*$/u);

/** Names of the faces of a page by what they are used for. */
const profileFacesSchema = z
  .strictObject({
    /** 小标宋. @source GB/T 9704-2012 7.3.1 */
    title: face,
    /** 仿宋: text and headings of levels 3 and 4. @source GB/T 9704-2012 5.2.2, 7.3.3 */
    text: face,
    /** 黑体: headings of level 1. @source GB/T 9704-2012 7.3.3 */
    part: face,
    /** 楷体: headings of level 2. @source GB/T 9704-2012 7.3.3 */
    section: face,
    /** 宋体: page number. @source GB/T 9704-2012 7.5 */
    pageNumber: face,
    /** 小标宋: the mark of the issuing organ. @source GB/T 9704-2012 7.2.4 */
    mark: face,
    /** Digits and Latin letters of the text; null for the face they stand in. Left open by the standard. */
    digits: face.nullable(),
  })
  .readonly();

/**
 * How a unit lays its documents out: the standard's page with the habits the standard leaves open or
 * the county asks for. A profile is data and can be passed on as a file.
 * @source GB/T 9704-2012 5, 7
 */
export const layoutProfileSchema = z
  .strictObject({
    id: z
      .string()
      .max(100)
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
    title: z.string().trim().min(1).max(200),
    /** `plain` 公开稿: title, text, signature, page numbers. `official` 正式公文: red head and imprint too. */
    form: z.enum(['plain', 'official']),
    faces: profileFacesSchema,
    /** Bold is practice here and there, and no rule of the standard. */
    bold: z
      .strictObject({
        title: z.boolean(),
        part: z.boolean(),
        section: z.boolean(),
        level3: z.boolean(),
      })
      .readonly(),
    /** Distance of two lines in points; 28.95 gives the standard's 22 lines. @source GB/T 9704-2012 5.2.3 */
    linePitchPt: z.number().min(24).max(36),
    /** Characters of a line, from which their spacing follows. @source GB/T 9704-2012 5.2.3 */
    charactersPerLine: z.number().int().min(24).max(30),
    /** @source GB/T 9704-2012 5.2.1 */
    marginsMm: z
      .strictObject({
        top: z.number().min(15).max(50),
        bottom: z.number().min(15).max(50),
        left: z.number().min(15).max(40),
        right: z.number().min(15).max(40),
      })
      .readonly(),
    pageNumber: z
      .strictObject({
        /** `outer`: right on odd pages, left on even ones. @source GB/T 9704-2012 7.5 */
        place: z.enum(['outer', 'center', 'none']),
        /** With 一字线 on both sides. */
        dashes: z.boolean(),
      })
      .readonly(),
    /** Whether a `plain` copy carries signature and date. */
    signature: z.boolean(),
  })
  .readonly();
export type LayoutProfile = z.infer<typeof layoutProfileSchema>;

/** Ids of the profiles that come with the app. */
export const standardLayoutIds = ['plain', 'official'] as const;
export type StandardLayoutId = (typeof standardLayoutIds)[number];

/** Titles of the profiles that come with the app. */
const titles: Readonly<Record<StandardLayoutId, string>> = {
  plain: '公开稿（标题、正文、落款、页码）',
  official: '正式公文（红头、发文字号、版记）',
};

/**
 * The standard's page, in the faces of this PC's kind.
 * @source GB/T 9704-2012 5, 7; format.md
 */
export function standardLayout(id: StandardLayoutId, faces: FaceProfile = 'gb2312'): LayoutProfile {
  const named = faceProfiles[faces];
  return {
    id,
    title: titles[id],
    form: id,
    faces: { ...named, mark: named.title, digits: null },
    bold: { title: false, part: false, section: false, level3: false },
    linePitchPt: 28.95,
    charactersPerLine: 28,
    marginsMm: { top: 37, bottom: 35, left: 28, right: 26 },
    pageNumber: { place: 'outer', dashes: true },
    signature: true,
  };
}
