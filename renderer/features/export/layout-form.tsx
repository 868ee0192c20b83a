import { Checkbox, Radio } from 'antd';
import { BoldFields, FaceFields } from './layout-faces.tsx';
import { type FormProps, Group } from './layout-group.tsx';
import { NumberFields, PageFields } from './layout-page.tsx';
import { TypedField } from './typed-field.tsx';

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
