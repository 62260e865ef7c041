import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ExaminedCheck } from '../../shared/contract/doctor/doctor-acts.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { useTimeZone } from '../core-client/core.tsx';
import { goTo } from '../core-client/place.ts';
import { ChecksTable } from '../doctor/checks-table.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import { momentInWords } from '../wording/dates.ts';
import styles from './entrance.module.css';
import { useAwaitedSupervisors } from './use-awaited-supervisors.ts';

/**
 * What the last look at this computer found that stops a go-live, and what to do about it; and, where none of it breaks what the
 * kiosk promises, the way on for two supervisors.
 */
export function WhatStopsGoLive(props: {
  refusal: Refusal | null;
  stopping: readonly ExaminedCheck[];
  /** When the computer was looked at (ISO 8601); null: nobody could. */
  checkedAt: string | null;
  /** Whether anybody here could be the second supervisor. */
  hasSecond: boolean;
  /** Where keys are kept is chosen, and nothing is under way. */
  isReady: boolean;
  onInSpite: () => void;
  onNotReady: () => void;
}): ReactNode {
  const { refusal, stopping, checkedAt, hasSecond } = props;
  const { t } = useLingui();
  if (stopping.length === 0) return null;
  const overridable = stopping.every(({ isOverridable }) => isOverridable);
  return (
    <section
      aria-label={t({ message: 'Failed checks', comment: 'Name of a table, for screen readers.' })}
      data-stops-go-live={overridable ? 'overridable' : 'for-good'}
    >
      {refusal?.kind === 'doctor-stops' || checkedAt === null ? null : <FoundBefore utc={checkedAt} />}
      <ChecksTable checks={stopping} />
      {overridable ? (
        <>
          <p>
            <Trans comment="Below a table of failed checks of this computer. To go live is to begin serving real applicants. The ledger is the signed record of staff actions.">
              If these can’t be put right today, two supervisors can override them and go live. The ledger
              then records both of them, and each failed check.
            </Trans>
          </p>
          <div className={styles.choices}>
            <ActionButton
              kind="danger"
              ariaDisabled={!props.isReady}
              onPress={props.onInSpite}
              onDisabledPress={props.onNotReady}
            >
              <Trans comment="Button: a second supervisor signs in, then the kiosk serves real applicants though checks of its computer failed.">
                Override failed checks…
              </Trans>
            </ActionButton>
          </div>
          {hasSecond ? null : <SecondSupervisor />}
        </>
      ) : null}
    </section>
  );
}

/** Nobody has tried to go live since the screen came up: it says what is known already. */
function FoundBefore({ utc }: { readonly utc: string }): ReactNode {
  const timeZone = useTimeZone();
  const moment = momentInWords(Date.parse(utc), timeZone);
  return (
    <p data-found-before>
      <Trans comment="Above a table of failed checks of this computer. {moment} is a date and time. To go live is to begin serving real applicants.">
        The last check of this computer was on {moment}. What it found stops a go-live. Going live checks the
        computer again.
      </Trans>
    </p>
  );
}

/** Nobody here could approve it yet: whom the kiosk waits for, or how somebody is added. */
function SecondSupervisor(): ReactNode {
  const awaited = useAwaitedSupervisors();
  if (awaited.length > 0)
    return awaited.map((name) => (
      <p key={name} data-awaited-supervisor>
        <Trans comment="{name} is a supervisor who was added a moment ago. They choose a passphrase of their own when they sign in for the first time.">
          <bdi>{name}</bdi> has been added, and must sign in once to choose a passphrase.
        </Trans>
      </p>
    ));
  return (
    <div>
      <ActionButton kind="quiet" onPress={() => goTo('staff')}>
        <Trans comment="Button: opens the section where a second supervisor is added. Staff is its name.">
          Add a supervisor under Staff
        </Trans>
      </ActionButton>
    </div>
  );
}
