import type { Answers } from '../../../shared/application/answers.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { Answer, Handlers, InputOf } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { ApplicationView, screenCalls } from '../../../shared/contract/screen.ts';
import { feeDue } from '../../../shared/programme/fee.ts';
import { takesOldCardIn } from '../../../shared/programme/routes.ts';
import { andThen, err, ok } from '../../../shared/result.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import type { ApplicantSession } from '../applicant-session.ts';
import { type ApplicationRecord, isCardOut, validAnswers } from '../application/record.ts';

type FeeAndOldCardCalls = Pick<Handlers<typeof screenCalls>, 'settleFee' | 'destroyOldCard'>;
type Finish = InputOf<typeof keeperCalls, 'finish'>;
type Settled = InputOf<typeof screenCalls, 'settleFee'>['settled'];

/** What the ledger counts of a card that is handed over, and what its fee receipt says. */
export function countedWith(
  record: ApplicationRecord,
  outcome: Finish['outcome'],
): Pick<Finish, 'counted' | 'feeCents'> {
  if (outcome !== 'issued') return {};
  const { route, fee } = record.answers;
  const oldCard = takesOldCardIn(record.policy, route) ? ('destroyed' as const) : ('none' as const);
  const counted = { again: route === 'first' ? null : { route, oldCard }, fee: fee?.settled ?? null };
  return fee === null ? { counted } : { counted, feeCents: fee.cents };
}

/** Calls about the fee that is due, and about the old card, where the route takes one in. */
export function feeAndOldCardCalls(session: ApplicantSession): FeeAndOldCardCalls {
  return {
    settleFee: ({ settled }) => session.inTurn(() => settleFee(session, settled)),
    destroyOldCard() {
      const record = session.current();
      // Of a card that is not named nobody has looked whether it can be given: the old one is then all that somebody has.
      const isNamed = isCardOut(record.state) && record.cardIdentified;
      if (!takesOldCardIn(record.policy, record.answers.route) || !isNamed) return err({ kind: 'not-now' });
      record.oldCardDestroyed = true;
      return ok(session.changed());
    },
  };
}

/** Nobody has said anything of the fee any more. Before the card is printed: then the keeper takes it no more. */
function reopened({ answers }: ApplicationRecord): Answer<null> {
  return answers.fee === null ? err({ kind: 'not-now' }) : ok(null);
}

/** The fee that is due today, as it is settled. */
function settledToday(
  record: ApplicationRecord,
  settled: NonNullable<Settled>,
  today: CalendarDate,
): Answer<NonNullable<Answers['fee']>> {
  const { policy, answers } = record;
  if (settled === 'waived' && policy.waivers === undefined) return err({ kind: 'malformed' });
  const valid = validAnswers(record, today);
  if (valid === null) return err({ kind: 'answers-incomplete' });
  const cents = feeDue(policy, valid, answers.route, today);
  return cents === 0 ? err({ kind: 'not-now' }) : ok({ settled, cents });
}

/** Keeps what became of the fee that is due today. Of a waiver nobody is told the reason. */
async function settleFee(session: ApplicantSession, settled: Settled): Promise<Answer<ApplicationView>> {
  const record = session.current();
  const { key, application } = record;
  const fee = settled === null ? reopened(record) : settledToday(record, settled, session.status().today);
  if (!fee.ok) return fee;
  const answers = { ...record.answers, fee: fee.value };
  const sealed = sealContent(key, application, 'answers', answers);
  return andThen(session.keeper.call('keepFee', { sealed }), (snapshot) => {
    record.answers = answers;
    return ok(session.takeOver(snapshot));
  });
}
