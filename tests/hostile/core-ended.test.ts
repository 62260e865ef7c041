import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endUnfinished } from '../../electron/keeper/endings/end-unfinished.ts';
import { livingProcessesOf } from '../../electron/keeper/sessions/processes.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { FIRST_STAFF } from '../../electron/keeper/start/keeper.test-support.ts';
import { CLEAN } from '../../electron/keeper/wipe/wipe-procedure.test-support.ts';
import { MAXIMUM_FRAME_BYTES } from '../../electron/lib/frames/frame.ts';
import { long } from '../support/sample.ts';
import { coreAfter, coreShown, everyCall, PLAIN, refused, taken } from './core.test-support.ts';
import { applicantTexts } from './judge.test-support.ts';
import { filesWith, SEARCH_LIMIT, watchedKeeper } from './keeper.test-support.ts';
import { ENDED } from './page.test-support.ts';

describe('after its application has ended', () => {
  it('a core may report its search and do nothing else, and nothing that it stored is left', async () => {
    const { keeper, core, dataFolder } = await taken();
    const { application, ticket } = await core.does('create', {});
    // It does not seal: the person lies in clear in the vault until the wipe.
    await core.does('keepAnswers', { sealed: PLAIN });
    expect(filesWith(dataFolder, applicantTexts)).not.toEqual([]);
    await core.does('finish', { outcome: 'withdrawn' });
    for (const answer of await everyCall(core)) expect(answer).toEqual(refused('not-now'));
    expect(await core.ask('open', { by: 'ticket', ticket })).toEqual(refused('not-now'));
    expect(keeper.services.custody.has(application)).toBe(false);
    void core.ask('erased', { search: CLEAN });
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'), 60_000);
    expect(filesWith(dataFolder, applicantTexts)).toEqual([]);
    expect(keeper.services.vault.find(application)).toBeNull();
    expect(keeper.services.vault.made(application)).toEqual([]);
    expect(keeper.services.custody.applications()).toEqual([]);
    expect([...keeper.services.occupants.keys()]).not.toContain(core.session.token);
    expect(livingProcessesOf(core.session.pid)).toEqual([]);
    expect(existsSync(core.session.folder.path)).toBe(false);
  });

  it('its session is not forgotten with its folder while its processes live', async () => {
    const watched = await watchedKeeper({ scripted: true });
    const { keeper } = watched;
    const core = coreShown(keeper);
    await core.does('setUp', { kioskName: 'Counter 3', ...FIRST_STAFF });
    await core.does('decideCustody', { custody: 'memory', inSpiteOf: [] });
    watched.fault.on = true;
    await core.does('create', {});
    await core.does('finish', { outcome: 'withdrawn' });
    void core.ask('erased', { search: CLEAN });
    await until(() => expect(keeper.services.wipes.failure()?.step).toBe('session-ended'), 60_000);
    await keeper.services.wipes.retry();
    expect(livingProcessesOf(core.session.pid)).not.toEqual([]);
    expect(keeper.services.wipes.failure()?.step).toBe('session-ended');
    watched.fault.on = false;
    await keeper.services.wipes.retry();
    expect(livingProcessesOf(core.session.pid)).toEqual([]);
    expect(existsSync(core.session.folder.path)).toBe(false);
    expect(keeper.services.endings.shown().kind).toBe('ended');
  });

  it('a search that it reports before, twice or with a lie makes no receipt of it', async () => {
    const { keeper, core } = await taken();
    expect(await core.ask('erased', { search: CLEAN })).toEqual(refused('not-now'));
    await core.does('create', {});
    expect(await core.ask('erased', { search: CLEAN })).toEqual(refused('not-now'));
    await core.does('finish', { outcome: 'withdrawn' });
    void core.ask('erased', { search: { ...CLEAN, hits: 3 } });
    void core.ask('erased', { search: CLEAN });
    await until(() => expect(keeper.services.wipes.failure()?.step).toBe('searched'), 60_000);
    expect(keeper.services.endings.shown().kind).toBe('erasing');
  });
});

describe('a core that will not search', () => {
  it('because it has gone, is waited for by nobody: not before its application ends, nor after', async () => {
    for (const leaves of ['before', 'after'] as const) {
      const { keeper, core } = await taken();
      const { services } = keeper;
      const { application } = await core.does('create', {});
      if (leaves === 'after') await core.does('finish', { outcome: 'withdrawn' });
      core.leave();
      await until(() => expect(services.occupants.get(core.session.token)?.connected).not.toBe(true));
      if (leaves === 'before') endUnfinished(services, application, 'policy-expired');
      await until(() => expect(services.endings.shown().kind).toBe('ended'), 60_000);
      expect(services.endings.shown()).toMatchObject({
        receipt: { erased: { search: { kind: 'not-searched' } } },
      });
      expect(livingProcessesOf(core.session.pid)).toEqual([]);
      expect(existsSync(core.session.folder.path)).toBe(false);
      await keeper.stop();
    }
  });

  it('because it says nothing, is ended when its time is over', async () => {
    const watched = await watchedKeeper({ scripted: true });
    const { keeper } = watched;
    const core = coreShown(keeper);
    await core.does('setUp', { kioskName: 'Counter 3', ...FIRST_STAFF });
    await core.does('decideCustody', { custody: 'memory', inSpiteOf: [] });
    await core.does('create', {});
    await core.does('finish', { outcome: 'withdrawn' });
    await until(() => expect(livingProcessesOf(core.session.pid)).toHaveLength(1));
    expect(keeper.services.endings.shown().kind).toBe('erasing');
    watched.runLater(SEARCH_LIMIT);
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'), 60_000);
    expect(keeper.services.endings.shown()).toMatchObject({
      receipt: { erased: { search: { kind: 'not-searched' } } },
    });
    expect(livingProcessesOf(core.session.pid)).toEqual([]);
  });
});

describe('a line that says too much', () => {
  it('is cut, and the keeper serves the next one; nothing of its application is lost', async () => {
    const { keeper, core } = await taken();
    const { application } = await core.does('create', {});
    await core.does('keepAnswers', { sealed: PLAIN });
    const head = Buffer.alloc(8);
    head.writeUInt32BE(MAXIMUM_FRAME_BYTES, 0);
    head.writeUInt32BE(1, 4);
    core.sayBytes(head);
    await until(() => expect(core.closed()).toBe(true));
    expect(keeper.services.vault.find(application)?.answers).toEqual(Buffer.from(PLAIN));
    expect(keeper.services.custody.has(application)).toBe(true);
    process.kill(core.session.pid, 'SIGKILL');
    const next = await coreAfter(keeper, core);
    expect((await next.does('getStatus', {})).openNext).toBe(keeper.services.vault.open()[0]?.ticket);
  });

  // As the line above.
  long('with more in one answer than a frame holds is cut as well', async () => {
    const { keeper, core } = await taken();
    const { application } = await core.does('create', {});
    for (let part = 0; part < 5; part += 1)
      keeper.services.vault.addMade(application, new Uint8Array(3.4 * 1024 * 1024));
    expect(await core.ask('fingerprints', {})).toBe(ENDED);
    expect(core.closed()).toBe(true);
  });
});
