import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ticket } from '../../../shared/contract/ids.ts';
import { long } from '../../../tests/support/sample.ts';
import { encodeFrame } from '../../lib/frames/frame.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import { readRecordedSessions } from '../sessions/recorded-sessions.ts';
import type { Session } from '../sessions/session.ts';
import { shownOf, until } from '../sessions/sessions.test-support.ts';
import {
  fillIn,
  lastFourOf,
  openCounter,
  pageOf,
  printAfterReadBack,
  startKeeper,
} from '../start/keeper.test-support.ts';
import { connectCore, create, fingerprint, signIn } from '../start/scripted-core.test-support.ts';

describe('an application that is put aside', () => {
  it('is opened again by its ticket, with all that it had, in a session of its own', async () => {
    const { keeper, page } = await openCounter();
    await fillIn(page);
    await until(() =>
      expect(page.events.some((event) => event.kind === 'preview' && event.preview.kind === 'drawn')).toBe(
        true,
      ),
    );
    const before = await page.application();
    await page.does('putAside', {});
    await until(() => expect(shownOf(keeper.services.pool).pid).not.toBe(page.session.pid));
    await until(() => expect(livingProcessesOf(page.session.pid)).toEqual([]));
    const next = await pageOf(keeper);
    const status = await next.status();
    expect(status.lastEnding).toEqual({ kind: 'put-aside', ticket: before.ticket });
    expect(status.inProgress).toEqual([
      {
        ticket: before.ticket,
        day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        state: 'photographed',
        printStopped: false,
        minutes: expect.any(Number),
        minutesLeft: expect.any(Number),
        hold: 'free',
        rulesUnknown: false,
        waitsForClerk: false,
      },
    ]);
    expect(await next.call('openApplication', { ticket: ticket.parse(77) })).toMatchObject({
      error: { kind: 'no-such-ticket' },
    });
    await next.does('openApplication', { ticket: before.ticket });
    expect(await next.application()).toEqual({ ...before, revision: 1 });
    // What the first session drew is still known to the search.
    const [open] = keeper.services.vault.open();
    expect(open === undefined ? [] : keeper.services.vault.made(open.id)).not.toEqual([]);
  });

  it('is found again by its card, scanned or by its last four', async () => {
    const { keeper, page } = await openCounter();
    await fillIn(page);
    await printAfterReadBack(page);
    await page.waitForCard();
    const { cardNumber } = await page.application();
    const lastFour = await lastFourOf(page);
    await page.does('putAside', {});
    await until(() => expect(shownOf(keeper.services.pool).pid).not.toBe(page.session.pid));
    const next = await pageOf(keeper);
    for (const characters of ['', '2222', `${lastFour}2`, 'K7Q2 9MXT 6J'])
      expect(await next.call('openByCard', { characters })).toMatchObject({
        error: { kind: 'no-such-card' },
      });
    await until(() => expect(livingProcessesOf(page.session.pid)).toEqual([]));
    await next.does('openByCard', { characters: lastFour.toLowerCase() });
    expect(await next.application()).toMatchObject({ cardNumber, cardIdentified: true, state: 'printed' });
    await next.does('putAside', {});
    await until(() => expect(shownOf(keeper.services.pool).pid).not.toBe(next.session.pid));
    const third = await pageOf(keeper);
    await until(() => expect(livingProcessesOf(next.session.pid)).toEqual([]));
    await third.does('openByCard', { characters: cardNumber ?? '' });
    expect(third.events.some(({ kind }) => kind === 'tray')).toBe(true);
    await third.does('handOver', {});
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
  });
});

