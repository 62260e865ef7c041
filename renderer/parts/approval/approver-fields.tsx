import { useLingui } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import { SecretField } from '../passphrase/secret-field.tsx';
import { FieldNote } from '../text-field/field-note.tsx';
import { LabeledField } from '../text-field/labeled-field.tsx';
import fieldStyles from '../text-field/text-field.module.css';
import styles from './approval-dialog.module.css';

/** The supervisors who can approve. What is wrong with the one who was chosen stands below. */
export function ApproverName(props: {
  names: readonly string[];
  name: string;
  inputRef: RefObject<HTMLSelectElement | null>;
  problem: string | null;
  onChange: (name: string) => void;
}): ReactNode {
  const { names, name, inputRef, problem, onChange } = props;
  const { t } = useLingui();
  return (
    <LabeledField
      id="approval-name"
      label={t({ message: 'The supervisor’s name', comment: 'Label of a list of names.' })}
    >
      <select
        ref={inputRef}
        id="approval-name"
        className={fieldStyles.input}
        value={name}
        aria-invalid={problem !== null}
        aria-describedby="approval-name-note"
        onChange={(event) => onChange(event.target.value)}
      >
        {names.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <div className={problem === null ? styles.noNote : undefined}>
        <FieldNote id="approval-name-note" problem={problem} />
      </div>
    </LabeledField>
  );
}

/** What the chosen one types. */
export function ApproverPassphrase(props: {
  inputRef: RefObject<HTMLInputElement | null>;
  value: string;
  problem: string | null;
  onChange: (typed: string) => void;
}): ReactNode {
  const { t } = useLingui();
  return (
    <SecretField
      {...props}
      id="approval-passphrase"
      label={t({ message: 'The supervisor’s passphrase', comment: 'Label of a passphrase field.' })}
    />
  );
}
