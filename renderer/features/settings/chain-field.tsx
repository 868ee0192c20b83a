import { Input } from 'antd';
import { useCallback, useId, useMemo } from 'react';
import type { Settings } from '../../../core/api/index.ts';
import { inferChainOfName, readChain } from '../../../core/places/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { useAnswer } from '../../components/use-answer.ts';

/** What the app takes the chain to be while the person has not told it. */
function useInferred(issuers: Settings['issuers'], isAsked: boolean): readonly string[] {
  const call = useCall();
  const ask = useCallback(
    () =>
      isAsked
        ? call('places.get', {})
        : Promise.resolve({ ok: true as const, value: { source: '', provinces: [] } }),
    [call, isAsked],
  );
  const { answer } = useAnswer(ask);
  const list = answer.state === 'ready' ? answer.value : null;
  return useMemo(() => (list ? inferChainOfName(list, issuers) : []), [list, issuers]);
}

/** 所在地: the places above the unit and its own, on one line. */
export function ChainField({
  chain,
  issuers,
  onLeave,
}: {
  readonly chain: Settings['chain'];
  readonly issuers: Settings['issuers'];
  /** Told when the line is left with other places than before. */
  readonly onLeave: (chain: Settings['chain']) => void;
}) {
  const hintId = useId();
  const inferred = useInferred(issuers, chain.length === 0);
  const leave = (line: string) => {
    const next = readChain(line);
    if (next.join(' ') !== chain.join(' ')) onLeave(next);
  };
  return (
    <>
      <Input
        // Uncontrolled: nothing is written back while an input method composes.
        defaultValue={chain.join(' ')}
        maxLength={200}
        aria-label="所在地（省、市、县）"
        aria-describedby={hintId}
        placeholder={inferred.length > 0 ? inferred.join(' ') : '如 某省 某市 某县 青石镇'}
        onBlur={(event) => leave(event.target.value)}
        onPressEnter={(event) => leave(event.currentTarget.value)}
      />
      <p id={hintId} className="settings-hint" aria-live="polite">
        {chain.length === 0 && inferred.length > 0
          ? `没有填写，按单位全称推断为：${inferred.join('、')}。`
          : '从省写到本单位，用空格或顿号隔开。'}
      </p>
    </>
  );
}
