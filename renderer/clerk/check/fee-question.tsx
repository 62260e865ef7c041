import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ValidAnswers } from '../../../shared/application/answers.ts';
import { currencyOf, feeDue } from '../../../shared/programme/fee.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { settledInWords } from '../../wording/application/fees.ts';
import { moneyInWords } from '../../wording/application/money.ts';
import { refusalInWords } from '../../wording/refusal.ts';
import box from '../counter-box.module.css';
import { useWizard } from '../wizard-context.ts';
import styles from './fee-question.module.css';

/** What is due for this card and was not settled yet, in cents; 0 for nothing. */
export function useOpenFee(answers: ValidAnswers | null): number {
  const { application, policy, today } = useWizard();
  const { route, fee } = application.answers;
  return answers === null || fee !== null ? 0 : feeDue(policy, answers, route, today);
}

/** The fee for this card, and whether it is paid or waived. Nothing where none is due. */
export function FeeQuestion({ open }: { open: number }): ReactNode {
  const { application, policy, isOverlaid, openDialog } = useWizard();
  const { client } = useCore();
  const act = useAct();
  const { fee } = application.answers;
  const isAsked = open > 0 || fee !== null;
  const mayWaive = policy.waivers !== undefined;
  const pay = (): void => void act.run(() => client.settleFee({ settled: 'paid' }));
  const waive = (): void => openDialog('waive');
  const reset = (): void => void act.run(() => client.settleFee({ settled: null }));
  const keys = { F2: pay, ...(mayWaive ? { F3: waive } : {}), ...(fee === null ? {} : { F8: reset }) };
  useKeys(keys, isAsked && !isOverlaid);
  if (!isAsked) return null;
  const amount = moneyInWords(fee?.cents ?? open, currencyOf(policy));
  return (
    <section
      className={box.box}
      data-todo={fee === null ? 'open' : 'done'}
      data-fee={fee?.settled ?? 'open'}
      aria-labelledby="fee"
    >
      <div className={styles.words}>
        <h2 id="fee" className={styles.amount}>
          <Trans comment="Heading on the review screen. {amount} is money, like $10.00: what the applicant pays for the card.">
            Fee: {amount}
          </Trans>
        </h2>
        <p className={box.state} role="status">
          <span aria-hidden="true">{fee === null ? '○ ' : '✓ '}</span>
          {fee === null ? (
            <Trans comment="Status below the fee: nobody has said yet that it is paid or waived.">
              Not paid yet
            </Trans>
          ) : (
            settledInWords(fee.settled)
          )}
        </p>
      </div>
      <ActionButton shortcut="F2" ariaDisabled={act.busy} onPress={pay}>
        <Trans comment="Button: the applicant has paid the fee.">Mark as paid</Trans>
      </ActionButton>
      {mayWaive ? (
        <ActionButton shortcut="F3" onPress={waive}>
          <Trans comment="Button that opens a question: why need the applicant not pay?">Waive fee…</Trans>
        </ActionButton>
      ) : null}
      {/* There from the beginning, so that nothing moves once something is marked. */}
      <ActionButton kind="quiet" shortcut="F8" ariaDisabled={fee === null || act.busy} onPress={reset}>
        <Trans comment="Button: the fee was marked as paid or waived by mistake, and is due again.">
          Reset to not paid
        </Trans>
      </ActionButton>
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
    </section>
  );
}
