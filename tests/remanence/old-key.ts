import type { LaunchedKiosk } from '../../build/kiosk/launch-keeper.ts';
import type { Bench } from './bench.ts';
import { addPlaces, type RemanenceResult } from './result.ts';
import { scanFiles } from './scan.ts';
import { VoidRun } from './void-run.ts';
import { ASK_KEY, askKey, patternsOfKey, ROLL_KEY, SEAL, SEED } from './witness-signing-key.ts';

/**
 * Lets another key sign, and searches files and bare blocks for the one before: its seed in clear, and as it was sealed. Sealed it
 * must be found as long as it signs, in the file and in the blocks, or the search proves nothing; in clear never.
 */
export async function rollAndLook(
  { bench, kiosk, began }: { readonly bench: Bench; readonly kiosk: LaunchedKiosk; readonly began: number },
  result: RemanenceResult,
): Promise<void> {
  const before = await askKey(kiosk, ASK_KEY);
  const patterns = patternsOfKey(before);
  const look = async () => {
    const { hits } = await scanFiles(bench.roots, patterns, began);
    return { files: hits, raw: (await bench.disk.searchRaw(patterns))?.hits ?? null };
  };
  const there = await look();
  if (!there.files.some(({ label }) => label === SEAL))
    throw new VoidRun(`positive control: no ${SEAL} in its file`);
  if (there.raw !== null && !there.raw.some(({ label }) => label === SEAL))
    throw new VoidRun(`positive control: no ${SEAL} in the raw blocks of the kiosk’s disk`);
  result.control += there.files.length + (there.raw?.length ?? 0);
  const { epoch } = await askKey(kiosk, ROLL_KEY);
  if (epoch !== before.epoch + 1) throw new VoidRun('no other key took over');
  const left = await look();
  const inClear = [...there.files, ...(there.raw ?? [])].filter(({ label }) => label === SEED);
  result.hits += left.files.length + (left.raw?.length ?? 0) + inClear.length;
  addPlaces(result, [
    ...inClear.map(({ label }) => `${label}, in clear, while it signed`),
    ...left.files.map(({ label, path }) => `${label} of before in ${path}`),
    ...(left.raw ?? []).map(({ label }) => `${label} of before in the raw blocks of the kiosk’s disk`),
  ]);
}
