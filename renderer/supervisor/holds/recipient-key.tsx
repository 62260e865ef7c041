import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';

/** Where a recipient's key comes from. `typed`: as far as it was typed or scanned; null: from the drive. */
export function RecipientKey(props: {
  typed: string | null;
  onChange: (typed: string | null) => void;
}): ReactNode {
  const { typed, onChange } = props;
  const { t } = useLingui();
  return (
    <>
      <ChoiceList
        name="recipient-from"
        legend={t({
          message: 'Recipient’s key',
          comment: 'Label of a choice: where the key of whoever gets a record comes from.',
        })}
        value={typed === null ? 'drive' : 'typed'}
        onChoose={(from) => onChange(from === 'drive' ? null : '')}
        choices={[
          {
            value: 'drive',
            label: t({
              message: 'From recipient.txt on the USB drive',
              comment: 'A choice. recipient.txt is the name of a file: don’t translate it.',
            }),
          },
          {
            value: 'typed',
            label: t({
              message: 'Typed or scanned',
              comment: 'A choice: a key is typed, or scanned as a code.',
            }),
          },
        ]}
      />
      {typed === null ? null : (
        <TextField
          id="recipient-key"
          label={t({
            message: 'Recipient’s key, typed or scanned',
            comment: 'Label of a field: the public key of whoever gets a record.',
          })}
          hint={t({
            message: 'Starts with age1. Never enter the secret part.',
            comment: 'Hint below a field for a public key. “age1” is how it starts.',
          })}
          value={typed}
          problem={null}
          required
          onChange={onChange}
        />
      )}
    </>
  );
}
