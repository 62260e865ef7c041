import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Ticket } from '../../../shared/contract/ids.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { ageInWords, stateInWords } from '../../wording/application/state.ts';
import styles from './ticket-choice.module.css';

/** The open applications that a hold may keep. One that is held already may be in a second hold as well. */
export function TicketChoice(props: {
  applications: KioskStatus['inProgress'];
  chosen: readonly Ticket[];
  onChange: (chosen: readonly Ticket[]) => void;
}): ReactNode {
  const { applications, chosen, onChange } = props;
  const toggle = (ticket: Ticket, on: boolean): void =>
    onChange(on ? [...chosen, ticket] : chosen.filter((each) => each !== ticket));
  return (
    <fieldset className={styles.tickets}>
      <legend className={styles.legend}>
        <Trans comment="Label above checkboxes, one for each open application. A ticket is an application’s number of the day.">
          Tickets
        </Trans>
      </legend>
      {applications.length === 0 ? (
        <p>
          <Trans>No open applications.</Trans>
        </p>
      ) : null}
      {applications.map(({ ticket, hold, ...application }) => {
        const state = stateInWords(application);
        const age = ageInWords(application.minutes);
        return (
          <label key={ticket} className={styles.ticket}>
            <input
              type="checkbox"
              className={styles.box}
              data-hold-ticket={ticket}
              checked={chosen.includes(ticket)}
              onChange={(event) => toggle(ticket, event.target.checked)}
            />
            <span>
              <Trans comment="Label of a checkbox for one application: {ticket} is a number, {state} like “Printing”, {age} like “12 minutes”.">
                <b>Ticket {ticket}</b> · {state} · {age}
              </Trans>
              {hold !== 'free' ? (
                <>
                  {' '}
                  ·{' '}
                  <Trans comment="After a ticket in a list: another legal hold keeps this application.">
                    already on legal hold
                  </Trans>
                </>
              ) : null}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
