import type { Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { slugOf, wordsOf } from './guide.ts';

/** What a link does, by where it leads; null where it leads out of the guide. */
export type OnLink = (href: string) => (() => void) | null;

interface Props {
  readonly tokens: readonly Token[];
  readonly onLink: OnLink;
}

/** Words on the screen stand in 「」 in the guide: they are set apart as they are on the screen. */
function splitNames(text: string): readonly ReactNode[] {
  return text.split(/(「[^」]+」)/u).map((piece, index) =>
    piece.startsWith('「') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page never changes.
      <b key={index}>{piece}</b>
    ) : (
      piece
    ),
  );
}

function Link({ token, onLink }: { readonly token: Tokens.Link; readonly onLink: OnLink }) {
  const go = onLink(token.href);
  const words = <Pieces tokens={token.tokens} onLink={onLink} />;
  return go ? (
    <button type="button" className="help-link" onClick={go}>
      {words}
    </button>
  ) : (
    words
  );
}

function List({ token, onLink }: { readonly token: Tokens.List; readonly onLink: OnLink }) {
  const items = token.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page never changes.
    <li key={index}>
      <Pieces tokens={item.tokens} onLink={onLink} />
    </li>
  ));
  return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function Table({ token, onLink }: { readonly token: Tokens.Table; readonly onLink: OnLink }) {
  const row = (cells: readonly Tokens.TableCell[], Cell: 'th' | 'td') =>
    cells.map((cell, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page never changes.
      <Cell key={index} {...(Cell === 'th' ? { scope: 'col' } : {})}>
        <Pieces tokens={cell.tokens} onLink={onLink} />
      </Cell>
    ));
  return (
    <table>
      <thead>
        <tr>{row(token.header, 'th')}</tr>
      </thead>
      <tbody>
        {token.rows.map((cells, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page never changes.
          <tr key={index}>{row(cells, 'td')}</tr>
        ))}
      </tbody>
    </table>
  );
}

function Heading({ token }: { readonly token: Tokens.Heading }) {
  const words = wordsOf(token);
  if (token.depth === 1) return <h2 tabIndex={-1}>{words}</h2>;
  const Level = token.depth === 2 ? 'h3' : 'h4';
  return (
    <Level tabIndex={-1} data-heading={slugOf(words)}>
      {words}
    </Level>
  );
}

function isOnlyPictures({ tokens }: Tokens.Paragraph): boolean {
  return tokens.every((token) => token.type === 'image' || wordsOf(token).trim() === '');
}

/** One token as it is shown. Pictures of the screen are left out: the screen itself is beside it. */
function Piece({ token, onLink }: { readonly token: Token; readonly onLink: OnLink }): ReactNode {
  const known = token as Tokens.Generic as
    | Tokens.Heading
    | Tokens.Paragraph
    | Tokens.List
    | Tokens.Table
    | Tokens.Link
    | Tokens.Strong
    | Tokens.Em
    | Tokens.Codespan
    | Tokens.Code
    | Tokens.Blockquote
    | Tokens.Text
    | Tokens.Br
    | Tokens.Space
    | Tokens.Image
    | Tokens.Escape;
  switch (known.type) {
    case 'heading':
      return <Heading token={known} />;
    case 'paragraph':
      return isOnlyPictures(known) ? null : (
        <p>
          <Pieces tokens={known.tokens} onLink={onLink} />
        </p>
      );
    case 'list':
      return <List token={known} onLink={onLink} />;
    case 'table':
      return <Table token={known} onLink={onLink} />;
    case 'link':
      return <Link token={known} onLink={onLink} />;
    case 'strong':
      return (
        <strong>
          <Pieces tokens={known.tokens} onLink={onLink} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Pieces tokens={known.tokens} onLink={onLink} />
        </em>
      );
    case 'codespan':
      return <kbd>{known.text}</kbd>;
    case 'code':
      return <pre>{known.text}</pre>;
    case 'blockquote':
      return (
        <blockquote>
          <Pieces tokens={known.tokens} onLink={onLink} />
        </blockquote>
      );
    case 'br':
      return <br />;
    case 'space':
    case 'image':
      return null;
    case 'escape':
    case 'text':
      return 'tokens' in known && known.tokens ? (
        <Pieces tokens={known.tokens} onLink={onLink} />
      ) : (
        splitNames(known.text)
      );
  }
}

function Pieces({ tokens, onLink }: Props): ReactNode {
  return tokens.map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page never changes.
    <Piece key={index} token={token} onLink={onLink} />
  ));
}

/** Markdown as elements of the page: its tokens, never its HTML. */
export function GuideText({ tokens, onLink }: Props) {
  return <Pieces tokens={tokens} onLink={onLink} />;
}
