import { useEffect } from 'react';
import type { Approval } from '../../parts/approval/approval.tsx';
import type { StartFaults, TypedStart } from './suspension-draft.ts';

/** Puts the focus on the first field of a start that has to be typed anew: it may be beyond the edge of the screen. */
export function focusStart(name: string, { day }: StartFaults): void {
  document.getElementById(day === null ? `${name}-time` : `${name}-day`)?.focus();
}

/**
 * Whether the kiosk refused a start that was still to come when it was typed. That is told at its fields, which get the focus;
 * not while an approval lies over them.
 */
export function useLateStart(
  name: string,
  { when }: TypedStart,
  { refusal, asking }: Pick<Approval, 'refusal' | 'asking'>,
): boolean {
  const isLate = refusal?.kind === 'moment-over' && when === 'later';
  useEffect(() => {
    if (isLate && !asking) focusStart(name, { day: 'over', time: null });
  }, [isLate, asking, name]);
  return isLate;
}
