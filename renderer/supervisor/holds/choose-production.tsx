import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Refused } from '../../parts/refused.tsx';
import { stateInWords } from '../../wording/application/state.ts';
import { isoDayInWords } from '../../wording/dates.ts';
import styles from '../supervisor.module.css';
import type { ChosenProduction } from './chosen-production.ts';
import { RecipientKey } from './recipient-key.tsx';

type Applications = KioskStatus['inProgress'];

/** The held applications, by ticket. */
function TicketToProduce(props: {
  applications: Applications;
  ticket: string | null;
  lacksTicket: boolean;
  onChoose: (ticket: string) => void;
}): ReactNode {
  const { applications, ticket, lacksTicket, onChoose } = props;
  const { t } = useLingui();
  return (
    <>
      <ChoiceList
        name="production-ticket"
        autoFocus
        legend={t({ message: 'Application', comment: 'Label of a choice between tickets on legal hold.' })}
        value={ticket}
        onChoose={onChoose}
        choices={applications.map((application) => {
          const number = application.ticket;
          const day = isoDayInWords(application.day);
          const state = stateInWords(application);
          return {
            value: String(number),
            label: t({
              message: `Ticket ${number} of ${day} · ${state}`,
              comment:
                'A choice: {number} is an application’s number, {day} the day on which it was given, {state} like “Printing”.',
            }),
          };
        })}
      />
      {lacksTicket ? (
        <div data-problem="no-ticket">
          <Problem>
            <Trans comment="Error below a list of tickets.">Choose an application first.</Trans>
          </Problem>
        </div>
      ) : null}
    </>
  );
}

/** Which held application, and whose key: from the drive, or typed or scanned. */
export function ChooseProduction(props: {
  applications: Applications;
  onChosen: (chosen: ChosenProduction) => void;
  onClose: () => void;
}): ReactNode {
  const { applications, onChosen, onClose } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [ticket, setTicket] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [lacksTicket, setLacksTicket] = useState(false);

  const check = async (): Promise<void> => {
    const chosen = applications.find((each) => String(each.ticket) === ticket);
    setLacksTicket(chosen === undefined);
    if (chosen === undefined) return;
    await act.run(async () => {
      const answer = await client.checkRecipient({ typed });
      if (answer.ok) onChosen({ ticket: chosen.ticket, day: chosen.day, ...answer.value });
      // Off the screen at once, and out of the page.
      else if (
        answer.error.kind === 'recipient-refused' &&
        answer.error.why === 'secret-key' &&
        typed !== null
      )
        setTyped('');
      return answer;
    });
  };
  return (
    <Dialog
      isOpen
      wide
      heading={t({
        message: 'Produce an application on legal hold',
        comment: 'Heading. To produce is to hand a record over under a legal order.',
      })}
      onClose={onClose}
    >
      <form
        className={styles.form}
        noValidate
        data-act="choose-production"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void check();
        }}
      >
        <TicketToProduce
          {...{ applications, ticket, lacksTicket }}
          onChoose={(chosen) => {
            setTicket(chosen);
            setLacksTicket(false);
          }}
        />
        <RecipientKey
          typed={typed}
          onChange={(next) => {
            setTyped(next);
            act.clear();
          }}
        />
        <Refused refusal={act.refusal} hasTyped />
        <div className={styles.choices}>
          <ActionButton kind="main" type="submit" shortcut="Enter" ariaDisabled={act.busy && 'for-a-moment'}>
            <Trans comment="Button: checks a recipient’s key, and changes nothing.">Check the key…</Trans>
          </ActionButton>
          <ActionButton shortcut="Esc" onPress={onClose}>
            <Trans>Cancel</Trans>
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
