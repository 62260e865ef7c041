import type { KioskKnowledge } from '../../../shared/contract/doctor/kiosk-knowledge.ts';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { OrdinaryPrinter, PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import type { PrinterCondition } from '../../../shared/contract/printing/printer-status.ts';

/** What is told from. */
export interface KioskKnowledgePort {
  readonly printer: {
    now(): PrinterSettings;
    ordinary(): OrdinaryPrinter | null;
    awaitsTestCard(): boolean;
  };
  readonly watch: { condition(): PrinterCondition };
  readonly policies: {
    readonly inForce: {
      readonly hash: PolicyHash;
      readonly rules: { readonly id: string; readonly version: number };
    };
    isInstalled(): boolean;
  };
  readonly clock: { readonly timeZone: string };
}

/** What this kiosk knows and a doctor can't read: printers as staff chose them and as they are, and the policy in force. */
export function kioskKnowledge({
  printer: chosen,
  watch,
  policies,
  clock,
}: KioskKnowledgePort): KioskKnowledge {
  const card = chosen.now();
  const ordinary = chosen.ordinary();
  const { hash, rules } = policies.inForce;
  return {
    cardPrinter: {
      driver: card.driver,
      name: card.driver === 'virtual' ? null : card.name,
      address: card.driver === 'ipp' ? card.address : null,
      media: card.driver === 'ipp' ? card.media : null,
      condition: watch.condition(),
      awaitsTestCard: chosen.awaitsTestCard(),
    },
    ordinaryPrinter:
      ordinary === null ? null : { name: ordinary.name, address: ordinary.address, media: ordinary.media },
    policy: { program: rules.id, version: rules.version, hash, isInstalled: policies.isInstalled() },
    timeZone: clock.timeZone,
  };
}
