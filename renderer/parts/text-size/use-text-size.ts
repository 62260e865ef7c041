import { useEffect, useLayoutEffect, useRef } from 'react';
import { neighborOf, type TextSize } from '../../../shared/contract/text-size.ts';
import { useCoreView, useStaffView } from '../../core-client/core.tsx';
import { useSetTextSize } from './use-set-text-size.ts';

/** As in every browser; on some keyboards + is the shifted =. */
const KEYS: Readonly<Record<string, (size: TextSize) => TextSize>> = {
  '+': (size) => neighborOf(size, 1),
  '=': (size) => neighborOf(size, 1),
  '-': (size) => neighborOf(size, -1),
  '0': () => 100,
};

/** Draws every screen, and whatever lies over it, in the size of whoever is at the kiosk; Ctrl with + - 0 changes it. */
export function useTextSize(): void {
  const size = useStaffView(({ textSize }) => textSize) ?? 100;
  // Before the next painting: a fresh session is never seen in another size.
  useLayoutEffect(() => {
    document.documentElement.dataset.textSize = String(size);
    // What has the focus stays in sight when everything around it grows.
    document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [size]);

  // A resident's screen has sizes of its own.
  const isStaffs = useCoreView(({ status }) => status?.holder !== 'resident');
  const setTextSize = useSetTextSize();
  const latest = useRef(setTextSize);
  latest.current = setTextSize;
  useEffect(() => {
    if (!isStaffs) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const next = KEYS[event.key];
      if (next === undefined || !event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      if (event.isTrusted && !event.repeat) void latest.current(next);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isStaffs]);
}
