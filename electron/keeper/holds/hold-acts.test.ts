import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type ApplicationId, type HoldId, ticket } from '../../../shared/contract/ids.ts';
import { saltedText } from '../../../shared/ledger/salted-text.ts';
import { err, ok } from '../../../shared/result.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import type { Occupant } from '../applications/occupants.ts';
import { testClock } from '../clock.test-support.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { A_CLERK, A_SUPERVISOR, ANOTHER, staffStage } from '../staff/actor.test-support.ts';
import { begin, newVault, wipingApplication } from '../vault/vault.test-support.ts';
import { holdCalls } from './hold-calls.ts';
import { createHolds } from './holds.ts';
import { type SealKeysPort, sealKeys } from './seal-keys.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const done = { ok: true, value: {} };
/** A disk that takes no file. */
const REFUSED = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' });
/** What lifting a hold ended, and how many erasures go on. */
const lifted = (applications: number, erasures: number) => ({
  ok: true,
  value: { applications, erasures, at: NOON },
});
const refused = (kind: string) => ({ ok: false, error: { kind } });

/** A supervisor's calls, on a real vault and a real ledger. */
function stage(wipeBegun: 'stop' | 'complete' = 'complete') {
  const vault = newVault();
  const holds = createHolds(vault, () => ({ wipeBegun }));
  const people = staffStage();
  people.who = A_SUPERVISOR;
  const occupants = new Map<string, Occupant>();
  /** In the order in which things were asked of the other features. */
  const asked: string[] = [];
  /** What every open wipe waits for. */
  const printers = { answer: Promise.resolve() };
  const unsealable = new Set<ApplicationId>();
  /** Applications whose time is over: they end when nothing keeps them any more. */
  const due = new Set<ApplicationId>();
  const clock = testClock({ now: NOON });
  const misfit = { isThere: false };
  const { outbox, entries, fault } = outboxOn(vault, clock);
  const custody: SealKeysPort['custody'] = {
    kindOf: () => 'memory',
    prepare: () => ok(null),
    seal(application) {
      // From the first transaction on it is kept, whatever fails afterwards.
      const wipe = vault.wipes.all().find((each) => each.application === application) ?? null;
      expect(holds.verdict(application, wipe).kind).toBe(wipe === null ? 'frozen' : 'wipe-stopped');
      return unsealable.has(application) ? err({ kind: 'locked' }) : ok(null);
    },
  };
  const calls = holdCalls({
    ...{ vault, holds, staff: people.staff, kiosk: vault.kiosk },
    outbox: {
      ...outbox,
      record(act) {
        if (full.disk) throw new Sqlite.SqliteError('database or disk is full', 'SQLITE_FULL');
        outbox.record(act);
      },
    },
    sealKeys: (hold, kept) =>
      sealKeys({ vault, holds, custody, diskLog: { failed: () => undefined } }, hold, kept),
    screens: { refresh: () => void asked.push('screens') },
    held: {
      filesFit: { isClosed: () => misfit.isThere, isLedgerClosed: () => misfit.isThere },
      holdsBeside: {
        note(entry) {
          expect([misfit.isThere, entries()]).toEqual([true, []]);
          if (full.beside) throw REFUSED;
          asked.push(`noted ${entry.hold}`);
        },
        has: () => false,
        drop(hold) {
          if (full.beside) throw REFUSED;
          asked.push(`dropped ${hold}`);
        },
      },
      diskLog: { failed: (_where, error) => void asked.push(`disk ${error === REFUSED}`) },
      occupants,
      sessionReplacement: {
        async putAside(_occupant, application, told) {
          asked.push(`put aside ${application} ${told.kind}`);
        },
      },
      wipes: {
        retry() {
          asked.push('wipes');
          return printers.answer;
        },
      },
      endingRound: {
        now() {
          asked.push('endings');
          for (const id of due) if (holds.verdict(id, null).kind === 'free') vault.remove(id);
        },
      },
    },
  });
  const open = () => begin(vault, '2026-11-24', NOON);
  /** The vault takes no entry while this is set, and the ledger none. */
  const full = {
    /** As SQLite says it. */
    disk: false,
    /** The file beside the vault. */
    beside: false,
    vault(is: boolean): void {
      const trigger = "full BEFORE INSERT ON owed BEGIN SELECT RAISE(ABORT, 'disk full'); END";
      vault.database.exec(is ? `CREATE TRIGGER ${trigger}` : 'DROP TRIGGER full');
    },
    ledger(is: boolean): void {
      fault.full = is;
    },
  };
  return {
    clock,
    vault,
    holds,
    people,
    occupants,
    asked,
    printers,
    unsealable,
    due,
    entries,
    outbox,
    full,
    misfit,
    calls,
    open,
  };
}

