import { Button } from 'antd';

/** Asks once, in the page, before corrections are lost. */
export function LeaveBar({
  onLeave,
  onStay,
}: {
  readonly onLeave: () => void;
  readonly onStay: () => void;
}) {
  return (
    <section
      className="claim-leave"
      aria-label="离开这一页"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        onStay();
        event.stopPropagation();
      }}
    >
      <p>改过的地方还没有存，现在离开就没有了。</p>
      <span className="claim-leave-answers">
        <Button autoFocus onClick={onStay}>
          留在这里
        </Button>
        <Button danger onClick={onLeave}>
          离开，不保留
        </Button>
      </span>
    </section>
  );
}
