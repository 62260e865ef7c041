import { type ReactNode, useEffect, useRef } from 'react';
import type { HelpTopic } from '../wording/help/help.ts';
import { tellHelp } from './help/help-store.ts';
import styles from './screen.module.css';
import type { ScreenName } from './screen-name.ts';
import { useTellScreen } from './use-tell-screen.ts';

/** The name of a screen, and what F1 tells there: about the screen, unless something else is at hand on it. */
type NameAndHelp =
  | { readonly name: Exclude<ScreenName, 'supervisor'>; readonly help?: HelpTopic }
  | { readonly name: 'supervisor'; readonly help: HelpTopic | undefined };

type ScreenProps = NameAndHelp & {
  readonly heading: string;
  /** Said before the heading when the screen appears: "Step 3 of 6". */
  readonly lead?: string;
  /** Stands beside the heading where there is room, and below it where not. */
  readonly beside?: ReactNode;
  readonly wide?: boolean;
  /** Where there is nothing to press or to type, the focus rests on the heading. */
  readonly focusHeading?: boolean;
  readonly children: ReactNode;
};

/** The main landmark with its heading, which is announced whenever another screen appears. */
export function Screen(props: ScreenProps): ReactNode {
  const { name, heading, lead, beside, wide, focusHeading, children } = props;
  const topic = (props.name === 'supervisor' ? props.help : (props.help ?? props.name)) ?? null;
  const title = useRef<HTMLHeadingElement>(null);
  useTellScreen(heading, lead);
  useEffect(() => {
    tellHelp(topic);
    return () => tellHelp(null);
  }, [topic]);
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
