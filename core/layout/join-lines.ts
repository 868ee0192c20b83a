/** A text of one line, whose own lines follow each other without a blank; without blanks at its ends. */
export function joinLines(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, '').trim();
}
