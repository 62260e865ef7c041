import type { ReactNode, RefObject } from 'react';
import styles from '../text-field/typed-field.module.css';

interface SecretFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly problem: string | null;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
}

/** A field for a passphrase: shown as dots, never filled in by the browser. */
export function SecretField(props: SecretFieldProps): ReactNode {
  const { id, label, value, hint, problem } = props;
  const note = `${id}-note`;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
        id={id}
        className={styles.input}
        type="password"
        // The one value that Chromium honours for "do not offer to remember".
        autoComplete="new-password"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={note}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <p id={note} className={problem === null ? styles.hint : styles.problem} aria-live="polite">
        {problem ?? hint}
      </p>
    </div>
  );
}
