import { LEAST_CHARGE_FOR_CARD, type PowerSupply, powerSource } from '../../power/power-source.ts';
import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';

export const power = declareCheck({
  id: 'power',
  title: 'Power',
  why: 'A battery that runs empty in the middle of a card ends an application whose keys are in memory only.',
  goLive: { kind: 'advice' },
  remedies: {
    plugIn: 'Plug it in.',
    charge: `Plug it in: on a battery below ${LEAST_CHARGE_FOR_CARD} percent the kiosk prints no card.`,
  },
});

/** `supplies`: null where they can't be listed. */
export function judgePower(supplies: readonly PowerSupply[] | null): Finding {
  if (supplies === null) return notRun('/sys/class/power_supply can’t be listed.');
  const source = powerSource(supplies);
  switch (source.kind) {
    case 'mains':
      return pass('This computer has no battery: it runs on mains power.');
    case 'plugged-in':
      return source.isDraining
        ? onBattery(source.charge)
        : pass(`It is plugged in, and its battery has ${inWords(source.charge)}.`);
    case 'battery':
    case 'unclear':
      return onBattery(source.charge);
  }
}

function onBattery(charge: number | null): Finding {
  const isLow = charge !== null && charge < LEAST_CHARGE_FOR_CARD;
  return warn(
    `It runs on its battery, which has ${inWords(charge)}.`,
    isLow ? power.remedies.charge : power.remedies.plugIn,
  );
}

function inWords(charge: number | null): string {
  return charge === null ? 'an unknown charge' : `${charge} percent`;
}
