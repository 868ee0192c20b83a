import { Button } from 'antd';
import { useEffect, useState } from 'react';

/** True once `milliseconds` have gone by since the component appeared. */
export function useElapsed(milliseconds: number): boolean {
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setElapsed(true), milliseconds);
    return () => window.clearTimeout(timer);
  }, [milliseconds]);
  return elapsed;
}

/** Shown while something is under way: nothing at first, a word after 300 ms, 取消 after 2 s. */
export function Waiting({
  label,
  onCancel,
}: {
  readonly label: string;
  readonly onCancel?: () => void;
}) {
  const visible = useElapsed(300);
  const long = useElapsed(2000);
  return (
    <div className="screen-middle" aria-live="polite" aria-busy="true">
      {visible && (
        <div className="waiting">
          <span className="waiting-bar" aria-hidden="true" />
          <p>{label}……</p>
          {long && onCancel && <Button onClick={onCancel}>取消</Button>}
        </div>
      )}
    </div>
  );
}
