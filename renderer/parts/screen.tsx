import { type ReactNode, useEffect, useRef } from 'react';
import { tellHelp } from './help/help-store.ts';
import styles from './screen.module.css';
import type { ScreenName } from './screen-name.ts';
import { useTellScreen } from './use-tell-screen.ts';

interface ScreenProps {
  readonly name: ScreenName;
  readonly heading: string;
  /** Said before the heading when the screen appears: "Step 3 of 6". */
  readonly lead?: string;
  /** Stands beside the heading where there is room, and below it where not. */
  readonly beside?: ReactNode;
  readonly wide?: boolean;
  /** Where there is nothing to press or to type, the focus rests on the heading. */
  readonly focusHeading?: boolean;
  /** False: nothing can be done on it, so nothing is said of it. */
  readonly help?: boolean;
  readonly children: ReactNode;
}

/** The main landmark with its heading, which is announced whenever another screen appears. */
export function Screen({
  name,
  heading,
  lead,
  beside,
  wide,
  focusHeading,
  help = true,
  children,
}: ScreenProps): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  useTellScreen(heading, lead);
  useEffect(() => {
    tellHelp(help ? name : null);
    return () => tellHelp(null);
  }, [help, name]);
  useEffect(() => {
    if (focusHeading === true) title.current?.focus();
  }, [focusHeading]);
  const inWords = (
    <h1 id="heading" ref={title} tabIndex={-1} className={styles.heading}>
      {heading}
    </h1>
  );
  return (
    <main
      className={wide === true ? styles.wide : styles.main}
      tabIndex={-1}
      data-screen={name}
      aria-labelledby="heading"
    >
      {beside === undefined ? (
        inWords
      ) : (
        <div className={styles.head}>
          {inWords}
          {beside}
        </div>
      )}
      {children}
    </main>
  );
}
