import { join } from 'node:path';
import {
  type ProductionOrder,
  type ProductionReport,
  productionReport,
} from '../../../shared/contract/command/production.ts';
import type { Configuration } from '../../../shared/contract/configuration.ts';
import { RECORDS } from '../data-folder/kiosk-files.ts';
import { createHeldRecords } from '../production/held-record.ts';
import { createProductionEntries } from '../production/production-entries.ts';
import { sealHeld } from '../production/seal-held.ts';
import { createRecordProcesses } from '../record-processes/record-processes.ts';
import type { ProductionServices, StorageServices } from './services.ts';

/** Where a running production process is recorded for the keeper after a dead one. */
export function productionRecord(dataFolder: string): string {
  return join(dataFolder, RECORDS.productions);
}

/** Builds what produces a held application. */
export function buildProduction(
  { node, productionPath, dataFolder }: Configuration,
  lower: StorageServices,
  keeperFolder: string,
): ProductionServices {
  const record = { path: productionRecord(dataFolder), keeperFolder };
  const productionProcesses = createRecordProcesses<ProductionOrder, ProductionReport>(
    { what: 'production', node, programPath: productionPath, record, report: productionReport },
    lower.onBug,
  );
  return {
    productionProcesses,
    heldRecords: createHeldRecords(lower),
    productionEntries: createProductionEntries(lower),
    sealHeld: (held, about) => sealHeld({ ...lower, productionProcesses }, held, about),
  };
}
