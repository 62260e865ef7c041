import { z } from 'zod';
import { certificatePin, printerAddress } from '../contract/printing/printer.ts';
import { parsePrinterAddress } from '../printing/address.ts';

/** What is said of a key wherever it comes up: in the reference, in the example, and in each mistake about it. */
export interface KeyFacts {
  /** The end of "It takes …". */
  readonly takes: string;
  /** What holds without it; null: every file must have it. */
  readonly without: string | null;
  /** What it does, in whole sentences. */
  readonly does: string;
  /** A value as it stands in a file; of a table, nothing. */
  readonly example: string;
}

/** Beside each key of the schema. A key without them has no line in the reference, and a test finds it. */
export const keyFacts = z.registry<KeyFacts>();

/** Where the kiosk runs. What is on Windows and macOS is there for demonstrations. */
export type SettingsPlatform = 'linux' | 'other';

/** Longer than any path that somebody types; a screen has room for it. */
const LONGEST_PATH = 1000;
/** Nothing unseen in it: a path with a control character is another one than it looks like. */
const FULL_PATH: Readonly<Record<SettingsPlatform, RegExp>> = {
  linux: /^\/[^\p{C}\p{Zl}\p{Zp}]*$/u,
  other: /^(?:\/|[A-Za-z]:[\\/])[^\p{C}\p{Zl}\p{Zp}]*$/u,
};

const FULL_PATH_IN_WORDS = 'a full path in quotes, beginning with a slash';

/** The same bounds as the built-in printer's own contract; a test holds the two together. */
const SECONDS_PER_FACE = { least: 0, most: 60, usual: 8 } as const;

/** The card printer that IT choose. Where it listens says whether it shows a certificate. */
function cardPrinterTable() {
  return z
    .strictObject({
      address: printerAddress
        .refine((address) => parsePrinterAddress(address).ok)
        .optional()
        .register(keyFacts, {
          takes: 'the address of a printer or a queue, with a number or localhost',
          without: 'staff choose the card printer at the kiosk',
          does: 'The card printer that the kiosk chooses by itself, as long as no one has chosen one. Staff can choose another one at the kiosk.',
          example: '"ipps://192.0.2.17/ipp/print"',
        }),
      certificate: certificatePin.optional().register(keyFacts, {
        takes:
          'the SHA-256 of its certificate, 64 small hexadecimal digits; with an address at ipps://, and only there',
        without: 'the printer has none',
        does: 'The certificate by which the kiosk knows the printer.',
        example: `"${'3b0f17c4a6d2e895'.repeat(4)}"`,
      }),
    })
    .superRefine(({ address, certificate }, context) => {
      const target = address === undefined ? null : parsePrinterAddress(address);
      const isSecure = target?.ok === true && target.value.tls !== null;
      if (isSecure !== (certificate !== undefined))
        context.addIssue({ code: 'custom', path: [target === null ? 'address' : 'certificate'] });
    });
}

/**
 * Every key that a settings file may have, in the order of the reference. A key stands here once it has an effect: what a
 * file says and nothing does would be believed. Keys are written as in TOML, words with hyphens.
 */
function settingsSchemaOn(platform: SettingsPlatform) {
  const fullPath = () => z.string().max(LONGEST_PATH).regex(FULL_PATH[platform]);
  const builtInPrinter = z.strictObject({
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
    folder: fullPath().optional().register(keyFacts, {
      takes: FULL_PATH_IN_WORDS,
      without: 'it writes no files',
      does: 'Where the built-in card printer writes the last finished card, as files. They show the person: for practice only.',
      example: '"/srv/practice-cards"',
    }),
  });
  return z.strictObject({
    'data-folder': fullPath().register(keyFacts, {
      takes: FULL_PATH_IN_WORDS,
      without: null,
      does: 'Where the kiosk keeps its vault, its ledger and its keys. The folder belongs to the kiosk’s own account. With another folder, this is another kiosk.',
      example: '"/var/lib/counterfoil"',
    }),
    'policy-file': fullPath().optional().register(keyFacts, {
      takes: FULL_PATH_IN_WORDS,
      without:
        '`/etc/counterfoil/policy.json`; for a rehearsal or an evaluation package that isn’t provisioned, the invented policy in it',
      does: 'The policy of the city’s program. Its signature and the program’s public key lie beside it.',
      example: '"/etc/counterfoil/policy.json"',
    }),
    provisioned: z.boolean().default(false).register(keyFacts, {
      takes: 'true or false',
      without: 'false',
      does: 'Whether a provisioning sets the kiosk up. Until one has, the kiosk waits for it, and nobody who comes first can set it up.',
      example: 'true',
    }),
    'usb-drive': fullPath().optional().register(keyFacts, {
      takes: FULL_PATH_IN_WORDS,
      without: 'there is no USB drive',
      does: 'Where the USB drive is mounted. Exports, checkpoints, statements and produced applications go there. Orders, policies and recipients come from there.',
      example: '"/media/counterfoil"',
    }),
    'print-queue': z
      .string()
      .min(1)
      .max(255)
      // There the kiosk would have no way to the queue, and on Linux nobody would see why no card comes.
      .refine(() => platform !== 'linux')
      .optional()
      .register(keyFacts, {
        takes:
          'the name of a queue of Windows or macOS; on Linux nothing: the printer is chosen on the kiosk’s own screen',
        without: 'the built-in card printer',
        does: 'The print queue of Windows or macOS that cards are printed on.',
        example: '"Card Maker 9"',
      }),
    'card-printer': cardPrinterTable().prefault({}).register(keyFacts, {
      takes: 'a table: a line [card-printer], and its keys below',
      without: 'as without each of its keys',
      does: 'The card printer, where IT choose it for the kiosk.',
      example: '',
    }),
    'built-in-printer': builtInPrinter.prefault({}).register(keyFacts, {
      takes: 'a table: a line [built-in-printer], and its keys below',
      without: 'as without each of its keys',
      does: 'The built-in card printer, which shows finished cards on the screen.',
      example: '',
    }),
  });
}

/** The schema of a settings file. */
export const settingsSchemas = {
  linux: settingsSchemaOn('linux'),
  other: settingsSchemaOn('other'),
} as const satisfies Readonly<Record<SettingsPlatform, z.ZodType>>;

/** What a settings file says, with what holds where it says nothing. */
export type Settings = z.output<(typeof settingsSchemas)['linux']>;

/** What holds of a kiosk that only says where its data is. */
export function settingsWithOnly(dataFolder: string): Settings {
  return { ...settingsSchemas.linux.parse({ 'data-folder': '/' }), 'data-folder': dataFolder };
}
