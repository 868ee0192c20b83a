import type { SourceBlock } from '../../../../core/segment/index.ts';
import { plainParagraph } from '../../../../core/segment/index.ts';
import { blockText, numberLabel } from '../block-text.ts';
import { fieldKind } from '../field-code.ts';
import { damaged } from '../refusal.ts';
import type { SourceDocument } from '../source-document.ts';
import { createTally, type Tally, tallyNotices } from '../tally.ts';
import { type ByteReader, type CodePage, codePageOf, createByteReader } from './code-page.ts';
import { asideOf, destinationOf, letterWords } from './destinations.ts';
import { createLetters, type Letters } from './letters.ts';
import { applyProperty, firstState, type GroupState } from './state.ts';
import { createStory, type ParagraphPlace, type Story } from './story.ts';
import { createTables, type RtfTables } from './tables.ts';
import { readTokens, type TokenHandler } from './tokens.ts';

/** A note or box that is open: where it began, and the story it interrupts. */
interface Aside {
  readonly kind: 'note' | 'box';
  readonly depth: number;
  readonly outer: Story;
}

/** Lives while one file is read. */
class RtfReading implements TokenHandler {
  readonly tally: Tally = createTally();
  readonly #tables: RtfTables = createTables();
  readonly #bytes: ByteReader = createByteReader();
  readonly #letters: Letters = createLetters(this.#tables, this.tally, () => this.#defaultFace);
  readonly #groups: GroupState[] = [];
  readonly #asides: Aside[] = [];
  #state: GroupState = firstState();
  #story: Story = createStory();
  #page: CodePage = 'windows-1252';
  #defaultFace = 0;
  /** Bytes still to come that only stand in for a `\u` letter. */
  #skip = 0;
  #star = false;
  #halfPair = '';

  open = (): void => {
    this.#endLetter();
    this.#groups.push(this.#state);
    this.#state = { ...this.#state };
    this.#star = false;
  };

