import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import type { WorkerPreparation } from '../../../shared/contract/worker.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';

/** What making a worker ready needs of the kiosk. */
export interface PrepareWorkerPort {
  readonly printer: { now(): PrinterSettings };
  readonly policies: { of(hash: PolicyHash): { readonly rules: { readonly card: CompletePolicy['card'] } } };
  readonly jobs: { prepare(preparation: WorkerPreparation): void };
}

/** Makes a print worker ready for a card of an application that began under this policy, where a worker prints cards. */
export function prepareWorker({ printer, policies, jobs }: PrepareWorkerPort, policy: PolicyHash): void {
  const settings = printer.now();
  if (settings.driver === 'os') return;
  jobs.prepare({ kind: 'prepare', printer: settings, programme: policies.of(policy).rules.card });
}
