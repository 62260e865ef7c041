import type { Answers } from '../../../shared/application/answers.ts';
import { type SettledFee, settledFee } from '../../../shared/application/route.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { Answer, Handlers, InputOf } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { OLD_CARD_DESTROYED } from '../../../shared/programme/documents/shown-documents.ts';
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
  const { route } = record.answers;
  const fee = settledFee(record.answers.fee);
  const oldCard = takesOldCardIn(record.policy, route) ? ('destroyed' as const) : ('none' as const);
  const counted = { again: route === 'first' ? null : { route, oldCard }, fee: fee?.settled ?? null };
  return fee === null ? { counted } : { counted, feeCents: fee.cents };
}

/** Calls about the fee that is due, and about the old card, where the route takes one in. */
export function feeAndOldCardCalls(session: ApplicantSession): FeeAndOldCardCalls {
  return {
    settleFee: ({ settled }) => session.inTurn(() => settleFee(session, settled)),
    destroyOldCard: () => session.inTurn(() => destroyOldCard(session)),
  };
}

/** Keeps that the old card is gone, for whoever opens the application next: it can't be given back. */
async function destroyOldCard(session: ApplicantSession): Promise<Answer<ApplicationView>> {
  const { policy, answers, state, cardIdentified } = session.current();
  // Of a card that is not named nobody has looked whether it can be given: the old one is then all that somebody has.
  const isNamed = isCardOut(state) && cardIdentified;
  if (!takesOldCardIn(policy, answers.route) || !isNamed) return err({ kind: 'not-now' });
  if (answers.documents.includes(OLD_CARD_DESTROYED)) return ok(session.changed());
  return keepBesideCard(session, 'keepOldCardDestroyed', {
    ...answers,
    documents: [...answers.documents, OLD_CARD_DESTROYED],
  });
}

/** Seals answers in which nothing has changed that stands on the card. */
function keepBesideCard(
  session: ApplicantSession,
  call: 'keepFee' | 'keepOldCardDestroyed',
  answers: Answers,
): Promise<Answer<ApplicationView>> {
  const record = session.current();
  const sealed = sealContent(record.key, record.application, 'answers', answers);
  return andThen(session.keeper.call(call, { sealed }), (snapshot) => {
    record.answers = answers;
    return ok(session.takeOver(snapshot));
  });
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
): Answer<SettledFee> {
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
  // Pressed again it is kept with its amount: a birthday since changes nothing that was paid.
  if (settled !== null && record.answers.fee?.settled === settled) return ok(session.changed());
  const fee = settled === null ? reopened(record) : settledToday(record, settled, session.status().today);
  if (!fee.ok) return fee;
  return keepBesideCard(session, 'keepFee', { ...record.answers, fee: fee.value });
}
