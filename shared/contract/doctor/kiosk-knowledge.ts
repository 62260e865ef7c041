import { z } from 'zod';
import { policyHash } from '../ids.ts';
import { printMedia } from '../printing/printer.ts';
import { ordinaryPrinterStatus, printerStatus } from '../printing/printer-status.ts';

/**
 * What a keeper tells the doctor that it starts: of its vault, which nobody else opens, and of the printer that it watches all day. Nothing
 * of a person.
 */
export const kioskKnowledge = z.object({
  cardPrinter: printerStatus
    .pick({ driver: true, name: true, address: true, condition: true, awaitsTestCard: true })
    // The size of cards that it was chosen with; null: it tells none.
    .extend({ media: printMedia.nullable() }),
  /** Null: none is chosen. */
  ordinaryPrinter: ordinaryPrinterStatus.pick({ name: true, address: true, media: true }).nullable(),
  /** The one in force: the policy file as it was when the kiosk started, or what a supervisor installed. */
  policy: z.object({
    program: z.string(),
    version: z.number().int(),
    hash: policyHash,
    isInstalled: z.boolean(),
  }),
  /** In which it counts days: of the policy that it started with. */
  timeZone: z.string(),
});
export type KioskKnowledge = z.infer<typeof kioskKnowledge>;

/** What a keeper sets for its doctor, besides what a launcher sets. */
export const knowledgeEnvironment = z.object({
  COUNTERFOIL_KNOWLEDGE: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(kioskKnowledge),
});

/** The same as the keeper sets it. */
export function environmentOfKnowledge(what: KioskKnowledge): { readonly COUNTERFOIL_KNOWLEDGE: string } {
  return { COUNTERFOIL_KNOWLEDGE: JSON.stringify(what) };
}
