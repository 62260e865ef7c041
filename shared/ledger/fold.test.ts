import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from './entries.ts';
import { foldEntries, foldedKinds, isFolded } from './fold.ts';
import { NOBODY } from './nobody.ts';

const id = (digit: string): string => digit.repeat(32);
const [ADA, BEA, CLEO, DORA] = [id('a'), id('b'), id('c'), id('d')];
const utc = 1_800_000_000_000;

type Role = 'clerk' | 'supervisor' | 'it';
const changed = (
  act: 'added' | 'removed' | 'passphrase-changed' | 'passphrase-reset' | 'let-in-again',
  member: string,
  role: Role = 'supervisor',
  by = ADA,
): LedgerEntry => ({ kind: 'staff-changed', utc, by, member, act, role });
const confirmed = (member: string): LedgerEntry => ({ kind: 'supervisor-confirmed', utc, by: ADA, member });
const rolled: LedgerEntry = { kind: 'key-rolled', utc, epoch: 1, publicKey: 'ce'.repeat(32) };
const opened: LedgerEntry = { kind: 'opened', utc, kiosk: id('0'), key: 'ff'.repeat(32) };
const holdSet = (hold: string, scope: 'all' | 'tickets' = 'all'): LedgerEntry => ({
  ...{ kind: 'hold-set', utc, by: ADA, hold, scope, applications: 3, sealed: 3, unsealed: 0 },
  reason: 'subpoena',
});
const lifted = (hold: string): LedgerEntry => ({ kind: 'hold-lifted', utc, hold, by: ADA, second: BEA });
const confirmedIn = (entries: readonly LedgerEntry[]): readonly string[] =>
  [...foldEntries(entries).staff].flatMap(([member, { isConfirmed }]) => (isConfirmed ? [member] : []));

