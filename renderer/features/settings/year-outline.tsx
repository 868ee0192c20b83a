import { useCallback } from 'react';
import { usualReportYear } from '../../../core/deadlines/index.ts';
import { packNotices } from '../../../core/packs/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { describeNotice } from '../../messages.ts';
import { useReadyApp } from '../../stores/app.ts';
import { usePackChanges } from '../../stores/packs.ts';

function Outlines({ years }: { readonly years: readonly [number, number] }) {
  const call = useCall();
  const [first, second] = years;
  const ask = useCallback(async () => {
    const one = await call('packs.forYear', { year: first });
    if (!one.ok) return one;
    const two = await call('packs.forYear', { year: second });
    return two.ok ? { ok: true as const, value: [one.value, two.value] as const } : two;
  }, [call, first, second]);
  const { answer } = useAnswer(ask);
  if (answer.state !== 'ready') return null;
  const notices = answer.value.flatMap((packs, index) =>
    packNotices(packs, index === 0 ? first : second),
  );
  const [notice] = notices;
  return notice ? (
    <p className="quiet-notice packs-year">{describeNotice(notice)}收到新的资料包，在下面导入。</p>
  ) : null;
}

/** Says when this year's report, or the next one's, has no outline of its own yet. */
export function YearOutline() {
  const { info } = useReadyApp();
  const changes = usePackChanges(({ count }) => count);
  const year = usualReportYear(info.today);
  return <Outlines key={changes} years={[year, year + 1]} />;
}
