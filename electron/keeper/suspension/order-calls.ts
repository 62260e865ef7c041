import type { Moment } from '../../../shared/application/retention.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { OrderName } from '../../../shared/contract/suspension/suspension-acts.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { err, ok, unreachable } from '../../../shared/result.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { type Actor, type ActorsPort, signedInActor } from '../staff/actor.ts';
import type { OrderFile } from './order-file.ts';
import type { NextOrder, OrdersOnStick } from './orders-on-stick.ts';
import type { SuspensionRows } from './suspension-rows.ts';
import type { Suspensions } from './suspensions.ts';
import { resume, suspend } from './take-suspension.ts';

type OrderCalls = Pick<Handlers<typeof keeperCalls>, 'checkOrderOnStick' | 'carryOutOrder'>;

/** What carrying out orders needs of the kiosk. */
export interface OrderPort extends ActorsPort {
  readonly ordersOnStick: OrdersOnStick;
  readonly suspensionRows: SuspensionRows;
  readonly suspensions: Suspensions;
  readonly time: { now(): Moment };
  readonly outbox: EntryRecorder;
  /** Carries out what a suspension does besides. */
  readonly suspensionWork: { check(): void };
  readonly screens: { refresh(): void };
}

/** Orders of the programme on a stick: found, read, carried out. */
export function orderCalls(port: OrderPort): OrderCalls {
  const { ordersOnStick, outbox, suspensionWork, screens } = port;
  return {
    checkOrderOnStick() {
      const look = ordersOnStick.look();
      if (!look.ok) return look;
      const { office, next } = look.value;
      if (!next.ok) return ok({ kind: 'fault', fault: next.error });
      const { passedOver, more } = next.value;
      return ok({ kind: 'ready', order: nameOf(next.value), office, passedOver: [...passedOver], more });
    },
    carryOutOrder({ order }) {
      // Read anew: what a page has seen of it counts for nothing but its name.
      const look = ordersOnStick.look();
      if (!look.ok) return look;
      const { key, next } = look.value;
      if (!next.ok) return ok({ kind: 'fault', fault: next.error });
      if (next.value.hash !== order) return err({ kind: 'order-changed' });
      const { value } = next;
      const by = signedInActor(port);
      outbox.record(({ utc }) => carryOut(port, value, key.hash, by, utc));
      suspensionWork.check();
      screens.refresh();
      return ok({ kind: 'carried-out' });
    },
  };
}

/** All of it in one transaction of the vault: its number, what it orders, and the entries. */
function carryOut(
  { suspensionRows, suspensions, time }: OrderPort,
  { order, hash }: NextOrder,
  key: string,
  by: Actor,
  utc: number,
): readonly LedgerEntry[] {
  const { serial, takesEffect } = order;
  const answerable = { utc, elapsed: time.now().elapsed, by: by.member, second: NOBODY };
  const before = suspensions.of('order');
  suspensionRows.noteOrder(serial);
  const carried: LedgerEntry = { kind: 'order-carried-out', utc, by: by.member, serial, order: hash, key };
  switch (order.act) {
    case 'suspend': {
      const { open, notice } = order;
      const next = { source: 'order', setBy: by.name, serial, open, notice, takesEffect } as const;
      return [carried, suspend(suspensionRows, before, next, answerable)];
    }
    case 'resume':
      return before === null ? [carried] : [carried, resume(suspensionRows, before, takesEffect, answerable)];
    default:
      return unreachable(order);
  }
}

function nameOf({ order, hash }: OrderFile): OrderName {
  const { serial, takesEffect, expires } = order;
  const content =
    order.act === 'resume' ? { act: order.act } : { act: order.act, open: order.open, notice: order.notice };
  return { hash, serial, takesEffect, expires, content };
}
