import type { SettledFee } from '../../../shared/application/route.ts';
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
      if (!takesOldCardIn(record.policy, record.answers.route) || !isCardOut(record.state))
        return err({ kind: 'not-now' });
      record.oldCardDestroyed = true;
      return ok(session.changed());
    },
  };
}

/** Keeps that the fee which is due today is paid or waived. Of a waiver nobody is told the reason. */
async function settleFee(
  session: ApplicantSession,
  settled: SettledFee['settled'],
): Promise<Answer<ApplicationView>> {
  const record = session.current();
  const { policy, key, application } = record;
  const { today } = session.status();
  if (settled === 'waived' && policy.waivers === undefined) return err({ kind: 'malformed' });
  const valid = validAnswers(record, today);
  if (valid === null) return err({ kind: 'answers-incomplete' });
  const cents = feeDue(policy, valid, record.answers.route, today);
  if (cents === 0) return err({ kind: 'not-now' });
  const answers = { ...record.answers, fee: { settled, cents } };
  const sealed = sealContent(key, application, 'answers', answers);
  return andThen(session.keeper.call('keepFee', { sealed }), (snapshot) => {
    record.answers = answers;
    return ok(session.takeOver(snapshot));
  });
}
