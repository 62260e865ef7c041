import { useLingui } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import { useAwake } from '../../parts/keys/use-awake.ts';
import styles from './page-mover.module.css';
import { PressButton } from './press-button.tsx';

/** Most of what is seen. */
const STEP = 0.6;
/** The height of a line. */
const LINE_EM = 1.5;

/** How far a press goes, in pixels: no further than leaves a line that was seen in part, so that none is skipped. */
function stepIn(place: HTMLElement): number {
  const line = LINE_EM * Number.parseFloat(getComputedStyle(place).fontSize);
  const { clientHeight } = place;
  return Math.max(Math.min(clientHeight * STEP, clientHeight - line), clientHeight / 4);
}

/**
 * For whoever does not drag the page, or a dialog: most of a screen further, at a press, and from its end to the top, where the bar is. It
 * is one button: what pressed it keeps the focus, and no finger finds another one under it. The press of a habit that comes
 * after the last one down leads nobody up.
 */
export function PageMover(props: { scroll: RefObject<HTMLDivElement | null>; isBelow: boolean }): ReactNode {
  const { scroll, isBelow } = props;
  const { t } = useLingui();
  const down = t({
    message: 'More below',
    comment:
      'Button at the foot of a resident’s screen that is longer than the display: it moves the page up.',
  });
  const up = t({
    message: 'To the top',
    comment:
      'Button at the foot of a resident’s screen that is longer than the display, in the place of “More below” where nothing more is below: the page is seen from its beginning again.',
  });
  const mayGoDown = useAwake(isBelow);
  const mayGoUp = useAwake(!isBelow);
  return (
    <div className={styles.more} data-leads={isBelow ? 'down' : 'up'}>
      <PressButton
        switchName={isBelow ? down : up}
        isBusy={isBelow ? !mayGoDown : !mayGoUp}
        onPress={() => {
          const at = scroll.current;
          if (isBelow) at?.scrollBy({ top: stepIn(at) });
          else at?.scrollTo({ top: 0 });
        }}
      >
        {/* Room for the longer of them: nothing moves when it leads the other way. */}
        <span className={styles.ways}>
          <span data-at-hand={isBelow}>
            <span className={styles.words}>{down}</span>
            <span aria-hidden="true">↓</span>
          </span>
          <span data-at-hand={!isBelow}>
            <span className={styles.words}>{up}</span>
            <span aria-hidden="true">↑</span>
          </span>
        </span>
      </PressButton>
    </div>
  );
}
