import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Production } from '../../../shared/contract/command/production.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { useApproval } from '../../parts/approval/approval.tsx';
import { Refused } from '../../parts/refused.tsx';
import { isoDayInWords } from '../../wording/dates.ts';
import { holdFirstInWords } from '../../wording/holds/hold-effects.ts';
import styles from '../supervisor.module.css';
import { ChooseProduction } from './choose-production.tsx';
import type { ChosenProduction } from './chosen-production.ts';
import { ConfirmProduction } from './confirm-production.tsx';

/** Produces one held application: it is chosen, its recipient compared, and a second supervisor approves. */
export function ProduceRecord(props: {
  status: KioskStatus;
  onProduced: (production: Production) => void;
}): ReactNode {
  const { status, onProduced } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const approval = useApproval();
  const [step, setStep] = useState<'closed' | 'choosing' | ChosenProduction>('closed');
  const held = status.inProgress.filter(({ hold }) => hold === 'frozen');
  const kept = status.inProgress.filter(({ hold }) => hold === 'kept');
  if (held.length + kept.length === 0) return null;

  const produce = async ({ ticket, day: given, recipient, fingerprint }: ChosenProduction): Promise<void> => {
    setStep('closed');
    const day = isoDayInWords(given);
    const about = [
      t({
        message: `Ticket ${ticket} of ${day}`,
        comment:
          'What is handed over: {ticket} is an application’s number, {day} the day on which it was given.',
      }),
      t({
        message: `Fingerprint of the recipient’s key: ${fingerprint}`,
        comment:
          'What is handed over, and to whom: {fingerprint} is a short form of the key of whoever gets a record.',
      }),
    ];
    await approval.run(
      { act: 'produceRecord', ticket, recipient },
      async () => {
        const answer = await client.produceRecord({ ticket, recipient });
        if (answer.ok) onProduced(answer.value);
        return answer;
      },
      about,
    );
  };
  return (
    <div className={styles.section} data-act="produce-record">
      {held.length === 0 ? null : (
        <div>
          <ActionButton
            ariaDisabled={approval.busy && 'for-a-moment'}
            onPress={() => {
              approval.clear();
              setStep('choosing');
            }}
          >
            <Trans comment="Button that opens a question: one application on legal hold is handed over under an order.">
              Produce an application on legal hold…
            </Trans>
          </ActionButton>
        </div>
      )}
      {kept.length === 0 ? null : (
        <p className={styles.note} data-hold-first={kept.length}>
          {holdFirstInWords(kept.map(({ ticket }) => ticket))}
        </p>
      )}
      <Refused refusal={approval.refusal} />
      {step === 'choosing' ? (
        <ChooseProduction applications={held} onChosen={setStep} onClose={() => setStep('closed')} />
      ) : null}
      {typeof step === 'object' ? (
        <ConfirmProduction
          chosen={step}
          onProduce={() => void produce(step)}
          onClose={() => setStep('closed')}
        />
      ) : null}
      {approval.dialog}
    </div>
  );
}
