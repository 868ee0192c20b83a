import { Checkbox } from 'antd';
import { useId } from 'react';
import { longestFaceName } from '../../../core/layout/index.ts';
import { type FormProps, Group } from './layout-group.tsx';

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
        maxLength={longestFaceName}
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

/** Which face is used for what. */
export function FaceFields({ profile, onChange }: FormProps) {
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

const boldNames = [
  ['title', '标题'],
  ['part', '一级标题'],
  ['section', '二级标题'],
  ['level3', '三级标题'],
] as const;

/** Which levels are bold. */
export function BoldFields({ profile, onChange }: FormProps) {
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
