import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useCore, useCoreView } from '../../core-client/core.tsx';
import { isPress } from '../../core-client/hand-activity.ts';
import { handEventOf } from '../../core-client/report-activity.ts';
import { idleEndInWords } from '../../wording/resident/promises.ts';
import { secondsInWords } from '../../wording/resident/seconds.ts';
import { goOnInWords, stillThereInWords } from '../../wording/resident/still-there.ts';
import { PressButton } from '../parts/press-button.tsx';
import { ScrollingDialog } from '../parts/scrolling-dialog.tsx';
import { useResident } from '../resident-context.ts';
import styles from './idle-warning.module.css';
import { whatIdleEnds } from './what-ends.ts';

/** Seconds that are left, counted by this page from when the keeper said so. */
function useSecondsLeft(endsInSeconds: number | null): number | null {
  const [left, setLeft] = useState(endsInSeconds);
  useEffect(() => {
    setLeft(endsInSeconds);
    if (endsInSeconds === null) return undefined;
    const began = performance.now();
    const timer = window.setInterval(() => {
      const gone = Math.floor((performance.now() - began) / 1_000);
      setLeft(Math.max(0, endsInSeconds - gone));
    }, 1_000);
    return () => window.clearInterval(timer);
  }, [endsInSeconds]);
  return left;
}

/**
 * Nobody touched the screen for a while. Any fresh press of the glass, a key or a switch answers, and does nothing else; what happens unanswered is
 * said, and is the keeper's to do.
 */
export function IdleWarning(): ReactNode {
  const { client } = useCore();
  const { status, told, idle } = useResident();
  const hasBegun = useCoreView(({ application }) => application !== null);
  const isOpen = idle !== null;
  const left = useSecondsLeft(idle?.endsInSeconds ?? null);
  const answer = useRef(() => {});
  answer.current = () => void client.reportActivity({});
  useEffect(() => {
    if (!isOpen) return undefined;
    const onHand = (event: KeyboardEvent | PointerEvent): void => {
      if (event.isTrusted && isPress(handEventOf(event))) answer.current();
    };
    const onKey = (event: KeyboardEvent): void => {
      onHand(event);
      // It answers, and is not for what lies below.
      if (event.key === 'Escape') event.stopPropagation();
    };
    window.addEventListener('pointerdown', onHand, { capture: true, passive: true });
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', onHand, { capture: true });
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [isOpen]);
  const now = whatIdleEnds(hasBegun, told.kind, status);
  return (
    <ScrollingDialog
      isOpen={isOpen}
      heading={stillThereInWords()}
      onClose={() => answer.current()}
      foot={
        <PressButton kind="main" takesFocus onPress={() => answer.current()}>
          {goOnInWords()}
        </PressButton>
      }
    >
      {idleEndInWords(now).map((said) => (
        <p key={said} data-idle-end={now}>
          {said}
        </p>
      ))}
      <p className={styles.left} aria-hidden="true" data-seconds-left={left}>
        {left === null ? null : secondsInWords(left)}
      </p>
    </ScrollingDialog>
  );
}
