import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, type RefObject, useState } from 'react';
import { type CardNaming, readCardNaming } from '../../shared/card/number/card-naming.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { CARD_NUMBER_FIELD } from '../parts/keys/use-scan-guard.ts';
import fieldStyles from '../parts/text-field/text-field.module.css';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './find-card.module.css';

/** Opens the application of the card in hand. */
export function FindCard({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [typed, setTyped] = useState('');
  const [isMisread, setMisread] = useState(false);
  const open = async (naming: CardNaming): Promise<void> => {
    const isNamed = naming.kind === 'last-four' || naming.kind === 'whole';
    setMisread(!isNamed);
    if (isNamed && (await act.run(() => client.openByCard({ characters: naming.characters })))) return;
    // What is scanned or typed next takes its place.
    inputRef.current?.select();
  };
  const find = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') void open(readCardNaming(typed));
  };
  return (
    <form className={styles.form} onSubmit={find}>
      <div className={fieldStyles.field}>
        <label className={fieldStyles.label} htmlFor="find-card">
          <Trans>Scan a card or type its last four characters</Trans>
        </label>
        <div className={styles.row}>
          <input
            ref={inputRef}
            id="find-card"
            {...CARD_NUMBER_FIELD}
            className={`${fieldStyles.input} ${styles.input}`}
            type="text"
            dir="ltr"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={typed}
            aria-describedby="find-card-note"
            aria-invalid={isMisread || act.refusal !== null}
            onChange={(event) => {
              const text = event.target.value;
              setTyped(text);
              setMisread(false);
              act.clear();
              const naming = readCardNaming(text);
              // A whole number that agrees was scanned: it waits for no Enter.
              if (naming.kind === 'whole') void open(naming);
            }}
          />
          <ActionButton type="submit" ariaDisabled={act.busy}>
            <Trans comment="Button: opens the step where the card is given to the applicant.">
              Open handoff
            </Trans>
          </ActionButton>
        </div>
        <p
          id="find-card-note"
          className={!isMisread && act.refusal === null ? fieldStyles.hint : fieldStyles.problem}
          aria-live="polite"
        >
          {isMisread
            ? refusalInWords({ kind: 'no-such-card' })
            : act.refusal === null
              ? t({
                  message: 'For a card waiting in the tray.',
                  comment:
                    'Hint below the field for a card’s last four characters. The tray is where finished cards lie.',
                })
              : refusalInWords(act.refusal)}
        </p>
      </div>
    </form>
  );
}
