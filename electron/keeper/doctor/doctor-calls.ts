import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { ok } from '../../../shared/result.ts';
import type { Doctor } from './doctor.ts';

type DoctorCalls = Pick<Handlers<typeof keeperCalls>, 'runDoctor' | 'lastExamination'>;

/** Looking at the computer, for whoever looks after it. */
export function doctorCalls({ doctor }: { readonly doctor: Doctor }): DoctorCalls {
  return {
    runDoctor: async () => ok(await doctor.examine()),
    lastExamination: () => ok({ examination: doctor.last() }),
  };
}
