import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { currencyOf } from '../../shared/programme/fee.ts';
import { OLD_CARD_TAKEN_IN } from '../../shared/programme/shown-documents.ts';
import { Notice } from '../parts/notice.tsx';
import { moneyInWords } from '../wording/application/money.ts';
import { useWizard } from './wizard-context.ts';

/** What the clerk has of somebody who leaves without a card: a fee that was paid, an old card that was taken. */
export function ReturnToApplicant(): ReactNode {
  const { application, policy } = useWizard();
  const { fee, documents } = application.answers;
  const hasOldCard = documents.includes(OLD_CARD_TAKEN_IN) && !application.oldCardDestroyed;
  if (fee?.settled !== 'paid' && !hasOldCard) return null;
  const amount = moneyInWords(fee?.cents ?? 0, currencyOf(policy));
  return (
    <Notice kind="warn">
      {fee?.settled === 'paid' ? (
        <p data-return-fee>
          <Trans comment="To the clerk, before an application ends without a card. {amount} is money, like $10.00.">
            The applicant paid {amount}. Return it before you end this application.
          </Trans>
        </p>
      ) : null}
      {hasOldCard ? (
        <p data-return-old-card>
          <Trans comment="To the clerk, before an application ends without a card.">
            Give the old card back to the applicant.
          </Trans>
        </p>
      ) : null}
    </Notice>
  );
}
