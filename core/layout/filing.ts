import { z } from 'zod';
import { blockSchema } from '../model/report.ts';

/**
 * Words of one line, in letters that are seen: no line break, no control character, nothing that turns
 * the direction of writing, no half of a letter.
 */
function singleLine(text: z.ZodString): z.ZodString {
  const message = '里面有换行或看不见的控制字符，请删去';
  return text.regex(
    /^[^\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]*$/u,
    message,
  );
}

const line = singleLine(z.string().max(200));
const lines = z
  .array(singleLine(z.string().trim().min(1).max(200)))
  .max(60)
  .readonly();

const isLikelyDay = (day: string): boolean => day >= '1990' && day < '2201';

/**
 * What an official document says outside its text. Empty fields are left out of the page, but for
 * `mark`, which then follows from the issuers.
 * @source GB/T 9704-2012 7.2, 7.4
 */
export const officialFactsSchema = z
  .strictObject({
    /** 发文机关标志 as printed, `青石镇人民政府文件`; empty: the issuers and 文件. @source 7.2.4 */
    mark: line,
    /** 发文字号, `青政〔2026〕12号`. @source 7.2.5 */
    number: line,
    /** 份号, six digits. @source 7.2.1 */
    copyNumber: singleLine(z.string().max(12)),
    /** 密级和保密期限, `秘密★1年`. @source 7.2.2 */
    secrecy: singleLine(z.string().max(40)),
    /** 紧急程度, `特急` or `加急`. @source 7.2.3 */
    urgency: singleLine(z.string().max(20)),
    /** 签发人, which only an upward document names. @source 7.2.6 */
    signers: lines,
    /** 抄送机关. @source 7.4.2 */
    copiesTo: lines,
    /** 印发机关. @source 7.4.3 */
    printedBy: line,
    /** 印发日期. @source 7.4.3 */
    printedOn: z.iso
      .date('日期要写成 2026-03-12 这样')
      .refine(isLikelyDay, '年份要在 1990 到 2200 之间')
      .nullable(),
    /** Whether a seal will be pressed on the signature, which decides its place. @source 7.3.5.1, 7.3.5.2 */
    sealed: z.boolean(),
  })
  .readonly();
export type OfficialFacts = z.infer<typeof officialFactsSchema>;

/** Nothing said outside the text. */
export const emptyFacts: OfficialFacts = {
  mark: '',
  number: '',
  copyNumber: '',
  secrecy: '',
  urgency: '',
  signers: [],
  copiesTo: [],
  printedBy: '',
  printedOn: null,
  sealed: false,
};

/** Who gets a copy: 报送版 goes upward, 公开版 is published. */
export const copyKindSchema = z.enum(['filing', 'public']);
export type CopyKind = z.infer<typeof copyKindSchema>;

/**
 * The pages of an attachment, printed behind the signature. They are read from a file of their own and
 * are no part of the report: last year's attachment is not this year's.
 * @source GB/T 9704-2012 7.3.7
 */
export const annexSchema = z
  .strictObject({
    /** As it is listed in the text, without 附件 and number. */
    title: z.string().trim().min(1).max(200),
    blocks: z.array(blockSchema).max(5000).readonly(),
    /** Whether the public copy carries it too. @source regulations.md 8, check 12 */
    isPublic: z.boolean(),
  })
  .readonly();
export type Annex = z.infer<typeof annexSchema>;

/** How one report is filed and published: its layout for each copy, and what stands outside its text. */
export const filingSchema = z
  .strictObject({
    facts: officialFactsSchema,
    /** Ids of layout profiles. One that is no longer there gives way to `plain`. */
    layouts: z
      .strictObject({ filing: z.string().max(100), public: z.string().max(100) })
      .readonly(),
    /** The office's own .docx that the filing copy is written into; null for none. */
    templateId: z.string().max(100).nullable(),
    annexes: z.array(annexSchema).max(20).readonly(),
  })
  .readonly();
export type Filing = z.infer<typeof filingSchema>;

/** How a report is filed before anybody chose anything. */
export const defaultFiling: Filing = {
  facts: emptyFacts,
  layouts: { filing: 'plain', public: 'plain' },
  templateId: null,
  annexes: [],
};
