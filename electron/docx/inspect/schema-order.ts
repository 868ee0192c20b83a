/** What an element may hold: names in their order; a name ending in `*` may stand more than once in a row. */
export type ChildOrder = readonly string[];

const words = (list: string): ChildOrder => list.trim().split(/\s+/u);

const runMarks = 'ins del moveFrom moveTo';
const runProperties = `rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss
  imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect
  bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange`;
const rowProperties = `cnfStyle|divId|gridBefore|gridAfter|wBefore|wAfter|cantSplit|trHeight|tblHeader|tblCellSpacing|jc|hidden*
  ins del trPrChange`;
const blocks = `p|tbl|sdt|customXml|altChunk|proofErr|permStart|permEnd|bookmarkStart|bookmarkEnd|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart|moveToRangeEnd|commentRangeStart|commentRangeEnd|ins|del|moveFrom|moveTo|customXmlInsRangeStart|customXmlInsRangeEnd|customXmlDelRangeStart|customXmlDelRangeEnd*`;
const ranges = `proofErr|permStart|permEnd|bookmarkStart|bookmarkEnd|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart|moveToRangeEnd|commentRangeStart|commentRangeEnd|ins|del|moveFrom|moveTo`;
const sides = 'top left|start bottom right|end';

/**
 * Order and kinds of the children of the elements that programs most often get wrong, without
 * prefixes. Names joined by `|` share one place.
 * @source ISO/IEC 29500-1 (ECMA-376) annex A.1, transitional
 */
export const childOrders: Readonly<Record<string, ChildOrder>> = {
  body: words(`${blocks} sectPr`),
  pPr: words(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers
    pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN
    bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
    textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange`),
  rPr: words(`${runMarks} ${runProperties}`),
  numPr: words('ilvl numId numberingChange ins'),
  pBdr: words('top left bottom right between bar'),
  tabs: words('tab*'),
  sectPr:
    words(`headerReference|footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
    lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
    printerSettings sectPrChange`),
  tbl: words(`${ranges}* tblPr tblGrid tr|sdt|customXml|${ranges}*`),
  tblPr:
    words(`tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
    tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
    tblPrChange`),
  tblBorders: words(`${sides} insideH insideV`),
  tblCellMar: words(sides),
  tblGrid: words('gridCol* tblGridChange'),
  tr: words(`tblPrEx trPr tc|sdt|customXml|${ranges}*`),
  trPr: words(rowProperties),
  tc: words(`tcPr ${blocks}`),
  tcPr: words(`cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText
    vAlign hideMark headers cellIns|cellDel|cellMerge tcPrChange`),
  tcBorders: words('top left|start bottom right|end insideH insideV tl2br tr2bl'),
  tcMar: words(sides),
  styles: words('docDefaults latentStyles style*'),
  docDefaults: words('rPrDefault pPrDefault'),
  style:
    words(`name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed
    qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr*`),
  numbering: words('numPicBullet* abstractNum* num* numIdMacAtCleanup'),
  abstractNum: words('nsid multiLevelType tmpl name styleLink numStyleLink lvl*'),
  lvl: words(
    `start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr`,
  ),
  num: words('abstractNumId lvlOverride*'),
  lvlOverride: words('startOverride lvl'),
  settings: words(`writeProtection view zoom removePersonalInformation removeDateAndTime
    doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
    printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts
    saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle*
    proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod
    documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting
    documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation
    consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength
    clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting
    bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing
    displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
    doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin
    doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne
    strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture
    doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
    doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
    alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids
    attachedSchema* themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
    doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType* schemaLibrary
    shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator`),
};

/** Children that must be there. */
export const requiredChildren: Readonly<Record<string, readonly string[]>> = {
  tbl: ['tblPr', 'tblGrid'],
  tc: ['p'],
};

/** Children that must stand first. */
export const firstChildren: Readonly<Record<string, string>> = { p: 'pPr', r: 'rPr' };
