import { readFileSync } from 'node:fs';
import { openSlot, readSlot, SLOT_BYTES } from '../../electron/keeper/custody/slot.ts';
import { type CardNumber, formatCardNumber } from '../../shared/card/number/card-number.ts';
import { createChunkedSearch } from '../../shared/remanence/chunked-search.ts';
import { patternsOfBytes, patternsOfValue, type SearchPattern } from '../../shared/remanence/patterns.ts';
import { type FoundKey, sealedKeysIn } from '../support/sealed-keys.ts';
import { canaryOf } from './content.ts';
import type { Mark } from './marks.ts';
import { patternsOfTrace, type Trace, tracesOf } from './traces.ts';

/** What is searched for: everything that must not be there, and what must be, or the search proves nothing. */
export interface Secrets {
  readonly token: string;
  readonly deviceKey: Buffer;
  /** The key that the kiosk was set up with: it signs no more as soon as somebody has signed in after a start. */
  readonly firstKey: FoundKey;
  /** Keys that were ever made, by application. */
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly cardNumbers: readonly CardNumber[];
  /** Random ids and hashes by which an application could be told again, each with whose it is. */
  readonly traces: readonly Trace[];
  /** Ciphertext of the application that stays open, as soon as it was answered as stored. */
  readonly keptCiphertext: Buffer | null;
}

/** What lies in the bytes of a disk. */
export interface RawFindings {
  /** Plaintext and raw keys, in words. */
  readonly remnants: readonly string[];
  /** Applications whose key some slot image gives back to whoever has the device key. */
  readonly openSlots: ReadonlySet<string>;
  /** Epochs of the keys that sign, or did, which some slot image gives back in the same way. */
  readonly openKeys: ReadonlySet<number>;
  /** The sealed seed of the first key stands somewhere, in a slot or in a piece of one. */
  readonly firstSealFound: boolean;
  readonly traces: readonly Trace[];
  /** The search found what was planted for it. */
  readonly plantFound: boolean;
  readonly ciphertextFound: boolean;
}

/** Traces by their place in the list: a label is a word, and two traces may be of one kind. */
const TRACE = 'trace';

const PLANT = 'planted';
const CIPHERTEXT = 'ciphertext';
const FIRST_SEAL = 'the sealed seed of the first key';

/** Far more slots than a run makes: the place is part of what a slot is sealed with, and a copy tells no place. */
const PLACES = 8;

/** What is written beside the kiosk's files, in the same disk: found by every search that works. */
export function plantOf(token: string): string {
  return `${token}-${PLANT}`;
}

/** A card's number as print shows it, planted in the same way: it would be found, if one were there. */
export const PLANTED_CARD = 'KKQ 29M XT6K';
const CARD_PLANT = 'planted card number';

/** Collects from the marks what a disk must be searched for. */
export function secretsOf(
  { token, deviceKey, firstKey }: Pick<Secrets, 'token' | 'deviceKey' | 'firstKey'>,
  marks: readonly Mark[],
): Secrets {
  const keys = new Map<string, Buffer>();
  const cardNumbers: CardNumber[] = [];
  let keptCiphertext: Buffer | null = null;
  for (const mark of marks) {
    if (mark.kind === 'key') keys.set(mark.application, Buffer.from(mark.key, 'hex'));
    if (mark.kind === 'card') cardNumbers.push(mark.number);
    if (mark.kind === 'stored' && mark.who === 'kept') keptCiphertext = Buffer.from(mark.ciphertext, 'hex');
  }
  return { token, deviceKey, firstKey, keys, cardNumbers, traces: tracesOf(marks), keptCiphertext };
}

function patternsOf({
  token,
  deviceKey,
  firstKey,
  keys,
  cardNumbers,
  traces,
  keptCiphertext,
}: Secrets): readonly SearchPattern[] {
  const halves = (label: string, key: Buffer): readonly SearchPattern[] => [
    ...patternsOfBytes(label, key),
    // Half a key would be a find as well.
    ...patternsOfBytes(`half of ${label}`, key.subarray(8, 24)),
  ];
  return [
    ...patternsOfValue('plaintext of the wiped application', canaryOf(token, 'wiped')),
    ...patternsOfValue('plaintext of the kept application', canaryOf(token, 'kept')),
    ...halves('the device key', deviceKey),
    ...halves('the seed of a key that signs', firstKey.seed),
    ...patternsOfBytes(FIRST_SEAL, firstKey.sealed),
    ...[...keys.values()].flatMap((key) => halves('an application’s key', key)),
    ...cardNumbers.flatMap((number) => [
      ...patternsOfValue('the card number', number),
      ...patternsOfValue('the card number', formatCardNumber(number)),
    ]),
    ...traces.flatMap((trace, index) => patternsOfTrace(`${TRACE} ${index}`, trace)),
    ...patternsOfValue(PLANT, plantOf(token)),
    ...patternsOfValue(CARD_PLANT, PLANTED_CARD),
    ...(keptCiphertext === null ? [] : patternsOfBytes(CIPHERTEXT, keptCiphertext)),
  ];
}

/** Searches the raw bytes of files: an image of a disk, or the files of a folder. */
export function searchRaw(files: readonly string[], secrets: Secrets): RawFindings {
  const search = createChunkedSearch(patternsOf(secrets), 1);
  const labels = new Set<string>();
  const traces = new Set<Trace>();
  const openSlots = new Set<string>();
  const openKeys = new Set<number>();
  for (const file of files) {
    const bytes = readFileSync(file);
    search.searchWhole(bytes, ({ label, encoding }) => {
      const trace = label.startsWith(`${TRACE} `)
        ? secrets.traces[Number(label.slice(TRACE.length))]
        : undefined;
      if (trace === undefined) labels.add(`${label} (${encoding})`);
      else traces.add(trace);
    });
    for (const application of openSlotsIn(bytes, secrets.deviceKey)) openSlots.add(application);
    for (const { epoch } of sealedKeysIn(bytes, secrets.deviceKey)) openKeys.add(epoch);
  }
  const found = (label: string): boolean => [...labels].some((each) => each.startsWith(`${label} (`));
  const expected = [PLANT, CIPHERTEXT, FIRST_SEAL];
  const remnants = [...labels].filter((each) => !expected.some((label) => each.startsWith(label)));
  return {
    remnants,
    traces: [...traces],
    openSlots,
    openKeys,
    firstSealFound: found(FIRST_SEAL),
    plantFound: found(PLANT) && found(CARD_PLANT),
    ciphertextFound: found(CIPHERTEXT),
  };
}

/** Every used slot, wherever its bytes lie, that the device key opens. */
function* openSlotsIn(bytes: Buffer, deviceKey: Buffer): Generator<string, void> {
  const into = Buffer.alloc(32);
  for (let at = bytes.indexOf('CfSl'); at !== -1; at = bytes.indexOf('CfSl', at + 1)) {
    const page = bytes.subarray(at, at + SLOT_BYTES);
    if (page.length < SLOT_BYTES) return;
    const slot = readSlot(page);
    if (slot.kind !== 'used') continue;
    const { application } = slot;
    for (let place = 0; place < PLACES; place += 1) {
      if (openSlot(page, { slot: place, application }, deviceKey, into)) yield application;
    }
  }
}
