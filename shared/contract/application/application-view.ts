import { z } from 'zod';
import { spoilReasons } from '../../application/lifecycle.ts';
import { printerTrouble } from '../../printing/trouble.ts';
import { bytes } from '../bytes.ts';
import { denial } from '../denial.ts';
import { ticket } from '../ids.ts';
import { printEnding, printStage } from '../printing/printer.ts';
import { sealedAnswers } from '../sealed-content.ts';
import { stateKind } from '../status.ts';

/** The whole record as the screen needs it: what was typed, kept exactly as typed. */
export const applicationView = z.object({
  /** Grows with every change: of two views of one session's application, the one with the smaller number is older. */
  revision: z.number().int().min(1),
  ticket,
  state: stateKind,
  /** Why the last card was spoiled, in the state `spoiled` only: it decides whether it may be printed again. */
  spoilReason: z.enum(spoilReasons).nullable(),
  answers: sealedAnswers,
  hasPhoto: z.boolean(),
  /** Formatted for people; null until a card was first sent to the printer. */
  cardNumber: z.string().nullable(),
  printStage: printStage.nullable(),
  /** A card of it was sent to a printer, or is about to be, or nobody can tell: a hand may hold one. */
  cardSent: z.boolean(),
  /** What keeps the printer from going on with this card. */
  printTroubles: z.array(printerTrouble),
  /** How the print ended; with the stage `failed` it says what is asked, or why there is no card. */
  printEnding: printEnding.nullable(),
  /** The card that the clerk named (its last four characters) is this application's card. */
  cardIdentified: z.boolean(),
  /** A refusal that stands, with its code as rows of modules; its slip is on the screen. */
  denial: denial.extend({ modules: z.array(z.array(z.boolean())).nullable() }).nullable(),
});
export type ApplicationView = z.infer<typeof applicationView>;

/** The live preview: both faces as PNG, or the one reason why they cannot be drawn. */
export const preview = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drawn'), front: bytes, back: bytes }),
  z.object({ kind: z.literal('uncovered'), field: z.string(), character: z.string() }),
  z.object({ kind: z.literal('does-not-fit'), field: z.string() }),
]);
export type Preview = z.infer<typeof preview>;
