import { verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dayText } from '../../../shared/calendar.ts';
import type { SlipOrder } from '../../../shared/contract/denial.ts';
import { ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { readAppealCode } from '../../../shared/slips/appeal-code.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { readPublicKey } from '../ledger/signatures.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { CLERK, openCounter, SUPERVISOR } from '../start/keeper.test-support.ts';
import {
  counter,
  create,
  nextCore,
  photograph,
  print,
  type ScriptedCore,
} from '../start/scripted-core.test-support.ts';
import { idleWorker } from '../start/workers.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';

const refused = (kind: string) => ({ ok: false, error: { kind } });
const REASONS = ['residency-not-proven', 'document-not-accepted'];
const SLIP = {
  kind: 'denial' as const,
  language: 'es',
  ways: [['passport', 'utility-bill']],
} satisfies SlipOrder;

const approve = (core: ScriptedCore, reasons: string[]) =>
  core.call('approve', { act: 'deny', reasons, ...SUPERVISOR });

describe('a refusal', () => {
  it('that a clerk makes stands once a supervisor has approved exactly its reasons, and for one time', async () => {
    const { core } = await counter();
    await create(core);
    const deny = () => core.call('deny', { reasons: REASONS });
    expect(await deny()).toEqual(refused('not-allowed'));
    const [once = ''] = REASONS;
    const wrong = [['too-young'], [once, once], REASONS.slice(1), [...REASONS, 'too-young']];
    for (const others of wrong) {
      expect(await approve(core, others)).toMatchObject({ ok: true });
      expect(await deny(), String(others)).toEqual(refused('not-allowed'));
    }
    expect(await core.call('finish', { outcome: 'denied' })).toEqual(refused('not-now'));
    await approve(core, REASONS.toReversed());
    expect(await deny()).toMatchObject({ ok: true, value: { denial: { reasons: REASONS } } });
    expect(await deny()).toEqual(refused('not-allowed'));
  });

  it('is for reasons of the policy, each once, and for somebody', async () => {
    const { core } = await counter();
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('deny', { reasons: REASONS })).toEqual(refused('not-now'));
    await create(core);
    for (const reasons of [[], ['no-such-reason'], ['too-young', 'too-young'], ['Ottoline Featherstone']])
      expect(await core.call('deny', { reasons })).toEqual(refused('malformed'));
    expect(await core.call('finish', { outcome: 'denied' })).toEqual(refused('not-now'));
  });

  it('that is taken back ends nothing, and needs its review anew', async () => {
    const { core } = await counter();
    await create(core);
    await approve(core, REASONS);
    await core.call('deny', { reasons: REASONS });
    expect(await core.call('takeBackDenial', {})).toMatchObject({ ok: true });
    expect(await core.call('finish', { outcome: 'denied' })).toEqual(refused('not-now'));
    expect(await core.call('deny', { reasons: REASONS })).toEqual(refused('not-allowed'));
  });

  it('ends with any change: it was about the application as it was', async () => {
    const { core } = await counter();
    await create(core);
    await approve(core, REASONS);
    await core.call('deny', { reasons: REASONS });
    expect(await core.call('keepAnswers', { sealed: Uint8Array.of(1, 2, 3) })).toMatchObject({
      value: { denial: null },
    });
    expect(await core.call('finish', { outcome: 'denied' })).toEqual(refused('not-now'));
  });

  it('stays where the disk did not take the change', async () => {
    const { keeper, core } = await counter();
    await create(core);
    await approve(core, REASONS);
    await core.call('deny', { reasons: REASONS });
    const { database } = keeper.services.vault;
    database.pragma('query_only = ON');
    expect(await core.call('keepAnswers', { sealed: Uint8Array.of(1) })).toEqual(refused('not-written'));
    database.pragma('query_only = OFF');
    expect(await core.call('finish', { outcome: 'denied' })).toMatchObject({ ok: true });
  });

  it('has a code that the kiosk’s key signed, and ends as one entry without reasons', async () => {
    const { keeper, core } = await counter();
    await create(core);
    await approve(core, REASONS);
    const denied = await core.call('deny', { reasons: REASONS });
    if (!denied.ok || denied.value.denial === null) throw new Error('nothing is denied');
    const { day } = denied.value.denial;
    const code = readAppealCode(denied.value.denial.code ?? '');
    const key = readPublicKey(keeper.services.signingKey().publicKey);
    if (!code.ok || key === null) throw new Error('no code or no key');
    expect(code.value.appeal).toMatchObject({ day, withinDays: 30, reasons: [1, 2] });
    expect(verify(null, code.value.signedBytes, key, code.value.signature)).toBe(true);
    expect(await core.call('finish', { outcome: 'denied' })).toMatchObject({ ok: true });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    const entries = entriesOf(keeper)
      .slice(-2)
      .toSorted((one, other) => one.kind.localeCompare(other.kind));
    expect(entries).toMatchObject([
      { kind: 'denied', day: dayText(day), review: 'supervisor' },
      { kind: 'erased', outcome: 'denied' },
    ]);
    expect(JSON.stringify(entries)).not.toContain('residency');
  });

  it('ends with its session: whoever opens the application again refuses it anew', async () => {
    const { keeper, core } = await counter();
    const { ticket } = await create(core);
    await approve(core, REASONS);
    await core.call('deny', { reasons: REASONS });
    await core.call('putAside', { fingerprints: null });
    const next = await nextCore(keeper, core);
    expect(await next.call('open', { by: 'ticket', ticket })).toMatchObject({ ok: true });
    expect(await next.call('finish', { outcome: 'denied' })).toEqual(refused('not-now'));
  });
});

