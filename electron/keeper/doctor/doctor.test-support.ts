import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import type { DoctorRun, runDoctor } from './run-doctor.ts';

/** Stands in for the doctor’s process, and answers this. */
export function scriptedDoctor(run: DoctorRun = { kind: 'ran', report: examinedWith() }): typeof runDoctor {
  return () => Promise.resolve(run);
}
