import { z } from 'zod';
import type { Moment } from '../../../shared/application/retention.ts';
import { isInForce, type SuspensionStatus } from '../../../shared/contract/suspension/suspension-status.ts';
import { openWhenSuspended } from '../../../shared/ledger/reasons.ts';
import { localizedParagraph } from '../../../shared/programme/localized.ts';

/** A moment to come, by both clocks. */
const planned = z.object({ wall: z.number().int(), elapsed: z.number().int() }).readonly();

export const suspensionSources = ['order', 'staff'] as const;
export type SuspensionSource = (typeof suspensionSources)[number];

/** A suspension as the vault has it. */
export const suspensionSchema = z
  .object({
    source: z.enum(suspensionSources),
    setBy: z.string(),
    /** When it was decided, in epoch milliseconds: what an approval names it by. */
    decided: z.number().int(),
    serial: z.number().int().nullable(),
    open: z.enum(openWhenSuspended),
    notice: localizedParagraph,
    /** Since when nobody new is served, in epoch milliseconds; null: not yet. */
    since: z.number().int().nullable(),
    /** When it takes full effect, so that also what is open is ended; null: it has. */
    begins: planned.nullable(),
    /** When it ends; null: when somebody ends it. */
    ends: planned.nullable(),
  })
  .readonly();
export type Suspension = z.infer<typeof suspensionSchema>;

/** A wall-clock moment with the kiosk time that lies as far ahead. */
export function plannedAt(wall: number, now: Moment): Moment {
  return { wall, elapsed: Math.round(now.elapsed + (wall - now.wall)) };
}

/**
 * What a suspension is now. Nobody new is served from whichever clock comes first on, and it ends by whichever comes last: a
 * clock that somebody sets may keep intake closed for longer, and never opens it. What is open is ended only once both
 * have come (`begins` is null then): set forward, a clock would erase for good what had hours left. Null: it has ended.
 */
export function suspensionNow(suspension: Suspension, now: Moment): Suspension | null {
  const { begins, ends, since } = suspension;
  if (ends !== null && now.wall >= ends.wall && now.elapsed >= ends.elapsed) return null;
  if (begins === null) return suspension;
  const [byWall, byElapsed] = [now.wall >= begins.wall, now.elapsed >= begins.elapsed];
  if (byWall && byElapsed) return { ...suspension, begins: null, since: since ?? now.wall };
  return since === null && (byWall || byElapsed) ? { ...suspension, since: now.wall } : suspension;
}

/** As screens are told: those in force first. */
export function suspensionStatus(suspensions: readonly Suspension[]): SuspensionStatus[] {
  return suspensions
    .toSorted((one, other) => Number(isInForce(other)) - Number(isInForce(one)))
    .map(({ setBy, begins, ends, ...told }) => ({
      ...told,
      by: setBy,
      begins: begins?.wall ?? null,
      ends: ends?.wall ?? null,
    }));
}
