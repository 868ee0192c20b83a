import type { Line } from './line.ts';

const bareHeadingLength = 25;
const paragraphLength = 60;

/** Without a reader's hints a line is a heading only when it is short between long ones. */
export function isPlainBareHeading(
  lines: readonly Line[],
  index: number,
  isAfterHeading: boolean,
): boolean {
  const [before, line, after] = [lines[index - 1], lines[index], lines[index + 1]];
  if (line?.kind !== 'text' || after?.kind !== 'text') return false;
  if (line.hints.outlineLevel !== null || line.hints.bold) return true;
  const endsBefore = isAfterHeading || (before?.kind === 'text' && /[。：:]$/u.test(before.text));
  return (
    line.text.length <= bareHeadingLength && after.text.length >= paragraphLength && endsBefore
  );
}
