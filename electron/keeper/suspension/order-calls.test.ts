import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { orderHash } from '../../../shared/contract/ids.ts';
import { signaturePath } from '../../lib/policy-file/detached-signature.ts';
import { A_SUPERVISOR } from '../staff/actor.test-support.ts';
import { createNewestOrder } from './newest-order.ts';
import { NOTICE, putOrder, resumeOrder, suspendOrder } from './orders.test-support.ts';
import { HOUR, NOON, suspensionStage } from './suspension-stage.test-support.ts';

const done = { ok: true, value: { kind: 'carried-out' } };
/** The check that an order does not pass any more when it is to be carried out. */
const fault = (expected: object) => ({ ok: true, value: { kind: 'fault', fault: expected } });
const refused = (kind: string) => ({ ok: false, error: { kind } });
const at = (moment: number): string => new Date(moment).toISOString();
const HAND = { takesEffect: null, open: 'finish', notice: NOTICE } as const;

type Stage = ReturnType<typeof suspensionStage>;

/** The next order on the stick, as the page has it after a look. */
async function seen(on: Stage) {
  const answer = await on.orders.checkOrderOnStick({});
  if (!answer.ok || answer.value.kind !== 'ready') throw new Error(JSON.stringify(answer));
  return answer.value;
}

async function carryOutNext(on: Stage) {
  const { order } = await seen(on);
  return on.orders.carryOutOrder({ order: order.hash });
}

/** Everything that a refused order must leave as it is. */
const state = (on: Stage) => [on.suspensionRows.all(), on.suspensionRows.newestOrder(), on.entries()];

