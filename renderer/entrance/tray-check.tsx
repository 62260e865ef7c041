import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus, TrayCheck } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useHandKey } from '../parts/keys/use-hand-key.ts';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import { cardsInWords, forgottenInWords, livingCards } from '../wording/tray-check.ts';
import styles from './entrance.module.css';

/**
 * Applications are gone whose cards may lie in the tray. Like the hand-over it is confirmed by a key that
 * nobody presses by habit: Enter would say that somebody looked who did not.
 */
export function TrayCheckScreen(props: { check: TrayCheck; status: KioskStatus }): ReactNode {
  const { check, status } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const leaving = useAct();
  const refusal = act.refusal ?? leaving.refusal;
  const isLate = check.cause === 'late-card';
  const confirm = (): void => void act.run(() => client.confirmTray({}));
  useHandKey('F8', confirm, true);
  return (
    <Screen
      name="tray-check"
      heading={isLate ? t`Look into the printers’ trays` : t`Look into the printer’s tray`}
      focusHeading
    >
      <Notice kind="warn" role="alert">
        <p data-tray-cause={check.cause} data-applications={check.applications} data-cards={check.cards}>
          {forgottenInWords(check)}
        </p>
        <p>{cardsInWords(check)}</p>
      </Notice>
      <section aria-labelledby="what-to-do">
        <h2 id="what-to-do" className={styles.subheading}>
          <Trans>What to do</Trans>
        </h2>
        <ol className={styles.steps}>
          <li>
            {isLate ? (
              <Trans>
                Look into the tray of every printer that this kiosk has printed on today, and at what is still
                in it.
              </Trans>
            ) : (
              <Trans>Look into the printer’s tray, and at what is still in the printer.</Trans>
            )}
          </li>
          <li>
            {livingCards(status.inProgress) ? (
              <Trans>
                Take every card out and keep it in your hand: some belong to people who still wait. On the
                start screen type the last four characters of each; destroy those that the kiosk does not
                know.
              </Trans>
            ) : (
              <Trans>Destroy every card that lies there. Its number is in no record any more.</Trans>
            )}
          </li>
          {isLate ? null : (
            <li>
              <Trans>Whoever waits for such a card begins again. Please tell them that we are sorry.</Trans>
            </li>
          )}
          <li>
            <Trans>If the printer cannot be opened, call your supervisor before you go on.</Trans>
          </li>
        </ol>
      </section>
      <div className={styles.choices}>
        <ActionButton kind="main" neverByKey shortcut="F8" ariaDisabled={act.busy} onPress={confirm}>
          <Trans>I looked. The tray is empty</Trans>
        </ActionButton>
        <ActionButton ariaDisabled={leaving.busy} onPress={() => void leaving.run(() => client.signOut({}))}>
          <Trans>Sign out</Trans>
        </ActionButton>
      </div>
      {refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p data-refusal={refusal.kind}>{refusalInWords(refusal)}</p>
        </Notice>
      )}
    </Screen>
  );
}
