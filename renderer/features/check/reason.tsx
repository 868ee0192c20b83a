import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useSession } from '../workspace/desk-context.ts';

const mostLetters = 500;

/** Asks why: a reason of the pack in one click, or one's own words. Enter keeps it, Esc leaves. */
export function Reason({
  itemId,
  state,
  onDone,
  onCancel,
}: {
  readonly itemId: string;
  readonly state: 'answered' | 'notApplicable';
  readonly onDone: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const { checklist } = useSession().opened.packs;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const reasons =
    state === 'notApplicable'
      ? (checklist.items.find(({ id }) => id === itemId)?.reasons ?? [])
      : [];
  const keep = () => onDone(field.current?.value.trim() ?? '');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    } else if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault();
      keep();
    }
  };
  const label = state === 'answered' ? '答在哪里，可以不填' : '为什么不适用';
  return (
    <fieldset className="open-reason" onKeyDown={onKeyDown}>
      <legend className="visually-hidden">{label}</legend>
      <input
        ref={field}
        className="open-reason-field"
        aria-label={label}
        placeholder={label}
        maxLength={mostLetters}
      />
      <Button size="small" type="primary" onClick={keep}>
        {state === 'answered' ? '标为已答' : '标为不适用'}
      </Button>
      <Button size="small" onClick={onCancel}>
        取消
      </Button>
      {reasons.length > 0 && (
        <ul className="open-reasons">
          {reasons.map((reason) => (
            <li key={reason}>
              <button type="button" className="text-button" onClick={() => onDone(reason)}>
                {reason}
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
