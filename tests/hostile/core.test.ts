import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { livingProcessesOf } from '../../electron/keeper/sessions/processes.ts';
import { readRecordedSessions } from '../../electron/keeper/sessions/recorded-sessions.ts';
import type { Session } from '../../electron/keeper/sessions/session.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { CLERK, SUPERVISOR } from '../../electron/keeper/start/keeper.test-support.ts';
import type { RunningKeeper } from '../../electron/keeper/start/run-keeper.ts';
import { reached } from '../../shared/application/lifecycle.test-support.ts';
import {
  APPLICATION_STATE_TEXTS,
  parseApplicationState,
  spoilReasons,
} from '../../shared/application/lifecycle.ts';
import { answerEnvelope } from '../../shared/contract/screen.ts';
import { coreAfter, everyCall, hostileCore, PLAIN, refused, taken } from './core.test-support.ts';
import { SECOND } from './keeper.test-support.ts';
import { ENDED } from './page.test-support.ts';

describe('a core that was taken over', () => {
  it('reaches no application but the one of its own session, and no second one', async () => {
    const { keeper, core } = await taken();
    const first = await core.does('create', {});
    expect(await core.ask('create', {})).toEqual(refused('not-now'));
    await core.does('putAside', { fingerprints: null });
    const second = await coreAfter(keeper, core);
    const other = await second.does('create', {});
    // The one that is open elsewhere, the one that was put aside, and a third: none while there is one here.
    for (const { ticket } of [first, other]) {
      expect(await second.ask('open', { by: 'ticket', ticket })).toEqual(refused('not-now'));
    }
    // What a call names beside its input is nobody's business: it works on the session's own.
    expect(await second.ask('keepAnswers', { sealed: PLAIN, application: first.application })).toMatchObject({
      ok: true,
    });
    expect(keeper.services.vault.find(first.application)?.answers).toBeNull();
    expect(keeper.services.vault.find(other.application)?.answers).toEqual(Buffer.from(PLAIN));
    // A line of its own with the token of a session that has a core, or had one.
    for (const { session } of [core, second]) {
      const thief = hostileCore(keeper, second.session, session.token);
      expect(await thief.ask('fingerprints', {})).toBe(ENDED);
    }
  });

  it('of a session behind the screen can neither begin nor open anything', async () => {
    const { keeper, core, dataFolder } = await taken();
    const { ticket } = await core.does('create', {});
    await core.does('putAside', { fingerprints: null });
    const second = await coreAfter(keeper, core);
    const behind = hostileCore(keeper, await spareOf(keeper, dataFolder));
    expect(await behind.ask('create', {})).toEqual(refused('not-now'));
    expect(await behind.ask('open', { by: 'ticket', ticket })).toEqual(refused('not-now'));
    for (const answer of (await everyCall(behind)).slice(1)) expect(answer).toEqual(refused('not-now'));
    expect((await second.does('open', { by: 'ticket', ticket })).ticket).toBe(ticket);
  });

  it('stores only what the state of its application allows, and each act leads where the lifecycle says', async () => {
    const { keeper, core } = await taken();
    const { application } = await core.does('create', {});
    const allowed: string[] = [];
    for (const state of APPLICATION_STATE_TEXTS) {
      const parsed = parseApplicationState(state);
      if (!parsed.ok) throw new Error('not a state');
      for (const [name, column] of [
        ['keepAnswers', 'answers'],
        ['keepPhoto', 'photo'],
      ] as const) {
        keeper.services.vault.setState(application, reached(parsed.value));
        const before = keeper.services.vault.find(application);
        const sealed = Uint8Array.of(allowed.length + 1);
        const answer = answerEnvelope.parse(await core.ask(name, { sealed }));
        const after = keeper.services.vault.find(application);
        if (answer.ok) {
          expect(answer.value).toMatchObject({ state: after?.state });
          expect(after?.[column]).toEqual(Buffer.from(sealed));
          allowed.push(`${column} in ${state}: ${after?.state}`);
        } else {
          expect(['not-now', 'documents-incomplete']).toContain(answer.error.kind);
          expect(after).toEqual(before);
        }
      }
    }
    const noCard = ['checked', 'photographed', 'ready', 'printing-no-card'];
    const withoutCard = [...noCard, ...spoilReasons.map((reason) => `spoiled-${reason}`)];
    expect(allowed).toEqual([
      'answers in draft: draft',
      ...withoutCard.flatMap((state) => [`answers in ${state}: draft`, `photo in ${state}: photographed`]),
    ]);
  });

  it('changes no hold and approves nothing without the passphrase of another supervisor', async () => {
    const { keeper, core } = await taken();
    const { application } = await core.does('create', {});
    await core.does('putAside', { fingerprints: null });
    const next = await coreAfter(keeper, core);
    expect(await next.ask('setHold', { reason: 'subpoena', tickets: null })).toEqual(refused('not-allowed'));
    await next.does('signIn', SUPERVISOR);
    await next.does('setHold', { reason: 'subpoena', tickets: null });
    const hold = keeper.services.holds.all()[0]?.identifier;
    const head = keeper.services.ledger.head();
    for (const act of [
      { act: 'liftHold', hold },
      { act: 'resumeIntake', hold, reference: 'Docket 1' },
      { act: 'closeWipe', reason: 'found-to-be-nothing' },
    ] as const) {
      for (const who of [SUPERVISOR, CLERK]) {
        expect(await next.ask('approve', { ...act, ...who })).toEqual(refused('not-a-second-person'));
      }
    }
    expect(
      await next.ask('approve', { act: 'liftHold', hold, name: SECOND.name, passphrase: '' }),
    ).toMatchObject({
      ok: false,
    });
    expect(await next.ask('liftHold', { hold })).toEqual(refused('not-allowed'));
    await next.does('signIn', CLERK);
    expect(await next.ask('resumeIntake', { hold, reference: 'Docket 1' })).toEqual(refused('not-allowed'));
    expect(await next.ask('open', { by: 'ticket', ticket: keeper.services.vault.open()[0]?.ticket })).toEqual(
      refused('held'),
    );
    expect(keeper.services.holds.all()).toMatchObject([{ identifier: hold, reference: null, frozen: 1 }]);
    expect(keeper.services.ledger.head()).toEqual(head);
    expect(keeper.services.custody.has(application)).toBe(true);
  });
});

/** The session behind the screen, whose token nobody but the pool knows. */
async function spareOf(keeper: RunningKeeper, dataFolder: string): Promise<Session> {
  const path = join(dataFolder, 'sessions.json');
  let session: Session | null = null;
  await until(() => {
    const spare = readRecordedSessions(path)?.sessions.find(
      ({ shown, pid }) => !shown && livingProcessesOf(pid).length > 0,
    );
    // A process that was just made still has the keeper's own environment.
    const environment = spare === undefined ? '' : readFileSync(`/proc/${spare.pid}/environ`, 'latin1');
    const token = /COUNTERFOIL_SESSION_TOKEN=([0-9a-f]{64})/.exec(environment)?.[1] ?? '';
    session = keeper.services.pool.withToken(token);
    expect(session).not.toBeNull();
  });
  if (session === null) throw new Error('there is no spare');
  return session;
}
