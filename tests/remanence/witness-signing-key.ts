import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LaunchedKiosk } from '../../build/kiosk/launch-keeper.ts';
import { KIOSK_FILES } from '../../electron/keeper/data-folder/kiosk-files.ts';
import type { Services } from '../../electron/keeper/start/services.ts';
import { patternsOfBytes, type SearchPattern } from '../../shared/remanence/patterns.ts';
import { sealedKeysIn } from '../support/sealed-keys.ts';
import { askKeeper } from './witness-questions.ts';

/** What the suite asks its keeper, over node's channel: which key signs, and to let another one take over. */
export const ASK_KEY = 'the key that signs';
export const ROLL_KEY = 'another key signs';

/** A key that signs: its seed in clear, and as it is sealed on the disk, in hex. */
const witnessedKey = z.object({ epoch: z.number(), seed: z.string(), sealed: z.string() });
export type WitnessedKey = z.infer<typeof witnessedKey>;

export const SEED = 'seed of a key that signs';
export const SEAL = 'sealed seed of a key that signs';

/** In the keeper: the one key that its slots give back to whoever has the device key. */
export function keyThatSigns({ custody }: Services, dataFolder: string): WitnessedKey {
  const deviceKey = custody.deviceKey();
  if (deviceKey === null) throw new Error('nobody has signed in');
  const [key, ...others] = sealedKeysIn(readFileSync(join(dataFolder, KIOSK_FILES.signing)), deviceKey);
  if (key === undefined || others.length > 0) throw new Error('a kiosk has one key that signs');
  return { epoch: key.epoch, seed: key.seed.toString('hex'), sealed: key.sealed.toString('hex') };
}

/** In the keeper: as after an act that matters. */
export function letAnotherSign({ kioskKey, outbox }: Services): void {
  kioskKey.demandRoll();
  outbox.flush();
}

/** Asks the suite's keeper. */
export async function askKey(
  kiosk: LaunchedKiosk,
  question: typeof ASK_KEY | typeof ROLL_KEY,
): Promise<WitnessedKey> {
  return witnessedKey.parse(await askKeeper(kiosk, question));
}

/** What must be nowhere once another key signs. */
export function patternsOfKey({ seed, sealed }: WitnessedKey): readonly SearchPattern[] {
  return [
    ...patternsOfBytes(SEED, Buffer.from(seed, 'hex')),
    ...patternsOfBytes(SEAL, Buffer.from(sealed, 'hex')),
  ];
}
