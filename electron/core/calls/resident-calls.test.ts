import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { parseOutput } from '../../../shared/contract/declare.ts';
import { keeperCalls } from '../../../shared/contract/keeper.ts';
import { sealedAnswers } from '../../../shared/contract/sealed-content.ts';
import { NOTHING_YET } from '../../../shared/contract/status.test-support.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { ok } from '../../../shared/result.ts';
import { openContent } from '../../lib/sealing/sealed-content.ts';
import { createApplicantSession } from '../applicant-session.ts';
import { APPLICATION, recordWith } from '../application/record.test-support.ts';
import type { KeeperClient } from '../keeper-client.ts';
import { residentCalls } from './resident-calls.ts';

// No card is drawn here: a preview waits for a timer that never goes off.
beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

/** A keeper that takes every language: whatever is refused here, the core refuses. `kept`: what it was given to keep. */
function keeperThatTakesAll() {
  const kept: Uint8Array[] = [];
  const snapshot = {
    ...{ revision: 2, state: 'draft', stage: null, troubles: [], ending: null },
    ...{ hasPhoto: false, cardSent: false, tray: null, denial: null },
  };
  const keeper: KeeperClient = {
    async call(name, input) {
      kept.push(keeperCalls.chooseLanguage.input.parse(input).sealed);
      return ok(parseOutput(keeperCalls, name, snapshot));
    },
  };
  return { keeper, kept };
}

/** A core of this build, with an application that a resident has before them. */
function coreIn(build: KioskStatus['build'], residents: Partial<KioskStatus['residents']> = {}) {
  const { keeper, kept } = keeperThatTakesAll();
  const status = {
    ...{ ...NOTHING_YET, build },
    residents: { ...NOTHING_YET.residents, atScreen: true, ...residents },
  };
  const session = createApplicantSession(
    keeper,
    { status, policy: harborCity },
    { sessionFolder: '/nowhere', fontFolder: '/nowhere' },
    () => undefined,
    (where, error) => {
      throw new Error(where, { cause: error });
    },
  );
  const record = recordWith();
  session.occupy(record);
  const choose = (language: ResidentLanguage) => residentCalls(session).chooseLanguage({ language });
  return { record, kept, choose };
}

describe('a language whose legal notices nobody has confirmed', () => {
  it('is refused by the core of a release: nothing is kept, and the application stays in its own', async () => {
    const { record, kept, choose } = coreIn('release');
    expect(await choose('ar')).toEqual({ ok: false, error: { kind: 'notice-unconfirmed' } });
    expect(kept).toEqual([]);
    expect(record.answers.language).toBe('en');
    // Another one's acceptance is none of this language.
    const others = coreIn('release', { acceptedNotices: ['es'], confirmedLanguages: ['pl'] });
    expect(await others.choose('ar')).toMatchObject({ error: { kind: 'notice-unconfirmed' } });
    expect(others.kept).toEqual([]);
  });

  it('is taken where a supervisor has accepted it by name, where a native speaker has confirmed it, and in an evaluation', async () => {
    for (const { record, kept, choose } of [
      coreIn('release', { acceptedNotices: ['ar'] }),
      coreIn('release', { confirmedLanguages: ['ar'] }),
      coreIn('evaluation'),
    ]) {
      expect(await choose('ar')).toMatchObject({ ok: true, value: { answers: { language: 'ar' } } });
      expect(record.answers.language).toBe('ar');
      const [sealed = new Uint8Array()] = kept;
      expect(openContent(record.key, APPLICATION, 'answers', sealed, sealedAnswers)).toMatchObject({
        value: { language: 'ar' },
      });
    }
  });

  it('is not the same as one that the policy does not name', async () => {
    const { record, choose } = coreIn('release');
    Object.assign(record, { policy: { ...harborCity, residents: { languages: ['en', 'pl'] } } });
    expect(await choose('ar')).toEqual({ ok: false, error: { kind: 'malformed' } });
    expect(await choose('pl')).toEqual({ ok: false, error: { kind: 'notice-unconfirmed' } });
    expect(await choose('en')).toMatchObject({ ok: true });
  });
});
