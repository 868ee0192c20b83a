import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ApiError } from '../../core/api/index.ts';
import { describeError } from '../messages.ts';

/** An error in words: what happened, what was kept, what to do. */
export function Problem({
  error,
  kept: own,
  onRetry,
  children,
}: {
  readonly error: ApiError;
  /** What was kept, where the usual words would tell of something else. */
  readonly kept?: string;
  /** Offers 再试一次. */
  readonly onRetry?: () => void;
  /** Further answers, as buttons. */
  readonly children?: ReactNode;
}) {
  const { what, kept: usual, todo } = describeError(error);
  const kept = own ?? usual;
  return (
    <div className="problem" role="alert">
      <p className="problem-what">{what}</p>
      {(kept || todo) && (
        <p className="problem-more">
          {kept}
          {todo}
        </p>
      )}
      {(onRetry || children) && (
        <div className="problem-answers">
          {onRetry && <Button onClick={onRetry}>再试一次</Button>}
          {children}
        </div>
      )}
    </div>
  );
}
