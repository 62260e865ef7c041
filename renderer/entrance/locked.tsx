import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Intake, KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import { adviceForStep, stepInWords } from '../wording/wipe-step.ts';
import styles from './entrance.module.css';

/** A wipe that cannot be proven is a failure that somebody sees: no new application until it is dealt with. */
export function LockedScreen(props: {
  intake: Extract<Intake, { kind: 'locked' }>;
  status: KioskStatus;
}): ReactNode {
  const { intake, status } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const { attempts } = intake;
  return (
    <Screen name="locked" heading={t`No new applications for now`}>
      <Notice kind="bad" role="alert">
        <p>
          <Trans>
            The last record could not be proven erased. The kiosk takes no new application until this is dealt
            with.
          </Trans>
        </p>
        <p data-wipe-step={intake.step}>
          <b>
            <Trans>The step that is open:</Trans>
          </b>{' '}
          {stepInWords(intake.step)}
        </p>
        <p>
          <Plural value={attempts} one="Tried # time." other="Tried # times." />
        </p>
      </Notice>
      <section aria-labelledby="what-to-do">
        <h2 id="what-to-do" className={styles.subheading}>
          <Trans>What to do</Trans>
        </h2>
        <ol className={styles.steps}>
          <li>{adviceForStep(intake.step)}</li>
          <li>
            <Trans>If this screen stays, call your supervisor. Do not switch the kiosk off before.</Trans>
          </li>
        </ol>
      </section>
      <div className={styles.choices}>
        <ActionButton
          kind="main"
          autoFocus
          shortcut="Enter"
          asleep={act.busy}
          onPress={() => void act.run(() => client.retryWipe({}))}
        >
          <Trans>Try again</Trans>
        </ActionButton>
        {status.staff === null ? null : (
          <ActionButton onPress={() => void client.signOut({})}>
            <Trans>Sign out</Trans>
          </ActionButton>
        )}
      </div>
      <p role="status">
        {act.busy ? <Trans>Trying again…</Trans> : act.refusal === null ? null : refusalInWords(act.refusal)}
      </p>
    </Screen>
  );
}
