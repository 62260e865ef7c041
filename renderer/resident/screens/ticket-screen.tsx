import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { LastEnding } from '../../../shared/contract/residents/last-ending.ts';
import { useCore } from '../../core-client/core.tsx';
import { waitsInWords, waitsUntilInWords } from '../../wording/resident/promises.ts';
import { goOnInWords } from '../../wording/resident/still-there.ts';
import { Bar } from '../page/bar.tsx';
import { CardAfterCheck } from '../parts/no-card-under-hold.tsx';
import { PressButton } from '../parts/press-button.tsx';
import { ResidentScreen } from '../parts/resident-screen.tsx';
import { StaffButton } from '../parts/staff-button.tsx';
import { StillThere } from '../parts/still-there.tsx';
import { useResident } from '../resident-context.ts';
import styles from './ticket-screen.module.css';

type Ticket = Extract<LastEnding, { kind: 'ticket' }>;

/** The resident waits with this number. Nothing of them is on it. */
export function TicketScreen({ ending }: { ending: Ticket }): ReactNode {
  const { t } = useLingui();
  const { status, beginAnew } = useResident();
  const { client } = useCore();
  const { ticket } = ending;
  const { isNumberTaken } = status.residents;
  return (
    <ResidentScreen
      name="resident-ticket"
      heading={t({
        message: `Your number is ${ticket}`,
        comment:
          'Heading of a resident’s last screen. {ticket} is the application’s number of the day, like 12.',
      })}
      bar={<Bar leaves={isNumberTaken ? 'leave-with-ticket' : 'nothing'} />}
      foot={
        <>
          {isNumberTaken ? (
            <PressButton key="done" kind="main" onPress={beginAnew}>
              <Trans comment="Button on a resident’s last screen, with their number: the screen is for the next one.">
                Done
              </Trans>
            </PressButton>
          ) : (
            // Another button, so that the press that takes the number is none on "Done".
            <PressButton key="take" kind="main" onPress={() => void client.reportActivity({})}>
              {goOnInWords()}
            </PressButton>
          )}
          <StaffButton />
        </>
      }
    >
      <p className={styles.number} aria-hidden="true" data-resident-ticket={ticket}>
        <bdi>{ticket}</bdi>
      </p>
      {isNumberTaken ? <Waits waits={ending.waits} /> : <StillThere />}
    </ResidentScreen>
  );
}

/** What to do with the number, and how long it waits. */
function Waits({ waits }: Pick<Ticket, 'waits'>): ReactNode {
  const { status } = useResident();
  const held = waits.until === null;
  return (
    <>
      <p>
        <Trans comment="On a resident’s last screen, with their number. It says nothing of a card, since a legal hold may keep any from being given.">
          Remember your number and take a seat. A clerk calls it and checks your documents.
        </Trans>
      </p>
      <CardAfterCheck held={held} />
      <p>{waitsInWords()}</p>
      {waitsUntilInWords(waits, status.today, status.timeZone).map((said) => (
        <p key={said} data-waits={waits.until ?? 'held'}>
          {said}
        </p>
      ))}
    </>
  );
}