describe('who counts as a second person, by the ledger', () => {
  const setUp = [opened, changed('added', ADA), changed('added', BEA), changed('added', CLEO, 'clerk')];

  it('is who was there from set-up, and who was confirmed since', () => {
    expect(confirmedIn(setUp)).toEqual([ADA, BEA]);
    const third = [...setUp, changed('added', DORA)];
    expect(confirmedIn(third)).toEqual([ADA, BEA]);
    expect(confirmedIn([...third, confirmed(DORA)])).toEqual([ADA, BEA, DORA]);
  });

  it('is nobody who was given a new passphrase, until somebody has confirmed them', () => {
    const reset = [...setUp, rolled, changed('passphrase-reset', BEA)];
    expect(confirmedIn(reset)).toEqual([ADA]);
    expect(confirmedIn([...reset, confirmed(BEA)])).toEqual([ADA, BEA]);
  });

  const before = [opened, changed('added', ADA), changed('added', CLEO, 'clerk')];
  const single = [...before, rolled];

  it('is everybody of a kiosk of before, until its key rolls for the first time', () => {
    const two = [...before, changed('added', BEA)];
    expect(confirmedIn([...two, changed('added', DORA)])).toEqual([ADA, BEA, DORA]);
    expect(confirmedIn([...two, changed('passphrase-reset', BEA), rolled])).toEqual([ADA, BEA]);
    expect(confirmedIn([...two, rolled, changed('added', DORA)])).toEqual([ADA, BEA]);
    expect(confirmedIn([...two, rolled, changed('passphrase-reset', BEA)])).toEqual([ADA]);
  });

  it('is everybody of a kiosk of before whose clerk left before a second one came: it looks like no set-up of today', () => {
    const left = [...before, changed('removed', CLEO, 'clerk'), changed('added', BEA)];
    expect(confirmedIn([...left, changed('passphrase-reset', BEA)])).toEqual([ADA, BEA]);
    expect(confirmedIn([...left, changed('added', DORA)])).toEqual([ADA, BEA, DORA]);
    // The control: a set-up of today makes two before its clerk, and has others confirmed from then on.
    expect(confirmedIn([...setUp, changed('passphrase-reset', BEA)])).toEqual([ADA]);
  });

  it('is whoever comes beside a single supervisor of before: once, also where there was another one who left', () => {
    const had = [...before, changed('added', DORA), changed('removed', DORA), rolled];
    for (const entries of [single, had]) {
      expect(foldEntries(entries).places).toBe(1);
      // Before the first roll it is the same: that comes with the next sign-in.
      expect(foldEntries(entries.filter((entry) => entry !== rolled)).places).toBe(1);
      const added = [...entries, changed('added', BEA)];
      expect(confirmedIn(added)).toEqual([ADA, BEA]);
      expect(foldEntries(added).places).toBe(0);
      expect(confirmedIn([...added, changed('added', id('e'))])).toEqual([ADA, BEA]);
      // A clerk takes no place, and no later roll makes one.
      const clerk = changed('added', id('f'), 'clerk');
      expect(confirmedIn([...entries, clerk, rolled, changed('added', BEA)])).toEqual([ADA, BEA]);
      expect(foldEntries([...added, changed('removed', BEA), rolled]).places).toBe(0);
    }
  });

  it('is nobody more where two of a set-up were there', () => {
    expect([foldEntries(setUp).places, foldEntries([...setUp, rolled]).places]).toEqual([0, 0]);
    const alone = [...setUp, changed('removed', BEA), rolled];
    expect(foldEntries(alone).places).toBe(0);
    expect(confirmedIn([...alone, changed('added', DORA)])).toEqual([ADA]);
  });

  describe('at a kiosk that was provisioned', () => {
    const provisioned = [
      opened,
      ...[ADA, BEA, CLEO].map((member) => changed('added', member, 'supervisor', NOBODY)),
    ];

    it('is everybody whom the provisioning brought', () => {
      expect(confirmedIn(provisioned)).toEqual([ADA, BEA, CLEO]);
      expect(confirmedIn([...provisioned, rolled])).toEqual([ADA, BEA, CLEO]);
    });

    it('is whoever was added, or given a passphrase, before its key rolled for the first time, and nobody since', () => {
      const changes = [changed('passphrase-reset', BEA), changed('added', DORA)];
      expect(confirmedIn([...provisioned, ...changes, rolled])).toEqual([ADA, BEA, CLEO, DORA]);
      expect(confirmedIn([...provisioned, rolled, ...changes])).toEqual([ADA, CLEO]);
    });

    it('is one more where a single one was brought', () => {
      const [, first] = provisioned;
      const alone = [opened, ...(first === undefined ? [] : [first]), rolled];
      expect(foldEntries(alone).places).toBe(1);
      expect(confirmedIn([...alone, changed('added', DORA)])).toEqual([ADA, DORA]);
    });
  });

  it('is two who used recovery codes, and nobody of before', () => {
    const used: LedgerEntry = { kind: 'recovery-codes-used', utc, by: CLEO, second: DORA };
    const facts = foldEntries([...setUp, used]);
    expect([...facts.staff.keys()]).toEqual([CLEO, DORA]);
    expect(confirmedIn([...setUp, used])).toEqual([CLEO, DORA]);
    expect(confirmedIn([...setUp, used, changed('added', BEA)])).toEqual([CLEO, DORA]);
  });

  it('is whoever came after codes of before, until its key rolls, and takes no place that was left', () => {
    const used: LedgerEntry = { kind: 'recovery-codes-used', utc, by: CLEO, second: DORA };
    expect(confirmedIn([...before, used, changed('added', BEA), rolled])).toEqual([CLEO, DORA, BEA]);
    expect(foldEntries([...before, used, rolled]).places).toBe(0);
    expect(foldEntries([...single, used]).places).toBe(0);
    expect(confirmedIn([...single, used, changed('added', BEA)])).toEqual([CLEO, DORA]);
  });
});

it('a lock-out goes on until somebody ends it, and is doubtful once the clock was moved', () => {
  const out: LedgerEntry = { kind: 'locked-out', utc, member: CLEO, role: 'clerk' };
  const moved: LedgerEntry = { kind: 'clock-moved', utc, direction: 'back', minutes: 90 };
  expect([...foldEntries([out]).lockOuts]).toEqual([[CLEO, { utc, isDoubtful: false }]]);
  expect([...foldEntries([out, moved]).lockOuts.values()]).toEqual([{ utc, isDoubtful: true }]);
  expect(foldEntries([out, changed('let-in-again', CLEO, 'clerk')]).lockOuts.size).toBe(0);
  const codes: LedgerEntry = { kind: 'locked-out', utc, member: id('0'), role: 'recovery-codes' };
  expect([...foldEntries([codes]).lockOuts.keys()]).toEqual(['recovery-codes']);
});

