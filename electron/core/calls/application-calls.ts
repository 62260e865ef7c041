import type { Answers } from '../../../shared/application/answers.ts';
import { edited } from '../../../shared/application/edited.ts';
import { askedInputs } from '../../../shared/application/fields.ts';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { OLD_CARD_TAKEN_IN, ticksOf } from '../../../shared/programme/documents/shown-documents.ts';
import { checkEligibility } from '../../../shared/programme/eligibility.ts';
import { offeredRoutes, takesOldCardIn } from '../../../shared/programme/routes.ts';
import { andThen, err, ok } from '../../../shared/result.ts';
import { seal } from '../../lib/sealing/seal.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import type { ApplicantSession } from '../applicant-session.ts';
import { newFingerprints } from '../application/new-fingerprints.ts';
import { isPhoto } from '../application/photo.ts';
import { forgetPhoto } from '../application/record.ts';

type ApplicationCalls = Pick<
  Handlers<typeof screenCalls>,
  | 'putAside'
  | 'answer'
  | 'chooseRoute'
  | 'tickDocument'
  | 'confirmDocuments'
  | 'keepPhoto'
  | 'retakePhoto'
  | 'photo'
>;

/**
 * Calls that fill the application. Every one commits to the vault before it answers, and one after the other: each
 * judges, and changes, what the one before it has left.
 */
export function applicationCalls(session: ApplicantSession): ApplicationCalls {
  const { keeper, inTurn } = session;

  function commit(change: (answers: Answers) => Answers): Promise<Answer<ApplicationView>> {
    return inTurn(() => {
      const record = session.current();
      const answers = edited(record.answers, change, record.policy, session.status().today);
      const sealed = sealContent(record.key, record.application, 'answers', answers);
      return andThen(keeper.call('keepAnswers', { sealed }), (snapshot) => {
        record.answers = answers;
        session.readBack.end();
        return ok(session.takeOver(snapshot));
      });
    });
  }

  return {
    putAside: () => {
      const { sealed } = newFingerprints(session.current());
      return keeper.call('putAside', { fingerprints: sealed });
    },
    answer({ field, typed }) {
      // What the programme does not ask for is not kept either.
      if (!askedInputs(session.current().policy.fields).includes(field)) return err({ kind: 'malformed' });
      return commit((answers) => ({ ...answers, [field]: typed }));
    },
    chooseRoute({ route }) {
      if (!offeredRoutes(session.current().policy).includes(route)) return err({ kind: 'malformed' });
      return commit((answers) => ({ ...answers, route }));
    },
    tickDocument({ document, seen }) {
      const { policy } = session.current();
      const isKnown =
        policy.documents.some((kind) => ticksOf(kind).includes(document)) ||
        (document === OLD_CARD_TAKEN_IN &&
          offeredRoutes(policy).some((route) => takesOldCardIn(policy, route)));
      if (!isKnown) return err({ kind: 'malformed' });
      return commit((answers) => {
        const others = answers.documents.filter((id) => id !== document);
        return { ...answers, documents: seen ? [...others, document] : others };
      });
    },
    confirmDocuments: () =>
      inTurn(async () => {
        const { policy, answers } = session.current();
        const eligible = checkEligibility(policy, answers, session.status().today);
        if (!eligible.ok) return eligible;
        return andThen(keeper.call('confirmDocuments', {}), (snapshot) => ok(session.takeOver(snapshot)));
      }),
    keepPhoto: ({ jpeg }) =>
      inTurn(async () => {
        if (!isPhoto(jpeg) || !(await session.canDraw(jpeg))) return err({ kind: 'not-a-photo' });
        const record = session.current();
        const sealed = seal(record.key, record.application, 'photo', jpeg);
        return andThen(keeper.call('keepPhoto', { sealed }), (snapshot) => {
          forgetPhoto(record);
          record.photo = jpeg;
          session.readBack.end();
          return ok(session.takeOver(snapshot));
        });
      }),
    retakePhoto: () =>
      inTurn(() => andThen(keeper.call('dropPhoto', {}), (snapshot) => ok(session.takeOver(snapshot)))),
    photo() {
      const { photo } = session.current();
      return photo === null ? err({ kind: 'photo-missing' }) : ok({ jpeg: photo });
    },
  };
}
