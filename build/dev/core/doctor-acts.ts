import type { Handlers } from '../../../shared/contract/declare.ts';
import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { fail, notRun, warn } from '../../../shared/doctor/finding.ts';
import { ok } from '../../../shared/result.ts';

type DoctorActs = Pick<Handlers<typeof screenCalls>, 'runDoctor' | 'lastExamination'>;

/** A computer on which something is out of order. */
const EXAMINED: Examination = {
  kind: 'ran',
  report: examinedWith({
    swap: fail(
      'Swap on /dev/sda2 is in use and not encrypted.',
      'Run `swapoff /dev/sda2` as root, and remove its line from `/etc/fstab`.',
    ),
    'disk-space': fail('The data folder has 120 MB left.', 'Make room, or move it to a larger disk.'),
    network: warn('enp3s0 has a default route.', 'Take `gateway` out of the settings of enp3s0.'),
    'init-on-free': notRun('/proc/cmdline can’t be read (EACCES).'),
  }),
};

/** Calls about the computer. */
export const doctorActs: DoctorActs = {
  runDoctor: () => ok(EXAMINED),
  lastExamination: () => ok({ examination: EXAMINED }),
};
