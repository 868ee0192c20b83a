import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';

/** At most this many organs issue a report together. */
const maxIssuers = 4;
const maxLength = 100;

interface Row {
  readonly key: number;
  readonly name: string;
}

function namesOf(rows: readonly Row[]): readonly string[] {
  return rows.map(({ name }) => name.trim()).filter(Boolean);
}

/** The issuing organs, one a line, in their order. Blank lines do not count. */
export function IssuerFields({
  issuers,
  onChange,
  onLeave,
}: {
  /** What the lines show first; later changes come from the person alone. */
  readonly issuers: readonly string[];
  /** Told at each change. */
  readonly onChange?: (issuers: readonly string[]) => void;
  /** Told when a line is left or taken away. */
  readonly onLeave?: (issuers: readonly string[]) => void;
}) {
  const [rows, setRows] = useState<readonly Row[]>(() =>
    (issuers.length > 0 ? issuers : ['']).map((name, key) => ({ key, name })),
  );
  const fields = useRef<HTMLDivElement>(null);
  const known = useRef(rows.length);
  // A line just added is there to be written in.
  useEffect(() => {
    if (rows.length > known.current) {
      [...(fields.current?.querySelectorAll('input') ?? [])].at(-1)?.focus();
    }
    known.current = rows.length;
  }, [rows.length]);
  const change = (next: readonly Row[]) => {
    setRows(next);
    onChange?.(namesOf(next));
  };
  const rename = (key: number, name: string) =>
    change(rows.map((row) => (row.key === key ? { key, name } : row)));
  const takeAway = (key: number) => {
    const next = rows.filter((row) => row.key !== key);
    change(next);
    onLeave?.(namesOf(next));
  };
  return (
    <div ref={fields} className="issuer-fields">
      {rows.map(({ key, name }, index) => (
        <div key={key} className="issuer-field">
          <Input
            // Uncontrolled: nothing is written back while an input method composes.
            defaultValue={name}
            maxLength={maxLength}
            aria-label={rows.length > 1 ? `第 ${index + 1} 个单位全称` : '单位全称'}
            placeholder={index === 0 ? '如 青石镇人民政府' : '联合行文的另一个单位'}
            onChange={(event) => rename(key, event.target.value)}
            onBlur={() => onLeave?.(namesOf(rows))}
          />
          {rows.length > 1 && (
            <Button
              type="text"
              aria-label={`去掉第 ${index + 1} 个单位`}
              onClick={() => takeAway(key)}
            >
              去掉
            </Button>
          )}
        </div>
      ))}
      {rows.length < maxIssuers && (
        <button
          type="button"
          className="text-button"
          onClick={() =>
            change([...rows, { key: Math.max(...rows.map(({ key }) => key)) + 1, name: '' }])
          }
        >
          再加一个联合行文单位
        </button>
      )}
    </div>
  );
}
