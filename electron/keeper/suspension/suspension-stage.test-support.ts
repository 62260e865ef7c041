import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { policyOfTests } from '../policy/policy.test-support.ts';
import { A_SUPERVISOR, staffStage } from '../staff/actor.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createNewestOrder } from './newest-order.ts';
import { orderCalls } from './order-calls.ts';
import { newOffice } from './orders.test-support.ts';
import { createOrdersOnStick, type OrdersOnStickPort } from './orders-on-stick.ts';
import { suspensionCalls } from './suspension-calls.ts';
import { createSuspensionRows } from './suspension-rows.ts';
import { createSuspensions } from './suspensions.ts';

export const NOON = Date.UTC(2026, 10, 24, 12);
export const HOUR = 3_600_000;

/** A supervisor's calls about suspensions, on a real vault and a real ledger, with a stick and an office that gives orders. */
export function suspensionStage(policy: Partial<CompletePolicy> = {}) {
  const vault = newVault();
  vault.kiosk.pinProgrammeKey(Buffer.alloc(32, 7));
  const clock = testClock({ now: NOON });
  const office = newOffice();
  const people = staffStage();
  people.who = A_SUPERVISOR;
  const written = outboxOn(vault, clock);
  const doubt: { now: string | null } = { now: null };
  const time = { now: () => ({ wall: clock.now(), elapsed: clock.uptime() }), doubt: () => doubt.now };
  const suspensionRows = createSuspensionRows(vault.database);
  const newestOrder = createNewestOrder({ suspensionRows, ledger: written.ledger });
  const suspensions = createSuspensions({ suspensionRows, time, kiosk: vault.kiosk });
  const rules = { ...policyOfTests, orders: office.orders, languages: ['en', 'es'], ...policy };
  const told = { screens: 0, checks: 0 };
  const stick = workingFolder();
  const port = {
    ...{ suspensionRows, suspensions, time, outbox: written.outbox, staff: people.staff },
    policies: { inForce: { rules } },
    suspensionWork: { check: () => void told.checks++ },
    screens: { refresh: () => void told.screens++ },
  };
  const found = {
    ...{ newestOrder, time, policies: port.policies },
    ...{ kiosk: vault.kiosk, exportFolder: stick },
  };
  /** The calls about orders, where something of what they are found by is another. */
  const ordersWhere = (change: Partial<OrdersOnStickPort> = {}) =>
    orderCalls({ ...port, ordersOnStick: createOrdersOnStick({ ...found, ...change }) });
  return {
    ...{ vault, clock, office, people, doubt, suspensionRows, suspensions, told, stick, ...written },
    ...{ rules, ordersWhere },
    calls: suspensionCalls(port),
    /** What names the suspension that staff decided. */
    decided: () => suspensions.of('staff')?.decided ?? 0,
    orders: ordersWhere(),
  };
}
