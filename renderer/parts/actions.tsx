import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import styles from './actions.module.css';

/**
 * The buttons that end the work of a screen or a dialog. They stay in sight while it scrolls; what came of a press is
 * told below them, so that it never moves them, and leaves the field at hand in sight above them.
 */
export function Actions({ children, verdict }: { children: ReactNode; verdict?: ReactNode }): ReactNode {
  const bar = useRef<HTMLDivElement>(null);
  useFocusAbove(bar);
  return (
    <div ref={bar} className={styles.actions} data-actions>
      <div className={styles.row}>{children}</div>
      {verdict}
    </div>
  );
}

/**
 * Keeps what has the focus in sight above a bar that has grown by what is told in it: whoever types must see where (WCAG
 * 2.4.11). The scroll padding of what scrolls leaves room for that.
 */
function useFocusAbove(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const at = bar.current;
    if (at === null) return undefined;
    let height = at.offsetHeight;
    const grows = new ResizeObserver(() => {
      const now = at.offsetHeight;
      const focused = document.activeElement;
      // The screen itself may hold the focus, and is higher than what is seen of it.
      if (now > height && focused?.matches('input, select, button') && !at.contains(focused))
        focused.scrollIntoView({ block: 'nearest' });
      height = now;
    });
    grows.observe(at);
    return () => grows.disconnect();
  }, [bar]);
}
