import { useEffect, useRef } from 'react';

/** As in every browser; on some keyboards + is the shifted =. Zero: as it is to begin with. */
const STEPS: Readonly<Record<string, 1 | -1 | 0>> = { '+': 1, '=': 1, '-': -1, '0': 0 };

/** Ctrl with + - 0 sets the size of text on every screen. */
export function useTextSizeKeys(onStep: (step: 1 | -1 | 0) => void): void {
  const latest = useRef(onStep);
  latest.current = onStep;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const step = STEPS[event.key];
      if (step === undefined || !event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      if (event.isTrusted && !event.repeat) latest.current(step);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
