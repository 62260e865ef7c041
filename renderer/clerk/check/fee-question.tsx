import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { receivedCents, settledFee } from '../../../shared/application/route.ts';
import { currencyOf, isFeeOpen } from '../../../shared/programme/fee.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { feeInWords } from '../../wording/application/fees.ts';
import { moneyInWords } from '../../wording/application/money.ts';
import { refusalInWords } from '../../wording/refusal.ts';
import box from '../counter-box.module.css';
import { useWizard } from '../wizard-context.ts';
import styles from './fee-question.module.css';

/**
 * The fee for this card, and whether it is paid or waived; where money is here that was for another one, what is to be done
 * with it. Nothing where none is due. `due`: in cents.
 */
export function FeeQuestion({ due }: { due: number }): ReactNode {
  const { application, policy, isOverlaid, openDialog } = useWizard();
  const { client } = useCore();
  const act = useAct();
  const { fee } = application.answers;
  // Once it is there it stays, with room for the longest of its states: nothing moves when something is marked.
  const [first] = useState(fee);
  const cents = settledFee(fee)?.cents ?? due;
  const isShown = cents > 0 || fee !== null || first !== null;
  const mayWaive = policy.waivers !== undefined;
  const pay = (): void => void act.run(() => client.settleFee({ settled: 'paid' }));
  const waive = (): void => openDialog('waive');
  const reset = (): void => void act.run(() => client.settleFee({ settled: null }));
  const isPaid = fee?.settled === 'paid';
  const settling =
    cents === 0 || isPaid ? {} : { F2: pay, ...(mayWaive && fee === null ? { F3: waive } : {}) };
  useKeys({ ...settling, ...(fee === null ? {} : { F8: reset }) }, isShown && !isOverlaid);
  if (!isShown) return null;
  const amount = moneyInWords(cents, currencyOf(policy));
  const received = fee?.settled === 'paid-for-another' ? fee.cents : 0;
  // Once it is given back its button stays, and says what was done.
  const returned = moneyInWords(receivedCents(fee ?? first), currencyOf(policy));
  const isOpen = isFeeOpen(fee, due);
  return (
    <section
      className={box.box}
      data-todo={isOpen ? 'open' : 'done'}
      data-fee={fee?.settled ?? (isOpen ? 'open' : 'none')}
      aria-labelledby="fee"
    >
      <div className={first?.settled === 'paid-for-another' ? styles.longer : styles.words}>
        <h2 id="fee" className={styles.amount}>
          <Trans comment="Heading on the review screen. {amount} is money, like $10.00: what the applicant pays for the card.">
            Fee: {amount}
          </Trans>
        </h2>
        <p className={box.state} role="status">
          <span aria-hidden="true">{isOpen ? '○ ' : '✓ '}</span>
          {feeInWords(fee, due, currencyOf(policy))}
        </p>
      </div>
      {/* Where nothing is due nothing will be, for as long as this is on the screen. */}
      {cents === 0 ? null : (
        <span className={first?.settled === 'paid-for-another' ? styles.wider : styles.pay}>
          <ActionButton shortcut="F2" ariaDisabled={isPaid || (act.busy && 'for-a-moment')} onPress={pay}>
            <Pay received={received} due={due} currency={currencyOf(policy)} />
          </ActionButton>
        </span>
      )}
      {/* One in the place of the other: the box has one row, and nothing moves once something is marked. */}
      <span className={styles.last}>
        {mayWaive && fee === null && cents > 0 ? (
          <ActionButton shortcut="F3" onPress={waive}>
            <Trans comment="Button that opens a question: why need the applicant not pay?">Waive fee…</Trans>
          </ActionButton>
        ) : (
          <ActionButton
            kind={cents === 0 ? 'plain' : 'quiet'}
            shortcut="F8"
            ariaDisabled={fee === null || (act.busy && 'for-a-moment')}
            onPress={reset}
          >
            {cents === 0 && first !== null ? (
              <GaveBack amount={returned} />
            ) : received > 0 ? (
              <Trans comment="Button: the clerk has given back all that the applicant paid for another kind of card. {returned} is money, like $10.00.">
                All {returned} given back
              </Trans>
            ) : (
              <Trans comment="Button: the fee was marked as paid or waived by mistake, and is due again.">
                Reset to not paid
              </Trans>
            )}
          </ActionButton>
        )}
      </span>
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
    </section>
  );
}

/** What F2 says was done: where money is here for another fee, what makes it the one that is due. */
function Pay(props: { received: number; due: number; currency: string }): ReactNode {
  const { received, due, currency } = props;
  if (received === 0 || received === due)
    return <Trans comment="Button: the applicant has paid the fee.">Mark as paid</Trans>;
  const difference = moneyInWords(Math.abs(due - received), currency);
  return due < received ? (
    <GaveBack amount={difference} />
  ) : (
    <Trans comment="Button: the applicant has paid what was missing of the fee. {difference} is money, like $5.00.">
      Received {difference} more
    </Trans>
  );
}

function GaveBack({ amount }: { amount: string }): ReactNode {
  return (
    <Trans comment="Button: the clerk has given back what the applicant paid too much, for another kind of card. {amount} is money, like $10.00.">
      Gave back {amount}
    </Trans>
  );
}
