import { z } from 'zod';
import { parsePrinterAddress } from '../printing/address.ts';
import { FULL_PATH_IN_WORDS, fullPath, type SettingsPlatform } from './full-path.ts';
import { keyFacts } from './key-facts.ts';

/** The same bounds as the built-in printer's own contract; a test holds the two together. */
const SECONDS_PER_FACE = { least: 0, most: 60, usual: 8 } as const;

/** `[built-in-printer]`. */
export function builtInPrinterTable(platform: SettingsPlatform) {
  return z.strictObject({
    'seconds-per-face': z
      .number()
      .min(SECONDS_PER_FACE.least)
      .max(SECONDS_PER_FACE.most)
      .default(SECONDS_PER_FACE.usual)
      .register(keyFacts, {
        takes: `a number of seconds from ${SECONDS_PER_FACE.least} to ${SECONDS_PER_FACE.most}`,
        without: `${SECONDS_PER_FACE.usual}`,
        does: 'How long the built-in card printer takes for each face of a card.',
        example: '8',
      }),
    folder: fullPath(platform).optional().register(keyFacts, {
      takes: FULL_PATH_IN_WORDS,
      without: 'it writes no files',
      does: 'Where the built-in card printer writes the last finished card, as files. They show the person: for practice only. The unit may write to it below /media and /mnt.',
      example: '"/mnt/practice-cards"',
    }),
  });
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** The smallest is what every screen of the kiosk is laid out for. */
const DISPLAY = { width: { least: 1024, most: 16_384 }, height: { least: 768, most: 16_384 } } as const;

const pixels = ({ least, most }: Bounds) => z.int().min(least).max(most);

/** `[display]`. */
export const displayTable = z.strictObject({
  width: pixels(DISPLAY.width).register(keyFacts, {
    takes: `a whole number of pixels from ${DISPLAY.width.least} to ${DISPLAY.width.most}`,
    without: null,
    does: 'How wide the display is.',
    example: '1920',
  }),
  height: pixels(DISPLAY.height).register(keyFacts, {
    takes: `a whole number of pixels from ${DISPLAY.height.least} to ${DISPLAY.height.most}`,
    without: null,
    does: 'How high the display is.',
    example: '1080',
  }),
});

/** As fingerprints are written: with colons or spaces, in capitals or not. */
const FINGERPRINT = /^(?:[0-9a-f]{2}[: ]?){31}[0-9a-f]{2}$/i;

const SECURE_ONLY = 'with an address that begins with ipps://';

function printerTable(what: string, withoutCertificate: string) {
  return z
    .strictObject({
      address: z
        .string()
        .refine((text) => parsePrinterAddress(text).ok)
        .register(keyFacts, {
          takes:
            'an address by number or localhost in quotes, like "ipp://192.0.2.17/ipp/print" or "ipps://192.0.2.17/ipp/print"',
          without: null,
          does: `The address of the ${what} printer.`,
          example: '"ipps://192.0.2.17/ipp/print"',
        }),
      certificate: z
        .string()
        .regex(FINGERPRINT)
        .transform((text) => text.replaceAll(/[: ]/g, '').toLowerCase())
        .optional()
        .register(keyFacts, {
          takes: `the SHA-256 fingerprint of its certificate in quotes: 64 hexadecimal digits, with colons or without, ${SECURE_ONLY}`,
          without: withoutCertificate,
          does: 'By this certificate the kiosk knows the printer. The screen compares it, and offers no other device in its place.',
          example: `"${'AB:'.repeat(31)}AB"`,
        }),
    })
    .refine(({ address, certificate }) => certificate === undefined || isSecure(address), {
      path: ['certificate'],
    });
}

function isSecure(address: string): boolean {
  const target = parsePrinterAddress(address);
  return target.ok && target.value.tls !== null;
}

/** `[card-printer]`. */
export const cardPrinterTable = printerTable(
  'card',
  'with an address at ipps://, the kiosk chooses nothing by itself: whoever chooses the printer compares the fingerprint with its panel',
);
/** `[ordinary-printer]`. */
export const ordinaryPrinterTable = printerTable(
  'ordinary',
  'whoever chooses the printer compares the fingerprint with its panel',
);
