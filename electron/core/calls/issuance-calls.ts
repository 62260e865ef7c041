import { randomBytes } from 'node:crypto';
import { queueEvent } from '../../../shared/application/queue-event.ts';
import { cardCharacters } from '../../../shared/card/number/card-characters.ts';
import { createCardNumber, lastFour } from '../../../shared/card/number/card-number.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { cardDataFrom } from '../../../shared/programme/card-data-from.ts';
import { andThen, err, ok } from '../../../shared/result.ts';
import { cardHashes, sealLookUp } from '../../lib/look-up/card-hashes.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import type { ApplicantSession } from '../applicant-session.ts';
import { enterState, isCardOut, validAnswers } from '../application/record.ts';
import { move, registerMade } from './application-calls.ts';
import { reportSearch } from './report-search.ts';

type IssuanceCalls = Pick<
  Handlers<typeof screenCalls>,
  'print' | 'stopPrint' | 'tellCard' | 'retryPrint' | 'identifyCard' | 'handOver' | 'spoil' | 'endWithoutCard'
>;
type Nothing = Record<string, never>;

/** Calls from the read-back to the end. */
export function issuanceCalls(session: ApplicantSession): IssuanceCalls {
  const { keeper } = session;

  /** Seals the card as it is now and gives it to a print worker. */
  async function sendToPrinter(): Promise<Answer<Nothing>> {
    const record = session.current();
    // The keeper decides both; asked here as well, because a card that is refused must not leave its number.
    if (queueEvent(record.state) === null) return err({ kind: 'not-now' });
    const { today, dateQuestion } = session.status();
    if (dateQuestion !== null) return err({ kind: 'date-unconfirmed' });
    const valid = validAnswers(record, today);
    if (valid === null) return err({ kind: 'answers-incomplete' });
    if (record.photo === null) return err({ kind: 'photo-missing' });
    const number = record.cardNumber ?? createCardNumber((count) => randomBytes(count));
    record.cardNumber = number;
    const card = cardDataFrom(valid, record.policy, number, today);
    const { application, key, policy } = record;
    const sealed = sealContent(key, application, 'card', { card, programme: policy.card });
    return andThen(keeper.call('store', { column: 'card', sealed }), () =>
      andThen(registerMade(session), () =>
        andThen(keeper.call('lookUpKey', {}), async ({ key: lookUpKey }) => {
          const found = {
            ...cardHashes(lookUpKey, number),
            lookUp: sealLookUp(key, application, number),
          };
          lookUpKey.fill(0);
          const queued = await keeper.call('print', found);
          session.changed();
          return queued.ok ? ok({}) : queued;
        }),
      ),
    );
  }

  /** Finishes the application: the record dies in the keeper, then this core searches and reports. */
  function finish(outcome: 'issued' | 'denied' | 'withdrawn'): Promise<Answer<Nothing>> {
    const record = session.current();
    return andThen(keeper.call('fingerprints', {}), async ({ sealed }) => {
      record.finishing = true;
      const finished = await keeper.call('finish', { outcome });
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
    async print() {
      const record = session.current();
      if (record.photo === null) return err({ kind: 'photo-missing' });
      if (!(await session.isDrawable())) return err({ kind: 'card-not-drawable' });
      if (record.state.kind === 'ready') return sendToPrinter();
      return andThen(move(session, 'clerk-read-back'), sendToPrinter);
    },
    stopPrint: () => keeper.call('stopPrint', {}),
    async tellCard({ found }) {
      const told = await move(session, found ? 'clerk-found-card' : 'clerk-found-no-card');
      session.changed();
      return told;
    },
    retryPrint: sendToPrinter,
    identifyCard({ characters }) {
      const record = session.current();
      if (record.cardNumber === null || !isCardOut(record.state)) return err({ kind: 'not-now' });
      const typed = cardCharacters(characters);
      const number = cardCharacters(record.cardNumber);
      record.cardIdentified = typed === number || typed === lastFour(record.cardNumber);
      session.changed();
      return record.cardIdentified ? ok({}) : err({ kind: 'no-such-card' });
    },
    handOver: () => (session.current().cardIdentified ? finish('issued') : err({ kind: 'not-now' })),
    spoil: ({ reason }) =>
      andThen(keeper.call('spoil', { reason }), ({ state }) => {
        enterState(session.current(), state);
        session.changed();
        return ok({});
      }),
    endWithoutCard: ({ outcome }) => finish(outcome),
  };
}
