import type { Configuration } from '../../../shared/contract/configuration.ts';
import { kioskUse } from '../../../shared/contract/kiosk-use.ts';
import { createDoctor } from '../doctor/doctor.ts';
import { createHealthFiles } from '../health/health-files.ts';
import { healthRecordOf } from '../health/health-record.ts';
import { createDaySheets } from '../ledger/day-sheets.ts';
import type { KeeperParts } from './keeper-parts.ts';
import type { HealthServices, SessionServices, StorageServices } from './services.ts';

/** Builds what looks at the computer, and what leaves the kiosk with each day. */
export function buildHealth(
  configuration: Configuration,
  { examineByProcess, machine, say }: KeeperParts,
  lower: StorageServices & SessionServices,
): HealthServices {
  const { dataFolder, exportFolder } = configuration;
  const use = kioskUse(lower.facts);
  const launch = { configuration, environment: machine, use };
  const { clock, screens, onBug } = lower;
  const doctor = createDoctor({
    ...{ clock, screens, say },
    run: ({ stopped, inBackground }) =>
      examineByProcess(launch, { stopped: AbortSignal.any([lower.closing, stopped]), inBackground }),
  });
  const health = createHealthFiles({
    ...{ clock, dataFolder, exportFolder, say, onBug },
    record: (day) => healthRecordOf({ ...lower, doctor, use }, day),
  });
  return { doctor, daySheets: createDaySheets({ ...lower, health }) };
}
