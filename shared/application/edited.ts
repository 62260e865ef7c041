import type { Answers } from './answers.ts';
import { fields } from './fields.ts';

/**
 * Answers after a change. A fee is settled for one route and one age: with another route or birth date nobody has said
 * anything about the one that is due now.
 */
export function edited(before: Answers, change: (before: Answers) => Answers): Answers {
  const after = change(before);
  const isSameFee =
    after.route === before.route && fields.birthDate.inputs.every((input) => after[input] === before[input]);
  return isSameFee ? after : { ...after, fee: null };
}
