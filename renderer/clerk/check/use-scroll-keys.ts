import type { RefObject } from 'react';
import { useKeys } from '../../parts/keys/use-keys.ts';

/** As the browser scrolls a page by its keys: nearly all that is seen, or a line or two. */
const PAGE = 0.85;
const LINES = 0.15;

/** Scrolls what the focus is not in by the keys that scroll a page. */
export function useScrollKeys(scroller: RefObject<HTMLElement | null>, enabled: boolean): void {
  const by = (share: number) => (): void => {
    const at = scroller.current;
    at?.scrollBy({ top: share * at.clientHeight });
  };
  useKeys({ PageDown: by(PAGE), PageUp: by(-PAGE), ArrowDown: by(LINES), ArrowUp: by(-LINES) }, enabled);
}