/** Two supervisors lift this hold; `read`: the one that the second of them approved. */
const lift = ({ calls }: ReturnType<typeof stage>, hold: HoldId, read = hold) =>
  calls.liftHold({ hold }, { ...ANOTHER, act: 'liftHold', hold: read });

describe('setting a hold', () => {
  it('freezes what is open, seals what can be sealed, and says in the ledger how much', () => {
    const on = stage();
    const [sealed, unsealed] = [on.open(), on.open()];
    on.unsealable.add(unsealed.id);
    expect(on.calls.setHold({ reason: 'subpoena', tickets: null }, null)).toEqual(done);
    expect(on.holds.verdict(sealed.id, null)).toMatchObject({ kind: 'frozen', hasSealedKey: true });
    expect(on.holds.verdict(unsealed.id, null)).toMatchObject({ kind: 'frozen', hasSealedKey: false });
    const [hold] = on.holds.all();
    expect(hold).toMatchObject({ scope: 'all', since: NOON, set_by: A_SUPERVISOR.name, unsealed: 1 });
    expect(on.entries()).toMatchObject([
      {
        ...{ kind: 'hold-set', hold: hold?.identifier, by: A_SUPERVISOR.member, scope: 'all' },
        ...{ applications: 2, sealed: 1, unsealed: 1, reason: 'subpoena' },
      },
    ]);
  });

  it('on tickets freezes those alone; one that is not open is refused, and nothing is set', () => {
    const on = stage();
    const [held, other] = [on.open(), on.open()];
    const tickets = [held.ticket, ticket.parse(77)];
    expect(on.calls.setHold({ reason: 'court-order', tickets }, null)).toEqual(refused('no-such-ticket'));
    expect([on.holds.all(), on.entries()]).toEqual([[], []]);
    expect(on.calls.setHold({ reason: 'court-order', tickets: [held.ticket] }, null)).toEqual(done);
    expect([held, other].map(({ id }) => on.holds.verdict(id, null).kind)).toEqual(['frozen', 'free']);
  });

  it('takes a session away from what it freezes, unless that is being left or wiped already', () => {
    const on = stage();
    const [served, leaving, finishing] = [on.open(), on.open(), on.open()];
    const occupant = newOccupant(on.occupants);
    occupant.application = served.id;
    Object.assign(newOccupant(on.occupants), { application: leaving.id, leaving: true });
    Object.assign(newOccupant(on.occupants), { application: finishing.id, finishing: true });
    on.calls.setHold({ reason: 'subpoena', tickets: null }, null);
    expect(occupant.leaving).toBe(true);
    expect(on.asked).toEqual([`put aside ${served.id} held`, 'screens']);
  });
});

