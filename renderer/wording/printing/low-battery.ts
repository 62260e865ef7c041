import { t } from '@lingui/core/macro';
import { LEAST_CHARGE_FOR_CARD } from '../../../shared/power/power-source.ts';

/** Why no card is printed on a battery that is nearly empty, and what to do: before anybody prints, and where it was refused. */
export function lowBatteryInWords(): string {
  const percent = LEAST_CHARGE_FOR_CARD;
  return t({
    message: `This computer’s battery is below ${percent} percent, so no card can print: a power outage would spoil it. Plug in the computer.`,
    comment: 'Notice and error. {percent} is a number, 20. To spoil a card is to have it come out wrong.',
  });
}
