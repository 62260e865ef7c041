import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { useCover } from '../../parts/use-cover.ts';
import { PressButton } from '../parts/press-button.tsx';
import styles from './privacy-cover.module.css';

/**
 * Under it a screen stays as it is, with what was typed: nothing of it is seen or said, and nothing reaches it. It gets the focus
 * back that it had.
 */
export function PrivacyCover(props: {
  isCovered: boolean;
  onUncover: () => void;
  children: ReactNode;
}): ReactNode {
  const { isCovered } = props;
  const button = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useCover(place, isCovered);
  useEffect(() => {
    if (isCovered) button.current?.focus();
  }, [isCovered]);
  return (
    <div className={styles.place} data-framed>
      <div ref={place} className={isCovered ? styles.hidden : styles.below} inert={isCovered}>
        {props.children}
      </div>
      {isCovered ? (
        <div className={styles.cover} data-privacy-cover>
          <p role="status">
            <Trans comment="On a resident’s screen that was covered, so that nobody can read it.">
              The screen is covered. What you entered is still there.
            </Trans>
          </p>
          <PressButton kind="main" buttonRef={button} onPress={props.onUncover}>
            <Trans comment="Button on a covered screen: what was on it is seen again.">
              Uncover the screen
            </Trans>
          </PressButton>
        </div>
      ) : null}
    </div>
  );
}
