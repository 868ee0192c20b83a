import type { Destination } from './state.ts';

/** Groups whose words are not the paper's. @source RTF 1.9.1 "Destinations" */
const skipped: readonly string[] = [
  'info userprops doccomm listtable listoverridetable revtbl rsidtbl pgptbl filetbl themedata',
  'colorschememapping datastore latentstyles generator template xmlnstbl mmathPr wgrffmtfilter',
  'header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn',
  'pict nonshppict shprslt objdata objclass objname objalias bkmkstart bkmkend xe tc tcn rxe bxe txe',
  'annotation atnid atnauthor atndate atnref atnicn atnparent atrfstart atrfend',
  'pn pnseclvl pntxta pntxtb nesttableprops nonesttables private background keywords',
  'formfield datafield fchars lchars mhtmltag htmltag passwordhash falt panose fontemb fontfile',
];

/** Groups that hold words only in certain groups inside them. */
const silent = 'shp shpinst shpgrp sp object do upr momath';

const destinations: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ...skipped.flatMap((names) =>
    names
      .split(' ')
      .map((name) => [name, 'skip'] as const satisfies readonly [string, Destination]),
  ),
  ...silent.split(' ').map((name) => [name, 'silent'] as const),
  ['fonttbl', 'faces'],
  ['colortbl', 'colours'],
  ['stylesheet', 'styles'],
  ['listtext', 'label'],
  ['pntext', 'label'],
  ['fldinst', 'instruction'],
  ['result', 'text'],
  ['ud', 'text'],
  ['fldrslt', 'text'],
  ['shppict', 'text'],
]);

/** What the words of a group with this name are; null for a word that begins no group. */
export function destinationOf(name: string): Destination | null {
  return destinations.get(name) ?? null;
}

/** Groups with paragraphs of their own, which follow the paragraph they stand in. */
export function asideOf(name: string): 'note' | 'box' | null {
  if (name === 'footnote') return 'note';
  return name === 'shptxt' || name === 'dptxbxtext' ? 'box' : null;
}

/** Words of RTF that are a letter. */
export const letterWords: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u3000'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
]);
