import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useStaffView } from '../core-client/core.tsx';
import { useHearsCards } from '../core-client/use-hears-cards.ts';
import { useReadyTone } from '../parts/ready-tone/use-ready-tone.ts';
import styles from './others-ready.module.css';
import { useWizard } from './wizard-context.ts';

/** The cards of applications that were set aside and lie in the tray by now: told while somebody else is served, and heard where the programme wants it. */
export function OthersReady(): ReactNode {
  const own = useWizard().application.ticket;
  const inProgress = useStaffView(({ inProgress }) => inProgress);
  const ready = (inProgress ?? []).filter(({ ticket, state }) => ticket !== own && state === 'printed');
  useReadyTone(
    ready.map(({ ticket }) => ticket),
    useHearsCards(),
  );
  return (
    <div className={styles.others} role="status">
      <ul className={styles.ready}>
        {ready.map(({ ticket }) => (
          <li key={ticket} data-ready-ticket={ticket}>
            <span aria-hidden="true">✓ </span>
            <Trans comment="Status line about another application than the one on the screen. {ticket} is its number of the day.">
              Ticket <b>{ticket}</b>: card is ready
            </Trans>
          </li>
        ))}
      </ul>
    </div>
  );
}
