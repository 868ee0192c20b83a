import { InputNumber } from 'antd';
import { useId } from 'react';

/** Years a report can be of; the model's own limits. */
const firstYear = 1978;
const lastYear = 2200;

/** A report's year. Null while what is typed is no year. */
export function YearField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (year: number | null) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <InputNumber
        id={id}
        value={value}
        min={firstYear}
        max={lastYear}
        precision={0}
        suffix="年"
        onChange={(year) => onChange(year)}
      />
    </div>
  );
}