describe('a hold that stands and could not be entered in the ledger', () => {
  const everything = { reason: 'subpoena', tickets: null } as const;

  /** One application and an erasure, and a hold on everything whose entry the vault did not take. */
  function unentered() {
    const on = stage('stop');
    const open = on.open();
    wipingApplication(on.vault);
    on.unsealable.add(open.id);
    on.full.vault(true);
    expect(() => on.calls.setHold(everything, null)).toThrow('disk full');
    on.full.vault(false);
    const [hold] = on.holds.all();
    if (hold === undefined) throw new Error('no hold');
    expect([on.entries(), on.holds.verdict(open.id, null).kind]).toEqual([[], 'frozen']);
    on.clock.advance(60_000);
    return { ...on, held: open, hold };
  }

  it('is finished by setting it once more: it is sealed, and entered as of the moment from which it stands', () => {
    const on = unentered();
    on.unsealable.clear();
    expect(on.calls.setHold(everything, null)).toEqual(done);
    const { identifier } = on.hold;
    expect(on.holds.all()).toMatchObject([{ identifier, unsealed: 0 }]);
    expect(on.entries()).toMatchObject([
      {
        kind: 'hold-set',
        utc: new Date(NOON).toISOString(),
        hold: identifier,
        applications: 2,
        sealed: 2,
        unsealed: 0,
      },
      { kind: 'wipe-stopped', hold: identifier, applications: 1 },
    ]);
    // The control: one that is entered is left as it is, and another is set beside it.
    expect(on.calls.setHold(everything, null)).toEqual(done);
    expect(on.holds.all()).toHaveLength(2);
    expect(on.entries().at(-1)).toMatchObject({
      kind: 'hold-set',
      utc: new Date(NOON + 60_000).toISOString(),
      applications: 1,
    });
  });

  it('can be lifted: then the ledger has its end, and what went on, and no beginning', async () => {
    const on = unentered();
    expect(await lift(on, on.hold.identifier)).toMatchObject({ ok: true, value: { erasures: 1 } });
    const { identifier: hold } = on.hold;
    expect(on.entries()).toMatchObject([
      { kind: 'hold-lifted', hold },
      { kind: 'wipe-continued', hold },
    ]);
  });

  it('is told as one that stands, where a full disk kept it out of the ledger', () => {
    const on = stage();
    on.open();
    on.full.disk = true;
    expect(on.calls.setHold(everything, null)).toEqual(refused('hold-not-entered'));
    on.full.disk = false;
    expect([on.holds.all().length, on.entries()]).toEqual([1, []]);
    expect(on.calls.setHold(everything, null)).toEqual(done);
    expect(on.holds.all()).toHaveLength(1);
  });

  it('on everything is not taken for one that is to freeze what began since, nor where intake went on under it', () => {
    const on = unentered();
    on.open();
    expect(on.calls.setHold(everything, null)).toEqual(done);
    expect(on.holds.all()).toHaveLength(2);
    const again = unentered();
    again.holds.resume(again.hold.identifier, 'counsel 12');
    expect(again.calls.setHold(everything, null)).toEqual(done);
    expect(again.holds.all()).toHaveLength(2);
  });

  it('stays as it is while the disk takes nothing still', () => {
    const on = unentered();
    on.full.vault(true);
    expect(() => on.calls.setHold(everything, null)).toThrow('disk full');
    expect(on.holds.all().map(({ identifier }) => identifier)).toEqual([on.hold.identifier]);
  });

  it('is not taken for one of another reason, scope, or supervisor', () => {
    const on = unentered();
    expect(on.calls.setHold({ ...everything, reason: 'court-order' }, null)).toEqual(done);
    expect(on.calls.setHold({ ...everything, tickets: [on.held.ticket] }, null)).toEqual(done);
    on.people.who = { ...A_SUPERVISOR, ...ANOTHER };
    expect(on.calls.setHold(everything, null)).toEqual(done);
    expect(on.holds.all()).toHaveLength(4);
    const named = on.entries().flatMap((entry) => (entry.kind === 'hold-set' ? [entry.hold] : []));
    expect([named.length, named.includes(on.hold.identifier)]).toEqual([3, false]);
    // What was stopped is the first's that was entered, and no other one's.
    expect(on.entries().map(({ kind }) => kind)).toEqual([
      ...['hold-set', 'wipe-stopped', 'hold-set', 'hold-set'],
    ]);
  });

  it('on tickets is finished for the same ones, and not for others', () => {
    const on = stage();
    const [held, other] = [on.open(), on.open()];
    const set = (...tickets: (typeof held)[]) =>
      on.calls.setHold({ reason: 'subpoena', tickets: tickets.map(({ ticket: each }) => each) }, null);
    on.full.vault(true);
    expect(() => set(held)).toThrow('disk full');
    on.full.vault(false);
    expect(set(held, other)).toEqual(done);
    expect(on.holds.all()).toHaveLength(2);
    expect(set(held)).toEqual(done);
    expect(on.holds.all()).toHaveLength(2);
    expect(on.entries().map((entry) => (entry.kind === 'hold-set' ? entry.applications : null))).toEqual([
      2, 1,
    ]);
  });

  it('is not one whose entry waits for the ledger’s disk', () => {
    const on = stage();
    on.open();
    on.full.ledger(true);
    expect(on.calls.setHold(everything, null)).toEqual(done);
    expect([on.entries(), on.outbox.waiting()]).toEqual([[], 1]);
    expect(on.calls.setHold(everything, null)).toEqual(done);
    on.full.ledger(false);
    on.outbox.flush();
    const named = on.entries().flatMap((entry) => (entry.kind === 'hold-set' ? [entry.hold] : []));
    expect(named.toSorted()).toEqual(
      on.holds
        .all()
        .map(({ identifier }) => identifier)
        .toSorted(),
    );
    expect(named).toHaveLength(2);
  });
});

