import { useEffect, useId, useRef } from 'react';
import type { AppliedPacks } from '../../../core/packs/index.ts';
import { DateField } from '../../components/date-field.tsx';
import { useReadyApp } from '../../stores/app.ts';

/** What stands beside the words of a material. */
export interface SideFacts {
  readonly happenedOn: string | null;
  readonly department: string;
  readonly year: number;
}

/** Day, office and report year of a material. The office is chosen or typed. */
export function SideFields({
  facts,
  packs,
  onChange,
}: {
  readonly facts: SideFacts;
  readonly packs: AppliedPacks | null;
  readonly onChange: (change: Partial<SideFacts>) => void;
}) {
  const { info } = useReadyApp();
  const offices = useId();
  const office = useRef<HTMLInputElement>(null);
  // What is guessed anew is shown, but never while somebody types there: an input method composes.
  useEffect(() => {
    const field = office.current;
    if (field && field !== document.activeElement) field.value = facts.department;
  }, [facts.department]);
  const years = [facts.year - 1, facts.year, facts.year + 1];
  return (
    <div className="material-sides">
      <DateField
        label="日期"
        day={facts.happenedOn}
        today={info.today}
        lean="past"
        onChange={(happenedOn) => onChange({ happenedOn })}
      />
      <label>
        <span>来源</span>
        <input
          ref={office}
          defaultValue={facts.department}
          list={offices}
          maxLength={100}
          placeholder="站所、村居"
          onInput={({ currentTarget }) => onChange({ department: currentTarget.value.trim() })}
        />
        <datalist id={offices}>
          {packs?.departments.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
      </label>
      <label>
        <select
          aria-label="归入哪一年的报告"
          value={facts.year}
          onChange={({ target }) => onChange({ year: Number(target.value) })}
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {year} 年度报告
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
