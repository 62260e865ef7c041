import { z } from 'zod';
import { publicKeyText, signatureText } from '../base64-text.ts';
import { sha256, statementSchema } from './statement.ts';

const { doctor: _, ...beforeDoctor } = statementSchema.shape;
const { search, wipes, holds, settings } = beforeDoctor;
const [searched, voidSearch] = search.options;

// Formats of before. None is made any more, and each is still read.

/** It told nothing of the computer, nor of how many applications it searched for. */
const secondFormat = z.strictObject({
  ...beforeDoctor,
  format: z.literal('counterfoil custody statement 2'),
  search: z.discriminatedUnion('kind', [searched.omit({ identifiersSearched: true }), voidSearch]),
});

/** Besides, nothing of what a legal hold stopped. */
const firstFormat = z.strictObject({
  ...secondFormat.shape,
  format: z.literal('counterfoil custody statement 1'),
  wipes: z.strictObject({ notProven: z.int().min(0), openSteps: wipes.shape.notProven.shape.openSteps }),
  holds: z.array(holds.element.omit({ stopped: true })),
  settings: settings.omit({ residents: true, newestOrder: true }),
});

/** A statement of any format that a kiosk ever made. */
const readStatement = z.discriminatedUnion('format', [firstFormat, secondFormat, statementSchema]);
export type ReadStatement = z.infer<typeof readStatement>;

/** A statement as it leaves the kiosk. The file is the canonical JSON of this. */
export const statementFileSchema = z.strictObject({
  statement: readStatement,
  /** SHA-256 of the canonical JSON of `statement`. */
  digest: sha256,
  signature: signatureText,
  publicKey: publicKeyText,
});
