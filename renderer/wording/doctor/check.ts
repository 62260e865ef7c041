import type { CheckId } from '../../../shared/doctor/check-id.ts';
import type { CheckWords } from './check-words.ts';
import { computerChecks } from './computer-checks.ts';
import { diskChecks } from './disk-checks.ts';
import { memoryChecks } from './memory-checks.ts';
import { printingChecks } from './printing-checks.ts';
import { programChecks } from './program-checks.ts';
import { screenChecks } from './screen-checks.ts';

const CHECKS: Readonly<Record<CheckId, () => CheckWords>> = {
  ...memoryChecks,
  ...diskChecks,
  ...printingChecks,
  ...screenChecks,
  ...computerChecks,
  ...programChecks,
};

/** A check of this computer in words for staff. What it found and its remedies are the doctor’s own, in English for IT. */
export function checkInWords(id: CheckId): CheckWords {
  return CHECKS[id]();
}
