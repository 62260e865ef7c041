import type { CounterDayStatus, KioskStatus } from '../../../shared/contract/status.ts';
import { areKeysInMemory } from '../holds/keys-in-memory.tsx';

export type PackUpStatus = NonNullable<CounterDayStatus['packUp']>;

/**
 * How far a kiosk is on its way to being switched off and carried away.
 *
 * - `packing`: it is not packed up yet.
 * - `continues`: it was, and something is under way again: a legal hold was lifted, an erasure failed, or the disk takes nothing.
 * - `in-memory`: what legal holds keep ends with the power.
 * - `remains`: it still holds applications or print jobs, or cards that nobody has looked for.
 * - `empty`: it may be switched off.
 */
export type PackingStage = 'packing' | 'continues' | 'in-memory' | 'remains' | 'empty';

/** What of a kiosk's status says that. */
export type PackedStatus = Pick<
  KioskStatus,
  'holds' | 'intake' | 'diskFails' | 'printSideOpen' | 'trayCheck'
>;

/** The first of the stages that is so. Used ribbons are named beside it: they are kept for long, and need no power. */
export function packingStage(packUp: PackUpStatus, status: PackedStatus): PackingStage {
  if (!packUp.isDone) return 'packing';
  const { open, erasing, printing, held, stopped, printJobs } = packUp;
  if (open + erasing + printing > 0 || status.intake.kind === 'locked' || status.diskFails)
    return 'continues';
  if (areKeysInMemory(status.holds)) return 'in-memory';
  const isLeft = held + stopped + printJobs + status.printSideOpen > 0 || status.trayCheck !== null;
  return isLeft ? 'remains' : 'empty';
}
