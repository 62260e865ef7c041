import { type Answers, emptyAnswers } from '../../../shared/application/answers.ts';
import { edited } from '../../../shared/application/edited.ts';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import { ticket } from '../../../shared/contract/ids.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { checkEligibility } from '../../../shared/programme/eligibility.ts';
import { err, ok } from '../../../shared/result.ts';
import { applicationIn, isPictured } from '../fixtures/fixture.ts';
import type { FixtureKiosk } from './fixture-kiosk.ts';
import { isCard } from './issuance-acts.ts';

type ApplicationActs = Pick<
  Handlers<typeof screenCalls>,
  | 'startApplication'
  | 'openApplication'
  | 'openByCard'
  | 'putAside'
  | 'answer'
  | 'chooseRoute'
  | 'tickDocument'
  | 'confirmDocuments'
  | 'keepPhoto'
  | 'retakePhoto'
  | 'photo'
>;

/** Calls that begin an application and fill it. */
export function applicationActs(kiosk: FixtureKiosk): ApplicationActs {
  const { move, policy } = kiosk;

  function open(application: ApplicationView): Answer<ApplicationView> {
    const begun = kiosk.begin(application);
    void showCard(kiosk);
    return ok(begun);
  }

  /** An application that is changed has its whole way to the read-back before it again. */
  function edit(answers: (before: Answers) => Answers) {
    const now = kiosk.application();
    if (now === null) return err({ kind: 'not-now' } as const);
    const after = edited(now.answers, answers, policy, kiosk.status().today);
    return move({ kind: 'clerk-edited' }, { answers: { ...after, documents: [...after.documents] } });
  }

  return {
    startApplication: () =>
      open({
        ...applicationIn('draft', { answers: { ...emptyAnswers, documents: [] } }),
        ticket: ticket.parse(42),
      }),
    openApplication({ ticket: wanted }) {
      const found = kiosk.status().inProgress.find((each) => each.ticket === wanted);
      if (found === undefined) return err({ kind: 'no-such-ticket' });
      if (found.rulesUnknown) return err({ kind: 'rules-unknown' });
      return found.hold === 'frozen'
        ? err({ kind: 'held' })
        : open({ ...applicationIn(found.state), ticket: wanted });
    },
    openByCard: ({ characters }) =>
      isCard(characters) ? open(applicationIn('printed')) : err({ kind: 'no-such-card' }),
    putAside() {
      kiosk.endSession('start-set-aside');
      return ok({});
    },
    answer: ({ field, typed }) => edit((answers) => ({ ...answers, [field]: typed })),
    chooseRoute: ({ route }) => edit((answers) => ({ ...answers, route })),
    tickDocument: ({ document, seen }) =>
      edit((answers) => {
        const others = answers.documents.filter((id) => id !== document);
        return { ...answers, documents: seen ? [...others, document] : others };
      }),
    confirmDocuments() {
      const now = kiosk.application();
      if (now === null) return err({ kind: 'not-now' });
      const { today } = kiosk.status();
      const eligible = checkEligibility(policy, now.answers, today);
      if (!eligible.ok) return eligible;
      return move({ kind: 'clerk-checked', photo: now.hasPhoto ? 'taken' : 'none' });
    },
    keepPhoto: () => move({ kind: 'clerk-photographed' }, { hasPhoto: true }),
    retakePhoto: () => move({ kind: 'clerk-dropped-photo' }, { hasPhoto: false }),
    async photo() {
      if (kiosk.application()?.hasPhoto !== true) return err({ kind: 'photo-missing' });
      return ok({ jpeg: await kiosk.pictures.photo() });
    },
  };
}

/** Both faces of the one card there is a picture of, as long as it is theirs: only the real core draws. */
export async function showCard(kiosk: FixtureKiosk): Promise<void> {
  const application = kiosk.application();
  if (application === null || !isPictured(application, kiosk.policy)) return;
  kiosk.say({ kind: 'preview', preview: { kind: 'drawn', ...(await kiosk.pictures.faces()) } });
}
