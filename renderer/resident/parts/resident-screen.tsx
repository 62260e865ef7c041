import { type ReactNode, useEffect, useRef } from 'react';
import { useTellScreen } from '../../parts/use-tell-screen.ts';
import type { ResidentScreenName } from '../screen-name.ts';
import { PageMover } from './page-mover.tsx';
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
  /** What comes up by itself, above the buttons: it is seen however far the page was moved, and moves nothing on it. Null: nothing does. */
  readonly told?: ReactNode;
  /** The buttons at the foot, the main one first. They stay in sight, however long the page is. */
  readonly foot?: ReactNode;
  /** Under all of it, and never over it: the keyboard. */
  readonly keyboard?: ReactNode;
  readonly children: ReactNode;
}

/** A resident's screen: bar, one heading, one thing to do, and the buttons at the thumb. */
export function ResidentScreen(props: ResidentScreenProps): ReactNode {
  const { name, heading, lead, focusHeading = true, told = null } = props;
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
      data-tells={told !== null}
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
      {told === null ? null : <Told>{told}</Told>}
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

/** Where it does not fit above the keyboard it scrolls, and keys have to get there as well as a finger. */
function Told({ children }: { readonly children: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const { scrolls } = useMoreBelow(place, 0);
  return (
    <div ref={place} className={styles.told} tabIndex={scrolls ? 0 : undefined} data-told>
      <div className={styles.within}>{children}</div>
    </div>
  );
}
