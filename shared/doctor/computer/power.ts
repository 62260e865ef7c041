import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';

export const power = declareCheck({
  id: 'power',
  title: 'Power',
  why: 'A battery that runs empty in the middle of a card ends an application whose keys are in memory only.',
  goLive: { kind: 'advice' },
  remedies: {
    plugIn: 'Plug it in.',
    charge: 'Plug it in, and wait until it has 20 percent: below that no card should be printed.',
  },
});

/** A folder of /sys/class/power_supply; each value as the kernel writes it, null where it is not there. */
export interface PowerSupply {
  readonly type: string | null;
  /** `1` while a charger gives power. */
  readonly online: string | null;
  /** `Charging`, `Discharging`, `Full`… */
  readonly status: string | null;
  /** Percent. */
  readonly capacity: string | null;
  /** `Device` for what powers something else, such as a mouse. */
  readonly scope: string | null;
}

const LOW_PERCENT = 20;

/** `supplies`: null where they can't be listed. */
export function judgePower(supplies: readonly PowerSupply[] | null): Finding {
  if (supplies === null) return notRun('/sys/class/power_supply can’t be listed.');
  const own = supplies.filter(({ scope }) => scope !== 'Device');
  const batteries = own.filter(({ type }) => type === 'Battery' || type === 'UPS');
  if (batteries.length === 0) return pass('This computer has no battery: it runs on mains power.');
  const percents = batteries.flatMap(({ capacity }) =>
    capacity !== null && /^\d+$/.test(capacity) ? [Number(capacity)] : [],
  );
  const charge = percents.length === 0 ? 'an unknown charge' : `${Math.min(...percents)} percent`;
  const isPlugged = own.some(({ type, online }) => type !== 'Battery' && type !== 'UPS' && online === '1');
  const isDraining = batteries.some(({ status }) => status === 'Discharging');
  if (isPlugged && !isDraining) return pass(`It is plugged in, and its battery has ${charge}.`);
  if (percents.some((percent) => percent < LOW_PERCENT))
    return warn(`It runs on its battery, which has ${charge}.`, power.remedies.charge);
  return isDraining || !isPlugged
    ? warn(`It runs on its battery, which has ${charge}.`, power.remedies.plugIn)
    : pass(`Its battery has ${charge}.`);
}
