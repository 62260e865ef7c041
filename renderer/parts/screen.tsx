import { type ReactNode, useEffect, useRef } from 'react';
import { announce } from './announcer.tsx';
import styles from './screen.module.css';

/** Every value that `data-screen` may have. */
export type ScreenName =
  | 'set-up'
  | 'sign-in'
  | 'screen-locked'
  | 'change-passphrase'
  | 'go-live'
  | 'not-live'
  | 'tray-check'
  | 'supervisor'
  | 'start'
  | 'waiting'
  | 'locked'
  | 'answers'
  | 'documents'
  | 'photo'
  | 'check'
  | 'print'
  | 'hand-over';

interface ScreenProps {
  readonly name: ScreenName;
  readonly heading: string;
  /** Said before the heading when the screen appears: "Step 3 of 6". */
  readonly lead?: string;
  readonly wide?: boolean;
  /** Where there is nothing to press or to type, the focus rests on the heading. */
  readonly focusHeading?: boolean;
  readonly children: ReactNode;
}

/** The main landmark with its heading, which is announced whenever another screen appears. */
export function Screen({ name, heading, lead, wide, focusHeading, children }: ScreenProps): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${heading} · Counterfoil`;
    announce(lead === undefined ? heading : `${lead}. ${heading}`);
  }, [heading, lead]);
  useEffect(() => {
    if (focusHeading === true) title.current?.focus();
  }, [focusHeading]);
  return (
    <main
      className={wide === true ? styles.wide : styles.main}
      tabIndex={-1}
      data-screen={name}
      aria-labelledby="heading"
    >
      <h1 id="heading" ref={title} tabIndex={-1} className={styles.heading}>
        {heading}
      </h1>
      {children}
    </main>
  );
}
