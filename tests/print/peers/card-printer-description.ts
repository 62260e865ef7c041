import { unreachable } from '../../../shared/result.ts';

/** What a printer says it can do. `coarse-dots`: none that a card could be read from, so that PDF is left. */
export type CardPrinterKind =
  | 'card'
  | 'no-card-size'
  | 'no-duplex'
  | 'coarse-dots'
  | 'pwg-only'
  | 'letter-pwg-only';

/** How `ippeveprinter` is told: a file and the option that reads it. */
export interface Description {
  readonly option: '-P' | '-a';
  readonly fileName: string;
  readonly text: string;
}

const CARD = { name: 'CR80', width: '153.014', height: '242.646' };
const A4 = { name: 'A4', width: '595.276', height: '841.890' };

interface PpdOptions {
  readonly size: typeof CARD;
  readonly duplex: boolean;
  readonly dotsPerInch?: number;
}

/** A PostScript printer description: of a printer, and of a queue whose driver takes PDF as CUPS prepares it. */
export function ppd({ size, duplex, dotsPerInch = 300 }: PpdOptions): string {
  const { name, width, height } = size;
  const page = `"<</PageSize[${width} ${height}]>>setpagedevice"`;
  const sides = `*OpenUI *Duplex/Sides: PickOne
*DefaultDuplex: DuplexNoTumble
*Duplex None/One: ""
*Duplex DuplexNoTumble/Long edge: ""
*Duplex DuplexTumble/Short edge: ""
*CloseUI: *Duplex
`;
  return `*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "CARD.PPD"
*Manufacturer: "Example"
*Product: "(Example Card)"
*ModelName: "Example Card"
*ShortNickName: "Example Card"
*NickName: "Example Card"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*Throughput: "2"
*cupsFilter: "application/vnd.cups-pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: ${name}
*PageSize ${name}/${name}: ${page}
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*DefaultPageRegion: ${name}
*PageRegion ${name}/${name}: ${page}
*CloseUI: *PageRegion
*DefaultImageableArea: ${name}
*ImageableArea ${name}/${name}: "0 0 ${width} ${height}"
*DefaultPaperDimension: ${name}
*PaperDimension ${name}/${name}: "${width} ${height}"
${duplex ? sides : ''}*DefaultResolution: ${dotsPerInch}dpi
*DefaultFont: Courier
*Font Courier: Standard "(1.05)" Standard ROM
`;
}

/** The driver of a card printer's queue. */
export const cardPpd = ppd({ size: CARD, duplex: true });

/** A size in hundredths of a millimetre, and its name. */
interface Media {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

const sizeOf = ({ width, height }: Media): string =>
  `{ MEMBER integer x-dimension ${width} MEMBER integer y-dimension ${height} }`;
const mediaOf = (media: Media): string => `{
  MEMBER collection media-size ${sizeOf(media)}
  MEMBER keyword media-size-name ${media.name}
  MEMBER integer media-bottom-margin 0 MEMBER integer media-left-margin 0
  MEMBER integer media-right-margin 0 MEMBER integer media-top-margin 0
}`;

const CR80: Media = { name: 'om_card_54x86mm', width: 5398, height: 8560 };
const LETTER: Media = { name: 'na_letter_8.5x11in', width: 21_590, height: 27_940 };

/**
 * Only raster. Without a list of formats in it, because ippeveprinter adds its own (octet-stream, PWG raster,
 * URF) to an attribute file's and then answers two attributes of one name, which RFC 8011 forbids. A printer
 * that takes PDF is therefore described by a PPD, for which it answers one list.
 */
const pwgOnly = (media: Media): string => `ATTR text printer-make-and-model "Example Card"
ATTR boolean color-supported true
ATTR keyword media-default ${media.name}
ATTR keyword media-ready ${media.name}
ATTR keyword media-supported ${media.name}
ATTR collection media-size-supported ${sizeOf(media)}
ATTR collection media-col-default ${mediaOf(media)}
ATTR collection media-col-ready ${mediaOf(media)}
ATTR collection media-col-database ${mediaOf(media)}
ATTR integer media-bottom-margin-supported 0
ATTR integer media-left-margin-supported 0
ATTR integer media-right-margin-supported 0
ATTR integer media-top-margin-supported 0
ATTR keyword media-source-supported auto
ATTR keyword media-type-supported auto
ATTR rangeOfInteger copies-supported 1-1
ATTR integer copies-default 1
ATTR keyword sides-default one-sided
ATTR keyword sides-supported one-sided,two-sided-long-edge,two-sided-short-edge
ATTR keyword print-color-mode-default auto
ATTR keyword print-color-mode-supported auto,color,monochrome
ATTR enum print-quality-default 4
ATTR enum print-quality-supported 4
ATTR resolution printer-resolution-default 300dpi
ATTR resolution printer-resolution-supported 300dpi
ATTR resolution pwg-raster-document-resolution-supported 300dpi
ATTR keyword pwg-raster-document-sheet-back normal
ATTR keyword pwg-raster-document-type-supported srgb_8,sgray_8
`;

/** How a printer of this kind is described. */
export function describePrinter(kind: CardPrinterKind): Description {
  switch (kind) {
    case 'card':
      return { option: '-P', fileName: 'printer.ppd', text: cardPpd };
    case 'no-card-size':
      return { option: '-P', fileName: 'printer.ppd', text: ppd({ size: A4, duplex: true }) };
    case 'no-duplex':
      return { option: '-P', fileName: 'printer.ppd', text: ppd({ size: CARD, duplex: false }) };
    case 'coarse-dots':
      return {
        option: '-P',
        fileName: 'printer.ppd',
        text: ppd({ size: CARD, duplex: true, dotsPerInch: 72 }),
      };
    case 'pwg-only':
      return { option: '-a', fileName: 'printer.conf', text: pwgOnly(CR80) };
    case 'letter-pwg-only':
      return { option: '-a', fileName: 'printer.conf', text: pwgOnly(LETTER) };
    default:
      return unreachable(kind);
  }
}
