import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Ticket } from '../../../shared/contract/ids.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { Problem } from '../../parts/problem.tsx';
import { ageInWords, stateInWords } from '../../wording/application/state.ts';
import styles from './ticket-choice.module.css';

/** It was pressed without one: told where they are chosen, which may be above what the screen has room for. */
function NoTicket(): ReactNode {
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.scrollIntoView({ block: 'center' }), []);
  return (
    <div ref={shown} data-problem="no-ticket">
      <Problem>
        <Trans comment="Error above checkboxes. A ticket is an application’s number of the day; to hold is to keep from being erased.">
          Choose at least one ticket, or choose everything.
        </Trans>
      </Problem>
    </div>
  );
}

/** The open applications that a hold may keep. One that is held already may be in a second hold as well. */
export function TicketChoice(props: {
  applications: KioskStatus['inProgress'];
  chosen: readonly Ticket[];
  /** It was to be set with none chosen. */
  lacksTicket: boolean;
  onChange: (chosen: readonly Ticket[]) => void;
}): ReactNode {
  const { applications, chosen, lacksTicket, onChange } = props;
  const toggle = (ticket: Ticket, on: boolean): void =>
    onChange(on ? [...chosen, ticket] : chosen.filter((each) => each !== ticket));
  return (
    <fieldset className={styles.tickets}>
      <legend className={styles.legend}>
        <Trans comment="Label above checkboxes, one for each open application. A ticket is an application’s number of the day.">
          Tickets
        </Trans>
      </legend>
      {lacksTicket ? <NoTicket /> : null}
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