  close = (): void => {
    this.#endLetter();
    this.#letters.endPiece(this.#story);
    const closed = this.#state;
    this.#state = this.#groups.pop() ?? this.#state;
    const aside = this.#asides.at(-1);
    if (aside && this.#groups.length < aside.depth) this.#endAside(aside, closed);
    if (closed.destination === 'label' && this.#state.destination !== 'label') this.#endLabel();
  };

  word = (name: string, value: number | null): void => {
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    if (this.#state.destination === 'skip') return;
    if (name === 'u') this.#takeUnicode(value ?? 0);
    else this.#takeWord(name, value);
    this.#star = false;
  };

  symbol = (code: number): void => {
    if (code === 0x2a) {
      this.#star = true;
      return;
    }
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    this.#endLetter();
    if (code === 0x7e) this.#emit('\u00a0');
    else if (code === 0x5f) this.#emit('-');
    else if (code === 0x09) this.#emit('\t');
    else if (code === 0x0a || code === 0x0d) this.#takeWord('par', null);
  };

  byte = (byte: number): void => {
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    if (this.#state.destination === 'skip') return;
    this.#emit(this.#bytes.feed(byte, this.#pageHere()));
  };

  isDeaf = (): boolean => this.#state.destination === 'skip' && this.#skip === 0;

  /** Ends everything that is open. */
  finish(): readonly SourceBlock[] {
    this.#endLetter();
    this.#emit(this.#bytes.end());
    this.#letters.endPiece(this.#story);
    for (let aside = this.#asides.at(-1); aside; aside = this.#asides.at(-1)) {
      this.#endAside(aside, this.#state);
    }
    return this.#story.end(this.#place(this.#state)).map((block, line) => ({ ...block, line }));
  }

  /** A letter may be two `\u`, whose bytes to skip come between. */
  #takeUnicode(value: number): void {
    this.#emit(this.#bytes.end());
    const unit = String.fromCharCode(value & 0xffff);
    const text = this.#halfPair + unit;
    this.#halfPair = '';
    if (/^[\ud800-\udbff]$/u.test(text)) this.#halfPair = text;
    else this.#emit(text.toWellFormed());
    this.#skip = this.#state.fallbackBytes;
  }

  /** A letter that began before something else is not completed any more. */
  #endLetter(): void {
    this.#skip = 0;
    if (this.#halfPair !== '') this.#emit('\ufffd');
    this.#halfPair = '';
  }

  #takeWord(name: string, value: number | null): void {
    const { destination } = this.#state;
    if (this.#takeDestination(name)) return;
    if (destination === 'faces' || destination === 'colours' || destination === 'styles') {
      this.#tables.word(destination, name, value);
      return;
    }
    if (this.#takeSetting(name, value)) return;
    const letter = letterWords.get(name);
    if (letter !== undefined) {
      this.#emit(this.#bytes.end() + letter);
      return;
    }
    this.#letters.endPiece(this.#story);
    if (applyProperty(this.#state, name, value)) return;
    if (destination === 'text') this.#takeStructure(name);
  }

  #takeDestination(name: string): boolean {
    const aside = asideOf(name);
    if (aside) {
      this.#beginAside(aside);
      return true;
    }
    const destination = destinationOf(name);
    if (destination) {
      this.#count(name);
      this.#letters.endPiece(this.#story);
      this.#state.destination = this.#isLeftField(name) ? 'skip' : destination;
      return true;
    }
    if (this.#star) this.#state.destination = 'skip';
    return this.#star;
  }

  /** A result follows its instruction, which is remembered until the next one. */
  #isLeftField(name: string): boolean {
    if (name === 'fldinst') this.#letters.takeInstruction();
    if (name !== 'fldrslt') return false;
    const kind = fieldKind(this.#letters.takeInstruction());
    if (kind === 'contents') this.tally.contents += 1;
    return kind !== 'words';
  }

  #count(name: string): void {
    if (name === 'pict') this.tally.pictures += 1;
    else if (name === 'annotation') this.tally.comments += 1;
    else if (name === 'object') this.tally.embedded += 1;
    else if (name === 'momath') this.tally.formulas += 1;
  }

  #takeSetting(name: string, value: number | null): boolean {
    switch (name) {
      case 'ansicpg':
        this.#page = codePageOf(value ?? 0);
        return true;
      case 'deff':
        this.#defaultFace = value ?? 0;
        return true;
      case 'uc':
        this.#state.fallbackBytes = Math.min(8, Math.max(0, value ?? 1));
        return true;
      case 'revised':
        if (value !== 0 && this.#state.destination === 'text') this.tally.insertions += 1;
        return true;
      default:
        return false;
    }
  }

  #takeStructure(name: string): void {
    this.#emit(this.#bytes.end());
    this.#letters.endPiece(this.#story);
    switch (name) {
      case 'par':
      case 'sect':
        this.#story.endParagraph(this.#place(this.#state));
        return;
      case 'cell':
        this.#story.endCell(this.#place(this.#state));
        return;
      case 'row':
        this.#story.endRow();
        return;
      case 'nestcell':
        this.#emit('\t');
        return;
      case 'nestrow':
        this.#story.endParagraph(this.#place(this.#state));
        return;
      default:
    }
  }

  #beginAside(kind: Aside['kind']): void {
    this.#letters.endPiece(this.#story);
    this.#asides.push({ kind, depth: this.#groups.length, outer: this.#story });
    this.#story = createStory();
    Object.assign(this.#state, firstState(), { fallbackBytes: this.#state.fallbackBytes });
  }

  #endAside(aside: Aside, state: GroupState): void {
    this.#asides.pop();
    const blocks = this.#story.end(this.#place(state));
    this.#story = aside.outer;
    if (aside.kind === 'box') this.#story.follow(blocks);
    else {
      const words = blocks.map((block) => blockText(block).trim()).join('\n');
      if (words !== '') this.#story.follow([plainParagraph(0, `〔注〕${words}`)]);
    }
  }

  #endLabel(): void {
    this.#story.setLabel(numberLabel(this.#letters.takeLabel()));
  }

  #emit(text: string): void {
    if (text !== '') this.#letters.take(text, this.#state);
  }

  /** The face decides where it is a Chinese one; else the file's own page does. */
  #pageHere(): CodePage {
    const { destination, eastAsianFace, face } = this.#state;
    if (destination === 'faces') return this.#tables.namePage() ?? this.#page;
    const own = this.#tables.facePage(face ?? this.#defaultFace);
    return own ?? this.#tables.facePage(eastAsianFace) ?? this.#page;
  }

  #place(state: GroupState): ParagraphPlace {
    const { align, outlineLevel, style, inTable, indentChars, indentTwips, sizeHalfPt } = state;
    const sizePt = sizeHalfPt ? sizeHalfPt / 2 : 12;
    return {
      align,
      outlineLevel: outlineLevel ?? this.#tables.outlineLevel(style),
      indent: indentChars === 0 ? indentTwips / 20 / sizePt : indentChars / 100,
      inTable,
    };
  }
}

/**
 * Reads the words of an RTF file: numbers of lists become labels as they print, notes and boxes follow their
 * paragraph; headers, pictures, comments, deleted and hidden words are left out and counted.
 * A file that breaks off is read as far as it goes, with a notice. Nothing in it is fetched or run.
 * Throws a Refusal: import/damaged, import/suspicious.
 */
export function readRtf(bytes: Uint8Array): SourceDocument {
  const start = bytes.indexOf(0x7b);
  if (start < 0) throw damaged('文件开头读不出来');
  const reading = new RtfReading();
  const isWhole = readTokens(bytes, start, reading);
  const blocks = reading.finish();
  const notices = tallyNotices(reading.tally);
  return { blocks, notices: isWhole ? notices : [{ code: 'read/cut-short' }, ...notices] };
}
