import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import { useTimeZone } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import hidden from '../../parts/hidden.module.css';
import { minuteInWords, momentInWords } from '../../wording/dates.ts';
import { holdReasonInWords, holdScopeInWords } from '../../wording/holds/hold.ts';
import styles from '../supervisor.module.css';

interface HoldActs {
  /** Null: nothing begins now, whatever is resumed. */
  readonly onResume: ((hold: LegalHold) => void) | null;
  readonly onLift: (hold: LegalHold) => void;
}

function Acts({ hold, onResume, onLift }: HoldActs & { hold: LegalHold }): ReactNode {
  const timeZone = useTimeZone();
  const since = momentInWords(hold.since, timeZone);
  return (
    <div className={styles.acts}>
      {hold.resumedBy === null && onResume !== null ? (
        <ActionButton kind="quiet" onPress={() => onResume(hold)}>
          <Trans comment="Button that opens a question. {since} is a date and time; only screen readers say this part.">
            Resume new applications… <span className={hidden.hidden}>Legal hold since {since}</span>
          </Trans>
        </ActionButton>
      ) : null}
      <ActionButton kind="quiet" onPress={() => onLift(hold)}>
        <Trans comment="Button that opens a question: the legal hold ends. {since} is a date and time; only screen readers say this part.">
          Lift… <span className={hidden.hidden}>Legal hold since {since}</span>
        </Trans>
      </ActionButton>
    </div>
  );
}

function Intake({ resumedBy }: LegalHold): ReactNode {
  return (
    <div data-intake={resumedBy === null ? 'stopped' : 'resumed'}>
      {resumedBy === null ? (
        <Trans comment="Table cell below “New applications”: none can start.">Stopped</Trans>
      ) : (
        <>
          <Trans comment="Table cell below “New applications”: they can start again.">Resumed</Trans>
          <p>
            <Trans comment="Below “Resumed” in a table cell: {resumedBy} is a lawyer’s file number.">
              Counsel’s reference: <span className={styles.whole}>{resumedBy}</span>
            </Trans>
          </p>
        </>
      )}
    </div>
  );
}

function Scope({ scope, cameBack }: LegalHold): ReactNode {
  return (
    <>
      {holdScopeInWords(scope)}
      {cameBack ? (
        <p data-came-back>
          <Trans comment="Below what a legal hold covers, in a table cell. A legal hold is an order by counsel to erase nothing. The files are those in which the kiosk keeps applications, keys, and its records.">
            Set while this kiosk’s files didn’t fit together. It’s in force again.
          </Trans>
        </p>
      ) : null}
    </>
  );
}

/** The holds in force. Two may keep the same application, so the total counts the applications themselves. */
export function HoldsTable(
  props: HoldActs & { holds: readonly LegalHold[]; applications: KioskStatus['inProgress'] },
): ReactNode {
  const { holds, applications, ...acts } = props;
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const inForce = holds.length;
  const held = applications.filter(({ hold }) => hold !== 'free').length;
  const open = applications.length;
  const hasStopped = holds.some(({ stopped }) => stopped.all > 0);
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
        {
          heading: t({ message: 'Since', comment: 'Column heading: when a legal hold was set.' }),
          cell: ({ since }) => minuteInWords(since, timeZone),
        },
        {
          heading: t({ message: 'Set by', comment: 'Column heading: who set a legal hold.' }),
          cell: ({ by }) => <bdi>{by}</bdi>,
        },
        {
          heading: t({ message: 'Applies to', comment: 'Column heading: what a legal hold covers.' }),
          cell: (hold) => <Scope {...hold} />,
        },
        { heading: t`Reason`, cell: ({ reason }) => holdReasonInWords(reason) },
        {
          heading: t({
            message: 'Applications kept',
            comment: 'Column heading: how many applications a legal hold keeps from being erased.',
          }),
          cell: ({ frozen, later, stopped }) => <span data-kept>{frozen + later + stopped.all}</span>,
          isFigure: true,
        },
        {
          heading: t({
            message: 'Keys in memory',
            comment: 'Column heading: how many applications on legal hold would be lost in a power outage.',
          }),
          cell: ({ unsealed, laterInMemory, stopped }) => unsealed + laterInMemory + stopped.inMemory,
          isFigure: true,
        },
        {
          heading: t({
            message: 'New applications',
            comment: 'Column heading: whether a legal hold stops them.',
          }),
          cell: (hold) => <Intake {...hold} />,
        },
        {
          heading: t({ message: 'Actions', comment: 'Column heading above buttons.' }),
          cell: (hold) => <Acts hold={hold} {...acts} />,
        },
      ]}
      total={{
        count: (
          <Plural
            comment="Below the table: how many there are. A legal hold is an order by counsel to erase nothing."
            value={inForce}
            one="# legal hold in force"
            other="# legal holds in force"
          />
        ),
        more: (
          <>
            <Trans comment="Below the table of legal holds: {held} of the {open} open applications may not be erased.">
              Open applications on legal hold: {held} of {open}.
            </Trans>
            {hasStopped ? (
              <>
                {' '}
                <Trans comment="Below the table of legal holds, behind how many open applications are held. “Applications kept” is the heading of a column.">
                  “Applications kept” also counts stopped erasures, which aren’t open anymore.
                </Trans>
              </>
            ) : null}
          </>
        ),
      }}
    />
  );
}
