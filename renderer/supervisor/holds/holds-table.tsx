import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import { usePolicy } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import hidden from '../../parts/hidden.module.css';
import { momentInWords } from '../../wording/dates.ts';
import { holdReasonInWords, holdScopeInWords } from '../../wording/hold.ts';
import styles from '../supervisor.module.css';

interface HoldActs {
  readonly onResume: (hold: LegalHold) => void;
  readonly onLift: (hold: LegalHold) => void;
}

function Acts({ hold, onResume, onLift }: HoldActs & { hold: LegalHold }): ReactNode {
  const { timeZone } = usePolicy();
  const since = momentInWords(hold.since, timeZone);
  return (
    <div className={styles.acts}>
      {hold.resumedBy === null ? (
        <ActionButton kind="quiet" onPress={() => onResume(hold)}>
          <Trans>
            Resume new applications… <span className={hidden.hidden}>Legal hold since {since}</span>
          </Trans>
        </ActionButton>
      ) : null}
      <ActionButton kind="quiet" onPress={() => onLift(hold)}>
        <Trans>
          Lift… <span className={hidden.hidden}>Legal hold since {since}</span>
        </Trans>
      </ActionButton>
    </div>
  );
}

function Intake({ resumedBy }: LegalHold): ReactNode {
  return (
    <span data-intake={resumedBy === null ? 'paused' : 'resumed'}>
      {resumedBy === null ? <Trans>paused</Trans> : <Trans>resumed, counsel’s reference: {resumedBy}</Trans>}
    </span>
  );
}

/** The holds in force. Two may keep the same application, so the total counts the applications themselves. */
export function HoldsTable(
  props: HoldActs & { holds: readonly LegalHold[]; applications: KioskStatus['inProgress'] },
): ReactNode {
  const { holds, applications, ...acts } = props;
  const { t } = useLingui();
  const { timeZone } = usePolicy();
  const inForce = holds.length;
  const held = applications.filter((each) => each.held).length;
  const open = applications.length;
  return (
    <DataTable
      rows={holds}
      keyOf={({ hold }) => hold}
      marks={{ 'data-holds': inForce }}
      marksOf={({ hold, scope, reason }) => ({
        'data-hold': hold,
        'data-scope': scope,
        'data-reason': reason,
      })}
      columns={[
        { heading: t`Since`, cell: ({ since }) => momentInWords(since, timeZone) },
        { heading: t`Set by`, cell: ({ by }) => <bdi>{by}</bdi> },
        { heading: t`Applies to`, cell: ({ scope }) => holdScopeInWords(scope) },
        { heading: t`Reason`, cell: ({ reason }) => holdReasonInWords(reason) },
        { heading: t`Applications kept`, cell: ({ frozen }) => <span data-frozen>{frozen}</span> },
        { heading: t`Keys in memory`, cell: ({ unsealed }) => unsealed },
        { heading: t`New applications`, cell: (hold) => <Intake {...hold} /> },
        { heading: t`Actions`, cell: (hold) => <Acts hold={hold} {...acts} /> },
      ]}
      total={{
        count: <Plural value={inForce} one="# legal hold in force" other="# legal holds in force" />,
        more: (
          <Trans>
            {held} of {open} open applications are held
          </Trans>
        ),
      }}
    />
  );
}
