import { z } from 'zod';
import { custodyKinds } from '../contract/custody.ts';
import {
  DATA_FOLDER_IN_WORDS,
  dataFolderPath,
  FULL_PATH_IN_WORDS,
  fullPath,
  type SettingsPlatform,
} from './full-path.ts';
import { keyFacts } from './key-facts.ts';
import { LONGEST_CAMERA_NAME } from './preset.ts';
import { builtInPrinterTable, cardPrinterTable, displayTable, ordinaryPrinterTable } from './tables.ts';

/**
 * Of a screen that staff have left. A page tells of touches every twenty seconds, so a shorter time would lock under somebody’s
 * hands; in a longer one somebody else can come by.
 */
const LOCK_AFTER_MINUTES = { least: 2, most: 30, usual: 5 } as const;

/**
 * Every key that a settings file may have, in the order of the reference. A key stands here once it has an effect: what a
 * file says and nothing does would be believed. Keys are written as in TOML, words with hyphens.
 */
function settingsSchemaOn(platform: SettingsPlatform) {
  return z.strictObject({
    'data-folder': dataFolderPath(platform).register(keyFacts, {
      takes: DATA_FOLDER_IN_WORDS,
      without: null,
      does: 'Where the kiosk keeps its vault, its ledger and its keys. The folder belongs to the kiosk’s own account. With another folder, this is another kiosk. The unit may write to /var/lib/counterfoil, /media and /mnt. Elsewhere, root first makes the folder, and the unit needs a line `ReadWritePaths=` of its own: `counterfoil doctor` has both commands.',
      example: '"/var/lib/counterfoil"',
    }),
    'policy-file': fullPath(platform).optional().register(keyFacts, {
      takes: FULL_PATH_IN_WORDS,
      without:
        '`/etc/counterfoil/policy.json`; for a rehearsal or an evaluation package that isn’t provisioned, the invented policy in it',
      does: 'The policy of the city’s program. Its signature and the program’s public key lie beside it.',
      example: '"/etc/counterfoil/policy.json"',
    }),
    // What holds without it is decided by the package: one for residents' data is set up by nobody who comes first.
    provisioned: z.boolean().optional().register(keyFacts, {
      takes: 'true or false',
      without: 'true; for a rehearsal or an evaluation package, false',
      does: 'Whether a provisioning sets the kiosk up. Until one has, the kiosk waits for it. With false, whoever comes first sets the kiosk up.',
      example: 'true',
    }),
    'usb-drive': fullPath(platform).optional().register(keyFacts, {
      takes: FULL_PATH_IN_WORDS,
      without: 'there is no USB drive',
      does: 'Where the USB drive is mounted. Exports, checkpoints, statements and produced applications go there. Orders, policies and recipients come from there. The unit may write to it below /media and /mnt.',
      example: '"/media/counterfoil"',
    }),
    'print-queue': z
      .string()
      .min(1)
      .max(255)
      // There the kiosk would have no way to the queue, and on Linux nobody would see why no card comes.
      .refine(() => platform === 'other')
      .optional()
      .register(keyFacts, {
        takes:
          'the name of a queue of Windows or macOS; on Linux nothing: the printer is chosen on the kiosk’s own screen',
        without: 'the built-in card printer',
        does: 'The print queue of Windows or macOS that cards are printed on.',
        example: '"Card Maker 9"',
        isOfLinux: false,
      }),
    custody: z.enum(custodyKinds).optional().register(keyFacts, {
      takes: '"memory" or "sealed"',
      without: 'the supervisor who goes live decides it',
      does: 'Where encryption keys of open applications are kept from go-live on. "memory": a power outage ends every open application. "sealed": on the disk, and applications survive one. On a kiosk that is live, it changes nothing.',
      example: '"sealed"',
    }),
    camera: z.string().max(LONGEST_CAMERA_NAME).regex(/\S/).optional().register(keyFacts, {
      takes: 'the name of a camera in quotes, or a part of it',
      without: 'the first camera that the system lists',
      does: 'The camera that photos are taken with. Capitals don’t matter. No other camera is used, and the photo step says so if this one isn’t plugged in. `cat /sys/class/video4linux/*/name` lists names.',
      example: '"HD Pro Webcam C920"',
    }),
    'lock-after-minutes': z
      .int()
      .min(LOCK_AFTER_MINUTES.least)
      .max(LOCK_AFTER_MINUTES.most)
      .default(LOCK_AFTER_MINUTES.usual)
      .register(keyFacts, {
        takes: `a whole number of minutes from ${LOCK_AFTER_MINUTES.least} to ${LOCK_AFTER_MINUTES.most}`,
        without: `${LOCK_AFTER_MINUTES.usual}`,
        does: 'The screen locks if staff don’t touch it for so long. The open application is kept. How long the kiosk waits for an applicant is in the policy.',
        example: '5',
      }),
    display: displayTable.optional().register(keyFacts, {
      takes: 'a table: a line [display], and its keys below',
      without: 'any size is right',
      does: 'The size that the display comes up with. If it has another one, the sign-in screen says so.',
      example: '',
    }),
    'card-printer': cardPrinterTable.optional().register(keyFacts, {
      takes: 'a table: a line [card-printer], and its keys below',
      without: 'whoever chooses a card printer types its address',
      does: 'The card printer of this counter. The kiosk chooses it by itself, and anew after a change of this table, as long as no staff have chosen one. It needs the certificate for an address at ipps://. Its address is also filled in where a supervisor or IT staff choose a printer.',
      example: '',
    }),
    'ordinary-printer': ordinaryPrinterTable.optional().register(keyFacts, {
      takes: 'a table: a line [ordinary-printer], and its keys below',
      without: 'whoever chooses an ordinary printer types its address',
      does: 'The printer for receipts, slips and day sheets. Its address is filled in where it is chosen.',
      example: '',
    }),
    'built-in-printer': builtInPrinterTable(platform).prefault({}).register(keyFacts, {
      takes: 'a table: a line [built-in-printer], and its keys below',
      without: 'as without each of its keys',
      does: 'The built-in card printer of an evaluation package, which shows finished cards on the screen. A release and a rehearsal have none.',
      example: '',
    }),
  });
}

/** The schema of a settings file. */
export const settingsSchemas = {
  linux: settingsSchemaOn('linux'),
  'linux-evaluation': settingsSchemaOn('linux-evaluation'),
  other: settingsSchemaOn('other'),
} as const satisfies Readonly<Record<SettingsPlatform, z.ZodType>>;

/** What a settings file says, with what holds where it says nothing. */
export type Settings = z.output<(typeof settingsSchemas)['linux']>;

/** What holds of a kiosk that only says where its data is. */
export function settingsWithOnly(dataFolder: string): Settings {
  const anywhere = settingsSchemas['linux-evaluation'].parse({ 'data-folder': '/' });
  return { ...anywhere, 'data-folder': dataFolder };
}
