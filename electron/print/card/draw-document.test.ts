import { describe, expect, it } from 'vitest';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { IppPrinter } from '../../../shared/contract/printing/printer.ts';
import { createCardDrawing } from '../../lib/drawing/draw-card.ts';
import { findInstalledFont } from '../../lib/drawing/font-catalogue.ts';
import { readPwgRaster } from '../../lib/drawing/pwg-raster.test-support.ts';
import { testCard } from './card-to-print.ts';
import { drawDocument } from './draw-document.ts';

const drawing = createCardDrawing({ resolveFont: findInstalledFont });
/** Where the name of the page's size begins (PWG 5102.4, table 3), and how long it is with the zero behind it. */
const PAGE_SIZE_NAME = 1732;
const NAME_BYTES = 64;

/** The names that the headers of a card have for a printer which calls its size so. */
async function namesInHeaders(name: string): Promise<readonly string[]> {
  const printer: IppPrinter = {
    ...CARD_PRINTER,
    format: { kind: 'pwg-raster', dotsPerInch: 100, colour: 'sgray_8', sheetBack: 'normal' },
    media: { ...CARD_PRINTER.media, name },
  };
  const document = await drawDocument(testCard(SAMPLE_PROGRAMME), printer, drawing);
  if (document === null) throw new Error('not drawn');
  return readPwgRaster(Buffer.from(document.bytes)).map((page) => page.text(PAGE_SIZE_NAME));
}

describe('dots are sent under the printer’s own name of the size', () => {
  it.each(['iso_id-1_53.98x85.6mm', 'x'.repeat(NAME_BYTES - 1)])('%s', async (name) => {
    expect(await namesInHeaders(name)).toEqual([name, name]);
  });
});

describe('dots are sent under a name made of its measures', () => {
  it.each([
    ['one byte too long', 'x'.repeat(NAME_BYTES)],
    ['the longest that a printer may have', 'x'.repeat(255)],
    ['not in ASCII', 'karte_ausweis-süd_53.98x85.6mm'],
  ])('where its own is %s', async (_what, name) => {
    expect(await namesInHeaders(name)).toEqual(['custom_card_53.98x85.6mm', 'custom_card_53.98x85.6mm']);
  });
});
