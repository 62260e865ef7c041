import { takeName } from '../lib/command-line/take-name.ts';

/** Takes a display for this process, so that a second kiosk never maps its window over the first one. False: another has it. */
export function takeDisplay(name: string): Promise<boolean> {
  return takeName(`counterfoil-on-${name}`);
}
