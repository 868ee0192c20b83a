import { memo } from 'react';
import type { Page, PageLine, PageRule, PageSpan } from '../../../core/paginate/index.ts';
import { faceStack } from './page-faces.ts';

/** Twips of a point. */
const TWIPS = 20;

const colorOf = (color: string) => (/^[\da-f]{6}$/iu.test(color) ? `#${color}` : '#000');

function Span({ span }: { readonly span: PageSpan }) {
  const { text, x, width, face, size, bold, color } = span;
  return (
    <tspan
      x={x}
      // a single letter has no room to be spaced in, and would be passed over
      textLength={text.length > 1 ? width : undefined}
      lengthAdjust="spacing"
      fontFamily={faceStack(face)}
      fontSize={size * TWIPS}
      fontWeight={bold ? 700 : undefined}
      fill={colorOf(color)}
    >
      {text}
    </tspan>
  );
}

/** One text of several spans: it is laid out, marked, copied and read aloud as a line. */
function Line({ line, index }: { readonly line: PageLine; readonly index?: number }) {
  return (
    <text y={line.baseline} data-line={index}>
      {line.spans.map((span, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: spans of a line are known by their order alone
        <Span key={at} span={span} />
      ))}
    </text>
  );
}

function Rule({ rule }: { readonly rule: PageRule }) {
  const { x, y, width, height, thickness, color } = rule;
  return (
    <line
      x1={x}
      y1={y}
      x2={x + width}
      y2={y + height}
      stroke={colorOf(color)}
      strokeWidth={thickness * TWIPS}
    />
  );
}

/** A page as it will be printed, each span as wide as it will be there. */
export const PageView = memo(function PageView({
  page,
  number,
}: {
  readonly page: Page;
  /** From 1. */
  readonly number: number;
}) {
  const { width, height, lines, rules, edges } = page;
  return (
    <section
      className="preview-page"
      aria-label={`第 ${number} 页`}
      data-page={number}
      style={{ '--page-ratio': width / height } as React.CSSProperties}
    >
      <svg viewBox={`0 0 ${width} ${height}`} role="presentation">
        {rules.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules are known by their order alone
          <Rule key={index} rule={rule} />
        ))}
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their order alone
          <Line key={index} line={line} index={index} />
        ))}
        {edges.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their order alone
          <Line key={index} line={line} />
        ))}
      </svg>
    </section>
  );
});
