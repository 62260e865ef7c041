import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { err, ok } from '../../../shared/result.ts';
import { SUSPENDED_BY_ORDER } from '../fixtures/fixture.ts';
import type { FixtureKiosk } from './fixture-kiosk.ts';

type SuspensionActs = Pick<
  Handlers<typeof screenCalls>,
  'suspendIntake' | 'endSuspension' | 'checkOrderOnStick' | 'carryOutOrder'
>;

/** Calls about suspending intake: the drive has the order that the fixture says. */
export function suspensionActs({ order, status, changeStatus }: FixtureKiosk): SuspensionActs {
  const others = (source: 'staff' | 'order') =>
    status().suspensions.filter((suspension) => suspension.source !== source);
  return {
    suspendIntake({ takesEffect, open, notice }) {
      const by = status().staff?.name ?? '';
      const isLater = takesEffect !== null;
      const suspension = {
        ...({ source: 'staff', by, serial: null, ends: null, open, notice } as const),
        ...{ decided: SUSPENDED_BY_ORDER.decided, since: isLater ? null : SUSPENDED_BY_ORDER.since },
        begins: takesEffect,
      };
      return changeStatus({
        intake: { kind: isLater ? 'open' : 'suspended' },
        suspensions: [suspension, ...others('staff')],
      });
    },
    endSuspension: () => changeStatus({ intake: { kind: 'open' }, suspensions: others('staff') }),
    checkOrderOnStick: () => (order === null ? err({ kind: 'no-export-folder' }) : ok(order)),
    carryOutOrder() {
      changeStatus({
        intake: { kind: 'suspended' },
        suspensions: [SUSPENDED_BY_ORDER, ...others('order')],
      });
      return ok({ kind: 'carried-out' });
    },
  };
}
