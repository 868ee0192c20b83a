import './blank-form.css';
import { Select } from 'antd';
import { type AppliedPacks, fillWording } from '../../../core/packs/index.ts';
import type { BlankForm } from '../../../core/roll-forward/index.ts';

const noAddressee = '';

interface FormProps {
  readonly packs: Pick<AppliedPacks, 'template' | 'addressee'>;
  readonly year: number;
  readonly issuers: readonly string[];
  readonly form: BlankForm;
  readonly onChange: (form: BlankForm) => void;
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <div className="blank-choice">
      <span aria-hidden="true">{label}</span>
      <Select
        aria-label={label}
        value={value}
        options={options.map((option) => ({ ...option }))}
        onChange={onChange}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

/** 更多选择: the wordings of the title, whom it is sent to and the order of the parts, folded away. */
export function MoreChoices({ packs, year, issuers, form, onChange }: FormProps) {
  const { template } = packs;
  const values = { unit: issuers.join('、') || '〔单位全称〕', year: String(year) };
  const orders = template.orders.map(({ title, parts }) => ({
    value: parts.join(' '),
    label: title,
    parts,
  }));
  const addressees = unique([
    ...(packs.addressee === null ? [] : [packs.addressee]),
    ...template.addressees,
  ]);
  return (
    <details className="more-choices">
      <summary>更多选择</summary>
      <Choice
        label="标题"
        value={form.titlePattern ?? template.titlePattern}
        options={unique([template.titlePattern, ...template.titleVariants]).map((pattern) => ({
          value: pattern,
          label: fillWording(pattern, values),
        }))}
        onChange={(titlePattern) => onChange({ ...form, titlePattern })}
      />
      <Choice
        label="主送机关"
        value={form.addressee ?? packs.addressee ?? noAddressee}
        options={[
          { value: noAddressee, label: '先不写' },
          ...addressees.map((value) => ({ value, label: value })),
        ]}
        onChange={(addressee) => onChange({ ...form, addressee })}
      />
      {orders.length > 1 && (
        <Choice
          label="各部分的顺序"
          value={form.order?.join(' ') ?? orders[0]?.value ?? ''}
          options={orders.map(({ value, label }) => ({ value, label }))}
          onChange={(value) => {
            const chosen = orders.find((order) => order.value === value);
            if (chosen) onChange({ ...form, order: chosen.parts });
          }}
        />
      )}
    </details>
  );
}
