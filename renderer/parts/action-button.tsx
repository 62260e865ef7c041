import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from 'react';
import styles from './action-button.module.css';
import { KeyCap } from './keys/key-cap.tsx';
import { pageKeyWatch } from './keys/key-watch.ts';
import { useAwake } from './keys/use-awake.ts';
import { useSubmitByHand } from './keys/use-submit-by-hand.ts';

interface ActionButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** It was pressed while it does nothing yet, asleep or disabled: whoever has it says so beside it. */
  readonly onDisabledPress?: () => void;
  /** The key that does the same from anywhere on the screen, as written on the keyboard. */
  readonly shortcut?: string;
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
  /**
   * Seen and reachable, but does nothing yet. Unlike a button with `disabled` it keeps the focus. `true`: something has to be
   * done first, and whoever has it says what, beside it; `for-a-moment`: it waits for time or an answer, and looks like one
   * that is asleep.
   */
  readonly ariaDisabled?: boolean | 'for-a-moment';
  readonly large?: boolean;
  readonly autoFocus?: boolean;
  readonly type?: 'button' | 'submit';
  readonly describedBy?: string;
  readonly buttonRef?: RefObject<HTMLButtonElement | null>;
  /**
   * What it does can't be undone, whatever it looks like: it sleeps for a moment after it came up (`useAwake`), and only a
   * fresh press by a hand submits its form (`useSubmitByHand`). A button of kind `danger` is so by itself.
   */
  readonly irreversible?: boolean;
  /** Its key, or its form, came up just now: it sleeps as long as they do. An `irreversible` one sleeps by itself. */
  readonly asleep?: boolean;
  /** Only a hand on the mouse or a screen reader's click may press it; it is no stop for Tab. */
  readonly neverByKey?: boolean;
}

/**
 * A button with the key that does the same written on it. Not React Aria's, for two reasons: its pending
 * state leaves nameless nodes behind in its live region, and a disabled button would lose the focus.
 */
export function ActionButton(props: ActionButtonProps): ReactNode {
  const { onPress, shortcut, kind = 'plain', large = false, neverByKey = false } = props;
  const irreversible = kind === 'danger' || props.irreversible === true;
  // What cannot be undone never takes a key that was meant for the screen before.
  const isAwake = useAwake(irreversible) && props.asleep !== true;
  const isRefused = props.ariaDisabled === true;
  const waits = props.ariaDisabled === 'for-a-moment' || !isAwake;
  const ariaDisabled = isRefused || waits;
  const looks = [
    styles.button,
    kind === 'plain' ? '' : styles[kind],
    large ? styles.large : '',
    isRefused ? styles.refused : waits ? styles.waiting : '',
  ];
  const own = useRef<HTMLButtonElement>(null);
  const button = props.buttonRef ?? own;
  const focusFirst = props.autoFocus ?? false;
  useEffect(() => {
    if (focusFirst) button.current?.focus();
  }, [focusFirst, button]);

  useEffect(() => void pageKeyWatch(), []);
  useSubmitByHand(button, irreversible && props.type === 'submit');

  const onClick = (event: MouseEvent): void => {
    // Also keeps a form from being submitted.
    if (ariaDisabled) {
      event.preventDefault();
      props.onDisabledPress?.();
    } else onPress?.();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const presses = event.key === 'Enter' || event.key === ' ';
    if (!presses) return;
    // A held key presses once: the button of the next screen may come under it. And what was scanned ends with Enter.
    const isScanned = pageKeyWatch().endsBurst(event.nativeEvent);
    if (event.repeat || neverByKey || isScanned) event.preventDefault();
  };
  return (
    <button
      ref={button}
      type={props.type ?? 'button'}
      className={looks.filter((look) => look !== '').join(' ')}
      tabIndex={neverByKey ? -1 : undefined}
      data-main={kind === 'main'}
      data-asleep={!isAwake}
      data-irreversible={irreversible}
      aria-disabled={ariaDisabled}
      aria-describedby={props.describedBy}
      aria-keyshortcuts={shortcut}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <span>{props.children}</span>
      {shortcut === undefined ? null : <KeyCap>{shortcut}</KeyCap>}
    </button>
  );
}
