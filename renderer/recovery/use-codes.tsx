import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { goTo } from '../core-client/place.ts';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Actions } from '../parts/actions.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { TimeLeft } from '../parts/passphrase/time-left.tsx';
import { useWait } from '../parts/passphrase/use-wait.ts';
import { Screen } from '../parts/screen.tsx';
import { useIntoSight } from '../parts/use-into-sight.ts';
import { recoveryRefusalInWords } from '../wording/recovery/recovery-refusal.ts';
import { PersonFields } from './person-fields.tsx';
import styles from './recovery.module.css';
import { fieldIds, useNewSupervisor } from './use-new-supervisor.ts';

const back = (): void => goTo('start');

/** Nobody is signed in, so no idle lock would ever take two typed codes from the screen. */
const IDLE_MILLISECONDS = 120_000;

/** Leaves the screen, and what was typed there, when nobody has pressed a key for a while. */
function useLeaveWhenIdle(): void {
  useEffect(() => {
    let timer = window.setTimeout(back, IDLE_MILLISECONDS);
    const again = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(back, IDLE_MILLISECONDS);
    };
    for (const kind of ['keydown', 'pointerdown']) window.addEventListener(kind, again, { capture: true });
    return () => {
      window.clearTimeout(timer);
      for (const kind of ['keydown', 'pointerdown'])
        window.removeEventListener(kind, again, { capture: true });
    };
  }, []);
}

/** Why the codes don't work now, as the keeper would say it; null: they do. */
function obstacleOf({ holds, misfit, inProgress }: KioskStatus) {
  if (holds.length > 0) return 'recovery-under-hold';
  if (misfit !== null) return misfit.wayOn === 'other-files' ? null : 'recovery-with-misfit';
  return inProgress.length > 0 ? 'applications-open' : null;
}

/** Two people with a code each become the supervisors: before anybody is signed in, where there is no application. */
export function UseCodesScreen({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  useKeys({ Escape: back });
  useLeaveWhenIdle();
  const obstacle = obstacleOf(status);
  return (
    <Screen name="use-recovery-codes" heading={t`Use recovery codes`} wide>
      {obstacle === null ? (
        <UseCodesForm kioskName={status.kioskName ?? ''} endsAll={status.misfit !== null} />
      ) : (
        <>
          <Notice kind="bad" role="alert">
            <p data-obstacle={obstacle}>{recoveryRefusalInWords({ kind: obstacle })}</p>
          </Notice>
          <div>
            <ActionButton kind="main" autoFocus shortcut="Esc" onPress={back}>
              <Trans comment="Button: back to the screen where people sign in.">Return to sign-in</Trans>
            </ActionButton>
          </div>
        </>
      )}
    </Screen>
  );
}

/** `endsAll`: the files don't fit, and nobody can go on with them. */
function UseCodesForm({ kioskName, endsAll }: { kioskName: string; endsAll: boolean }): ReactNode {
  const { client } = useCore();
  const act = useAct();
  const wait = useWait(act.refusal);
  const first = useNewSupervisor('first', kioskName, null);
  const second = useNewSupervisor('second', kioskName, first);
  const [attempted, setAttempted] = useState(false);
  useKeys({ F2: first.passphrase.suggestion.suggest, F3: second.passphrase.suggestion.suggest });
  useEffect(() => document.getElementById(fieldIds('first').code)?.focus(), []);
  // On most screens it is above the edge by the time that the button has the eyes.
  const told = useIntoSight<HTMLDivElement>(act.refusal);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wait.waiting) return;
    const problem = first.firstProblem ?? second.firstProblem;
    if (problem !== null) {
      setAttempted(true);
      document.getElementById(problem)?.focus();
      return;
    }
    // Once it is done the status says so, and the sign-in takes the place of this screen.
    void act.run(() =>
      client.recoverStaff({
        first: { ...first.typed, passphrase: first.passphrase.typed },
        second: { ...second.typed, passphrase: second.passphrase.typed },
      }),
    );
  };
  const changed = (): void => {
    if (!wait.waiting) act.clear();
  };
  return (
    <form className={styles.form} noValidate data-refusal={act.refusal?.kind} onSubmit={submit}>
      {/* In the same place, which is as high as the higher of both, so that neither moves what is typed into. */}
      <div ref={told} className={styles.either} data-refused={wait.problem !== null}>
        <Notice kind="warn">
          <p>
            <Trans>
              You two become the new supervisors. All other staff are removed. Both codes stop working, and
              open no application.
            </Trans>{' '}
            {endsAll ? (
              <strong data-ends-all>
                <Trans>Every open application ends and is erased. This can’t be undone.</Trans>
              </strong>
            ) : (
              <Trans comment="The ledger is the signed record of what was done. It goes on only if somebody has signed in since the kiosk started; otherwise a new one begins.">
                To keep the ledger, have a clerk or IT staff sign in and out first, if one still can.
              </Trans>
            )}
          </p>
        </Notice>
        {wait.problem === null ? null : (
          <Notice kind="bad" role="alert">
            <p>{wait.problem}</p>
          </Notice>
        )}
      </div>
      <ul className={styles.people}>
        <li>
          <PersonFields person={first} attempted={attempted} shortcut="F2" onChange={changed} />
        </li>
        <li>
          <PersonFields person={second} attempted={attempted} shortcut="F3" onChange={changed} />
        </li>
      </ul>
      <Actions>
        <ActionButton
          kind="main"
          irreversible
          type="submit"
          shortcut="Enter"
          ariaDisabled={(act.busy || wait.waiting) && 'for-a-moment'}
        >
          <Trans comment="Button: two people use their recovery codes together.">Use both codes</Trans>
        </ActionButton>
        <ActionButton shortcut="Esc" onPress={back}>
          <Trans>Return to sign-in</Trans>
        </ActionButton>
        <TimeLeft words={wait.timeLeft} />
      </Actions>
    </form>
  );
}
