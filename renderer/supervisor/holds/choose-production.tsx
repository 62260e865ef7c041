import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Problem } from '../../parts/problem.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import styles from '../supervisor.module.css';
import { stateInWords } from '../../wording/application/state.ts';
import type { ChosenProduction } from './chosen-production.ts';

/** Which held application, and whose key: from the drive, or typed or scanned. */
export function ChooseProduction(props: {
  applications: KioskStatus['inProgress'];
  onChosen: (chosen: ChosenProduction) => void;
  onClose: () => void;
}): ReactNode {
  const { applications, onChosen, onClose } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [ticket, setTicket] = useState<string | null>(null);
  const [from, setFrom] = useState<'drive' | 'typed'>('drive');
  const [typed, setTyped] = useState('');
  const [lacksTicket, setLacksTicket] = useState(false);

  const check = async (): Promise<void> => {
    const chosen = applications.find((each) => String(each.ticket) === ticket);
    setLacksTicket(chosen === undefined);
    if (chosen === undefined) return;
    await act.run(async () => {
      const answer = await client.checkRecipient({ typed: from === 'drive' ? null : typed });
      if (answer.ok) onChosen({ ticket: chosen.ticket, ...answer.value });
      // Off the screen at once, and out of the page.
      else if (answer.error.kind === 'recipient-refused' && answer.error.why === 'secret-key') setTyped('');
      return answer;
    });
  };
  return (
    <Dialog
      isOpen
      wide
      heading={t({
        message: 'Produce a held application',
        comment: 'Heading. To produce is to hand a record over under a legal order.',
      })}
      onClose={onClose}
    >
      <form
        className={styles.form}
        noValidate
        data-act="choose-production"
        data-refusal={act.refusal?.kind}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void check();
        }}
      >
        <ChoiceList
          name="production-ticket"
          autoFocus
          legend={t({ message: 'Application', comment: 'Label of a choice between tickets on legal hold.' })}
          value={ticket}
          onChoose={(value) => {
            setTicket(value);
            setLacksTicket(false);
          }}
          choices={applications.map((application) => {
            const number = application.ticket;
            const state = stateInWords(application);
            return {
              value: String(number),
              label: t({
                message: `Ticket ${number} · ${state}`,
                comment: 'A choice: {number} is an application’s number, {state} like “Printing”.',
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
        <ChoiceList
          name="recipient-from"
          legend={t({
            message: 'Recipient’s key',
            comment: 'Label of a choice: where the key of whoever gets a record comes from.',
          })}
          value={from}
          onChoose={(value) => {
            setFrom(value);
            act.clear();
          }}
          choices={[
            {
              value: 'drive' as const,
              label: t({
                message: 'From recipient.txt on the USB drive',
                comment: 'A choice. recipient.txt is the name of a file: don’t translate it.',
              }),
            },
            {
              value: 'typed' as const,
              label: t({ message: 'Typed or scanned', comment: 'A choice: a key is typed, or scanned as a code.' }),
            },
          ]}
        />
        {from === 'typed' ? (
          <TextField
            id="recipient-key"
            label={t({
              message: 'Key of the recipient',
              comment: 'Label of a field: the public key of whoever gets a record.',
            })}
            hint={t({
              message: 'Starts with age1. Never the secret part.',
              comment: 'Hint below a field for a public key. “age1” is how it starts.',
            })}
            value={typed}
            problem={null}
            required
            onChange={(text) => {
              setTyped(text);
              act.clear();
            }}
          />
        ) : null}
        {act.refusal === null ? null : (
          <Notice kind="bad" role="alert">
            <p>{refusalInWords(act.refusal)}</p>
          </Notice>
        )}
        <div className={styles.choices}>
          <ActionButton kind="main" type="submit" shortcut="Enter" ariaDisabled={act.busy}>
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
