import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { offeredLanguages } from '../../../shared/residents/offered-languages.ts';
import { residentRules } from '../../../shared/residents/resident-rules.ts';
import { andThen, err, ok } from '../../../shared/result.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import type { ApplicantSession } from '../applicant-session.ts';
import { newFingerprints } from '../application/new-fingerprints.ts';
import { reportSearch } from './report-search.ts';

type ResidentCalls = Pick<
  Handlers<typeof screenCalls>,
  | 'chooseLanguage'
  | 'chooseLook'
  | 'giveToResident'
  | 'finishAnswers'
  | 'forgetEnding'
  | 'leaveNow'
  | 'leaveWithTicket'
  | 'setResidentSetting'
  | 'setDisplayWidth'
  | 'acceptNotice'
  | 'readAcceptances'
>;

/** Calls by which a resident gets the screen, answers alone, and leaves it. */
export function residentCalls(session: ApplicantSession): ResidentCalls {
  const { keeper, inTurn } = session;
  return {
    setResidentSetting: (input) => keeper.call('setResidentSetting', input),
    setDisplayWidth: (input) => keeper.call('setDisplayWidth', input),
    acceptNotice: (input) => keeper.call('acceptNotice', input),
    readAcceptances: (input) => keeper.call('readAcceptances', input),
    chooseLanguage: ({ language }) =>
      inTurn(async () => {
        const record = session.current();
        if (!residentRules(record.policy).languages.includes(language)) return err({ kind: 'malformed' });
        if (!offeredLanguages(record.policy, session.status()).includes(language))
          return err({ kind: 'notice-unconfirmed' });
        const answers = { ...record.answers, language };
        const sealed = sealContent(record.key, record.application, 'answers', answers);
        return andThen(keeper.call('chooseLanguage', { language, sealed }), (snapshot) => {
          record.answers = answers;
          // By a resident it counts as a change like any other: what was read back is no longer what will be printed.
          if (session.status().residents.atScreen) session.readBack.end();
          return ok(session.takeOver(snapshot));
        });
      }),
    chooseLook: (input) => keeper.call('chooseLook', input),
    giveToResident: () =>
      keeper.call('giveToResident', { language: session.record()?.answers.language ?? 'en' }),
    finishAnswers: () =>
      // Behind what was typed last.
      inTurn(() => {
        const { sealed } = newFingerprints(session.current());
        return keeper.call('finishAnswers', { fingerprints: sealed });
      }),
    forgetEnding: () => keeper.call('forgetEnding', {}),
    leaveWithTicket: () => keeper.call('leaveWithTicket', {}),
    async leaveNow() {
      const record = session.current();
      record.finishing = true;
      const left = await keeper.call('leaveNow', { fingerprints: newFingerprints(record).sealed });
      if (!left.ok) {
        record.finishing = false;
        return left;
      }
      // Not awaited by the screen: the fresh session is shown meanwhile, and this one ends with its report.
      if (left.value.kind === 'erasing')
        void reportSearch(session, record, left.value.fingerprints, left.value);
      return ok({});
    },
  };
}
