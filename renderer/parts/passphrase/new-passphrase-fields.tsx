import { useLingui } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import { newPassphraseProblemInWords, strengthInWords } from '../../wording/new-passphrase.ts';
import { SecretField } from './secret-field.tsx';
import { SuggestedWords } from './suggested-words.tsx';
import type { NewPassphrase } from './use-new-passphrase.ts';

interface NewPassphraseFieldsProps {
  readonly passphrase: NewPassphrase;
  /** Somebody pressed the main button: what is missing is told as well. */
  readonly attempted: boolean;
  /** The key for "Suggest four words"; the screen itself listens to it. */
  readonly shortcut: string;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  /** Where there are two of them on a screen: with what the fields’ ids begin, and what is suggested to whom. */
  readonly id?: string;
  readonly suggest?: string;
}

/** A new passphrase, twice, and the kiosk's offer to draw one. */
export function NewPassphraseFields(props: NewPassphraseFieldsProps): ReactNode {
  const { passphrase, attempted, shortcut, inputRef, id = 'new-passphrase' } = props;
  const { t } = useLingui();
  const suggest =
    props.suggest ??
    t({
      message: 'Suggest four words',
      comment: 'Button: the kiosk suggests four words for a passphrase.',
    });
  const { problem, strength, same, again } = passphrase;
  const told = problem !== null && (attempted || problem !== 'empty') ? problem : null;
  const isLeftOut = again === '' && attempted && told === null;
  const differs = again !== '' && !same;
  const againProblem = isLeftOut
    ? t`Type the same passphrase again.`
    : differs
      ? t`The passphrases don’t match. Type the second one again.`
      : null;
  return (
    <>
      <div data-strength={strength}>
        <SecretField
          id={id}
          {...(inputRef === undefined ? {} : { inputRef })}
          label={t({ message: 'New passphrase', comment: 'Label of a passphrase field.' })}
          value={passphrase.typed}
          hint={strength === null ? t`Use four unrelated words.` : strengthInWords(strength)}
          problem={told === null ? null : newPassphraseProblemInWords(told)}
          onChange={passphrase.type}
        />
      </div>
      <SecretField
        id={`${id}-again`}
        label={t({
          message: 'Same passphrase again',
          comment: 'Label of the field where a new passphrase is typed a second time.',
        })}
        value={again}
        problem={againProblem}
        onChange={passphrase.typeAgain}
      />
      <SuggestedWords suggestion={passphrase.suggestion} shortcut={shortcut}>
        {suggest}
      </SuggestedWords>
    </>
  );
}
