import type { Configuration } from '../../../shared/contract/configuration.ts';
import { createDoctor } from '../doctor/doctor.ts';
import type { KeeperParts } from './keeper-parts.ts';
import type { DoctorServices, SessionServices, StorageServices } from './services.ts';

/** Builds what looks at the computer. */
export function buildDoctor(
  configuration: Configuration,
  { runDoctor, machine, say }: KeeperParts,
  lower: StorageServices & SessionServices,
): DoctorServices {
  const launch = { configuration, environment: machine };
  return { doctor: createDoctor({ ...lower, say, run: () => runDoctor(launch, lower.closing) }) };
}
