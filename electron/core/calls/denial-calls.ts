import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { Denial } from '../../../shared/contract/denial.ts';
import type { ApplicationView, screenCalls } from '../../../shared/contract/screen.ts';
import { andThen, ok } from '../../../shared/result.ts';
import type { ApplicantSession } from '../applicant-session.ts';

type DenialCalls = Pick<Handlers<typeof screenCalls>, 'deny' | 'takeBackDenial'>;

/** Refusing the card, which the keeper alone decides, and taking that back. */
export function denialCalls(session: ApplicantSession): DenialCalls {
  const { keeper } = session;

  function refused(denial: Denial | null): Answer<ApplicationView> {
    session.current().denial = denial;
    return ok(session.changed());
  }

  return {
    deny: ({ reasons }) => andThen(keeper.call('deny', { reasons }), refused),
    takeBackDenial: () => andThen(keeper.call('takeBackDenial', {}), () => refused(null)),
  };
}
