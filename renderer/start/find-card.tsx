import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, type RefObject, useState } from 'react';
import { type CardNaming, readCardNaming } from '../../shared/card/number/card-naming.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { FieldNote } from '../parts/text-field/field-note.tsx';
import { TextField } from '../parts/text-field/text-field.tsx';
import { type CardNotFound, cardNotFoundInWords } from '../wording/card-naming.ts';
import styles from './find-card.module.css';

/** Opens the application of the card in hand. */
export function FindCard({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [typed, setTyped] = useState('');
  const [unnamed, setUnnamed] = useState<CardNotFound | null>(null);
  const notFound = unnamed ?? act.refusal;
  const problem = notFound === null ? null : cardNotFoundInWords(notFound);
  const open = async (naming: CardNaming): Promise<void> => {
    if (naming.kind === 'partial' || naming.kind === 'misread') setUnnamed(naming);
    else if (await act.run(() => client.openByCard({ characters: naming.characters }))) return;
    // What is scanned or typed next takes its place.
    inputRef.current?.select();
  };
  const find = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') void open(readCardNaming(typed));
  };
  return (
    <form className={styles.form} noValidate onSubmit={find}>
      <div className={styles.row}>
        <TextField
          id="find-card"
          inputRef={inputRef}
          label={t`Scan a card or type its last four characters`}
          kind="card-number"
          value={typed}
          problem={problem}
          isQuestion={notFound?.kind === 'partial'}
          sharedNote="find-card-note"
          onChange={(text) => {
            setTyped(text);
            setUnnamed(null);
            act.clear();
            const naming = readCardNaming(text);
            // A whole number that agrees was scanned: it waits for no Enter.
            if (naming.kind === 'whole') void open(naming);
          }}
        />
        <ActionButton type="submit" ariaDisabled={act.busy && 'for-a-moment'}>
          <Trans comment="Button: opens the step where the card is given to the applicant.">
            Go to handoff
          </Trans>
        </ActionButton>
      </div>
      <FieldNote
        id="find-card-note"
        hint={t({
          message: 'For a card waiting in the tray.',
          comment:
            'Hint below the field for a card’s last four characters. The tray is where finished cards lie.',
        })}
        problem={problem}
        isQuestion={notFound?.kind === 'partial'}
      />
    </form>
  );
}
