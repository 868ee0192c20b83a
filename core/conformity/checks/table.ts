import { checkAnnexPages, checkAnnexTitles, checkAttachments, checkTopLeft } from './annexes.ts';
import type { Check } from './check.ts';
import {
  checkDigits,
  checkMarkFace,
  checkMarks,
  checkPartFace,
  checkSectionFace,
  checkTableFace,
  checkTextFace,
  checkTitleFace,
} from './faces.ts';
import { checkAddresseeGap, checkAttachmentGap, checkTitleGap } from './gaps.ts';
import { checkMark, checkNumber, checkOrder } from './head.ts';
import { checkHeadingEnds, checkHeadings, checkNumbering } from './headings.ts';
import { checkImprint } from './imprint.ts';
import { checkIndents } from './indents.ts';
import { checkCharacters, checkKinsoku, checkPitch, checkSpaces } from './lines.ts';
import { checkColor, checkEmphasis, checkSizes } from './looks.ts';
import { checkMargins, checkPaper, checkTextBlock } from './page.ts';
import { checkLonelySignature, checkWidowHeadings } from './page-ends.ts';
import { checkPageNumber, checkPageNumberLook, checkPageNumberPlace } from './page-number.ts';
import { checkRedRule } from './red-rule.ts';
import { checkDateForm, checkSignature } from './signature.ts';
import { checkTables } from './tables.ts';
import { checkText } from './text.ts';
import { checkAddressee, checkTitle } from './title.ts';
import {
  checkBookmarks,
  checkComments,
  checkHidden,
  checkLanguage,
  checkMacros,
  checkMetadata,
  checkRevisions,
  checkTheme,
  checkXml,
} from './traces.ts';

/** Every check, in the order of the certificate: page, lines, letters, parts of the paper, file. */
export const checks: readonly Check[] = [
  checkPaper,
  checkMargins,
  checkTextBlock,
  checkPitch,
  checkCharacters,
  checkSpaces,
  checkKinsoku,
  checkTitleFace,
  checkTextFace,
  checkPartFace,
  checkSectionFace,
  checkTableFace,
  checkMarkFace,
  checkDigits,
  checkMarks,
  checkSizes,
  checkEmphasis,
  checkColor,
  checkTopLeft,
  checkMark,
  checkNumber,
  checkRedRule,
  checkOrder,
  checkTitleGap,
  checkTitle,
  checkAddresseeGap,
  checkAddressee,
  checkIndents,
  checkHeadings,
  checkHeadingEnds,
  checkNumbering,
  checkTables,
  checkAttachmentGap,
  checkAttachments,
  checkSignature,
  checkDateForm,
  checkAnnexPages,
  checkAnnexTitles,
  checkLonelySignature,
  checkWidowHeadings,
  checkPageNumber,
  checkPageNumberLook,
  checkPageNumberPlace,
  checkImprint,
  checkMetadata,
  checkComments,
  checkRevisions,
  checkHidden,
  checkBookmarks,
  checkMacros,
  checkTheme,
  checkLanguage,
  checkXml,
  checkText,
];
