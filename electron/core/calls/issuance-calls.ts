import { randomBytes } from 'node:crypto';
import type { PrintOccasion } from '../../../shared/application/queue-card.ts';
import { readCardNaming } from '../../../shared/card/number/card-naming.ts';
import { createCardNumber } from '../../../shared/card/number/card-number.ts';
import { createPracticeNumber } from '../../../shared/card/number/practice-number.ts';
import { lastFour } from '../../../shared/card/number/printed-number.ts';
import type { ApplicationSnapshot } from '../../../shared/contract/application/application-snapshot.ts';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { cardDataFrom } from '../../../shared/programme/card-data-from.ts';
import { OLD_CARD_DESTROYED } from '../../../shared/programme/documents/shown-documents.ts';
import { checkEligibility } from '../../../shared/programme/eligibility.ts';
import { feeDue, isFeeOpen } from '../../../shared/programme/fee.ts';
import { takesOldCardIn } from '../../../shared/programme/routes.ts';
import { andThen, err, ok } from '../../../shared/result.ts';
import { cardHashes, sealLookUp } from '../../lib/look-up/card-hashes.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import type { ApplicantSession } from '../applicant-session.ts';
import { newFingerprints } from '../application/new-fingerprints.ts';
import { isCardOut, validAnswers } from '../application/record.ts';
import { countedWith } from './fee-and-old-card-calls.ts';
import { reportSearch } from './report-search.ts';

type IssuanceCalls = Pick<
  Handlers<typeof screenCalls>,
  | 'showReadBack'
  | 'print'
  | 'stopPrint'
  | 'tellCard'
  | 'retryPrint'
  | 'identifyCard'
  | 'handOver'
  | 'spoil'
  | 'endWithoutCard'
>;
type Nothing = Record<string, never>;

/** Calls from the read-back to the end. */
export function issuanceCalls(session: ApplicantSession): IssuanceCalls {
  const { keeper, inTurn } = session;

  /** Passes an act on to the keeper, which alone knows what may be done now and what comes of it. */
  function done(answer: Promise<Answer<ApplicationSnapshot>>): Promise<Answer<ApplicationView>> {
    return andThen(answer, (snapshot) => ok(session.takeOver(snapshot)));
  }

  /** Seals the card as it is now and has it printed. A card that is refused leaves nothing, not even its number. */
  async function sendToPrinter(occasion: PrintOccasion): Promise<Answer<ApplicationView>> {
    const record = session.current();
    const { today } = session.status();
    // Not asked again of a card that was read back: a birthday takes no card away.
    if (occasion === 'read-back') {
      const eligible = checkEligibility(record.policy, record.answers, today);
      if (!eligible.ok) return eligible;
      const { route, fee } = record.answers;
      if (isFeeOpen(fee, feeDue(record.policy, eligible.value, route, today)))
        return err({ kind: 'fee-open' });
    }
    const valid = validAnswers(record, today);
    if (valid === null) return err({ kind: 'answers-incomplete' });
    const createNumber = record.practice ? createPracticeNumber : createCardNumber;
    const number = record.cardNumber ?? createNumber((count) => randomBytes(count));
    const card = cardDataFrom(valid, record.policy, number, today);
    const { application, key, policy } = record;
    const fingerprints = newFingerprints(record);
    const printed = keeper.call('print', {
      occasion,
      card: sealContent(key, application, 'card', { card, programme: policy.card }),
      fingerprints: fingerprints.sealed,
      ...cardHashes(record.lookUpKey, number),
      lookUp: sealLookUp(key, application, number),
    });
    return andThen(printed, (snapshot) => {
      record.cardNumber = number;
      fingerprints.kept();
      return ok(session.takeOver(snapshot));
    });
  }

  /** Finishes the application: the record dies in the keeper, then this core searches and reports. */
  function finish(outcome: 'issued' | 'denied' | 'withdrawn'): Promise<Answer<Nothing>> {
    const record = session.current();
    return andThen(keeper.call('fingerprints', {}), async ({ sealed }) => {
      record.finishing = true;
      const finished = await keeper.call('finish', { outcome, ...countedWith(record, outcome) });
      if (!finished.ok) {
        record.finishing = false;
        return finished;
      }
      // Not awaited by the screen: the fresh session is shown meanwhile, and this one ends with its report.
      void reportSearch(session, record, sealed, finished.value);
      return ok({});
    });
  }

  return {
    showReadBack() {
      session.readBack.begin();
      return ok({});
    },
    print: () =>
      inTurn(async () => {
        if (session.current().photo === null) return err({ kind: 'photo-missing' });
        if (!session.readBack.isLongEnough()) return err({ kind: 'read-back-too-short' });
        if (!(await session.isDrawable())) return err({ kind: 'card-not-drawable' });
        return sendToPrinter('read-back');
      }),
    stopPrint: () => done(keeper.call('stopPrint', {})),
    tellCard: ({ found }) => inTurn(() => done(keeper.call('tellCard', { found }))),
    retryPrint: () =>
      inTurn(async () => (session.reprintPause.isOver() ? sendToPrinter('again') : err({ kind: 'not-now' }))),
    identifyCard({ characters }) {
      const record = session.current();
      if (record.cardNumber === null || !isCardOut(record.state)) return err({ kind: 'not-now' });
      const naming = readCardNaming(characters);
      record.cardIdentified =
        (naming.kind === 'whole' && naming.characters === record.cardNumber) ||
        (naming.kind === 'last-four' && naming.characters === lastFour(record.cardNumber));
      const application = session.changed();
      return record.cardIdentified ? ok(application) : err({ kind: 'no-such-card' });
    },
    handOver() {
      const record = session.current();
      const isReady =
        record.cardIdentified &&
        (record.answers.documents.includes(OLD_CARD_DESTROYED) ||
          !takesOldCardIn(record.policy, record.answers.route));
      return isReady ? finish('issued') : err({ kind: 'not-now' });
    },
    spoil: ({ reason }) => inTurn(() => done(keeper.call('spoil', { reason }))),
    endWithoutCard: ({ outcome }) => finish(outcome),
  };
}
