import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { STAFF_NAME_MAXIMUM } from '../../shared/staff/staff-name.ts';
import { NewPassphraseFields } from '../parts/passphrase/new-passphrase-fields.tsx';
import { SecretField } from '../parts/passphrase/secret-field.tsx';
import { TextField } from '../parts/text-field/text-field.tsx';
import { recoveryProblemInWords } from './problem-words.ts';
import styles from './recovery.module.css';
import { fieldIds, type NewSupervisor } from './use-new-supervisor.ts';

interface PersonFieldsProps {
  readonly person: NewSupervisor;
  /** Somebody pressed the main button: what is missing is told as well. */
  readonly attempted: boolean;
  readonly shortcut: string;
  readonly onChange: () => void;
}

/** Code, name and new passphrase of one of the two people. The code as dots: it is not for the other one. */
export function PersonFields({ person, attempted, shortcut, onChange }: PersonFieldsProps): ReactNode {
  const { t } = useLingui();
  const [isCodeLeft, setCodeLeft] = useState(false);
  const { typed, problems, passphrase, place } = person;
  const ids = fieldIds(place);
  const isCodeTold = attempted || (isCodeLeft && problems.code !== 'empty');
  const type = (changes: Parameters<NewSupervisor['type']>[0]): void => {
    person.type(changes);
    onChange();
  };
  return (
    <fieldset className={styles.person}>
      <legend className={styles.legend}>
        {place === 'first' ? (
          <Trans comment="Heading above code, name and passphrase of the first of two people.">
            First person
          </Trans>
        ) : (
          <Trans comment="Heading above code, name and passphrase of the second of two people.">
            Second person
          </Trans>
        )}
      </legend>
      <div data-never-scanned>
        <SecretField
          id={ids.code}
          label={t({ message: 'Recovery code', comment: 'Label of a field: a code from paper.' })}
          hint={t`From the paper in the envelope.`}
          value={typed.code}
          problem={isCodeTold && problems.code !== null ? recoveryProblemInWords(problems.code) : null}
          required
          onChange={(code) => type({ code })}
          onLeave={() => setCodeLeft(true)}
        />
      </div>
      <TextField
        id={ids.name}
        label={t`Name`}
        hint={t`The name you’ll sign in with.`}
        value={typed.name}
        problem={attempted && problems.name !== null ? recoveryProblemInWords(problems.name) : null}
        required
        maxLength={STAFF_NAME_MAXIMUM}
        onChange={(name) => type({ name })}
      />
      <NewPassphraseFields
        id={ids.passphrase}
        passphrase={passphrase}
        attempted={attempted}
        shortcut={shortcut}
        suggest={
          place === 'first'
            ? t`Suggest four words for the first person`
            : t`Suggest four words for the second person`
        }
      />
    </fieldset>
  );
}
