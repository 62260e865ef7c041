import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { CheckId } from '../../../shared/doctor/check-id.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { clipboardRefusal } from '../applications/intake.ts';
import type { SelectionsState } from '../x-display/selections.ts';

/** What looking at the computer before a go-live needs. */
export interface GoLiveExaminationPort {
  readonly selections: { examine(): Promise<SelectionsState> };
  readonly doctor: { examineAnew(): Promise<Examination> };
  readonly use: KioskUse;
}

/**
 * Whether a kiosk goes live on this computer as it is now: the failed checks that it goes live in spite of (none, as a rule), or why
 * not. Residents’ data is kept to by what the doctor looks at, so it looks anew: what passed a while ago says nothing. A
 * rehearsal or an evaluation has no residents, and its screens tell of what was found.
 */
export async function examineForGoLive(
  { selections, doctor, use }: GoLiveExaminationPort,
  inSpiteOf: readonly CheckId[],
): Promise<Result<readonly CheckId[], Refusal>> {
  const unsafe = await clipboardRefusal(selections);
  if (unsafe !== null) return err(unsafe);
  return use === 'residents' ? judge(await doctor.examineAnew(), new Set(inSpiteOf)) : ok([]);
}

/** What nobody knows stops as surely as what breaks an invariant. */
function judge(
  examination: Examination,
  inSpiteOf: ReadonlySet<CheckId>,
): Result<readonly CheckId[], Refusal> {
  if (examination.kind === 'did-not-run') return err({ kind: 'doctor-stops', ids: [], overridable: false });
  const red = examination.report.checks.filter(({ stopsGoLive }) => stopsGoLive);
  const ids = red.map(({ id }) => id);
  // Put right meanwhile: then it goes live in spite of nothing.
  if (ids.length === 0) return ok([]);
  const overridable = red.every(({ isOverridable }) => isOverridable);
  const areTheSame = ids.length === inSpiteOf.size && ids.every((id) => inSpiteOf.has(id));
  return overridable && areTheSame ? ok(ids) : err({ kind: 'doctor-stops', ids, overridable });
}
