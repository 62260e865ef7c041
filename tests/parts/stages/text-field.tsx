import { type ReactNode, useState } from 'react';
import { SecretField } from '../../../renderer/parts/passphrase/secret-field.tsx';
import { TextField } from '../../../renderer/parts/text-field/text-field.tsx';

const LONGEST = 12;

/** A name with accents: too long is a problem, a digit is a question. */
export function TextFieldStage(): ReactNode {
  const [value, setValue] = useState('');
  const isTooLong = value.length > LONGEST;
  const isAsked = /\d/.test(value);
  return (
    <TextField
      id="name"
      label="Name on the card"
      value={value}
      hint="As the applicant writes it."
      problem={isTooLong ? 'This name is too long.' : isAsked ? 'Is the digit right?' : null}
      isQuestion={!isTooLong}
      required
      withAccents
      onChange={setValue}
    />
  );
}

/** A passphrase that is always too weak. */
export function SecretFieldStage(): ReactNode {
  const [value, setValue] = useState('');
  return (
    <SecretField
      id="secret"
      label="Passphrase"
      value={value}
      hint="Four words."
      problem={value === '' ? null : 'Too easy to guess.'}
      onChange={setValue}
    />
  );
}
