import { useLingui } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useAwake } from '../../parts/keys/use-awake.ts';
import { useTellScreen } from '../../parts/use-tell-screen.ts';
import type { ResidentScreenName } from '../screen-name.ts';
import { PressButton } from './press-button.tsx';
import styles from './resident-screen.module.css';
import { useMoreBelow } from './use-more-below.ts';

interface ResidentScreenProps {
  readonly name: ResidentScreenName;
  readonly heading: string;
  /** The heading as it is drawn, where it is not in the language of the screen throughout. */
  readonly headingShown?: ReactNode;
  /** Stands above the heading, and is said before it: "Question 2 of 7". */
  readonly lead?: string;
  /** Before the lead, on its line: something that is drawn. */
  readonly beside?: ReactNode;
  /** At the end of that line. */
  readonly end?: ReactNode;
  /** False: something else on the screen takes the focus. */
  readonly focusHeading?: boolean;
  /** What is always in the same place, above all else. */
  readonly bar: ReactNode;
  /** The buttons at the foot, the main one first. They stay in sight, however long the page is. */
  readonly foot?: ReactNode;
  /** Under all of it, and never over it: the keyboard. */
  readonly keyboard?: ReactNode;
  readonly children: ReactNode;
}

/** A resident's screen: bar, one heading, one thing to do, and the buttons at the thumb. */
export function ResidentScreen(props: ResidentScreenProps): ReactNode {
  const { name, heading, lead, focusHeading = true } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const more = useMoreBelow(scroll);
  useTellScreen(heading, lead);
  useEffect(() => {
    if (focusHeading) title.current?.focus({ preventScroll: true });
  }, [focusHeading]);
  return (
    <main
      className={styles.frame}
      tabIndex={-1}
      data-screen={name}
      data-resident-screen
      aria-labelledby="heading"
    >
      <div className={styles.place}>
        <div ref={scroll} className={styles.scroll} data-scrolls={more.scrolls}>
          <div className={styles.bar}>{props.bar}</div>
          <div className={styles.content}>
            {lead === undefined && props.end === undefined ? null : (
              <div className={styles.above}>
                {props.beside}
                {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
                {props.end}
              </div>
            )}
            <h1 id="heading" ref={title} tabIndex={-1} className={styles.heading}>
              {props.headingShown ?? heading}
            </h1>
            {props.children}
          </div>
        </div>
      </div>
      {more.scrolls || props.foot !== undefined ? (
        <div className={styles.foot}>
          <div className={styles.buttons}>
            {props.foot}
            {more.scrolls ? <PageMover scroll={scroll} isBelow={more.isBelow} /> : null}
          </div>
        </div>
      ) : null}
      {props.keyboard}
    </main>
  );
}

/**
 * For whoever does not drag the page: most of a screen further, at a press, and from its end to the top, where the bar is. It
 * is one button: what pressed it keeps the focus, and no finger finds another one under it. The press of a habit that comes
 * after the last one down leads nobody up.
 */
function PageMover(props: { scroll: RefObject<HTMLDivElement | null>; isBelow: boolean }): ReactNode {
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
          if (isBelow) at?.scrollBy({ top: at.clientHeight * 0.6 });
          else at?.scrollTo({ top: 0 });
        }}
      >
        {/* Room for the longer of them: nothing moves when it leads the other way. */}
        <span className={styles.words}>
          <span data-at-hand={isBelow}>{down}</span>
          <span data-at-hand={!isBelow}>{up}</span>
        </span>
        <span aria-hidden="true">{isBelow ? '↓' : '↑'}</span>
      </PressButton>
    </div>
  );
}
