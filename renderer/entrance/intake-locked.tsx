import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Intake, KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { goTo } from '../core-client/place.ts';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { announce } from '../parts/announcer.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import { adviceForStep, callForStep, failureInWords } from '../wording/wipe-step.ts';
import { CloseWipeDialog } from './close-wipe-dialog.tsx';
import styles from './entrance.module.css';
import { NextTry } from './next-try.tsx';

/** A wipe that cannot be proven is a failure that somebody sees: no new application until it is dealt with. */
export function LockedScreen(props: {
  intake: Extract<Intake, { kind: 'locked' }>;
  status: KioskStatus;
}): ReactNode {
  const { intake, status } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const leaving = useAct();
  const [closing, setClosing] = useState(false);
  const { attempts, foundDetails, keyDestroyed, step } = intake;
  const isSupervisor = status.staff?.role === 'supervisor';
  const refusal = act.refusal ?? leaving.refusal;

  const supervise = (): void => goTo('supervisor');
  const askToClose = (): void => {
    if (keyDestroyed) setClosing(true);
    else announce(t`The application’s key isn’t destroyed yet.`);
  };
  useKeys({ F8: askToClose, ...(isSupervisor ? { F4: supervise } : {}) }, !closing);

  return (
    <Screen name="locked" heading={t`New applications are stopped`}>
      <Notice kind="bad" role="alert">
        <p>
          <Trans>The kiosk couldn’t prove that the last application was erased.</Trans>
        </p>
        <p data-wipe-step={step} data-key-destroyed={keyDestroyed}>
          <b>{failureInWords(step, foundDetails)}</b>
        </p>
        {/* Where the key is what failed, that is said above. */}
        {!keyDestroyed && step === 'key-destroyed' ? null : (
          <p>
            {keyDestroyed && step === 'searched' ? (
              foundDetails ? (
                <Trans>
                  The application’s key is destroyed, so nobody can read the application itself. A copy that
                  was found may still be readable.
                </Trans>
              ) : (
                <Trans>
                  The application’s key is destroyed, so nobody can read the application itself. If there’s a
                  copy, it may still be readable.
                </Trans>
              )
            ) : keyDestroyed ? (
              <Trans>
                The application’s key is destroyed. Nobody can read what is left of it on the disk.
              </Trans>
            ) : (
              <Trans>The application’s key isn’t destroyed yet.</Trans>
            )}
          </p>
        )}
      </Notice>
      <p>
        <Plural
          comment="How often the kiosk has tried to finish erasing an application."
          value={attempts}
          one="Tried once."
          other="Tried # times."
        />{' '}
        <NextTry intake={intake} isTrying={act.busy} />
      </p>
      <section aria-labelledby="what-to-do">
        <h2 id="what-to-do" className={styles.subheading}>
          <Trans comment="Heading above steps that somebody has to take.">What to do</Trans>
        </h2>
        <ol className={styles.steps}>
          <li>{adviceForStep(step, foundDetails)}</li>
          <li>{callForStep(step)}</li>
        </ol>
      </section>
      <div className={styles.choices}>
        <ActionButton
          kind="main"
          autoFocus
          shortcut="Enter"
          ariaDisabled={act.busy && 'for-a-moment'}
          onPress={() => void act.run(() => client.retryWipe({}))}
        >
          <Trans>Try again</Trans>
        </ActionButton>
        <ActionButton
          shortcut="F8"
          ariaDisabled={!keyDestroyed}
          describedBy="close-note"
          onPress={askToClose}
        >
          <Trans>Close without proof…</Trans>
        </ActionButton>
        {isSupervisor ? (
          <ActionButton shortcut="F4" onPress={supervise}>
            <Trans comment="Button that opens the screens for supervisors.">Supervisor’s area</Trans>
          </ActionButton>
        ) : null}
        <ActionButton
          ariaDisabled={leaving.busy && 'for-a-moment'}
          onPress={() => void leaving.run(() => client.signOut({}))}
        >
          <Trans>Sign out</Trans>
        </ActionButton>
      </div>
      <p id="close-note">
        {keyDestroyed ? (
          <Trans>
            Only a supervisor can close this erasure without proof. Then there won’t be a receipt, and the
            ledger records the reason.
          </Trans>
        ) : (
          <Trans>
            This erasure can be closed only when the key is destroyed. Until then there’s something left to
            erase.
          </Trans>
        )}
      </p>
      <p role="status" data-refusal={refusal?.kind}>
        {act.busy ? (
          <Trans comment="Status line: the kiosk tries to erase the application once more.">
            Trying again…
          </Trans>
        ) : refusal === null ? null : (
          refusalInWords(refusal)
        )}
      </p>
      {closing ? <CloseWipeDialog onClose={() => setClosing(false)} /> : null}
    </Screen>
  );
}
