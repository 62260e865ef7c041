import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useCoverSpoken } from './announcer.tsx';

/** What covers and uncovers, and what lies over the screen and is taken away. */
const NO_PLACE_OF_WORK =
  '[aria-keyshortcuts="F9"], [data-privacy-cover] *, [role="dialog"], [role="dialog"] *';

/** What a cover over a screen does besides hiding it: nothing is said under it, and afterward the focus is where it was. */
export function useCover(place: RefObject<HTMLElement | null>, covered: boolean): void {
  useCoverSpoken(covered);
  useFocusBehindCover(place, covered);
}

/**
 * Brings the focus back to where it was before the cover: in what is covered, or beside it, for a clerk's cover hides the column
 * of steps as well. Where that is gone, for the step has become another one meanwhile, its main button gets it.
 */
function useFocusBehindCover(place: RefObject<HTMLElement | null>, covered: boolean): void {
  const focused = useRef<HTMLElement | null>(null);
  const isCovered = useRef(covered);
  // Before the steps' own effects, which give the focus to where it begins.
  useLayoutEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      if (isCovered.current || !(target instanceof HTMLElement) || target.matches(NO_PLACE_OF_WORK)) return;
      focused.current = target;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  // Before the next painting: what is typed right after the key already lands where it did before.
  useLayoutEffect(() => {
    isCovered.current = covered;
    if (covered) return;
    const had = focused.current;
    if (had === null) return;
    // Nothing moves: what was seen before the cover is seen after it.
    if (had.isConnected) had.focus({ preventScroll: true });
    else place.current?.querySelector<HTMLElement>('[data-main="true"]')?.focus();
  }, [place, covered]);
}