describe('while files do not fit', () => {
  it('a hold is written down beside the vault before its entry is recorded, and not again once it is lifted', async () => {
    const on = stage();
    on.open();
    on.misfit.isThere = true;
    expect(on.calls.setHold({ reason: 'subpoena', tickets: null }, null)).toEqual(done);
    const [hold] = on.holds.all();
    if (hold === undefined) throw new Error('no hold');
    expect(on.asked).toContain(`noted ${hold.identifier}`);
    expect(await lift(on, hold.identifier)).toMatchObject({ ok: true });
    expect(on.asked).toContain(`dropped ${hold.identifier}`);
  });

  it('one that could not be written down stands, is said not to be entered, and is finished by setting it once more', () => {
    const on = stage();
    on.open();
    on.misfit.isThere = true;
    on.full.beside = true;
    expect(on.calls.setHold({ reason: 'subpoena', tickets: null }, null)).toEqual(
      refused('hold-not-entered'),
    );
    expect([on.holds.all().length, on.entries()]).toEqual([1, []]);
    on.full.beside = false;
    expect(on.calls.setHold({ reason: 'subpoena', tickets: null }, null)).toEqual(done);
    expect([on.holds.all().length, on.entries().length]).toEqual([1, 1]);
  });

  it('is lifted also where the disk keeps it written down', async () => {
    const on = stage();
    on.open();
    on.calls.setHold({ reason: 'subpoena', tickets: null }, null);
    const [hold] = on.holds.all();
    if (hold === undefined) throw new Error('no hold');
    on.full.beside = true;
    expect(await lift(on, hold.identifier)).toMatchObject({ ok: true });
    expect([on.holds.all(), on.asked.includes('disk true')]).toEqual([[], true]);
  });
});

describe('wipes that have begun', () => {
  it('stop under a hold on everything where the policy says so, and go on once it is lifted; both are told', async () => {
    const on = stage('stop');
    wipingApplication(on.vault);
    on.calls.setHold({ reason: 'subpoena', tickets: null }, null);
    expect(on.entries().map(({ kind }) => kind)).toEqual(['hold-set', 'wipe-stopped']);
    const [hold] = on.holds.all();
    if (hold === undefined) throw new Error('no hold');
    // While another one stops them still, none goes on.
    on.calls.setHold({ reason: 'court-order', tickets: null }, null);
    const second = on.holds.all().find(({ identifier }) => identifier !== hold.identifier);
    if (second === undefined) throw new Error('no second hold');
    expect(await lift(on, second.identifier)).toEqual(lifted(0, 0));
    expect(on.asked).not.toContain('wipes');
    expect(await lift(on, hold.identifier)).toEqual(lifted(0, 1));
    expect(on.asked.slice(-3)).toEqual(['wipes', 'endings', 'screens']);
    expect(on.entries().slice(-2)).toMatchObject([
      { kind: 'hold-lifted', by: A_SUPERVISOR.member, second: ANOTHER.member },
      { kind: 'wipe-continued', hold: hold.identifier, applications: 1 },
    ]);
  });

  it('go on beside what the hold kept besides: that ends at once, whatever printer they wait for', async () => {
    const on = stage('stop');
    wipingApplication(on.vault);
    const { id } = on.open();
    on.due.add(id);
    on.calls.setHold({ reason: 'subpoena', tickets: null }, null);
    const [hold] = on.holds.all();
    if (hold === undefined) throw new Error('no hold');
    let answer = (): void => undefined;
    on.printers.answer = new Promise((resolve) => {
      answer = resolve;
    });
    const answered = lift(on, hold.identifier);
    expect(on.vault.open()).toEqual([]);
    expect(on.asked.slice(-3)).toEqual(['wipes', 'endings', 'screens']);
    answer();
    expect(await answered).toEqual(lifted(1, 1));
  });

  it('that it stops are sealed and counted like what is open; one that cannot be is counted as such', () => {
    const on = stage('stop');
    const [sealed, unsealed] = [wipingApplication(on.vault), wipingApplication(on.vault)];
    on.unsealable.add(unsealed);
    on.open();
    on.calls.setHold({ reason: 'subpoena', tickets: null }, null);
    expect(on.entries()).toMatchObject([
      { kind: 'hold-set', applications: 3, sealed: 2, unsealed: 1 },
      { kind: 'wipe-stopped', applications: 2 },
    ]);
    expect(on.vault.wipes.of(sealed).custody).toBe('sealed');
  });

  it.each([
    ['where the policy completes them', 'complete', null],
    ['under a hold on tickets', 'stop', 'tickets'],
  ] as const)('go on %s, and nothing is told of them', (_when, policy, scope) => {
    const on = stage(policy);
    const { ticket: named } = on.open();
    wipingApplication(on.vault);
    on.calls.setHold({ reason: 'subpoena', tickets: scope === null ? null : [named] }, null);
    expect(on.entries().map(({ kind }) => kind)).toEqual(['hold-set']);
  });
});

