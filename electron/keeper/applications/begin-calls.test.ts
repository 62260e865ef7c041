import { describe, expect, it } from 'vitest';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import { ticket } from '../../../shared/contract/ids.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok } from '../../../shared/result.ts';
import type { ToldOpen } from '../endings/endings.ts';
import { policyOfTests } from '../policy/policy.test-support.ts';
import type { ApplicationRow } from '../vault/rows.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { type BeginPort, beginCalls, type OpenPorts } from './begin-calls.ts';
import { newOccupant } from './occupants.test-support.ts';
import { createSnapshots } from './snapshots.ts';

const NINE = Date.UTC(2026, 10, 24, 9);
const SEALED = new Uint8Array([1, 2, 3]);
const refused = (kind: 'not-now' | 'not-allowed' | 'no-such-ticket' | 'no-such-card') => err({ kind });

/** What is so at the kiosk at this moment. */
interface Now {
  mayBegin: boolean;
  mayCreate: boolean;
  mayOpen: boolean;
  unsafe: Refusal | null;
  admit: ReturnType<BeginPort['intake']['admit']>;
  cards: readonly ApplicationRow[];
  /** The end of the session that put it aside. */
  departure: Promise<void> | null;
  /** Why it cannot be opened. */
  refusal: Refusal | null;
}

/** A kiosk with one application that was put aside. What is so now may be changed; what was done, in order. */
function stage() {
  const vault = newVault();
  const aside = begin(vault, '2026-11-24', NINE);
  const occupant = newOccupant();
  const done: string[] = [];
  const now: Now = {
    ...{ mayBegin: true, mayCreate: true, mayOpen: true, cards: [] },
    ...{ unsafe: null, admit: ok('sealed'), departure: null, refusal: null },
  };
  const snapshots = createSnapshots({
    ...{ occupants: new Map(), vault, screens: { tell: () => undefined } },
    jobs: { troubles: () => [] },
    denials: { of: () => null },
  });
  const left: ToldOpen[] = [];
  const port: BeginPort = {
    vault,
    intake: { unsafe: () => Promise.resolve(now.unsafe), admit: () => now.admit },
    startScreen: { mayBegin: () => now.mayBegin },
    sessionReplacement: {
      putAside: (_occupant, _application, told) => Promise.resolve(void left.push(told)),
    },
    residentGate: {
      mayCreate: () => now.mayCreate,
      mayOpen: () => now.mayOpen,
      created: () => void done.push('created'),
      opened: () => void done.push('opened'),
    },
    newRecord(where: CustodyKind) {
      done.push(`record, ${where}`);
      return ok(begin(vault, '2026-11-24', NINE));
    },
  };
  const applications: OpenPorts = {
    open(who, row) {
      done.push(`open ${row.ticket}`);
      if (now.refusal !== null) return err(now.refusal);
      who.application = row.id;
      return ok({
        ...{ application: row.id, ticket: row.ticket, began: row.began, policy: policyOfTests },
        ...{ key: SEALED, lookUpKey: SEALED, snapshot: snapshots.of(row.id), practice: false },
        columns: { answers: null, photo: null, card: null },
      });
    },
    findByCard: () => now.cards,
    departureOf: () => now.departure,
  };
  return { vault, aside, occupant, done, left, now, calls: beginCalls(port, applications, occupant) };
}

describe('a new application', () => {
  it('is kept where the kiosk keeps keys, and open in its session', async () => {
    const { calls, occupant, done } = stage();
    expect(await calls.create({})).toMatchObject({ ok: true, value: { ticket: 2 } });
    expect(done).toEqual(['record, sealed', 'open 2', 'created']);
    expect(occupant.application).not.toBeNull();
  });

  it.each([
    ['a resident may not', { mayCreate: false }, 'not-allowed'],
    ['this is no place to take anybody in', { unsafe: { kind: 'not-tmpfs' } }, 'not-tmpfs'],
    ['nobody is taken in', { admit: err({ kind: 'custody-undecided' }) }, 'custody-undecided'],
    ['the session is not on the screen, or was used', { mayBegin: false }, 'not-now'],
  ] as const)('is not begun, and leaves no record, where %s', async (_why, so, kind) => {
    const { calls, done, now } = stage();
    Object.assign(now, so);
    expect(await calls.create({})).toEqual(err({ kind }));
    expect(done).toEqual([]);
  });

  it('that cannot be opened is not the screen’s', async () => {
    const { calls, done, now } = stage();
    now.refusal = { kind: 'key-damaged' };
    expect(await calls.create({})).toEqual(err({ kind: 'key-damaged' }));
    expect(done).toEqual(['record, sealed', 'open 2']);
  });
});

describe('an application that was put aside', () => {
  it('is opened by its ticket, or by its card', async () => {
    const { calls, aside, done, now } = stage();
    expect(await calls.open({ by: 'ticket', ticket: aside.ticket })).toMatchObject({ ok: true });
    now.cards = [aside];
    expect(await calls.open({ by: 'card', hash: 'ab'.repeat(32) })).toMatchObject({ ok: true });
    expect(done).toEqual(['open 1', 'opened', 'open 1', 'opened']);
  });

  it('is not guessed: of no ticket, of no card, and of two cards with the same last four', async () => {
    const { calls, aside, done, now } = stage();
    const byCard = () => calls.open({ by: 'card', hash: 'ab'.repeat(32) });
    expect(await calls.open({ by: 'ticket', ticket: ticket.parse(77) })).toEqual(refused('no-such-ticket'));
    expect(await byCard()).toEqual(refused('no-such-card'));
    now.cards = [aside, aside];
    expect(await byCard()).toEqual(refused('no-such-card'));
    expect(done).toEqual([]);
  });

  it('waits until the session that put it aside has ended, and looks again what may be done then', async () => {
    const { calls, aside, done, now } = stage();
    const open = () => calls.open({ by: 'ticket', ticket: aside.ticket });
    let depart: () => void = () => undefined;
    now.departure = new Promise((resolve) => {
      depart = resolve;
    });
    const [opened] = [open(), await Promise.resolve()];
    expect(done).toEqual([]);
    depart();
    expect(await opened).toMatchObject({ ok: true });
    expect(done).toEqual(['open 1', 'opened']);
    now.departure = Promise.resolve();
    const late = open();
    now.mayBegin = false;
    expect(await late).toEqual(refused('not-now'));
    expect(done).toEqual(['open 1', 'opened']);
  });
});

it('putting an application aside keeps what was made of it, and from then on the session touches it no more', async () => {
  const { vault, calls, aside, occupant, left } = stage();
  await calls.open({ by: 'ticket', ticket: aside.ticket });
  expect(await calls.putAside({ fingerprints: SEALED })).toEqual({ ok: true, value: {} });
  expect(vault.made(aside.id)).toEqual([Buffer.from(SEALED)]);
  expect([occupant.leaving, left]).toEqual([true, [{ kind: 'put-aside', ticket: aside.ticket }]]);
});
