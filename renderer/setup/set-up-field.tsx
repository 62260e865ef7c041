import type { ReactNode } from 'react';
import { SecretField } from '../parts/passphrase/secret-field.tsx';
import { TextField } from '../parts/text-field/text-field.tsx';
import { setUpProblemInWords } from './problem-words.ts';
import type { SetUpField as Field } from './set-up-values.ts';
import type { SetUpForm } from './use-set-up-form.ts';

/** One field of the first run. */
export function SetUpField(props: {
  form: SetUpForm;
  field: Field;
  label: string;
  hint?: string | undefined;
  secret?: boolean;
}): ReactNode {
  const { form, field, label, hint, secret = false } = props;
  const told = form.told(field);
  const Input = secret ? SecretField : TextField;
  return (
    <Input
      id={`set-up-${field}`}
      label={label}
      hint={hint}
      value={form.values[field]}
      problem={told === null ? null : setUpProblemInWords(told.kind)}
      required
      onChange={(typed) => form.type(field, typed)}
      onLeave={() => form.leave(field)}
    />
  );
}
