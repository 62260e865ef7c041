import { z } from 'zod';
import type { LaunchedKiosk } from '../../build/kiosk/launch-keeper.ts';
import { patternsOfBytes, patternsOfValue, type SearchPattern } from '../../shared/remanence/patterns.ts';
import { askKeeper } from './witness-questions.ts';

/** What the suite asks its keeper, over node's channel. */
export const ASK_NAMES = 'names of what is open';

/** What names each open application, in hex: its id, its jobs, and the hashes by which its card is found. */
export const openNames = z.array(
  z.object({ ids: z.array(z.string()), jobs: z.array(z.string()), hashes: z.array(z.string()) }),
);
export type OpenNames = z.infer<typeof openNames>;

export const ID = 'application id';
export const JOB = 'print-job name';
export const HASH = 'hash of the card';

/** Asks the suite's keeper what names the one application that is open now. */
export async function askNames(kiosk: LaunchedKiosk): Promise<OpenNames[number]> {
  const [names, ...others] = openNames.parse(await askKeeper(kiosk, ASK_NAMES));
  if (names === undefined || others.length > 0) throw new Error('not one application is open');
  return names;
}

/** Every form of these names: as the bytes that they are, and as the text that stands in a row. */
export function namePatterns({ ids, jobs, hashes }: OpenNames[number]): readonly SearchPattern[] {
  const forms = (label: string, hex: string): readonly SearchPattern[] => [
    ...patternsOfBytes(label, Buffer.from(hex, 'hex')),
    ...patternsOfValue(label, hex),
  ];
  return [
    ...ids.flatMap((hex) => forms(ID, hex)),
    ...jobs.flatMap((hex) => forms(JOB, hex)),
    ...hashes.flatMap((hex) => forms(HASH, hex)),
  ];
}
