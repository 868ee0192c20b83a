import { Button } from 'antd';
import type { ApiError } from '../../../core/api/index.ts';
import { Problem } from '../../components/problem.tsx';
import { ResultBar } from '../workspace/desk-bars.tsx';
import { useDesk, useSession } from '../workspace/desk-context.ts';
import type { Failure } from './use-deliveries.ts';

/** Errors that another place for the file may help with. */
const elsewhere = new Set<ApiError['code']>([
  'export/unwritable',
  'export/full',
  'export/held-open',
  'export/exists',
]);

function Failed({
  failure: { error, again },
  onClose,
  onDisclosure,
}: {
  readonly failure: Failure;
  readonly onClose: () => void;
  readonly onDisclosure: () => void;
}) {
  const isReview = error.code === 'export/not-reviewed';
  return (
    <div className={isReview ? 'export-failed is-review' : 'export-failed'}>
      <Problem error={error}>
        {isReview ? (
          <Button onClick={onDisclosure}>到公开审查</Button>
        ) : (
          <Button onClick={again}>{elsewhere.has(error.code) ? '另选位置再存' : '再试一次'}</Button>
        )}
        <Button onClick={onClose}>知道了</Button>
      </Problem>
    </div>
  );
}

/** What became of the last thing that was done, under the top. */
export function ExportTold({
  failure,
  onClear,
  onDisclosure,
}: {
  readonly failure: Failure | null;
  readonly onClear: () => void;
  readonly onDisclosure: () => void;
}) {
  const session = useSession();
  const message = useDesk((state) => state.message);
  if (failure) return <Failed failure={failure} onClose={onClear} onDisclosure={onDisclosure} />;
  if (!message) return null;
  const close = () => {
    session.store.setState({ message: null });
    document.querySelector<HTMLElement>('.export-page')?.focus();
  };
  return <ResultBar key={message.text} message={message} onClose={close} />;
}