describe('an order', () => {
  it('is read before it is carried out, and is in vault and ledger afterwards', async () => {
    const on = suspensionStage();
    putOrder(on.stick, on.office, { ...suspendOrder(1), open: 'wipe' });
    const before = state(on);
    const found = await seen(on);
    expect(found).toMatchObject({
      ...{ kind: 'ready', office: on.office.orders.name, passedOver: [], more: 0 },
      order: { serial: 1, takesEffect: null, content: { act: 'suspend', open: 'wipe', notice: NOTICE } },
    });
    expect(state(on)).toEqual(before);
    expect(await on.orders.carryOutOrder({ order: found.order.hash })).toEqual(done);
    expect(on.suspensions.all()).toMatchObject([{ source: 'order', serial: 1, since: NOON, open: 'wipe' }]);
    expect(on.suspensionRows.newestOrder()).toBe(1);
    const by = { utc: at(NOON), by: A_SUPERVISOR.member };
    expect(on.entries()).toEqual([
      {
        ...{ kind: 'order-carried-out', ...by, serial: 1, order: found.order.hash },
        key: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      {
        ...{ kind: 'intake-suspended', ...by, second: '0'.repeat(32), source: 'order' },
        ...{ from: at(NOON), open: 'wipe' },
      },
    ]);
    expect(on.told).toEqual({ screens: 1, checks: 1 });
  });

  it('is carried out once, and none that it has passed', async () => {
    const on = suspensionStage();
    putOrder(on.stick, on.office, suspendOrder(1));
    const { order } = await seen(on);
    expect(await carryOutNext(on)).toEqual(done);
    const after = state(on);
    const replayed = fault({ check: 'replayed', found: 1, newest: 1 });
    expect(await on.orders.carryOutOrder({ order: order.hash })).toEqual(replayed);
    expect(await on.orders.checkOrderOnStick({})).toEqual(replayed);
    expect(state(on)).toEqual(after);
  });

  it('is one file for a fleet: each kiosk of its program carries it out, whatever another one has done, and no other kiosk', async () => {
    const [first, other] = [suspensionStage(), suspensionStage()];
    const { orders: office } = first.office;
    const path = putOrder(first.stick, first.office, suspendOrder(1));
    const file = readFileSync(path);
    const plugInto = (policy: object) => {
      const kiosk = suspensionStage({ orders: office, ...policy });
      return { ...kiosk, orders: kiosk.ordersWhere({ exportFolder: first.stick }) };
    };
    const carriedOut = [];
    for (const kiosk of [first, plugInto({}), plugInto({})]) {
      expect(await carryOutNext(kiosk)).toEqual(done);
      expect([kiosk.suspensions.stopsIntake(), kiosk.suspensionRows.newestOrder()]).toEqual([true, 1]);
      carriedOut.push(kiosk.entries()[0]);
      expect(readFileSync(path)).toEqual(file);
    }
    // The same number and hash in each ledger: so the office can tell who has carried it out.
    const order = carriedOut[0]?.order;
    expect(carriedOut).toMatchObject(Array(3).fill({ kind: 'order-carried-out', serial: 1, order }));
    const elsewhere = plugInto({ id: 'quay-city' });
    expect(elsewhere.orders.checkOrderOnStick({})).toMatchObject({ value: { fault: { check: 'program' } } });
    const ofOther = plugInto({ orders: other.office.orders });
    expect(ofOther.orders.checkOrderOnStick({})).toMatchObject({ value: { fault: { check: 'signature' } } });
    expect([...state(elsewhere), ...state(ofOther)]).toEqual([[], 0, [], [], 0, []]);
  });

  it('is followed by the next: it resumes at a time, or stands in its place', async () => {
    const on = suspensionStage();
    putOrder(on.stick, on.office, suspendOrder(1));
    putOrder(on.stick, on.office, { ...suspendOrder(2), takesEffect: at(NOON + HOUR), open: 'wipe' });
    putOrder(on.stick, on.office, { ...resumeOrder(3), takesEffect: at(NOON + 2 * HOUR) });
    expect((await seen(on)).more).toBe(2);
    await carryOutNext(on);
    await carryOutNext(on);
    expect([on.suspensions.stopsIntake(), on.suspensions.endsOpen()]).toEqual([true, false]);
    await carryOutNext(on);
    on.clock.advance(HOUR);
    expect([on.suspensions.stopsIntake(), on.suspensions.endsOpen()]).toEqual([true, true]);
    on.clock.advance(HOUR);
    expect(on.suspensions.all()).toEqual([]);
    expect(on.entries().map(({ kind, serial, from }) => [kind, serial ?? from])).toEqual([
      ['order-carried-out', 1],
      ['intake-suspended', at(NOON)],
      ['order-carried-out', 2],
      ['intake-suspended', at(NOON + HOUR)],
      ['order-carried-out', 3],
      ['suspension-ended', at(NOON + 2 * HOUR)],
    ]);
  });

  it('to resume where nothing is suspended counts, and does nothing', async () => {
    const on = suspensionStage();
    putOrder(on.stick, on.office, resumeOrder(1));
    expect(await carryOutNext(on)).toEqual(done);
    expect(on.suspensionRows.newestOrder()).toBe(1);
    expect(on.entries()).toMatchObject([{ kind: 'order-carried-out', serial: 1 }]);
  });

  it('is ended by no supervisor, and ends nothing that a supervisor began', async () => {
    const on = suspensionStage();
    putOrder(on.stick, on.office, suspendOrder(1));
    await carryOutNext(on);
    expect(on.calls.endSuspension({ at: null, decided: on.decided() }, null)).toEqual(
      refused('not-suspended'),
    );
    on.calls.suspendIntake(HAND, null);
    expect(on.suspensions.all().map(({ source }) => source)).toEqual(['order', 'staff']);
    putOrder(on.stick, on.office, resumeOrder(2));
    await carryOutNext(on);
    expect(on.suspensions.all().map(({ source }) => source)).toEqual(['staff']);
    on.calls.endSuspension({ at: null, decided: on.decided() }, null);
    expect(on.suspensions.stopsIntake()).toBe(false);
  });

  it('that is not the one that was read is not carried out, also where the stick is gone; the check is told', async () => {
    const on = suspensionStage();
    const path = putOrder(on.stick, on.office, suspendOrder(1));
    const { order } = await seen(on);
    const before = state(on);
    const file = 'order-1.json';
    const changes = [
      // It passes, and is another one.
      [() => putOrder(on.stick, on.office, { ...suspendOrder(1), open: 'wipe' }), refused('order-changed')],
      [() => void rmSync(signaturePath(path)), fault({ check: 'signature', file, why: 'missing' })],
      [() => writeFileSync(path, '{'), fault(expect.objectContaining({ check: 'content', file }))],
      [() => rmSync(on.stick, { recursive: true }), fault({ check: 'file', file, why: 'missing' })],
    ] as const;
    for (const [change, answer] of changes) {
      change();
      expect(await on.orders.carryOutOrder({ order: order.hash })).toEqual(answer);
    }
    expect(state(on)).toEqual(before);
  });

  it('that expires between the look and the act is not carried out, and that is told', async () => {
    const on = suspensionStage();
    putOrder(on.stick, on.office, { ...suspendOrder(1), expires: at(NOON + HOUR) });
    const { order } = await seen(on);
    const before = state(on);
    on.clock.advance(HOUR);
    expect(await on.orders.carryOutOrder({ order: order.hash })).toEqual(
      fault({ check: 'expired', serial: 1, expires: NOON + HOUR }),
    );
    expect(state(on)).toEqual(before);
  });

  it('that the ledger has and the vault lost comes next, and none that it followed', async () => {
    const on = suspensionStage();
    const by = A_SUPERVISOR.member;
    const hash = 'ab'.repeat(32);
    for (const serial of [8, 6])
      on.outbox.record(({ utc }) => ({ kind: 'order-carried-out', utc, by, serial, order: hash, key: hash }));
    const newestOrder = createNewestOrder({ suspensionRows: on.suspensionRows, ledger: on.ledger });
    expect([newestOrder.missing(), newestOrder.before()]).toEqual([8, 7]);
    const orders = on.ordersWhere({ newestOrder });
    putOrder(on.stick, on.office, suspendOrder(1));
    expect(orders.checkOrderOnStick({})).toMatchObject({
      value: { fault: { check: 'replayed', newest: 7 } },
    });
    putOrder(on.stick, on.office, suspendOrder(9));
    expect(orders.checkOrderOnStick({})).toMatchObject({ value: { fault: { check: 'skips', missing: 8 } } });
    putOrder(on.stick, on.office, suspendOrder(8));
    const found = await orders.checkOrderOnStick({});
    if (!found.ok || found.value.kind !== 'ready') throw new Error(JSON.stringify(found));
    expect(await orders.carryOutOrder({ order: found.value.order.hash })).toEqual(done);
    expect([newestOrder.missing(), newestOrder.before()]).toEqual([null, 8]);
  });

  it('has passed over what expired on its way, and its own number is the newest', async () => {
    const on = suspensionStage();
    putOrder(on.stick, on.office, { ...suspendOrder(1), expires: at(NOON - 1) });
    putOrder(on.stick, on.office, { ...suspendOrder(2), expires: at(NOON + 1) });
    expect((await seen(on)).passedOver).toEqual([1]);
    await carryOutNext(on);
    expect(on.suspensionRows.newestOrder()).toBe(2);
    expect(on.entries().filter(({ kind }) => kind === 'order-carried-out')).toMatchObject([{ serial: 2 }]);
  });

  it('is not looked for without an office, a signed policy, a stick, or a date that is believed', () => {
    const on = suspensionStage();
    putOrder(on.stick, on.office, suspendOrder(1));
    const nowhere = { order: orderHash.parse('0'.repeat(64)) };
    const both = (change: Parameters<typeof on.ordersWhere>[0]) => {
      const calls = on.ordersWhere(change);
      const [look, act] = [calls.checkOrderOnStick({}), calls.carryOutOrder(nowhere)];
      expect(act).toEqual(look);
      return look;
    };
    expect(both({ kiosk: { programmeKey: () => null } })).toEqual(refused('no-program-key'));
    const { orders: _, ...rules } = on.rules;
    expect(both({ policies: { inForce: { rules } } })).toEqual(refused('no-orders-key'));
    // The program's own key, which signs the policy, is no office's.
    const own = Buffer.from(on.office.orders.key, 'base64');
    expect(both({ kiosk: { programmeKey: () => own } })).toEqual(refused('no-orders-key'));
    for (const exportFolder of [null, '/media'])
      expect(both({ exportFolder })).toEqual(refused('no-export-folder'));
    on.doubt.now = 'behind';
    expect(both({})).toEqual(refused('date-unconfirmed'));
    on.doubt.now = null;
    expect(on.orders.checkOrderOnStick({})).toMatchObject({ value: { kind: 'ready' } });
  });

  it('is not taken by half: where the vault does not take its entry, it has not its number', async () => {
    const on = suspensionStage();
    putOrder(on.stick, on.office, suspendOrder(1));
    const { order } = await seen(on);
    on.vault.database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON owed BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    expect(() => on.orders.carryOutOrder({ order: order.hash })).toThrow('disk full');
    on.vault.database.exec('DROP TRIGGER full');
    expect(state(on)).toEqual([[], 0, []]);
    expect(await on.orders.carryOutOrder({ order: order.hash })).toEqual(done);
  });
});
