import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { andThen, ok } from '../../../shared/result.ts';
import type { ApplicantSession } from '../applicant-session.ts';

type DenialCalls = Pick<Handlers<typeof screenCalls>, 'deny' | 'takeBackDenial'>;

/** Refusing the card, which the keeper alone decides, and taking that back. What stands is in each of its snapshots. */
export function denialCalls(session: ApplicantSession): DenialCalls {
  const { keeper, inTurn } = session;
  return {
    deny: ({ reasons }) =>
      inTurn(async () => {
        // Before the keeper is asked: whatever tells of the refusal first shows it with its code.
        await session.loadCodes();
        return andThen(keeper.call('deny', { reasons }), (snapshot) => ok(session.takeOver(snapshot)));
      }),
    takeBackDenial: () =>
      inTurn(() => andThen(keeper.call('takeBackDenial', {}), (snapshot) => ok(session.takeOver(snapshot)))),
  };
}
