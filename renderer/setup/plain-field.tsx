import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import fieldStyles from '../parts/text-field/typed-field.module.css';
import { strengthInWords } from '../wording/new-passphrase.ts';
import { setUpProblemInWords } from './problem-words.ts';
import type { SetUpField, SetUpProblem, SetUpValues } from './set-up-values.ts';

export interface SetUpFieldProps {
  readonly form: UseFormReturn<SetUpValues>;
  readonly problems: readonly SetUpProblem[];
  readonly attempted: boolean;
}

interface PlainFieldProps extends SetUpFieldProps {
  readonly field: SetUpField;
  readonly label: string;
  readonly hint?: string;
  readonly secret?: boolean;
  /** For a passphrase: how hard it is to guess, from 0 to 4. */
  readonly strength?: number | null;
}

/** One field of the first run. Its problem is told once the field was left. */
export function PlainField(props: PlainFieldProps): ReactNode {
  const { form, field, label, hint, secret = false, strength = null, attempted } = props;
  const kind = props.problems.find((problem) => problem.field === field)?.kind ?? null;
  const touched = form.formState.touchedFields[field] === true;
  const shown = kind !== null && (attempted || (touched && kind !== 'empty')) ? kind : null;
  const id = `set-up-${field}`;
  return (
    <div className={fieldStyles.field} data-strength={strength}>
      <label className={fieldStyles.label} htmlFor={id}>
        {label}
      </label>
      <input
        {...form.register(field)}
        id={id}
        className={fieldStyles.input}
        type={secret ? 'password' : 'text'}
        autoComplete={secret ? 'new-password' : 'off'}
        spellCheck={false}
        aria-required
        aria-invalid={shown !== null}
        aria-describedby={`${id}-note`}
      />
      <p
        id={`${id}-note`}
        className={shown === null ? fieldStyles.hint : fieldStyles.problem}
        aria-live="polite"
      >
        {shown === null ? (strength === null ? hint : strengthInWords(strength)) : setUpProblemInWords(shown)}
      </p>
    </div>
  );
}
