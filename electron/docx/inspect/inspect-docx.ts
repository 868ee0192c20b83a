import { type ApiError, fail, ok, type Result } from '../../../core/api/index.ts';
import type { PrintedDocument } from '../../../core/printed/index.ts';
import { createNumberPrinter, levelOf, readLists } from '../read/docx/numbering.ts';
import { type FileKind, sniffKind, sniffPackage } from '../read/kind.ts';
import { importLimitBytes } from '../read/limits.ts';
import { openOle } from '../read/ole.ts';
import { Refusal, type RefusalReason } from '../read/refusal.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from '../read/xml.ts';
import { openZip } from '../read/zip.ts';
import { boundEdges, boundSize } from './bound-size.ts';
import { findFaults } from './find-faults.ts';
import { isOn, lengthOf } from './lengths.ts';
import { readMetadata } from './metadata.ts';
import { openPackage, type WordPackage } from './package.ts';
import { plainParagraph, readParagraphLook } from './paragraph-look.ts';
import { readSections } from './sections.ts';
import { createCounts, type Story } from './story.ts';
import { type FindListPlace, readStyleSheet } from './styles.ts';
import { readTheme } from './theme.ts';

/** A document of which nothing is known but what is wrong with it. */
function damagedDocument(reason: RefusalReason): PrintedDocument {
  const what = 'detail' in reason ? reason.detail : '打不开';
  return {
    sections: [],
    evenAndOdd: false,
    metadata: {
      title: '',
      creator: '',
      lastModifiedBy: '',
      company: '',
      manager: '',
      application: '',
      identifier: '',
      custom: [],
    },
    comments: 0,
    revisions: 0,
    hiddenRuns: 0,
    bookmarks: [],
    themeFaces: [],
    language: '',
    hasMacros: false,
    faults: [{ part: '', what }],
  };
}

/** Styles lead to lists and lists to styles: the lists are read with what styles say of numbers alone. */
function createStory(opened: WordPackage, settings: XmlElement | null): Story {
  const themeLanguage = attributeOf(childOf(settings, 'w:themeFontLang'), 'eastAsia') ?? 'zh-CN';
  const theme = readTheme(opened.related('theme'), themeLanguage);
  const root = opened.related('styles');
  const placeless = readStyleSheet(root, theme, () => plainParagraph);
  const lists = readLists(opened.related('numbering'), placeless);
  const findLevel = (numberId: string, level: number | null, styleId: string) => {
    const list = lists.get(numberId);
    return list?.levels.get(levelOf(list, level, styleId));
  };
  const placeOf: FindListPlace = (...place) =>
    readParagraphLook(findLevel(...place)?.place ?? null);
  return {
    styles: readStyleSheet(root, theme, placeOf),
    theme,
    numbers: createNumberPrinter(lists),
    placeOf,
    suffixOf: (...place) => {
      const suffix = findLevel(...place)?.suffix;
      return suffix === 'space' || suffix === 'nothing' ? suffix : 'tab';
    },
    counts: createCounts(),
    fields: [],
    gridPitch: 240,
    boxes: [],
  };
}

function inspectPackage(opened: WordPackage): PrintedDocument {
  const settings = opened.related('settings');
  const story = createStory(opened, settings);
  const sections = readSections(opened, story);
  const evenAndOdd = childOf(settings, 'w:evenAndOddHeaders');
  const { counts } = story;
  const written = childrenOf(opened.related('comments'), 'w:comment').length;
  const defaultTab = lengthOf(childOf(settings, 'w:defaultTabStop'), 'val');
  return {
    sections,
    ...(defaultTab ? { defaultTab } : {}),
    evenAndOdd: evenAndOdd !== null && isOn(evenAndOdd),
    metadata: readMetadata(opened),
    comments: Math.max(counts.comments, written),
    revisions: counts.revisions,
    hiddenRuns: counts.hiddenRuns,
    textBoxes: counts.textBoxes,
    drawnLines: counts.drawnLines,
    bookmarks: counts.bookmarks,
    themeFaces: [...counts.themeFaces],
    language: story.styles.language,
    hasMacros: opened.names.some((name) => /vbaProject\.bin$/iu.test(name)),
    faults: findFaults(opened),
  };
}

/** A compound file is an encrypted .docx or an old .doc. */
function refuseOther(bytes: Uint8Array, kind: Exclude<FileKind, 'zip'>): Refusal {
  if (kind === 'ole' && openOle(bytes).has('EncryptedPackage')) {
    return new Refusal({ code: 'import/encrypted' });
  }
  const found = kind === 'ole' || kind === 'text' || kind === 'empty' ? 'unknown' : kind;
  return new Refusal({ code: 'import/unsupported', found });
}

function openDocx(bytes: Uint8Array): WordPackage {
  const kind = sniffKind(bytes);
  if (kind !== 'zip') throw refuseOther(bytes, kind);
  const zip = openZip(bytes);
  const held = sniffPackage(zip.names);
  if (held !== 'docx') throw new Refusal({ code: 'import/unsupported', found: held });
  return openPackage(zip);
}

/**
 * What a .docx says of its pages, whoever wrote it: every property resolved through defaults, styles,
 * lists and direct formatting. A file that cannot be read gives a document without sections whose
 * `faults` say why.
 */
export function inspectDocx(bytes: Uint8Array): PrintedDocument {
  try {
    return inspectPackage(openDocx(bytes));
  } catch (cause) {
    if (cause instanceof Refusal) return damagedDocument(cause.reason);
    throw cause;
  }
}

/** Throws a Refusal (import/too-long) for what cannot be measured in a few seconds. */
function boundParts(opened: WordPackage): void {
  const main = opened.part(opened.main);
  if (main) boundSize(main);
  const edges = opened
    .relationsOf(opened.main)
    .filter(({ kind }) => kind === 'header' || kind === 'footer');
  boundEdges(edges.flatMap(({ target }) => (target ? (opened.part(target) ?? []) : [])));
}

/**
 * Reads a person's .docx as {@link inspectDocx} does. Errors: import/empty, too-large, unsupported
 * (with what it is), encrypted, damaged, suspicious, too-long.
 * @param name only serves the error messages
 */
export function readDocxFile(name: string, bytes: Uint8Array): Result<PrintedDocument> {
  if (bytes.length === 0) return fail({ code: 'import/empty', name });
  if (bytes.length > importLimitBytes) {
    return fail({ code: 'import/too-large', name, bytes: bytes.length, limit: importLimitBytes });
  }
  try {
    const opened = openDocx(bytes);
    boundParts(opened);
    return ok(inspectPackage(opened));
  } catch (cause) {
    if (cause instanceof Refusal) return fail(nameRefusal(name, cause.reason));
    throw cause;
  }
}

function nameRefusal(name: string, reason: RefusalReason): ApiError {
  return { ...reason, name };
}
