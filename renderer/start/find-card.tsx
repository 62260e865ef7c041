import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, type RefObject, useState } from 'react';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { CARD_NUMBER_FIELD } from '../parts/keys/use-scan-guard.ts';
import fieldStyles from '../parts/text-field/typed-field.module.css';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './find-card.module.css';

/** Opens the application of the card in hand. */
export function FindCard({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [typed, setTyped] = useState('');
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const characters = typed.trim();
    if (characters !== '') void act.run(() => client.openByCard({ characters }));
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
            aria-invalid={act.refusal !== null}
            onChange={(event) => {
              setTyped(event.target.value);
              act.clear();
            }}
          />
          <ActionButton type="submit" ariaDisabled={act.busy}>
            <Trans>Open its hand-over</Trans>
          </ActionButton>
        </div>
        <p
          id="find-card-note"
          className={act.refusal === null ? fieldStyles.hint : fieldStyles.problem}
          aria-live="polite"
        >
          {act.refusal === null ? t`For a card that is waiting in the tray.` : refusalInWords(act.refusal)}
        </p>
      </div>
    </form>
  );
}
