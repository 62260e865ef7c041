import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { refusalInWords } from '../../wording/refusal.ts';
import { timeLeftInWords, waitedInWords, waitOf } from '../../wording/wait-before-retry.ts';
import { announce, announceBehind } from '../announcer.tsx';
import { useCountdown } from './use-countdown.ts';

/** What somebody reads whose passphrase was refused, and may have to wait before the next try. */
export interface Wait {
  /** Nothing is sent meanwhile: the kiosk would not listen. */
  readonly waiting: boolean;
  /** Why, in words that change only when the time is over: a screen reader follows them. */
  readonly problem: string | null;
  /** "You can try again in 4 seconds.", every second anew: for the eye. */
  readonly timeLeft: string | null;
}

/** Waits as long as the refusal asks for, and says at the next pause how long that is, and when it is over. */
export function useWait(refusal: Refusal | null): Wait {
  const { t } = useLingui();
  const seconds = refusal === null ? 0 : waitOf(refusal);
  const left = useCountdown(seconds > 0 ? seconds : null, refusal);
  const waiting = left !== null && left > 0;
  const over = left === 0;
  const overInWords = t`You can try again now.`;
  useEffect(() => {
    // The eye has it beside the button, counting down.
    const wait = refusal === null ? 0 : waitOf(refusal);
    if (wait > 0) announceBehind(timeLeftInWords(wait));
  }, [refusal]);
  useEffect(() => {
    if (over) announce(overInWords);
  }, [over, overInWords]);
  if (refusal === null) return { waiting: false, problem: null, timeLeft: null };
  return {
    waiting,
    problem: over ? waitedInWords(refusal) : refusalInWords(refusal),
    timeLeft: waiting ? timeLeftInWords(left) : over ? overInWords : null,
  };
}
