import type { KeyboardEvent, ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { accentsOf } from './accents.ts';
import styles from './typed-field.module.css';
import { useAccents } from './use-accents.ts';

interface TypedFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem: string | null;
  /** The id of a note that several fields share; without it the field has its own. */
  readonly sharedNote?: string;
  readonly required?: boolean;
  readonly numeric?: boolean;
  /** Holding a letter key offers its accented forms. */
  readonly withAccents?: boolean;
  readonly registration: UseFormRegisterReturn;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A text field with its label, its problem in words, and nothing that alters what is typed. */
export function TypedField(props: TypedFieldProps): ReactNode {
  const { id, label, hint, problem, required = false, numeric = false, withAccents = false } = props;
  const accents = useAccents();
  const note = props.sharedNote ?? `${id}-note`;
  const { onBlur, ...registration } = props.registration;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        {...registration}
        id={id}
        className={styles.input}
        type="text"
        // The direction of a name follows its own letters.
        dir={numeric ? 'ltr' : 'auto'}
        inputMode={numeric ? 'numeric' : 'text'}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        aria-required={required}
        aria-invalid={problem !== null}
        aria-describedby={note}
        onBlur={(event) => {
          accents.close();
          void onBlur(event);
        }}
        onKeyDown={(event) => {
          if (withAccents) accents.onKeyDown(event);
          if (!event.defaultPrevented) props.onKeyDown?.(event);
        }}
      />
      {accents.offered === null ? null : <AccentRow letter={accents.offered} />}
      {props.sharedNote === undefined ? (
        <FieldNote id={note} problem={problem} {...(hint === undefined ? {} : { hint })} />
      ) : null}
    </div>
  );
}

/** The line below a field: its hint, or in its place the problem. */
export function FieldNote(props: { id: string; hint?: string; problem: string | null }): ReactNode {
  const { id, hint, problem } = props;
  return (
    <p id={id} className={problem === null ? styles.hint : styles.problem} aria-live="polite">
      {problem ?? hint}
    </p>
  );
}

function AccentRow({ letter }: { letter: string }): ReactNode {
  return (
    <ol className={styles.accents} role="status" data-accents={letter}>
      {accentsOf(letter).map((form, index) => (
        <li key={form} className={styles.accent}>
          <span className={styles.form}>{form}</span>
          <kbd>{index + 1}</kbd>
        </li>
      ))}
    </ol>
  );
}
