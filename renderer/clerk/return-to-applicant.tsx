import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { receivedCents } from '../../shared/application/route.ts';
import { OLD_CARD_DESTROYED, OLD_CARD_TAKEN_IN } from '../../shared/programme/documents/shown-documents.ts';
import { currencyOf } from '../../shared/programme/fee.ts';
import { Notice } from '../parts/notice.tsx';
import { moneyInWords } from '../wording/application/money.ts';
import { useWizard } from './wizard-context.ts';

/** What the clerk has of somebody who leaves without a card: a fee that was paid, an old card that was taken, or cut up. */
export function ReturnToApplicant(): ReactNode {
  const { application, policy } = useWizard();
  const { fee, documents } = application.answers;
  const received = receivedCents(fee);
  const isDestroyed = documents.includes(OLD_CARD_DESTROYED);
  const isTakenIn = documents.includes(OLD_CARD_TAKEN_IN);
  if (received === 0 && !isDestroyed && !isTakenIn) return null;
  const amount = moneyInWords(received, currencyOf(policy));
  return (
    <Notice kind="warn">
      {received > 0 ? (
        <p data-return-fee>
          <Trans comment="To the clerk, before an application ends without a card. {amount} is money, like $10.00.">
            The applicant paid {amount}. Return it before you end this application.
          </Trans>
        </p>
      ) : null}
      {isDestroyed ? (
        <p data-old-card-gone>
          <Trans comment="To the clerk, before an application ends without a card: the old card was cut up already.">
            The old card was destroyed and can’t be given back. Tell the applicant.
          </Trans>
        </p>
      ) : isTakenIn ? (
        <p data-return-old-card>
          <Trans comment="To the clerk, before an application ends without a card.">
            Give the old card back to the applicant.
          </Trans>
        </p>
      ) : null}
    </Notice>
  );
}
