import type { CalendarDate } from '../calendar.ts';
import type { PolicyRules } from '../programme/complete.ts';
import { feeDue } from '../programme/fee.ts';
import { type Answers, answersSoFar } from './answers.ts';
import { fields } from './fields.ts';
import { type Fee, receivedCents } from './route.ts';

/**
 * Answers after a change. A fee is settled for one route and one age: with another route or birth date nobody has said
 * anything about the one that is due now. But the money is there: it settles one that comes to the same amount.
 */
export function edited(
  before: Answers,
  change: (before: Answers) => Answers,
  policy: PolicyRules,
  today: CalendarDate,
): Answers {
  const after = change(before);
  const isSameFee =
    after.route === before.route && fields.birthDate.inputs.every((input) => after[input] === before[input]);
  if (isSameFee) return after;
  const cents = receivedCents(before.fee);
  return { ...after, fee: cents === 0 ? null : feeWith(cents, after, policy, today) };
}

/** The fee of these answers, where so much was received already. */
function feeWith(cents: number, answers: Answers, policy: PolicyRules, today: CalendarDate): Fee {
  const { birthDate } = answersSoFar(answers, policy.fields, today);
  const isDue = birthDate !== null && feeDue(policy, { birthDate }, answers.route, today) === cents;
  return { settled: isDue ? 'paid' : 'paid-for-another', cents };
}
