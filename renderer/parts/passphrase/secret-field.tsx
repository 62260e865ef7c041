import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { KeyCap } from '../keys/key-cap.tsx';
import { FieldNote } from '../text-field/field-note.tsx';
import { LabeledField } from '../text-field/labeled-field.tsx';
import styles from './secret-field.module.css';

interface SecretFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly problem: string | null;
  readonly required?: boolean;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
}

const SHOW_KEY = 'F7';

/**
 * A field for a passphrase: shown as dots until F7 shows it, never filled in by the browser. It tells of Caps Lock, which
 * dots hide. Whoever leaves the field leaves dots behind.
 */
export function SecretField(props: SecretFieldProps): ReactNode {
  const { id, label, value, hint, problem, required = false } = props;
  const { t } = useLingui();
  const [isCapsLock, setCapsLock] = useState(false);
  const [isShown, setShown] = useState(false);
  const note = `${id}-note`;
  // Beside what is wrong, never in its place: both may be the reason.
  const told = isCapsLock
    ? [problem, t`Caps Lock is on.`].filter((each) => each !== null).join(' ')
    : problem;
  const onKey = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  const own = useRef<HTMLInputElement>(null);
  const input = props.inputRef ?? own;
  const turn = (): void => {
    setShown((now) => !now);
    // Leaving the field hides it again: also for whoever pressed with the mouse from elsewhere.
    input.current?.focus();
  };
  return (
    <LabeledField id={id} label={label}>
      <div className={styles.frame}>
        <input
          ref={input}
          id={id}
          className={styles.input}
          type={isShown ? 'text' : 'password'}
          dir="ltr"
          // The one value that Chromium honours for "do not offer to remember".
          autoComplete="new-password"
          value={value}
          required={required}
          aria-invalid={problem !== null}
          aria-describedby={note}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => {
            onKey(event);
            if (event.key !== SHOW_KEY || event.repeat) return;
            event.preventDefault();
            turn();
          }}
          onKeyUp={onKey}
          onBlur={() => {
            setCapsLock(false);
            setShown(false);
            props.onLeave?.();
          }}
        />
        {/* Beside the order of Tab: the key does the same, and the next field stays one Tab away. */}
        <button
          type="button"
          className={styles.show}
          tabIndex={-1}
          aria-keyshortcuts={SHOW_KEY}
          onMouseDown={(event) => event.preventDefault()}
          onClick={turn}
        >
          {isShown ? (
            <Trans comment="Button at a passphrase field: the passphrase is shown as dots again.">Hide</Trans>
          ) : (
            <Trans comment="Button at a passphrase field: the passphrase is shown in letters.">Show</Trans>
          )}
          <KeyCap>{SHOW_KEY}</KeyCap>
        </button>
      </div>
      <FieldNote id={note} problem={told} hint={hint} />
    </LabeledField>
  );
}
