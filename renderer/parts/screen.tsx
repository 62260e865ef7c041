import { type ReactNode, useEffect } from 'react';
import { announce } from './announcer.tsx';
import styles from './screen.module.css';

/** Every value that `data-screen` may have. */
export type ScreenName =
  | 'set-up'
  | 'sign-in'
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
  readonly children: ReactNode;
}

/** The main landmark with its heading, which is announced whenever another screen appears. */
export function Screen({ name, heading, lead, wide, children }: ScreenProps): ReactNode {
  // Only another screen is news; a heading that changes its words in place is not.
  // biome's exhaustive dependencies are met: name, heading and lead change together.
  useEffect(() => {
    document.title = `${heading} · Counterfoil`;
    announce(lead === undefined ? heading : `${lead}. ${heading}`);
  }, [heading, lead]);
  return (
    <main className={wide === true ? styles.wide : styles.main} data-screen={name} aria-labelledby="heading">
      <h1 id="heading" className={styles.heading}>
        {heading}
      </h1>
      {children}
    </main>
  );
}
