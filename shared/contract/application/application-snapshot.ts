import { z } from 'zod';
import { APPLICATION_STATE_TEXTS } from '../../application/lifecycle.ts';
import { printerTrouble } from '../../printing/trouble.ts';
import { completePolicy } from '../../programme/complete.ts';
import { bytes } from '../bytes.ts';
import { denial } from '../denial.ts';
import { applicationId, ticket } from '../ids.ts';
import { printEnding, printStage } from '../printing/printer.ts';

const sealed = bytes;
/** A state as the vault writes it, with its details: still nothing about the person. */
const stateInVault = z.enum(APPLICATION_STATE_TEXTS);

/** The columns of an application that hold ciphertext. Each is sealed under the application's own key. */
export const sealedColumns = ['answers', 'photo', 'card', 'tray'] as const;
export const sealedColumn = z.enum(sealedColumns);
export type SealedColumn = z.infer<typeof sealedColumn>;

/**
 * What the keeper knows of an open application and a core cannot know by itself. Every call that changes one answers
 * this, whole, and every event tells it: a core takes it over as it is, and works none of it out.
 */
export const applicationSnapshot = z.object({
  /** Grows with every snapshot that this keeper makes: of two, the one with the smaller number is older. */
  revision: z.number().int().min(1),
  state: stateInVault,
  stage: printStage.nullable(),
  troubles: z.array(printerTrouble),
  ending: printEnding.nullable(),
  hasPhoto: z.boolean(),
  /** A card of it was sent to a printer, or is about to be, or nobody can tell: a hand may hold one. */
  cardSent: z.boolean(),
  tray: sealed.nullable(),
  /** The refusal that stands, as long as it does: any change ends it. */
  denial: denial.nullable(),
});
export type ApplicationSnapshot = z.infer<typeof applicationSnapshot>;

/** An open application as the keeper hands it over: a key and ciphertext. */
export const openedApplication = z.object({
  application: applicationId,
  ticket,
  key: bytes,
  /** For the hashes of its card: random at every start of the keeper, in memory only. */
  lookUpKey: bytes,
  snapshot: applicationSnapshot,
  columns: z.object({
    answers: sealed.nullable(),
    photo: sealed.nullable(),
    card: sealed.nullable(),
  }),
  /** When it began, epoch milliseconds of this keeper: files older than this need no search. */
  began: z.number(),
  /** The one that it began under. */
  policy: completePolicy,
  /** It is an invented person's: a practice application is one from its first moment to its last. */
  practice: z.boolean(),
});
export type OpenedApplication = z.infer<typeof openedApplication>;
