import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { LONGEST_CHECKPOINT } from '../../../shared/contract/supervision.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import styles from '../supervisor.module.css';

/**
 * A checkpoint of a day sheet, typed or scanned: whether the ledger still has it. A scanner types all of the code and its Enter;
 * there is nothing like the number of a card in it, whatever the characters are.
 */
export function CheckDaySheet(props: { busy: boolean; onCheck: (checkpoint: string) => void }): ReactNode {
  const { busy, onCheck } = props;
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const check = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') onCheck(typed);
    // What is scanned or typed next takes its place.
    field.current?.select();
  };
  return (
    <form className={styles.form} noValidate onSubmit={check} data-act="check-day-sheet" data-never-scanned>
      <TextField
        id="checkpoint"
        inputRef={field}
        label={t({
          message: 'Checkpoint of a day sheet',
          comment:
            'Label of a field. A checkpoint is a code on the page with a day’s counts; with it the ledger is checked.',
        })}
        hint={t({
          message: 'Scan the sheet’s code, or type its checkpoint: eight groups of four.',
          comment:
            'Hint below the field for the code of a page with a day’s counts. The groups are of characters.',
        })}
        kind="address"
        value={typed}
        problem={null}
        maxLength={LONGEST_CHECKPOINT}
        onChange={setTyped}
      />
      <div>
        <ActionButton type="submit" ariaDisabled={busy && 'for-a-moment'}>
          <Trans comment="Button: checks whether the ledger still has what the page with a day’s counts says.">
            Check the day sheet
          </Trans>
        </ActionButton>
      </div>
    </form>
  );
}
