import type { KeyboardEvent, ReactNode } from 'react';
import { FieldNote } from './field-note.tsx';
import { LabeledField } from './labeled-field.tsx';
import { leavesField } from './leaves-field.ts';
import styles from './text-field.module.css';

export interface Choice {
  readonly value: string;
  readonly words: string;
}

interface ChoiceFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly hint?: ReactNode;
  readonly problem: string | null;
  readonly required?: boolean;
  readonly onChange: (chosen: string) => void;
  readonly onLeave?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLSelectElement>) => void;
}

/** One of a few texts, in the place of a text field: first letters and arrow keys choose, without opening the list. */
export function ChoiceField(props: ChoiceFieldProps): ReactNode {
  const { id, choices, problem } = props;
  const note = `${id}-note`;
  const isListed = choices.some(({ value }) => value === props.value);
  return (
    <LabeledField id={id} label={props.label}>
      <select
        id={id}
        className={styles.input}
        value={props.value}
        aria-required={props.required === true}
        aria-invalid={problem !== null}
        aria-describedby={note}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={({ relatedTarget }) => {
          if (leavesField(relatedTarget)) props.onLeave?.();
        }}
        onKeyDown={props.onKeyDown}
      >
        {/* Else the browser would show the first choice as the chosen one, and choosing that would change nothing. */}
        {isListed ? null : (
          <option value={props.value} disabled>
            {props.value}
          </option>
        )}
        {choices.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <FieldNote id={note} problem={problem} hint={props.hint} />
    </LabeledField>
  );
}
