import type { CardMedia, IppPrinter, PrintFormat } from '../../../shared/contract/printer.ts';
import { unreachable } from '../../../shared/result.ts';
import type { PrinterAttributes } from '../ipp/printer-attributes.ts';
import { dotsOffered, fittingMedia, sheetBackOf, takesItUpright } from './choose.ts';
import { nameOfSize } from './size-name.ts';

// Whether a printer still takes the card as it was chosen to. Not whether the same would be chosen again: what is
// loaded is chosen first, and a feeder that runs empty must not make another size of it.

/** Whether there still is this size of a card: by its name, or by its measures where the name was of our making. */
export function stillOffersMedia(said: PrinterAttributes, chosen: CardMedia): boolean {
  return fittingMedia(said).some((each) => isThatSize(each, chosen));
}

function isThatSize(each: CardMedia, chosen: CardMedia): boolean {
  return (
    each.name === chosen.name || (chosen.name === nameOfSize(chosen) && nameOfSize(each) === chosen.name)
  );
}

/** Whether all that a card is drawn by is still so: the way round, the edge it is turned over, the kind of document. */
export function stillTakesAsDrawn(said: PrinterAttributes, { media, sides, format }: IppPrinter): boolean {
  const sameWayRound = fittingMedia(said).some(
    (each) => isThatSize(each, media) && takesItUpright(each) === takesItUpright(media),
  );
  return sameWayRound && said.sides.includes(sides) && stillTakesFormat(said, format);
}

function stillTakesFormat(said: PrinterAttributes, format: PrintFormat): boolean {
  switch (format.kind) {
    case 'pdf':
      return said.documentFormats.includes('application/pdf');
    case 'pwg-raster':
      return (
        said.documentFormats.includes('image/pwg-raster') &&
        dotsOffered(said).includes(format.dotsPerInch) &&
        said.pwg.types.includes(format.colour) &&
        sheetBackOf(said) === format.sheetBack
      );
    default:
      return unreachable(format);
  }
}