describe('a supervisor’s review', () => {
  const approval = async (core: ScriptedCore) => {
    const status = await core.call('getStatus', {});
    return status.ok ? status.value.approval : status;
  };

  it('is of somebody: where nobody is on the screen nothing is approved, and nothing of it is left for who comes', async () => {
    const { core } = await counter();
    expect(await approve(core, REASONS)).toEqual(refused('not-now'));
    expect(await approval(core)).toBeNull();
    await create(core);
    expect(await core.call('deny', { reasons: REASONS })).toEqual(refused('not-allowed'));
  });

  it('is of the application as it was: any change withdraws it', async () => {
    const { core } = await counter();
    await create(core);
    await approve(core, REASONS);
    await core.call('keepAnswers', { sealed: Uint8Array.of(1) });
    expect(await approval(core)).toBeNull();
    expect(await core.call('deny', { reasons: REASONS })).toEqual(refused('not-allowed'));
  });

  it('says nothing of what was changed while the passphrase was still being looked at', async () => {
    const { core } = await counter();
    await create(core);
    const approved = approve(core, REASONS);
    await core.call('keepAnswers', { sealed: Uint8Array.of(1) });
    expect(await approved).toMatchObject({ ok: true });
    expect(await core.call('deny', { reasons: REASONS })).toEqual(refused('not-allowed'));
  });

  it('and every other approval, is of what stood on the screen: opening an application withdraws it', async () => {
    const { core } = await counter();
    const other = { act: 'exportLedger', format: 'csv', ...SUPERVISOR } as const;
    expect(await core.call('approve', other)).toMatchObject({ ok: true });
    await create(core);
    expect(await approval(core)).toBeNull();
  });
});

it('a refusal is on the screen, with its code, for as long as it stands', async () => {
  const { page } = await openCounter();
  await page.does('signIn', SUPERVISOR);
  await page.does('startApplication', {});
  await page.does('deny', { reasons: ['too-young'] });
  const denied = (await page.application()).denial;
  expect(denied).toMatchObject({ reasons: ['too-young'], code: expect.any(String) });
  expect(denied?.modules?.length).toBeGreaterThan(20);
  await page.does('answer', { field: 'name', typed: 'Zephyrina' });
  expect((await page.application()).denial).toBeNull();
  await page.does('deny', { reasons: ['too-young'] });
  await page.does('takeBackDenial', {});
  expect((await page.application()).denial).toBeNull();
});

describe('a slip', () => {
  it('is printed for a refusal that stands, and outlives its session', async () => {
    const { keeper, core } = await counter({ workerPath: idleWorker });
    await create(core);
    expect(await core.call('printSlip', SLIP)).toEqual(refused('no-ordinary-printer'));
    keeper.services.printer.chooseOrdinary(ORDINARY_PRINTER);
    expect(await core.call('printSlip', SLIP)).toEqual(refused('not-now'));
    await approve(core, REASONS);
    await core.call('deny', { reasons: REASONS });
    expect(await core.call('printSlip', SLIP)).toEqual({ ok: true, value: { number: 1 } });
    expect(await core.call('printSlip', SLIP)).toEqual(refused('printer-in-use'));
    // A printer that hangs keeps nobody: the application is erased while its paper waits.
    await core.call('finish', { outcome: 'denied' });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    expect(keeper.services.papers.progress()).toMatchObject({ number: 1, ending: null });
  });

  it('with a ticket is printed for whoever waits, and for nobody else', async () => {
    const { keeper, core } = await counter({ workerPath: idleWorker });
    keeper.services.printer.chooseOrdinary(ORDINARY_PRINTER);
    expect(await core.call('printSlip', { kind: 'pick-up', language: 'es' })).toEqual(refused('not-now'));
    const opened = await create(core);
    expect(await core.call('printSlip', { kind: 'pick-up', language: 'es' })).toEqual(refused('not-now'));
    await photograph(core, opened);
    expect(await core.call('printSlip', { kind: 'pick-up', language: 'es' })).toEqual(refused('not-now'));
    expect(await print(core, opened)).toMatchObject({ value: { state: 'queued' } });
    await core.call('signOut', {});
    expect(await core.call('printSlip', { kind: 'pick-up', language: 'es' })).toEqual(refused('not-allowed'));
    await core.call('signIn', CLERK);
    expect(await core.call('printSlip', { kind: 'pick-up', language: 'es' })).toEqual({
      ok: true,
      value: { number: 1 },
    });
  });
});
