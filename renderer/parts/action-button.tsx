import type { ReactNode, RefObject } from 'react';
import { Button } from 'react-aria-components';
import styles from './action-button.module.css';

interface ActionButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** The key that does the same from anywhere on the screen, as written on the keyboard. */
  readonly shortcut?: string;
  readonly kind?: 'main' | 'plain' | 'quiet' | 'grave';
  /** Asleep: seen, reachable, but does nothing yet. Unlike a disabled button it keeps the focus. */
  readonly asleep?: boolean;
  readonly large?: boolean;
  readonly autoFocus?: boolean;
  readonly type?: 'button' | 'submit';
  readonly describedBy?: string;
  readonly buttonRef?: RefObject<HTMLButtonElement | null>;
}

/** A button with the key that does the same written on it. */
export function ActionButton(props: ActionButtonProps): ReactNode {
  const { children, onPress, shortcut, kind = 'plain', asleep = false, large = false } = props;
  return (
    <Button
      {...(props.buttonRef === undefined ? {} : { ref: props.buttonRef })}
      type={props.type ?? 'button'}
      className={`${styles.button} ${styles[kind]} ${large ? styles.large : ''}`}
      isPending={asleep}
      autoFocus={props.autoFocus ?? false}
      onPress={onPress}
      {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut })}
    >
      <span>{children}</span>
      {shortcut === undefined ? null : <kbd aria-hidden="true">{shortcut}</kbd>}
    </Button>
  );
}