describe('a session after its application', () => {
  it('touches it no more, from the very call that puts it aside', async () => {
    const keeper = await startKeeper({ scripted: true, sessions: 'processes' });
    const core = await connectCore(keeper);
    await signIn(core);
    const { application } = await create(core);
    const answers = await Promise.all([
      core.call('putAside', { fingerprints: null }),
      core.call('putAside', { fingerprints: null }),
      core.call('keepAnswers', { sealed: new Uint8Array(9) }),
      core.call('confirmDocuments', {}),
      core.call('finish', { outcome: 'withdrawn' }),
      core.call('create', {}),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.kind))).toEqual([
      'ok',
      ...Array.from({ length: 5 }, () => 'not-now'),
    ]);
    await until(() => expect(livingProcessesOf(core.session.pid)).toEqual([]));
    expect(keeper.services.vault.find(application)).toMatchObject({ state: 'draft', answers: null });
    // One on the screen, one spare: no session was shown and forgotten on the way.
    const path = `${keeper.services.facts.searchRoots[0]}/sessions.json`;
    await until(() => expect(readRecordedSessions(path)?.sessions).toHaveLength(2));
  });

  // This and the one below that is behind the screen: tests/hostile/core.test.ts.
  long('serves nobody else, in its whole life', async () => {
    const keeper = await startKeeper({ scripted: true, sessions: 'processes' });
    const core = await connectCore(keeper);
    await signIn(core);
    const { ticket: first } = await create(core);
    expect(await core.call('create', {})).toMatchObject({ error: { kind: 'not-now' } });
    expect(await core.call('open', { by: 'ticket', ticket: first })).toMatchObject({
      error: { kind: 'not-now' },
    });
  });

  it('gives its application to another only once all its processes are gone', async () => {
    const keeper = await startKeeper({ scripted: true, sessions: 'processes' });
    const core = await connectCore(keeper);
    await signIn(core);
    const opened = await create(core);
    const key = fingerprint(opened.key);
    const { pool } = keeper.services;
    const end = pool.end;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    Object.assign(pool, { end: (session: Session) => held.then(() => end(session)) });
    await core.call('putAside', { fingerprints: null });
    await until(() => expect(shownOf(pool).pid).not.toBe(core.session.pid));
    const next = await connectCore(keeper);
    const open = { by: 'ticket', ticket: opened.ticket } as const;
    let answered = false;
    const opening = next.call('open', open).finally(() => {
      answered = true;
    });
    // A call that is made later is answered, and this one waits.
    expect(await next.call('getStatus', {})).toMatchObject({ ok: true });
    expect([answered, livingProcessesOf(core.session.pid).length > 0]).toEqual([false, true]);
    release();
    const again = await opening;
    expect(livingProcessesOf(core.session.pid)).toEqual([]);
    expect(keeper.services.occupants.has(core.session.token)).toBe(false);
    if (!again.ok) throw new Error(again.error.kind);
    expect(fingerprint(again.value.key)).toBe(key);
    expect(key).not.toBe(fingerprint(new Uint8Array(32)));
  });
});

describe('a session that is not on the screen', () => {
  long('begins nothing', async () => {
    const keeper = await startKeeper({ scripted: true, sessions: 'processes' });
    const core = await connectCore(keeper);
    await signIn(core);
    const path = `${keeper.services.facts.searchRoots[0]}/sessions.json`;
    let spare = 0;
    await until(() => {
      spare = readRecordedSessions(path)?.sessions.find(({ shown }) => !shown)?.pid ?? 0;
      expect(spare).toBeGreaterThan(0);
    });
    // Its token is known to nobody but the pool; the pool is asked for each that it made.
    const token = tokenOf(spare);
    const session = keeper.services.pool.withToken(token);
    if (session === null) throw new Error('no spare');
    const other = await connectCore(keeper, session);
    expect(await other.call('create', {})).toMatchObject({ error: { kind: 'not-now' } });
    expect(await other.call('getStatus', {})).toMatchObject({ value: { shown: false, openNext: null } });
    expect(keeper.services.vault.open()).toEqual([]);
  });

  it('has one core in its whole life, also after that one is gone', async () => {
    const keeper = await startKeeper({ scripted: true, sessions: 'processes' });
    const { token } = shownOf(keeper.services.pool);
    const path = `${keeper.services.facts.searchRoots[1]}/keeper.sock`;
    const first = connect(path);
    first.write(encodeFrame({ kind: 'hello', token }));
    await until(() => expect(keeper.services.occupants.has(token)).toBe(true));
    const occupant = keeper.services.occupants.get(token);
    first.destroy();
    await once(first, 'close');
    const second = connect(path);
    second.write(encodeFrame({ kind: 'hello', token }));
    await once(second, 'close');
    expect(keeper.services.occupants.get(token)).toBe(occupant);
  });
});

/** The token of a session, as its own processes know it. */
function tokenOf(pid: number): string {
  const environment = readFileSync(`/proc/${pid}/environ`, 'latin1');
  const token = /COUNTERFOIL_SESSION_TOKEN=([0-9a-f]{64})/.exec(environment)?.[1];
  if (token === undefined) throw new Error('no token');
  return token;
}
