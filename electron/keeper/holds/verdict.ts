import type { WipeStep } from '../../../shared/contract/application/wipe-steps.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { Hold } from './hold.ts';

/**
 * What the legal holds in force say of one application. `hold`: the oldest that keeps it.
 *
 * - `free`: none keeps it; or its wipe has begun and goes on.
 * - `kept`: it began under a hold on everything. It may be filled in and printed, and is neither finished nor erased.
 * - `frozen`: it was there when a hold was set on it: besides, nobody opens it or changes anything of it. `hasSealedKey`: the
 *   hold has moved its key to a sealed slot.
 * - `wipe-stopped`: its wipe had begun, and stands still.
 */
export type HoldVerdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'kept'; readonly hold: Hold }
  | { readonly kind: 'frozen'; readonly hold: Hold; readonly hasSealedKey: boolean }
  | { readonly kind: 'wipe-stopped'; readonly hold: Hold };

/** How the features ask. `wipe`: the application's, once it has begun. */
export type AskHolds = (application: ApplicationId, wipe: BegunWipe | null) => HoldVerdict;

/** As much of a wipe as a hold looks at. */
export interface BegunWipe {
  readonly done: readonly WipeStep[];
}

/** What the holds in force say of whoever comes next. */
export interface IntakeVerdict {
  /** Nobody has resumed intake under one of them. */
  readonly isStopped: boolean;
  /** One on everything keeps whatever begins now. */
  readonly keepsNewOnes: boolean;
}

/** A hold on everything, or on this application by name. `sealed`: its note on the application's key; null: it names others. */
export interface CoveringHold {
  readonly hold: Hold;
  readonly sealed: boolean | null;
}

/** Judges an application by all the holds that cover it, the oldest first. */
export function verdictOf(
  covering: readonly CoveringHold[],
  wipe: BegunWipe | null,
  { wipeBegun }: CompletePolicy['hold'],
): HoldVerdict {
  return wipe === null ? verdictOfOpen(covering) : verdictOfWipe(covering, wipe, wipeBegun);
}

/** The same of one that is open. */
export function verdictOfOpen(
  covering: readonly CoveringHold[],
): Exclude<HoldVerdict, { readonly kind: 'wipe-stopped' }> {
  const [oldest] = covering;
  if (oldest === undefined) return { kind: 'free' };
  const named = covering.filter(({ sealed }) => sealed !== null);
  if (named.length === 0) return { kind: 'kept', hold: oldest.hold };
  return { kind: 'frozen', hold: oldest.hold, hasSealedKey: named.some(({ sealed }) => sealed === true) };
}

/**
 * The policy's written choice, under a hold on everything: one on named tickets covers open applications only. And
 * only as long as both the key and what it opens are there: without either there is nothing to keep, and what is left of
 * the other has to go.
 */
function verdictOfWipe(
  covering: readonly CoveringHold[],
  { done }: BegunWipe,
  wipeBegun: CompletePolicy['hold']['wipeBegun'],
): HoldVerdict {
  const onEverything = covering.find(({ hold }) => hold.scope === 'all');
  const isWhole = !done.includes('key-destroyed') && !done.includes('rows-deleted');
  const mayStop = wipeBegun === 'stop' && isWhole;
  return mayStop && onEverything !== undefined
    ? { kind: 'wipe-stopped', hold: onEverything.hold }
    : { kind: 'free' };
}

/** The wipes that a hold stops now. */
export function stoppedWipes({
  vault,
  holds,
}: {
  readonly vault: { readonly wipes: { all(): readonly WipeRow[] } };
  readonly holds: { readonly verdict: AskHolds };
}): readonly WipeRow[] {
  return vault.wipes.all().filter((wipe) => holds.verdict(wipe.application, wipe).kind === 'wipe-stopped');
}

/** The same by the holds alone: what is entered of them goes by nothing else, also while files do not fit together. */
export function stoppedByHolds({
  vault,
  holds,
}: {
  readonly vault: { readonly wipes: { all(): readonly WipeRow[] } };
  readonly holds: { readonly byHolds: AskHolds };
}): readonly WipeRow[] {
  return stoppedWipes({ vault, holds: { verdict: holds.byHolds } });
}

/** Whether a policy would let wipes go on that a hold on everything stops under the present one. */
export function letsWipesGoOn(next: CompletePolicy['hold'], present: CompletePolicy['hold']): boolean {
  return present.wipeBegun === 'stop' && next.wipeBegun !== 'stop';
}
