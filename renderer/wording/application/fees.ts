import { t } from '@lingui/core/macro';
import { type Fee, receivedCents, type SettledFee, settledFee } from '../../../shared/application/route.ts';
import { unreachable } from '../../../shared/result.ts';
import { moneyInWords } from './money.ts';

/** What became of a fee, in a word. */
export function settledInWords(settled: SettledFee['settled']): string {
  switch (settled) {
    case 'paid':
      return t({ message: 'Paid', comment: 'Status of a fee, beside its amount and on its receipt.' });
    case 'waived':
      return t({
        message: 'Waived',
        comment: 'Status of a fee, beside its amount and on its receipt: the applicant need not pay.',
      });
    default:
      return unreachable(settled);
  }
}

/** What is known of the fee, and what is to be done with the money, in a line. `due`: in cents of this currency. */
export function feeInWords(fee: Fee, due: number, currency: string): string {
  const settled = settledFee(fee);
  if (settled !== null) return settledInWords(settled.settled);
  const cents = receivedCents(fee);
  if (cents === 0) {
    return due === 0
      ? t({ message: 'Nothing due', comment: 'Status below the fee: the applicant pays nothing.' })
      : t({
          message: 'Not paid yet',
          comment: 'Status below the fee: nobody has said yet that it is paid or waived.',
        });
  }
  const received = moneyInWords(cents, currency);
  if (due === 0) {
    return t({
      message: `Give back ${received}, then press F8`,
      comment:
        'Status below the fee, which is zero now: the applicant paid before the kind of card or the birth date was changed. {received} is money, like $10.00.',
    });
  }
  if (due < cents) {
    const rest = moneyInWords(cents - due, currency);
    return t({
      message: `${received} received, give back ${rest}`,
      comment:
        'Status below the fee, which is less now: the applicant paid before the kind of card or the birth date was changed. Both values are money, like $10.00.',
    });
  }
  const more = moneyInWords(due - cents, currency);
  return t({
    message: `${received} received, ${more} more due`,
    comment:
      'Status below the fee, which is more now: the applicant paid before the kind of card or the birth date was changed. Both values are money, like $10.00.',
  });
}
