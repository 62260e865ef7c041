import { readCardNaming } from '../../../shared/card/number/card-naming.ts';
import type { OpenedApplication } from '../../../shared/contract/application/application-snapshot.ts';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import { screenStatusOf } from '../../../shared/contract/residents/screen-status.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { andThen, err, ok } from '../../../shared/result.ts';
import { cardHash } from '../../lib/look-up/card-hashes.ts';
import type { ApplicantSession } from '../applicant-session.ts';
import { isCardOut, openRecord } from '../application/record.ts';

type KioskCalls = Pick<
  Handlers<typeof screenCalls>,
  'getState' | 'startApplication' | 'openApplication' | 'openByCard'
>;

/** Calls that need no application. */
export function kioskCalls(session: ApplicantSession): KioskCalls {
  const { keeper } = session;
  return {
    getState: () =>
      ok({
        status: screenStatusOf(session.status()),
        policy: session.policy(),
        application: session.view(),
      }),
    startApplication() {
      const { atScreen, setting } = session.status().residents;
      if (atScreen && setting !== 'self-service') return err({ kind: 'not-allowed' });
      return andThen(keeper.call('create', {}), occupy);
    },
    openApplication({ ticket }) {
      const { residents, openNext } = session.status();
      // A resident goes on with what they began, and opens nobody else's.
      if (residents.atScreen && ticket !== openNext) return err({ kind: 'not-allowed' });
      return andThen(keeper.call('open', { by: 'ticket', ticket }), occupy);
    },
    openByCard({ characters }) {
      const naming = readCardNaming(characters);
      if (naming.kind === 'partial' || naming.kind === 'misread') return err({ kind: 'no-such-card' });
      return andThen(keeper.call('lookUpKey', {}), ({ key }) => {
        const hash = cardHash(key, naming.characters);
        key.fill(0);
        return andThen(keeper.call('open', { by: 'card', hash }), (opened) => {
          const record = openRecord(opened);
          record.cardIdentified = isCardOut(record.state);
          return ok(session.occupy(record));
        });
      });
    },
  };

  function occupy(opened: OpenedApplication): Answer<ApplicationView> {
    return ok(session.occupy(openRecord(opened)));
  }
}
