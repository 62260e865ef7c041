import type { Configuration } from '../../../shared/contract/configuration.ts';
import { kioskUse } from '../../../shared/contract/kiosk-use.ts';
import { createDoctor } from '../doctor/doctor.ts';
import { kioskKnowledge } from '../doctor/kiosk-knowledge.ts';
import { createHealthFiles } from '../health/health-files.ts';
import { healthRecordOf } from '../health/health-record.ts';
import { createDaySheets } from '../ledger/day-sheets.ts';
import type { KeeperParts } from './keeper-parts.ts';
import type { HealthServices, PrintingServices, SessionServices, StorageServices } from './services.ts';

/** Builds what looks at the computer, and what leaves the kiosk with each day. */
export function buildHealth(
  configuration: Configuration,
  { examineByProcess, machine, say }: KeeperParts,
  lower: StorageServices & SessionServices & PrintingServices,
): HealthServices {
  const { dataFolder, exportFolder } = configuration;
  const use = kioskUse(lower.facts);
  const { clock, screens, onBug } = lower;
  const doctor = createDoctor({
    ...{ clock, screens, say },
    run: ({ stopped, inBackground }) =>
      examineByProcess(
        { configuration, environment: machine, use, knows: kioskKnowledge(lower) },
        { stopped: AbortSignal.any([lower.closing, stopped]), inBackground },
      ),
  });
  const health = createHealthFiles({
    ...{ clock, dataFolder, exportFolder, say, onBug },
    record: (day) => healthRecordOf({ ...lower, doctor, use }, day),
  });
  return { doctor, daySheets: createDaySheets({ ...lower, health }) };
}
