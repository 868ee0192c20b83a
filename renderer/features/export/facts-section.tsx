import { Checkbox } from 'antd';
import { useState } from 'react';
import type { OfficialFacts } from '../../../core/layout/index.ts';
import { DateField } from '../../components/date-field.tsx';
import { useReadyApp } from '../../stores/app.ts';
import { useSession } from '../workspace/desk-context.ts';
import { ExportSection } from './export-section.tsx';
import { splitNames, tidyCopyNumber, tidyNumber } from './tidy-facts.ts';
import { TypedField } from './typed-field.tsx';

interface FactsProps {
  readonly facts: OfficialFacts;
  readonly onChange: (change: Partial<OfficialFacts>) => void;
}

const urgencies = ['', '加急', '特急'] as const;

/** Facts that few reports have. */
function RareFacts({ facts, onChange }: FactsProps) {
  const isSet = facts.copyNumber + facts.secrecy + facts.urgency !== '';
  const [choice, setChoice] = useState<boolean | null>(null);
  const isOpen = choice ?? isSet;
  return (
    <>
      <button
        type="button"
        className="text-button"
        aria-expanded={isOpen}
        onClick={() => setChoice(!isOpen)}
      >
        密级、紧急程度、份号
      </button>
      {isOpen && (
        <>
          <TypedField
            label="密级和保密期限"
            value={facts.secrecy}
            placeholder="如 秘密★1年"
            hint="标了密级的报告不能写成公开版。"
            maxLength={40}
            onChange={(secrecy) => onChange({ secrecy })}
          />
          <label className="typed-field">
            <span>紧急程度</span>
            <select
              value={facts.urgency}
              onChange={({ currentTarget }) => onChange({ urgency: currentTarget.value })}
            >
              {urgencies.map((urgency) => (
                <option key={urgency} value={urgency}>
                  {urgency === '' ? '不标' : urgency}
                </option>
              ))}
            </select>
          </label>
          <TypedField
            label="份号"
            value={facts.copyNumber}
            placeholder="如 000001"
            maxLength={6}
            tidy={tidyCopyNumber}
            onChange={(copyNumber) => onChange({ copyNumber })}
          />
        </>
      )}
    </>
  );
}

/** What stands in the red head. @source GB/T 9704-2012 7.2 */
function HeadFacts({ facts, onChange }: FactsProps) {
  const { issuers } = useSession().opened.summary;
  return (
    <>
      <TypedField
        label="发文机关标志"
        value={facts.mark}
        placeholder={`${issuers.join('、')}文件`}
        hint="空着就用发文单位加“文件”。"
        onChange={(mark) => onChange({ mark })}
      />
      <TypedField
        label="发文字号"
        value={facts.number}
        placeholder="如 青政〔2026〕12号"
        hint="写成 青政[2026]12 也行，离开时自动改成六角括号。"
        tidy={tidyNumber}
        onChange={(number) => onChange({ number })}
      />
      <TypedField
        label="签发人"
        value={facts.signers.join('、')}
        placeholder="上行文才写，几位之间用顿号"
        onChange={(signers) => onChange({ signers: splitNames(signers) })}
      />
    </>
  );
}

/** What stands at the foot of the last page. @source GB/T 9704-2012 7.4 */
function ImprintFacts({ facts, onChange }: FactsProps) {
  const { info } = useReadyApp();
  return (
    <>
      <TypedField
        label="抄送"
        value={facts.copiesTo.join('、')}
        placeholder="几个机关之间用顿号，没有就空着"
        maxLength={2000}
        lines={2}
        onChange={(copiesTo) => onChange({ copiesTo: splitNames(copiesTo) })}
      />
      <TypedField
        label="印发机关"
        value={facts.printedBy}
        placeholder="如 青石镇党政综合办公室"
        onChange={(printedBy) => onChange({ printedBy })}
      />
      <div className="typed-field">
        <DateField
          label="印发日期"
          day={facts.printedOn}
          today={info.today}
          lean="past"
          onChange={(printedOn) => onChange({ printedOn })}
        />
      </div>
    </>
  );
}

/** Whether a seal is pressed, which decides where the signature stands. @source GB/T 9704-2012 7.3.5 */
export function SealField({ facts, onChange }: FactsProps) {
  return (
    <Checkbox
      checked={facts.sealed}
      onChange={({ target }) => onChange({ sealed: target.checked })}
    >
      要盖章（落款留出盖章的位置）
    </Checkbox>
  );
}

/** The first of what every official document has and this one does not yet; null when it is whole. */
function nameLack({ number, printedBy, printedOn }: OfficialFacts): string | null {
  if (number === '') return '发文字号';
  if (printedBy === '') return '印发机关';
  return printedOn === null ? '印发日期' : null;
}

/** 红头与版记: what an official document says outside its text. */
export function FactsSection(props: FactsProps) {
  const { number } = props.facts;
  const lack = nameLack(props.facts);
  return (
    <ExportSection
      title="红头与版记"
      name="facts"
      summary={lack === null ? number : `${lack}还没有填`}
      tone={lack === null ? 'quiet' : 'open'}
      startsOpen
    >
      <HeadFacts {...props} />
      <SealField {...props} />
      <ImprintFacts {...props} />
      <RareFacts {...props} />
    </ExportSection>
  );
}
