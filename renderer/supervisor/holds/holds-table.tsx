import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import { usePolicy } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import hidden from '../../parts/hidden.module.css';
import { momentInWords } from '../../wording/dates.ts';
import { holdReasonInWords, holdScopeInWords } from '../../wording/hold.ts';
import styles from '../supervisor.module.css';

interface HoldActs {
  readonly onResume: (hold: LegalHold) => void;
  readonly onLift: (hold: LegalHold) => void;
}

function Row({ hold, onResume, onLift }: HoldActs & { hold: LegalHold }): ReactNode {
  const { timeZone } = usePolicy();
  const since = momentInWords(hold.since, timeZone);
  const { resumedBy } = hold;
  return (
    <tr data-hold={hold.hold} data-scope={hold.scope} data-reason={hold.reason}>
      <th scope="row">{since}</th>
      <td>{hold.by}</td>
      <td>{holdScopeInWords(hold.scope)}</td>
      <td>{holdReasonInWords(hold.reason)}</td>
      <td data-frozen>{hold.frozen}</td>
      <td>{hold.unsealed}</td>
      <td data-intake={resumedBy === null ? 'paused' : 'resumed'}>
        {resumedBy === null ? (
          <Trans>paused</Trans>
        ) : (
          <Trans>resumed, counsel’s reference: {resumedBy}</Trans>
        )}
      </td>
      <td>
        <div className={styles.acts}>
          {resumedBy === null ? (
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
      </td>
    </tr>
  );
}

/** The holds in force. Two may keep the same application, so the total counts the applications themselves. */
export function HoldsTable(
  props: HoldActs & { holds: readonly LegalHold[]; applications: KioskStatus['inProgress'] },
): ReactNode {
  const { holds, applications, ...acts } = props;
  const inForce = holds.length;
  const held = applications.filter((each) => each.held).length;
  const open = applications.length;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} data-holds={inForce}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Since</Trans>
            </th>
            <th scope="col">
              <Trans>Set by</Trans>
            </th>
            <th scope="col">
              <Trans>Applies to</Trans>
            </th>
            <th scope="col">
              <Trans>Reason</Trans>
            </th>
            <th scope="col">
              <Trans>Applications kept</Trans>
            </th>
            <th scope="col">
              <Trans>Keys in memory</Trans>
            </th>
            <th scope="col">
              <Trans>New applications</Trans>
            </th>
            <th scope="col">
              <Trans>Actions</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {holds.map((each) => (
            <Row key={each.hold} hold={each} {...acts} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Plural value={inForce} one="# legal hold in force" other="# legal holds in force" />
            </th>
            <td colSpan={7}>
              <Trans>
                {held} of {open} open applications are held
              </Trans>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
