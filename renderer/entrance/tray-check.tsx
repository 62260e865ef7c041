import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus, TrayCheck } from '../../shared/contract/status.ts';
import { useCore, usePolicy } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { TooEarly } from '../parts/keys/too-early.tsx';
import { useHandKey } from '../parts/keys/use-hand-key.ts';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { leftBehindInWords } from '../wording/application/left-behind.ts';
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
  // Whichever hold it is: a card may be what it is about, and whoever looks at it can't tell.
  const isHeld = status.holds.length > 0;
  const isMixed = livingCards(status.inProgress);
  const policy = usePolicy();
  // Who ended an application whose card may come late was told what to return.
  const leftBehind = isLate ? null : leftBehindInWords(policy);
  const confirm = (): void => void act.run(() => client.confirmTray({}));
  const confirming = useHandKey('F8', confirm, true);
  return (
    <Screen
      name="tray-check"
      heading={
        isLate
          ? t({
              message: 'Check the printers’ trays',
              comment: 'Heading: several printers were used. A tray is where finished cards lie.',
            })
          : t({
              message: 'Check the printer’s tray',
              comment: 'Heading. The tray is where finished cards lie.',
            })
      }
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
              <Trans comment="First thing to do. The tray is where finished cards lie.">
                Check the tray and the inside of every printer this kiosk printed on today.
              </Trans>
            ) : (
              <Trans comment="First thing to do. The tray is where finished cards lie.">
                Check the printer’s tray and the inside of the printer.
              </Trans>
            )}
          </li>
          <li>
            <CardsThere isMixed={isMixed} isHeld={isHeld} />
          </li>
          {isLate && isMixed ? (
            <li>
              <TwoOfOneNumber isHeld={isHeld} />
            </li>
          ) : null}
          {isLate ? null : (
            <li>
              <Trans>Anyone whose application ended has to start over. Tell them that we’re sorry.</Trans>
            </li>
          )}
          {leftBehind === null ? null : <li data-left-behind>{leftBehind}</li>}
          <li>
            {isLate ? (
              <Trans>If you can’t open a printer, call your supervisor before you continue.</Trans>
            ) : (
              <Trans>If you can’t open the printer, call your supervisor before you continue.</Trans>
            )}
          </li>
        </ol>
      </section>
      <div className={styles.choices}>
        <ActionButton kind="main" neverByKey {...confirming.button} ariaDisabled={act.busy && 'for-a-moment'}>
          <Trans comment="Button: neither in a printer nor in its tray, where finished cards lie.">
            I checked. No card is left
          </Trans>
        </ActionButton>
        <ActionButton
          ariaDisabled={leaving.busy && 'for-a-moment'}
          onPress={() => void leaving.run(() => client.signOut({}))}
        >
          <Trans>Sign out</Trans>
        </ActionButton>
        <TooEarly keys={[confirming]} />
      </div>
      {refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p data-refusal={refusal.kind}>{refusalInWords(refusal)}</p>
        </Notice>
      )}
    </Screen>
  );
}

/** `isMixed`: cards of applications that are still open may lie among them. `isHeld`: nothing is destroyed without counsel. */
function CardsThere({ isMixed, isHeld }: { isMixed: boolean; isHeld: boolean }): ReactNode {
  if (isMixed)
    return isHeld ? (
      <Trans comment="What to do with cards in the tray while a legal hold, an order to erase nothing, is in force. Counsel is the city’s lawyer.">
        Take out all cards and keep them with you: some applicants are still waiting. On the start screen,
        type the last four characters of each card. Put any card the kiosk doesn’t know into a dated envelope,
        and ask counsel before you destroy it.
      </Trans>
    ) : (
      <Trans>
        Take out all cards and keep them with you: some applicants are still waiting. On the start screen,
        type the last four characters of each card. Destroy any card the kiosk doesn’t know.
      </Trans>
    );
  return isHeld ? (
    <Trans comment="What to do with cards in the tray while a legal hold, an order to erase nothing, is in force. Counsel is the city’s lawyer.">
      Put every card you find there into a dated envelope, and ask counsel before you destroy it.
    </Trans>
  ) : (
    <Trans>Destroy every card you find there.</Trans>
  );
}

function TwoOfOneNumber({ isHeld }: { isHeld: boolean }): ReactNode {
  return isHeld ? (
    <Trans comment="A card that was reported missing may have been printed again under its number. A legal hold is in force; counsel is the city’s lawyer.">
      If an applicant’s reprint has the same number as a card you find, keep the reprint. Put the other into a
      dated envelope, and ask counsel before you destroy it.
    </Trans>
  ) : (
    <Trans comment="A card that was reported missing may have been printed again under its number.">
      If an applicant’s reprint has the same number as a card you find, keep the reprint and destroy the
      other.
    </Trans>
  );
}
