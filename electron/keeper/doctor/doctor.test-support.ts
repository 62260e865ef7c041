import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import type { DoctorRun, examineByProcess } from './examine-by-process.ts';

/** Stands in for the doctor’s process, and answers this. */
export function scriptedDoctor(
  run: DoctorRun = { kind: 'ran', report: examinedWith() },
): typeof examineByProcess {
  return () => Promise.resolve(run);
}
