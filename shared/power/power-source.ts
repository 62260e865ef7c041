/** A folder of /sys/class/power_supply (the kernel's sysfs-class-power); each value as it is written there, null: it can't be read. */
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
  /** `0`: the place of a battery, and nothing in it. */
  readonly present: string | null;
}

/**
 * What the computer runs on. `charge`: percent of its fullest battery, because one is emptied after the other; null: not every battery
 * tells its own. `isDraining`: the charger gives too little. `unclear`: nothing says that it is plugged in, and nothing that it isn't.
 */
export type PowerSource =
  | { readonly kind: 'mains' }
  | { readonly kind: 'plugged-in'; readonly charge: number | null; readonly isDraining: boolean }
  | { readonly kind: 'battery' | 'unclear'; readonly charge: number | null };

/** Below this a card is not begun: a power cut in the middle of one spoils it. Percent. */
export const LEAST_CHARGE_FOR_CARD = 20;

export function powerSource(supplies: readonly PowerSupply[]): PowerSource {
  const own = supplies.filter(({ scope, present }) => scope !== 'Device' && present !== '0');
  const batteries = own.filter(isBattery);
  if (batteries.length === 0) return { kind: 'mains' };
  const chargers = own.filter((supply) => !isBattery(supply));
  const charge = chargeOf(batteries);
  const isDraining = batteries.some(({ status }) => status === 'Discharging');
  if (chargers.some(({ online }) => online === '1')) return { kind: 'plugged-in', charge, isDraining };
  if (isDraining) return { kind: 'battery', charge };
  // A charger that the kernel doesn’t list: the battery knows of it.
  if (batteries.some(({ status }) => status !== null && AT_A_CHARGER.includes(status)))
    return { kind: 'unclear', charge };
  return { kind: chargers.some(({ online }) => online === '0') ? 'battery' : 'unclear', charge };
}

/** Whether it is known that the computer runs on a battery with too little for a card. What can't be read forbids nothing. */
export function isTooLowForCard(supplies: readonly PowerSupply[] | null): boolean {
  if (supplies === null) return false;
  const source = powerSource(supplies);
  return source.kind === 'battery' && source.charge !== null && source.charge < LEAST_CHARGE_FOR_CARD;
}

/** What a battery says that takes nothing from itself. */
const AT_A_CHARGER: readonly string[] = ['Charging', 'Not charging', 'Full'];

function isBattery({ type }: PowerSupply): boolean {
  return type === 'Battery' || type === 'UPS';
}

function chargeOf(batteries: readonly PowerSupply[]): number | null {
  const percents = batteries.flatMap(({ capacity }) =>
    capacity !== null && /^\d+$/.test(capacity) ? [Number(capacity)] : [],
  );
  return percents.length < batteries.length ? null : Math.max(...percents);
}