it('a lock-out is made no shorter by one that was entered after it, while nobody doubts its moment', () => {
  const outAt = (at: number, who = CLEO): LedgerEntry => ({
    ...{ kind: 'locked-out', utc: at, member: who, role: who === CLEO ? 'clerk' : 'recovery-codes' },
  });
  const moved: LedgerEntry = { kind: 'clock-moved', utc, direction: 'back', minutes: 90 };
  const factsAfter = (...entries: readonly LedgerEntry[]) => [...foldEntries(entries).lockOuts.values()];
  for (const who of [CLEO, id('0')]) {
    expect(factsAfter(outAt(utc, who), outAt(1, who))).toEqual([{ utc, isDoubtful: false }]);
    // The controls: a later one goes on for longer, and from a moment that is doubtful nobody reckons.
    expect(factsAfter(outAt(utc, who), outAt(utc + 1, who))).toEqual([{ utc: utc + 1, isDoubtful: false }]);
    expect(factsAfter(outAt(utc, who), moved, outAt(1, who))).toEqual([{ utc: 1, isDoubtful: false }]);
  }
  expect(factsAfter(outAt(utc), changed('let-in-again', CLEO, 'clerk'), outAt(1))).toEqual([
    { utc: 1, isDoubtful: false },
  ]);
});

it('a ledger that came after another one is not whole', () => {
  const after: LedgerEntry = {
    ...{ kind: 'opened-after', utc, kiosk: id('0'), key: 'ff'.repeat(32) },
    ...{ entries: 12, head: 'ee'.repeat(32) },
  };
  expect([foldEntries([opened]).isWhole, foldEntries([after]).isWhole]).toEqual([true, false]);
  // Who worked here before it does not say: nobody counts by it at once.
  expect([foldEntries([after]).places, foldEntries([after, rolled]).places]).toEqual([0, 0]);
});

it('keeps a legal hold as it was set first, however it is set once more, until it is lifted', () => {
  const [one, other] = [id('1'), id('2')];
  const scopeAfter = (...entries: readonly LedgerEntry[]) =>
    foldEntries([opened, ...entries]).holds.get(one)?.scope;
  expect(scopeAfter(holdSet(one), holdSet(other, 'tickets'), holdSet(one, 'tickets'))).toBe('all');
  const stopped: LedgerEntry = { kind: 'wipe-stopped', utc, hold: one, applications: 4 };
  const resumed: LedgerEntry = {
    kind: 'intake-resumed',
    utc,
    hold: one,
    by: ADA,
    reference: 'ab'.repeat(32),
  };
  const before = [opened, holdSet(one), stopped, resumed];
  expect(foldEntries([...before, holdSet(one)]).holds.get(one)).toEqual(foldEntries(before).holds.get(one));
  // The control: a lifted one is none any more, and another one of its name would be as it was set then.
  expect(scopeAfter(holdSet(one), lifted(one), holdSet(one, 'tickets'))).toBe('tickets');
});

it('names the kinds that it looks at, each once', () => {
  expect(new Set(foldedKinds).size).toBe(foldedKinds.length);
  expect([isFolded('hold-set'), isFolded('erased')]).toEqual([true, false]);
});

