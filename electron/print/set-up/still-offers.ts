import {
  type IppDevice,
  type PrinterRole,
  type PrintFormat,
  type PrintMedia,
  roleOf,
} from '../../../shared/contract/printing/printer.ts';
import { unreachable } from '../../../shared/result.ts';
import type { PrinterAttributes } from '../../lib/ipp/printer-attributes.ts';
import { dotsOffered, fittingMedia, sheetBackOf, takesItUpright } from './choose.ts';
import { nameOfSize } from './size-name.ts';

// Whether a printer still takes the card or the paper as it was chosen to. Not whether the same would be chosen again: what is
// loaded is chosen first, and a feeder that runs empty must not make another size of it.

/** Whether there still is this size: by its name, or by its measures where the name was of our making. */
export function stillOffersMedia(said: PrinterAttributes, chosen: PrintMedia, role: PrinterRole): boolean {
  return fittingMedia(said, role).some((each) => isThatSize(each, chosen));
}

function isThatSize(each: PrintMedia, chosen: PrintMedia): boolean {
  return (
    each.name === chosen.name || (chosen.name === nameOfSize(chosen) && nameOfSize(each) === chosen.name)
  );
}

/** Whether all that was drawn by is still so: the way round, the edge it is turned over, the kind of document. */
export function stillTakesAsDrawn(said: PrinterAttributes, printer: IppDevice): boolean {
  const { media, sides, format } = printer;
  const role = roleOf(printer);
  const sameWayRound = fittingMedia(said, role).some(
    (each) => isThatSize(each, media) && takesItUpright(each) === takesItUpright(media),
  );
  const sameSides = sides === 'one-sided' || said.sides.includes(sides);
  return sameWayRound && sameSides && stillTakesFormat(said, format, role);
}

function stillTakesFormat(said: PrinterAttributes, format: PrintFormat, role: PrinterRole): boolean {
  switch (format.kind) {
    case 'pdf':
      return said.documentFormats.includes('application/pdf');
    case 'pwg-raster':
      return (
        said.documentFormats.includes('image/pwg-raster') &&
        dotsOffered(said, role).includes(format.dotsPerInch) &&
        said.pwg.types.includes(format.colour) &&
        sheetBackOf(said) === format.sheetBack
      );
    default:
      return unreachable(format);
  }
}
