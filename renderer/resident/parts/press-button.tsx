import { type KeyboardEvent, type ReactNode, type RefObject, useEffect } from 'react';
import { Pressable } from 'react-aria-components';
import { pageKeyWatch } from '../../parts/keys/key-watch.ts';
import { useAwake } from '../../parts/keys/use-awake.ts';
import type { ResidentDialog } from '../resident-context.ts';
import styles from './press-button.module.css';

interface PressButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
  /** Of a choice in a row: this is the one at hand. */
  readonly isChosen?: boolean;
  /** Something is under way: it is seen and keeps the focus, and does nothing. */
  readonly isBusy?: boolean;
  /** Says more than what is on it. */
  readonly label?: string;
  /** What is said of it aloud where two switches stop at it, where that is not its name. */
  readonly switchName?: string;
  /** The dialog that it opens. */
  readonly opens?: ResidentDialog;
  readonly buttonRef?: RefObject<HTMLButtonElement | null>;
  /** Of a dialog: the focus begins here (`ScrollingDialog`). */
  readonly takesFocus?: boolean;
  /** Of what is on it. */
  readonly lang?: string;
}

/**
 * A button for whoever touches, trembles, or works by keyboard or switch: what presses it begins and ends on it, however far
 * it moves there. A held key presses once, and what a scanner sends never; and for a moment after it came nothing does, for the finger that led here may
 * come down twice.
 */
export function PressButton(props: PressButtonProps): ReactNode {
  const { kind = 'plain', isBusy = false } = props;
  const isAwake = useAwake(true) && !isBusy;
  useEffect(() => void pageKeyWatch(), []);
  return (
    <Pressable
      onPress={() => {
        if (isAwake) props.onPress();
      }}
    >
      <button
        {...(props.buttonRef === undefined ? {} : { ref: props.buttonRef })}
        type="button"
        className={`${styles.button} ${kind === 'plain' ? '' : styles[kind]}`}
        lang={props.lang}
        data-main={kind === 'main'}
        data-quiet={kind === 'quiet'}
        data-takes-focus={props.takesFocus}
        data-asleep={!isAwake}
        aria-disabled={!isAwake}
        aria-pressed={props.isChosen}
        aria-label={props.label}
        aria-haspopup={props.opens === undefined ? undefined : 'dialog'}
        data-opens={props.opens}
        data-switch-name={props.switchName}
        onKeyDownCapture={swallowScanned}
        onKeyDown={swallowRepeat}
      >
        {props.children}
      </button>
    </Pressable>
  );
}

/** A key that is held would click by itself where it came up on another screen. */
function swallowRepeat(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}

/** Before React Aria hears of it, which presses also where the browser would not. */
function swallowScanned(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  if (!pageKeyWatch().endsBurst(event.nativeEvent)) return;
  event.preventDefault();
  event.stopPropagation();
}
