import { expect, it } from 'vitest';
import { livingProcessesOf } from '../sessions/processes.ts';
import { shownOf, until } from '../sessions/sessions.test-support.ts';
import { CLERK, openCounter, PERSON, pageOf } from '../start/keeper.test-support.ts';

it('a resident answers on a page of their own language, and the clerk takes it up in the same', async () => {
  const { keeper, page } = await openCounter();
  const { services } = keeper;
  services.kiosk.setResidentSetting('self-service');
  await page.does('giveToResident', {});
  const { ticket } = await page.does('startApplication', {});
  expect(await page.does('chooseLanguage', { language: 'ar' })).toMatchObject({
    ...{ state: 'draft', answers: { language: 'ar' } },
  });
  await page.does('answer', { field: 'name', typed: PERSON.name });
  // In the core already: none of these ever reaches the keeper.
  for (const refused of [
    page.call('photo', {}),
    page.call('judgePassphrase', { passphrase: 'x', names: [] }),
    page.call('showReadBack', {}),
    page.call('openApplication', { ticket }),
  ])
    expect(await refused).toMatchObject({ ok: false });
  await page.does('finishAnswers', {});
  await until(() => expect(shownOf(services.pool).pid).not.toBe(page.session.pid));
  await until(() => expect(livingProcessesOf(page.session.pid)).toEqual([]));
  const next = await pageOf(keeper);
  await until(async () =>
    expect(await next.screen()).toMatchObject({
      ...{ lastEnding: { kind: 'ticket', ticket, language: 'ar' }, shown: true },
    }),
  );
  expect(await next.call('openApplication', { ticket })).toEqual({
    ok: false,
    error: { kind: 'not-allowed' },
  });
  await next.does('signIn', CLERK);
  await next.does('openApplication', { ticket });
  expect((await next.application()).answers).toMatchObject({ language: 'ar', name: PERSON.name });
  // A clerk gives it back by the same key: what the screen after this one tells is told in Arabic without being asked.
  await next.does('giveToResident', {});
  await next.does('leaveNow', {});
  await until(() =>
    expect(services.endings.shown()).toMatchObject({
      ...{ kind: 'left', language: 'ar', outcome: 'withdrawn' },
      became: { kind: 'ended', receipt: { erased: { search: { kind: 'searched', hits: 0 } } } },
    }),
  );
  expect(services.vault.open()).toEqual([]);
});
