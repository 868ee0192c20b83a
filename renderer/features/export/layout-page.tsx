import { Checkbox, Radio } from 'antd';
import { type FormProps, Group } from './layout-group.tsx';
import { TypedField } from './typed-field.tsx';

/** A number within bounds; what is none gives the one before back. */
function NumberField({
  label,
  value,
  min,
  max,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <TypedField
      label={label}
      value={String(value)}
      maxLength={6}
      tidy={(typed) => {
        const read = Number(typed);
        if (typed.trim() === '' || Number.isNaN(read)) return String(value);
        return String(Math.min(max, Math.max(min, read)));
      }}
      onChange={(typed) => onChange(Number(typed))}
    />
  );
}

const pitches = [
  { value: 28.95, label: '28.95 磅（每页 22 行）' },
  { value: 28, label: '28 磅' },
];

/** Pitch, characters and margins. */
export function PageFields({ profile, onChange }: FormProps) {
  const { marginsMm, linePitchPt, charactersPerLine } = profile;
  const sides = [
    ['top', '上', 15, 50],
    ['bottom', '下', 15, 50],
    ['left', '左', 15, 40],
    ['right', '右', 15, 40],
  ] as const;
  return (
    <Group title="页面">
      <Radio.Group
        aria-label="行距"
        value={linePitchPt}
        options={pitches}
        onChange={({ target }) => onChange({ linePitchPt: target.value as number })}
      />
      <div className="layout-numbers">
        <NumberField
          label="行距（磅）"
          value={linePitchPt}
          min={24}
          max={36}
          onChange={(pitch) => onChange({ linePitchPt: pitch })}
        />
        <NumberField
          label="每行字数"
          value={charactersPerLine}
          min={24}
          max={30}
          onChange={(count) => onChange({ charactersPerLine: Math.round(count) })}
        />
      </div>
      <div className="layout-numbers">
        {sides.map(([side, label, min, max]) => (
          <NumberField
            key={side}
            label={`${label}边距（毫米）`}
            value={marginsMm[side]}
            min={min}
            max={max}
            onChange={(length) => onChange({ marginsMm: { ...marginsMm, [side]: length } })}
          />
        ))}
      </div>
    </Group>
  );
}

const numberPlaces = [
  { value: 'outer', label: '单页居右、双页居左' },
  { value: 'center', label: '居中' },
  { value: 'none', label: '不要' },
] as const;

/** Where the page's number stands. */
export function NumberFields({ profile, onChange }: FormProps) {
  const { pageNumber } = profile;
  return (
    <Group title="页码">
      <Radio.Group
        aria-label="页码位置"
        value={pageNumber.place}
        options={[...numberPlaces]}
        onChange={({ target }) => onChange({ pageNumber: { ...pageNumber, place: target.value } })}
      />
      {pageNumber.place !== 'none' && (
        <Checkbox
          checked={pageNumber.dashes}
          onChange={({ target }) =>
            onChange({ pageNumber: { ...pageNumber, dashes: target.checked } })
          }
        >
          两边各加一条横线
        </Checkbox>
      )}
    </Group>
  );
}
