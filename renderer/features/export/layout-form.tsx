import { Checkbox, Radio } from 'antd';
import { type ReactNode, useId } from 'react';
import type { LayoutProfile } from '../../../core/layout/index.ts';
import { TypedField } from './typed-field.tsx';

interface FormProps {
  readonly profile: LayoutProfile;
  readonly onChange: (change: Partial<LayoutProfile>) => void;
}

/** Faces that offices commonly have, offered while one types. */
const knownFaces = [
  '方正小标宋简体',
  '方正小标宋_GBK',
  '仿宋_GB2312',
  '仿宋',
  '方正仿宋_GBK',
  '楷体_GB2312',
  '楷体',
  '方正楷体_GBK',
  '黑体',
  '方正黑体_GBK',
  '宋体',
  'Times New Roman',
] as const;

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="layout-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function FaceField({
  label,
  value,
  listId,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly listId: string;
  readonly onChange: (face: string) => void;
}) {
  return (
    <label className="typed-field">
      <span>{label}</span>
      <input
        list={listId}
        defaultValue={value}
        maxLength={60}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value.trim() === '') currentTarget.value = value;
          onChange(currentTarget.value.trim());
        }}
      />
    </label>
  );
}

const faceNames = [
  ['title', '标题'],
  ['text', '正文'],
  ['part', '一级标题，如“一、”'],
  ['section', '二级标题，如“（一）”'],
  ['pageNumber', '页码'],
  ['mark', '发文机关标志'],
] as const;

function FaceFields({ profile, onChange }: FormProps) {
  const listId = useId();
  const { faces } = profile;
  const isOwnDigits = faces.digits !== null;
  return (
    <Group title="字体">
      <datalist id={listId}>
        {knownFaces.map((face) => (
          <option key={face} value={face} />
        ))}
      </datalist>
      {faceNames.map(([role, label]) => (
        <FaceField
          key={role}
          label={label}
          value={faces[role]}
          listId={listId}
          onChange={(face) => onChange({ faces: { ...faces, [role]: face } })}
        />
      ))}
      <Checkbox
        checked={isOwnDigits}
        onChange={({ target }) =>
          onChange({ faces: { ...faces, digits: target.checked ? 'Times New Roman' : null } })
        }
      >
        数字和字母另用一种字体
      </Checkbox>
      {isOwnDigits && (
        <FaceField
          label="数字和字母"
          value={faces.digits ?? ''}
          listId={listId}
          onChange={(digits) => onChange({ faces: { ...faces, digits } })}
        />
      )}
    </Group>
  );
}

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

function PageFields({ profile, onChange }: FormProps) {
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

function NumberFields({ profile, onChange }: FormProps) {
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

const boldNames = [
  ['title', '标题'],
  ['part', '一级标题'],
  ['section', '二级标题'],
  ['level3', '三级标题'],
] as const;

function BoldFields({ profile, onChange }: FormProps) {
  const { bold } = profile;
  return (
    <Group title="加粗">
      <div className="layout-checks">
        {boldNames.map(([level, label]) => (
          <Checkbox
            key={level}
            checked={bold[level]}
            onChange={({ target }) => onChange({ bold: { ...bold, [level]: target.checked } })}
          >
            {label}
          </Checkbox>
        ))}
      </div>
    </Group>
  );
}

const forms = [
  { value: 'plain', label: '公开稿：标题、正文、落款' },
  { value: 'official', label: '正式公文：还有红头和版记' },
] as const;

/** Everything of a layout that a unit may set. */
export function LayoutForm({ profile, onChange }: FormProps) {
  return (
    <div className="layout-form">
      <TypedField
        label="版式名称"
        value={profile.title}
        tidy={(typed) => typed.trim() || profile.title}
        onChange={(title) => onChange({ title })}
      />
      <Group title="样子">
        <Radio.Group
          aria-label="样子"
          value={profile.form}
          options={[...forms]}
          onChange={({ target }) => onChange({ form: target.value })}
        />
        {profile.form === 'plain' && (
          <Checkbox
            checked={profile.signature}
            onChange={({ target }) => onChange({ signature: target.checked })}
          >
            写落款和成文日期
          </Checkbox>
        )}
      </Group>
      <FaceFields profile={profile} onChange={onChange} />
      <PageFields profile={profile} onChange={onChange} />
      <NumberFields profile={profile} onChange={onChange} />
      <BoldFields profile={profile} onChange={onChange} />
    </div>
  );
}
