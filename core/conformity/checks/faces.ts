import type { LayoutProfile } from '../../layout/index.ts';
import type { PrintedRun } from '../../printed/index.ts';
import { compareFaces, kindOfFace } from '../face-kinds.ts';
import { createItem, type Found } from '../item.ts';
import type { Role } from '../piece.ts';
import { isLaidOut, type Subject } from '../subject.ts';
import type { Check } from './check.ts';

type FaceName = 'title' | 'text' | 'part' | 'section' | 'mark';

/** Which face a role is set in; none is asked of tables. */
const faceOfRole: Readonly<Partial<Record<Role, FaceName>>> = {
  mark: 'mark',
  title: 'title',
  annexTitle: 'title',
  secrecy: 'part',
  urgency: 'part',
  part: 'part',
  preambleHeading: 'part',
  annexLabel: 'part',
  section: 'section',
  signers: 'section',
  number: 'text',
  addressee: 'text',
  level3: 'text',
  level4: 'text',
  text: 'text',
  attachment: 'text',
  signature: 'text',
  date: 'text',
  note: 'text',
  copies: 'text',
  printed: 'text',
};

/** Roles whose digits stay in the face of the line. */
const displayRoles: ReadonlySet<Role> = new Set<Role>(['mark', 'title', 'annexTitle']);

const hanzi = /\p{Script=Han}/u;
const latin = /[0-9A-Za-z]/u;
const mark = /[“”‘’—…]/u;

/** The face a role is wanted in; null where none is. */
function wantedFace(role: Role, layout: LayoutProfile): string | null {
  const name = isLaidOut(role, layout) ? faceOfRole[role] : undefined;
  return name === undefined ? null : layout.faces[name];
}

function judgeFace(measured: string, wanted: string): Omit<Found, 'piece'> | null {
  switch (compareFaces(measured, wanted)) {
    case 'same':
      return null;
    case 'alike':
      return { measured: `字体是${measured}，与${wanted}同类`, isRemark: true };
    case 'other':
      return { measured: `字体是${measured}，应为${wanted}` };
  }
}

/** Stretches with hanzi of the roles that share a face. */
function findFaces({ stretches, layout }: Subject, name: FaceName): readonly Found[] {
  return stretches.flatMap(({ role, run, piece }): readonly Found[] => {
    if (faceOfRole[role] !== name || !hanzi.test(run.text)) return [];
    const wanted = wantedFace(role, layout);
    const judged = wanted === null ? null : judgeFace(run.face, wanted);
    return judged ? [{ ...judged, piece }] : [];
  });
}

function createFaceCheck(name: FaceName, title: string, clause: string): Check {
  return (subject) => {
    const { layout } = subject;
    const isThere = subject.stretches.some(
      ({ role }) => faceOfRole[role] === name && isLaidOut(role, layout),
    );
    if (!isThere) return null;
    const wanted = layout.faces[name];
    return createItem(
      { id: `face-${name}`, title, clause, wanted },
      findFaces(subject, name),
      wanted,
    );
  };
}

/** 小标宋. @source GB/T 9704-2012 7.3.1 */
export const checkTitleFace = createFaceCheck('title', '标题字体', 'GB/T 9704-2012 7.3.1');
/** 仿宋. @source GB/T 9704-2012 5.2.2 */
export const checkTextFace = createFaceCheck('text', '正文字体', 'GB/T 9704-2012 5.2.2');
/** 黑体. @source GB/T 9704-2012 7.3.3 */
export const checkPartFace = createFaceCheck('part', '一级标题字体', 'GB/T 9704-2012 7.3.3');
/** 楷体. @source GB/T 9704-2012 7.3.3 */
export const checkSectionFace = createFaceCheck('section', '二级标题字体', 'GB/T 9704-2012 7.3.3');
/** @source GB/T 9704-2012 7.2.4 */
export const checkMarkFace = createFaceCheck('mark', '发文机关标志字体', 'GB/T 9704-2012 7.2.4');

/** Of tables the standard says nothing; another face than those of the text is worth a look. */
export const checkTableFace: Check = ({ stretches, layout: { faces } }) => {
  const cells = stretches.filter(({ role, run }) => role === 'cell' && hanzi.test(run.text));
  if (cells.length === 0) return null;
  const usual = [faces.text, faces.part];
  const found = cells
    .filter(({ run }) => usual.every((face) => compareFaces(run.face, face) === 'other'))
    .map(({ run, piece }) => ({ piece, measured: `字体是${run.face}`, isRemark: true }));
  const wanted = `${faces.text}，表头可用${faces.part}`;
  return createItem({ id: 'face-table', title: '表格字体', clause: '', wanted }, found, faces.text);
};

function judgeDigits(
  { latinFace: measured, face }: PrintedRun,
  role: Role,
  layout: LayoutProfile,
): Omit<Found, 'piece'> | null {
  const own = wantedFace(role, layout);
  const { digits } = layout.faces;
  if (digits !== null) {
    if (compareFaces(measured, digits) !== 'other') return null;
    return { measured: `数字和字母的字体是${measured}，应为${digits}` };
  }
  // letters in a wrong face are told of as such, and once
  if (own === null || compareFaces(measured, own) !== 'other' || measured === face) return null;
  const isUsual = measured === 'Times New Roman' || kindOfFace(measured) !== null;
  return {
    measured: `数字和字母的字体是${measured}，与所在文字的${own}不一致`,
    ...(isUsual ? { isRemark: true } : {}),
  };
}

/** Face of digits and Latin letters; Times New Roman is a remark where the layout names none. */
export const checkDigits: Check = ({ stretches, layout }) => {
  const found = stretches.flatMap(({ role, run, piece }): readonly Found[] => {
    if (displayRoles.has(role) || wantedFace(role, layout) === null) return [];
    if (!latin.test(run.text)) return [];
    const judged = judgeDigits(run, role, layout);
    return judged ? [{ ...judged, piece }] : [];
  });
  const wanted = layout.faces.digits ?? '与所在文字相同';
  return createItem({ id: 'digits', title: '数字和字母的字体', clause: '', wanted }, found, wanted);
};

/** Quotation marks, dashes and ellipses stand in the Chinese face. @source GB/T 15834-2011 5 */
export const checkMarks: Check = ({ stretches }) => {
  const found = stretches.flatMap(({ run, piece }): readonly Found[] => {
    if (!mark.test(run.text) || run.hintsChinese || kindOfFace(run.latinFace)) return [];
    return [{ piece, measured: `引号、破折号或省略号落在西文字体${run.latinFace}` }];
  });
  const head = {
    id: 'marks',
    title: '引号、破折号和省略号',
    clause: 'GB/T 15834-2011 5',
    wanted: '中文字体',
  };
  return createItem(head, found, '中文字体');
};