describe('intake under a hold', () => {
  it('is resumed once, with counsel’s reference; the ledger has its hash', async () => {
    const on = stage();
    on.calls.setHold({ reason: 'subpoena', tickets: null }, null);
    const [hold] = on.holds.all();
    if (hold === undefined) throw new Error('no hold');
    const resume = () =>
      on.calls.resumeIntake({ hold: hold.identifier, reference: 'Docket 12-345, Ms. Quillon' }, null);
    const resumed = await resume();
    if (!resumed.ok) throw new Error('not resumed');
    expect(on.holds.intake()).toEqual({ isStopped: false, keepsNewOnes: true });
    expect(await resume()).toEqual(refused('not-now'));
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    const { salt } = resumed.value;
    expect(on.entries().at(-1)).toMatchObject({
      ...{ kind: 'intake-resumed', hold: hold.identifier },
      reference: sha256(saltedText('reference', salt, 'Docket 12-345, Ms. Quillon')),
    });
    // Whoever has the ledger alone tries file numbers: neither the hash nor the salt is there to try them with.
    expect(JSON.stringify(on.entries())).not.toContain(sha256('Docket 12-345, Ms. Quillon'));
    expect(JSON.stringify(on.entries())).not.toContain(salt);
    expect(JSON.stringify(on.entries())).not.toContain('Quillon');
    on.holds.lift(hold.identifier);
    expect(await resume()).toEqual(refused('no-such-hold'));
  });
});

describe('lifting a hold', () => {
  it('answers what ended by it, and neither what was due before nor what another hold keeps', async () => {
    const on = stage();
    const [held, kept, printing, free] = [on.open(), on.open(), on.open(), on.open()];
    const set = (...tickets: (typeof held)[]) => {
      const before = on.holds.all().map(({ identifier }) => identifier);
      on.calls.setHold({ reason: 'subpoena', tickets: tickets.map(({ ticket: each }) => each) }, null);
      const hold = on.holds.all().find(({ identifier }) => !before.includes(identifier));
      if (hold === undefined) throw new Error('no hold');
      return hold.identifier;
    };
    const one = set(held, kept, printing);
    const other = set(kept);
    // The one whose card is printed just now stays for a while, and is not told as ended.
    for (const { id } of [held, kept, free]) on.due.add(id);
    expect(await lift(on, one)).toEqual(lifted(1, 0));
    expect(on.vault.open().map(({ id }) => id)).toEqual([kept.id, printing.id]);
    expect(await lift(on, other)).toEqual(lifted(1, 0));
  });
});

describe('what a supervisor approved', () => {
  it('lifts the hold that it was about, and leaves every other one', async () => {
    const on = stage();
    on.calls.setHold({ reason: 'subpoena', tickets: null }, null);
    on.calls.setHold({ reason: 'court-order', tickets: null }, null);
    const [one, other] = on.holds.all().map(({ identifier }) => identifier);
    if (one === undefined || other === undefined) throw new Error('no two holds');
    const before = on.entries().length;
    expect(await lift(on, other, one)).toEqual(refused('not-allowed'));
    expect([on.holds.all().length, on.entries().length]).toEqual([2, before]);
    expect(await lift(on, one)).toEqual(lifted(0, 0));
    expect(on.holds.all().map(({ identifier }) => identifier)).toEqual([other]);
  });

  it('on a clerk’s screen sets a hold of that scope, and resumes intake under that one, alone', () => {
    const on = stage();
    const [named, other] = [on.open(), on.open()];
    on.people.who = A_CLERK;
    const set = (tickets: (typeof named.ticket)[] | null) =>
      on.calls.setHold(
        { reason: 'subpoena', tickets },
        { ...ANOTHER, act: 'setHold', reason: 'subpoena', tickets: [named.ticket] },
      );
    for (const tickets of [[other.ticket], [named.ticket, other.ticket], null])
      expect(set(tickets)).toEqual(refused('not-allowed'));
    expect([on.holds.all(), on.entries()]).toEqual([[], []]);
    expect(set([named.ticket])).toEqual(done);
    const [hold] = on.holds.all();
    if (hold === undefined) throw new Error('no hold');
    const resume = (reference: string) =>
      on.calls.resumeIntake(
        { hold: hold.identifier, reference },
        { ...ANOTHER, act: 'resumeIntake', hold: hold.identifier, reference: 'Docket 12-345' },
      );
    expect(resume('Docket 12-346')).toEqual(refused('not-allowed'));
    expect(resume('Docket 12-345')).toMatchObject({ ok: true });
  });
});
