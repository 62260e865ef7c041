import { describe, expect, it } from 'vitest';
import { policyHash, visitorId } from '../../../shared/contract/ids.ts';
import { testClock } from '../clock.test-support.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { A_SUPERVISOR, staffStage } from '../staff/actor.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createAcceptedNotices } from './accepted-notices.ts';
import { residentSettings } from './resident-settings.ts';
import { residentStatus } from './resident-status.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const VISITOR = visitorId.parse('1'.repeat(32));
const POLICY = policyHash.parse('ab'.repeat(32));
const done = { ok: true, value: {} };
const notNow = { ok: false, error: { kind: 'not-now' } };

/** A supervisor's calls, on a real vault and a real ledger. */
function stage() {
  const vault = newVault();
  const people = staffStage();
  people.who = A_SUPERVISOR;
  const written = outboxOn(vault, testClock({ now: NOON }));
  const acceptedNotices = createAcceptedNotices(vault.database);
  const policies = { inForce: { hash: POLICY, rules: {} } };
  const facts = { version: '1.0.0' };
  const parts = { kiosk: vault.kiosk, acceptedNotices, policies, facts };
  const calls = residentSettings({
    ...{ ...parts, staff: people.staff, outbox: written.outbox },
    screens: { refresh: () => undefined },
  });
  const status = () =>
    residentStatus({
      ...{ ...parts, staff: { handedBack: () => null } },
      residentScreen: {
        language: () => null,
        idle: () => null,
        leftBehind: () => null,
        visitor: () => VISITOR,
      },
    });
  return { policies, facts, calls, status, ...written };
}

describe('the setting for residents', () => {
  it('is off until a supervisor chooses another one, and the ledger has each choice', () => {
    const { calls, status, entries } = stage();
    expect(status()).toEqual({
      ...{ setting: 'off', atScreen: false, handedBack: null, displayWidthMillimeters: null, idle: null },
      isNumberTaken: true,
      visitor: VISITOR,
      confirmedLanguages: [],
      acceptedNotices: [],
    });
    expect(calls.setResidentSetting({ setting: 'self-service' })).toEqual(done);
    expect(status().setting).toBe('self-service');
    // Nothing was chosen that was not so already.
    expect(calls.setResidentSetting({ setting: 'self-service' })).toEqual(done);
    expect(entries()).toEqual([
      {
        ...{ kind: 'resident-setting-chosen', utc: '2026-11-24T12:00:00.000Z' },
        ...{ by: A_SUPERVISOR.member, setting: 'self-service' },
      },
    ]);
  });

  it('knows the width of the display as it was measured, and the ledger who said so', () => {
    const { calls, status, entries } = stage();
    expect(calls.setDisplayWidth({ millimeters: 344.2 })).toEqual(done);
    expect(status().displayWidthMillimeters).toBe(344.2);
    // The same once more is nothing new.
    expect(calls.setDisplayWidth({ millimeters: 344.2 })).toEqual(done);
    expect(entries()).toEqual([
      {
        ...{ kind: 'display-measured', utc: '2026-11-24T12:00:00.000Z' },
        ...{ by: A_SUPERVISOR.member, millimeters: 344 },
      },
    ]);
  });
});

describe('a legal notice that nobody has confirmed', () => {
  it('is accepted by name, once, and English need not be', () => {
    const { calls, status, entries } = stage();
    expect(calls.acceptNotice({ language: 'ar' })).toEqual(done);
    expect(calls.acceptNotice({ language: 'ar' })).toEqual(notNow);
    expect(calls.acceptNotice({ language: 'en' })).toEqual(notNow);
    expect(status().acceptedNotices).toEqual(['ar']);
    expect(entries()).toMatchObject([
      { kind: 'notice-accepted', by: A_SUPERVISOR.member, language: 'ar', policy: POLICY },
    ]);
  });

  it('is not accepted any more where its texts may be other ones: in another release, under another policy', () => {
    const { calls, status, facts, policies } = stage();
    calls.acceptNotice({ language: 'ar' });
    facts.version = '1.1.0';
    expect(status().acceptedNotices).toEqual([]);
    facts.version = '1.0.0';
    expect(status().acceptedNotices).toEqual(['ar']);
    policies.inForce.hash = policyHash.parse('cd'.repeat(32));
    expect(status().acceptedNotices).toEqual([]);
    expect(calls.acceptNotice({ language: 'ar' })).toEqual(done);
    expect(status().acceptedNotices).toEqual(['ar']);
    // It stands in the place of the one before it.
    policies.inForce.hash = POLICY;
    expect(status().acceptedNotices).toEqual([]);
  });
});
