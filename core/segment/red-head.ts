import type { TextLine } from './line.ts';
import type { IsOrgan } from './organ.ts';

/** 发文字号, with 签发人 behind it or not. */
export const documentNumber =
  /^[\p{Script=Han}]{1,12}[〔［[（(]\s*\d{4}\s*[〕］\])）]\s*\d+\s*号(?:\s*签发人.{0,12}|(?:\s+\p{Script=Han}{2,4}){1,2})?$/u;
/** 份号, 紧急程度, and 签发人 where several have lines of their own. */
export const headLine = /^(?:(?:No\.?\s*)?\d{6}|特提|特急|加急|平急|签发人\s*[:：].{0,60})$/u;
/** 发文机关标志 above a title. */
export const redHead = /^[\p{Script=Han}（）\s]{3,300}文件$/u;

const names = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,10}·[\p{Script=Han}·]{1,10})$/u;

/**
 * Further 签发人 on a line of their own: `above` is the line over the names.
 * @source GB/T 9704-2012 7.2.6
 */
export function isSigners(text: string, above: TextLine | undefined, isOrgan: IsOrgan): boolean {
  if (!above?.text.includes('签发人') || isOrgan(text)) return false;
  const said = text.split(/\s+/u);
  return said.length <= 3 && said.every((name) => names.test(name));
}
