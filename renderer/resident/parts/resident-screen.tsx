import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { useTellScreen } from '../../parts/use-tell-screen.ts';
import type { ResidentScreenName } from '../screen-name.ts';
import { PageMover } from './page-mover.tsx';
import styles from './resident-screen.module.css';
import { useMoreBelow } from './use-more-below.ts';
import { useRoom } from './use-room.ts';

interface ResidentScreenProps {
  readonly name: ResidentScreenName;
  readonly heading: string;
  /** The heading as it is drawn, where it is not in the language of the screen throughout. */
  readonly headingShown?: ReactNode;
  /** Stands above the heading, and is said before it: "Question 2 of 7". */
  readonly lead?: string;
  /** Before the lead, on its line: something that is drawn. */
  readonly beside?: ReactNode;
  /** At the end, beside both. */
  readonly end?: ReactNode;
  /** Above the heading: what somebody has to know before they do anything here. */
  readonly first?: ReactNode;
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

/**
 * A resident's screen: bar, one heading, one thing to do, and the buttons at the thumb. One place of it scrolls and never two: what has
 * no room beside the page is a part of the page (`shareRoom`).
 */
export function ResidentScreen(props: ResidentScreenProps): ReactNode {
  const { name, heading, told = null } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const more = useMoreBelow(scroll);
  const [screenDrawn, setScreen] = useState<HTMLElement | null>(null);
  const [footDrawn, setFoot] = useState<HTMLElement | null>(null);
  const [keyboardDrawn, setKeyboard] = useState<HTMLElement | null>(null);
  const [toldDrawn, setTold] = useState<HTMLElement | null>(null);
  const { isFootBeside, isKeyboardBeside, isToldBeside } = useRoom({
    screen: screenDrawn,
    foot: footDrawn,
    keyboard: keyboardDrawn,
    told: toldDrawn,
  });
  useTellScreen(heading, props.lead);
  const foot =
    more.scrolls || props.foot !== undefined ? (
      <div ref={setFoot} className={styles.foot}>
        <div className={styles.buttons}>
          {props.foot}
          {more.scrolls ? <PageMover scroll={scroll} isBelow={more.isBelow} /> : null}
        </div>
      </div>
    ) : null;
  const keyboard = props.keyboard === undefined ? null : <div ref={setKeyboard}>{props.keyboard}</div>;
  const notice = told === null ? null : <Told placed={setTold}>{told}</Told>;
  return (
    <main
      ref={setScreen}
      className={styles.frame}
      tabIndex={-1}
      data-screen={name}
      data-resident-screen
      aria-labelledby="heading"
    >
      <div className={styles.place}>
        <div
          ref={scroll}
          className={styles.scroll}
          data-scrolls={more.scrolls}
          data-holds-buttons={!isFootBeside}
        >
          <div className={styles.bar}>{props.bar}</div>
          <div className={styles.content}>
            {props.first}
            <Head {...props} />
            {isToldBeside || notice === null ? null : <InPage>{notice}</InPage>}
            {props.children}
          </div>
          {isFootBeside ? null : foot}
          {isKeyboardBeside ? null : keyboard}
        </div>
      </div>
      {isToldBeside && notice !== null ? <div className={styles.toldBeside}>{notice}</div> : null}
      {isFootBeside ? foot : null}
      {isKeyboardBeside ? keyboard : null}
    </main>
  );
}

type HeadProps = Pick<
  ResidentScreenProps,
  'heading' | 'headingShown' | 'lead' | 'beside' | 'end' | 'focusHeading'
>;

/** What stands above whatever is asked or told. */
function Head(props: HeadProps): ReactNode {
  const { lead, focusHeading = true } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusHeading) title.current?.focus({ preventScroll: true });
  }, [focusHeading]);
  return (
    <div className={styles.head}>
      {lead === undefined ? null : (
        <div className={styles.above}>
          {props.beside}
          <p className={styles.lead}>{lead}</p>
        </div>
      )}
      {props.end === undefined ? null : <div className={styles.end}>{props.end}</div>}
      <h1 id="heading" ref={title} tabIndex={-1} className={styles.heading}>
        {props.headingShown ?? props.heading}
      </h1>
    </div>
  );
}

function Told({ placed, children }: { placed: Ref<HTMLDivElement>; children: ReactNode }): ReactNode {
  return (
    <div ref={placed} className={styles.told} data-told>
      {children}
    </div>
  );
}

/** As much of what is told may go out of sight again for the field below it. */
const PART_FOR_FIELD = 0.4;

/** Brings what is told into sight, from its beginning; and all of the field that somebody is in, where both have room. */
function bringToldIntoSight(told: HTMLElement): void {
  const port = told.closest('[data-scrolls]');
  if (port === null) return;
  told.scrollIntoView({ block: told.offsetHeight > port.clientHeight ? 'start' : 'nearest' });
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement) || !port.contains(field)) return;
  const hidden = field.getBoundingClientRect().bottom - port.getBoundingClientRect().bottom;
  if (hidden <= told.offsetHeight * PART_FOR_FIELD) field.scrollIntoView({ block: 'nearest' });
}

/** What is told in the page, above what is asked, comes into sight whenever it says something else: so it needs no way there. */
function InPage({ children }: { readonly children: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const said = useRef('');
  useEffect(() => {
    const now = place.current?.textContent ?? '';
    if (place.current === null || now === said.current) return;
    said.current = now;
    bringToldIntoSight(place.current);
  });
  return <div ref={place}>{children}</div>;
}
