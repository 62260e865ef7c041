import type {
  ProductionOrder,
  ProductionReport,
  Recipient,
} from '../../../shared/contract/command/production.ts';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { RecordFacts } from '../../../shared/production/record.ts';
import { PROGRAM_VERSION } from '../../../shared/program-version.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Policy } from '../../lib/policy-file/policy-file.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { RecordProcesses } from '../record-processes/record-processes.ts';
import type { HeldRecord } from './held-record.ts';

/** Processes that open and seal one application each. */
export type ProductionProcesses = RecordProcesses<ProductionOrder, ProductionReport>;

/** What sealing an application to a recipient needs of the kiosk. */
export interface SealPort {
  readonly productionProcesses: ProductionProcesses;
  readonly policies: { find(hash: PolicyHash): Policy | null };
  /** Aborted when the keeper begins to stop. */
  readonly closing: AbortSignal;
}

/** Whom it is sealed to, where and when (epoch milliseconds). */
export interface SealedFor {
  readonly recipient: Recipient;
  readonly kiosk: KioskIdentity;
  readonly utc: number;
}

/** Why there is no ciphertext: it does not open, or nobody knows whether it does, because the process gave no report. */
export type NotSealed = Extract<Refusal, { readonly kind: 'record-unreadable' | 'record-not-sealed' }>;

/** A process of its own opens it and gives back ciphertext. */
export async function sealHeld(
  { productionProcesses, policies, closing }: SealPort,
  held: HeldRecord,
  about: SealedFor,
): Promise<Result<Uint8Array, NotSealed>> {
  const { row, key } = held;
  const { id, answers, photo, card } = row;
  const facts = factsOf(held, about, policies.find(row.policy));
  const order = { recipient: about.recipient, application: { id, key, answers, photo, card }, facts };
  const report = await productionProcesses.run(order, closing);
  if (report === null) return err({ kind: 'record-not-sealed' });
  return report.kind === 'sealed' ? ok(report.package) : err({ kind: 'record-unreadable' });
}

function factsOf({ row, hold }: HeldRecord, { kiosk, utc }: SealedFor, policy: Policy | null): RecordFacts {
  const rules = policy?.rules ?? null;
  return {
    kiosk: kiosk.identifier,
    kioskName: kiosk.name,
    program: PROGRAM_VERSION,
    produced: new Date(utc).toISOString(),
    hold,
    ...{ ticket: row.ticket, day: row.day, state: row.state },
    policy: {
      hash: row.policy,
      known:
        rules === null ? null : { id: rules.id, version: rules.version, name: rules.name.en ?? rules.id },
    },
    fieldLabels: (rules?.fields ?? []).map(({ field, label }) => ({ field, label: label.en ?? field })),
    documentNames: (rules?.documents ?? []).map(({ id, name }) => ({ kind: id, name: name.en ?? id })),
  };
}
