import { randomBytes } from 'node:crypto';
import { createCardDrawing } from '../../electron/lib/drawing/draw-card.ts';
import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import type { IppFailure } from '../../electron/lib/ipp/failure.ts';
import { DEFAULT_LIMITS } from '../../electron/lib/ipp/limits.ts';
import { testCard } from '../../electron/print/card/card-to-print.ts';
import { drawDocument } from '../../electron/print/card/draw-document.ts';
import { clientOf } from '../../electron/print/ipp-printer/client-of.ts';
import { jobTicket } from '../../electron/print/ipp-printer/job-ticket.ts';
import { SAMPLE_PROGRAMME } from '../../shared/card/sample-programme.test-support.ts';
import { jobId } from '../../shared/contract/ids.ts';
import type { PrintFormat } from '../../shared/contract/printing/printer.ts';
import type { Result } from '../../shared/result.ts';
import { asChosen, NO_PRINT_SERVER } from './as-chosen.ts';

/** A card that another kiosk sent to the same printer. */
export interface StrangersCard {
  readonly name: string;
  readonly number: number;
  /** What the printer says to its document. */
  readonly answer: Promise<Result<null, IppFailure>>;
}

/** Another kiosk with a card for this printer, drawn and ready to be sent. */
export async function strangerAt(
  { uri }: { readonly uri: string },
  format?: PrintFormat,
): Promise<{ send(): Promise<StrangersCard> }> {
  const found = await asChosen(uri);
  const printer = { ...found, format: format ?? found.format };
  const drawing = createCardDrawing({ resolveFont: findInstalledFont });
  const document = await drawDocument(testCard(SAMPLE_PROGRAMME), printer, drawing);
  if (document === null) throw new Error('not drawable');
  const client = clientOf(printer, NO_PRINT_SERVER, DEFAULT_LIMITS);
  return {
    async send() {
      const name = randomBytes(16).toString('hex');
      const made = await client.createJob(jobTicket(printer, jobId.parse(name), 'name'));
      if (!made.ok) throw new Error(JSON.stringify(made.error));
      const answer = client.sendDocument(made.value.number, document.mimeType, document.bytes);
      return { name, number: made.value.number, answer };
    },
  };
}
