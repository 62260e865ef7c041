import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ExaminedCheck } from '../../shared/contract/doctor/doctor-acts.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { goTo } from '../core-client/place.ts';
import { ChecksTable } from '../doctor/checks-table.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import styles from './entrance.module.css';

/**
 * The checks of this computer that failed, with what was found and what to do about it; and, where none of them breaks what the
 * kiosk promises, the way on for two supervisors.
 */
export function WhatStopsGoLive(props: {
  refusal: Refusal | null;
  stopping: readonly ExaminedCheck[];
  /** Whether anybody here could be the second supervisor. */
  hasSecond: boolean;
  busy: boolean;
  onInSpite: () => void;
}): ReactNode {
  const { refusal, stopping, hasSecond, busy, onInSpite } = props;
  const { t } = useLingui();
  if (refusal?.kind !== 'doctor-stops' || stopping.length === 0) return null;
  return (
    <section
      aria-label={t({ message: 'Failed checks', comment: 'Name of a table, for screen readers.' })}
      data-stops-go-live={refusal.overridable ? 'overridable' : 'for-good'}
    >
      <ChecksTable checks={stopping} />
      {refusal.overridable ? (
        <>
          <p>
            <Trans comment="Below a table of failed checks of this computer. To go live is to begin serving real applicants. The ledger is the signed record of staff actions.">
              If these can’t be put right today, two supervisors can let the kiosk go live anyway. The ledger
              then records both of them, and each failed check.
            </Trans>
          </p>
          <div className={styles.choices}>
            <ActionButton kind="danger" ariaDisabled={busy} onPress={onInSpite}>
              <Trans comment="Button: a second supervisor signs in, then the kiosk serves real applicants though checks of its computer failed.">
                Go live anyway…
              </Trans>
            </ActionButton>
            {hasSecond ? null : (
              <ActionButton kind="quiet" onPress={() => goTo('staff')}>
                <Trans comment="Button: opens the section where a second supervisor is added. Staff is its name.">
                  Add a supervisor under Staff
                </Trans>
              </ActionButton>
            )}
          </div>
        </>
      ) : null}
    </section>
  );
}
