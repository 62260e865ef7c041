import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { goldenCards } from '../../build/cards/golden-cards.ts';
import { createCardDrawing, type FacePixels } from '../../electron/lib/drawing/draw-card.ts';
import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import { DEFAULT_LIMITS } from '../../electron/lib/ipp/limits.ts';
import { drawDocument } from '../../electron/print/card/draw-document.ts';
import { clientOf } from '../../electron/print/ipp-printer/client-of.ts';
import { jobTicket } from '../../electron/print/ipp-printer/job-ticket.ts';
import { jobId } from '../../shared/contract/ids.ts';
import type { IppPrinter } from '../../shared/contract/printing/printer.ts';
import { asChosen, NO_PRINT_SERVER } from './as-chosen.ts';
import { shareDiffering } from './compare-pictures.ts';
import type { CardPrinter } from './peers/card-printer.ts';
import { renderByPoppler } from './pictures.ts';
import { sample } from './sample.ts';
import { cardPrinter, printServer, queueFor, serverOf } from './stage.ts';

// A card with bleed is larger than the card: what reaches the printer's mechanics must be as large as without it.

/** The pages that reached the mechanics, of the same card with so much bleed. */
async function printedWith(
  bleedMm: number,
  target: IppPrinter,
  printer: CardPrinter,
): Promise<readonly FacePixels[]> {
  const [golden] = goldenCards();
  if (golden === undefined) throw new Error('a card');
  const { faces, photo } = golden;
  const register = async (): Promise<void> => undefined;
  const card = { faces, photo, bleedMm, register, seal: () => new Uint8Array() };
  const document = await drawDocument(card, target, createCardDrawing({ resolveFont: findInstalledFont }));
  if (document === null) throw new Error('not drawable');
  const client = clientOf(target, NO_PRINT_SERVER, DEFAULT_LIMITS);
  const made = await client.createJob(
    jobTicket(target, jobId.parse(randomBytes(16).toString('hex')), 'name'),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const before = printer.cards().length;
  expect(await client.sendDocument(made.value.number, document.mimeType, document.bytes)).toMatchObject({
    ok: true,
  });
  await printer.waitForCards(before + 1);
  const arrived = printer.lastDocument();
  if (arrived === null) throw new Error('nothing arrived');
  return renderByPoppler(arrived, 300);
}

// In short runs the printer alone: a queue before it is another row of the same.
test.each(sample(['queue', 'printer'] as const, 1))(
  'on a %s the card has its own size, with bleed and without',
  async (kind) => {
    const printer = await cardPrinter({ keepDocument: true });
    const cups = await printServer();
    const address = kind === 'queue' ? (await queueFor(cups, printer.uri)).uri : printer.uri;
    // As PDF: what stands on a page is compared, and raster has no room beside the card.
    const target = {
      ...(await asChosen(address, serverOf(cups).settings)),
      format: { kind: 'pdf' } as const,
    };
    const plain = await printedWith(0, target, printer);
    const bled = await printedWith(2, target, printer);
    expect(bled).toHaveLength(2);
    for (const [index, page] of plain.entries()) {
      const other = bled[index];
      if (other === undefined) throw new Error('a page is missing');
      expect([other.width, other.height]).toEqual([page.width, page.height]);
      expect(shareDiffering(page, other)).toBeLessThan(0.002);
    }
  },
);
