import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { Denial } from '../../../shared/contract/denial.ts';
import type { ApplicationView, screenCalls } from '../../../shared/contract/screen.ts';
import { andThen, ok } from '../../../shared/result.ts';
import type { ApplicantSession } from '../applicant-session.ts';

type DenialCalls = Pick<Handlers<typeof screenCalls>, 'deny' | 'takeBackDenial'>;

/** A refusal with its code as rows of modules. What draws codes is loaded here, and not before the first screen. */
async function withModules(denial: Denial): Promise<NonNullable<ApplicationView['denial']>> {
  if (denial.code === null) return { ...denial, modules: null };
  const { encodeCode } = await import('../../../shared/card/codes/card-code.ts');
  return { ...denial, modules: encodeCode(denial.code.replaceAll(' ', '')).map((row) => [...row]) };
}

/** Refusing the card, which the keeper alone decides, and taking that back. */
export function denialCalls(session: ApplicantSession): DenialCalls {
  const { keeper } = session;

  function refused(denial: ApplicationView['denial']): Answer<ApplicationView> {
    session.current().denial = denial;
    return ok(session.changed());
  }

  return {
    deny: ({ reasons }) =>
      andThen(keeper.call('deny', { reasons }), async (denial) => refused(await withModules(denial))),
    takeBackDenial: () => andThen(keeper.call('takeBackDenial', {}), () => refused(null)),
  };
}
