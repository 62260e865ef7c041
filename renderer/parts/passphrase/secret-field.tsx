import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react';
import { FieldNote } from '../text-field/field-note.tsx';
import { LabeledField } from '../text-field/labeled-field.tsx';
import styles from '../text-field/text-field.module.css';

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

/** A field for a passphrase: shown as dots, never filled in by the browser. It tells of Caps Lock, which dots hide. */
export function SecretField(props: SecretFieldProps): ReactNode {
  const { id, label, value, hint, problem, required = false } = props;
  const { t } = useLingui();
  const [isCapsLock, setCapsLock] = useState(false);
  const note = `${id}-note`;
  // Beside what is wrong, never in its place: both may be the reason.
  const told = isCapsLock
    ? [problem, t`Caps Lock is on.`].filter((each) => each !== null).join(' ')
    : problem;
  const onKey = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <LabeledField id={id} label={label}>
      <input
        {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
        id={id}
        className={styles.input}
        type="password"
        // The one value that Chromium honours for "do not offer to remember".
        autoComplete="new-password"
        value={value}
        required={required}
        aria-invalid={problem !== null}
        aria-describedby={note}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={onKey}
        onKeyUp={onKey}
        onBlur={() => {
          setCapsLock(false);
          props.onLeave?.();
        }}
      />
      <FieldNote id={note} problem={told} hint={hint} />
    </LabeledField>
  );
}