const member = fc.constantFrom(ADA, BEA, CLEO, DORA);
const hold = fc.constantFrom(id('1'), id('2'));
const ribbon = fc.constantFrom(id('3'), id('4'));
const anyFolded: fc.Arbitrary<LedgerEntry> = fc.oneof(
  fc
    .tuple(hold, fc.constantFrom('all' as const, 'tickets' as const))
    .map(([of, scope]) => holdSet(of, scope)),
  hold.map(lifted),
  fc
    .tuple(
      fc.constantFrom('added' as const, 'removed' as const, 'passphrase-changed' as const),
      member,
      fc.constantFrom<Role>('clerk', 'supervisor', 'it'),
    )
    .map(([act, of, role]) => changed(act, of, role)),
  fc
    .constantFrom('memory' as const, 'sealed' as const)
    .map((custody): LedgerEntry => ({ kind: 'custody-decided', utc, by: ADA, custody })),
  fc.constantFrom('ab', 'cd').map((hex): LedgerEntry => {
    return { kind: 'printer-chosen', utc, by: ADA, driver: 'ipp', printer: hex.repeat(32) };
  }),
  fc.constantFrom('ab', 'cd').map((hex): LedgerEntry => {
    return { kind: 'policy-in-force', utc, policy: hex.repeat(32) };
  }),
  fc
    .constantFrom('practice-began' as const, 'practice-ended' as const)
    .map((kind): LedgerEntry => ({ kind, utc, by: ADA })),
  fc
    .tuple(fc.constantFrom('ribbon-fitted' as const, 'ribbon-removed' as const), ribbon)
    .map(([kind, of]): LedgerEntry => ({ kind, utc, by: ADA, ribbon: of })),
  ribbon.map((of): LedgerEntry => ({ kind: 'ribbon-destroyed', utc, by: ADA, second: BEA, ribbon: of })),
);

/** The last entry that says something about this: another way to the same answer, which keeps nothing while it goes. */
function lastOf(
  entries: readonly LedgerEntry[],
  isAbout: (entry: LedgerEntry) => boolean,
): LedgerEntry | undefined {
  return entries.findLast(isAbout);
}

it('comes to what the last entry about each thing says, over any ledger', () => {
  fc.assert(
    fc.property(fc.array(anyFolded, { maxLength: 60 }), (entries) => {
      const facts = foldEntries(entries);
      for (const of of [id('1'), id('2')]) {
        const lift = entries.findLastIndex((entry) => entry.kind === 'hold-lifted' && entry.hold === of);
        const set = entries.slice(lift + 1).find((entry) => entry.kind === 'hold-set' && entry.hold === of);
        expect(facts.holds.get(of)?.scope).toBe(set?.kind === 'hold-set' ? set.scope : undefined);
      }
      for (const of of [ADA, BEA, CLEO, DORA]) {
        const last = lastOf(
          entries,
          (entry) =>
            entry.kind === 'staff-changed' && entry.member === of && entry.act !== 'passphrase-changed',
        );
        const role = last?.kind === 'staff-changed' && last.act === 'added' ? last.role : undefined;
        expect(facts.staff.get(of)?.role).toBe(role);
      }
      for (const of of [id('3'), id('4')]) {
        const last = lastOf(entries, (entry) => 'ribbon' in entry && entry.ribbon === of);
        const kept = last === undefined || last.kind === 'ribbon-destroyed' ? undefined : last.kind;
        const found = facts.ribbons.get(of);
        expect(
          found === undefined ? undefined : found.removed === null ? 'ribbon-fitted' : 'ribbon-removed',
        ).toBe(kept);
      }
      const decided = lastOf(entries, ({ kind }) => kind === 'custody-decided');
      expect(facts.custody).toBe(decided?.kind === 'custody-decided' ? decided.custody : null);
      const chosen = lastOf(entries, ({ kind }) => kind === 'printer-chosen');
      expect(facts.cardPrinter).toBe(chosen?.kind === 'printer-chosen' ? chosen.printer : null);
      const policy = lastOf(entries, ({ kind }) => kind === 'policy-in-force');
      expect(facts.policy).toBe(policy?.kind === 'policy-in-force' ? policy.policy : null);
      const practice = lastOf(entries, ({ kind }) => kind.startsWith('practice-'));
      expect(facts.isPracticing).toBe(practice?.kind === 'practice-began');
    }),
    { numRuns: 300 },
  );
});

it('does not look at kinds that it leaves out: with them or without, it comes to the same', () => {
  const day = { year: 2026, month: 11, day: 24 };
  const counts: readonly LedgerEntry[] = [
    { kind: 'handoff', day },
    { kind: 'erased', day, outcome: 'issued' },
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(anyFolded, fc.constantFrom(...counts)), { maxLength: 40 }), (entries) => {
      expect(foldEntries(entries)).toEqual(foldEntries(entries.filter(({ kind }) => isFolded(kind))));
    }),
  );
});
