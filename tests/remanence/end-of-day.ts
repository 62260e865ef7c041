import { z } from 'zod';
import type { LaunchedKiosk } from '../../build/kiosk/launch-keeper.ts';
import type { Services } from '../../electron/keeper/start/services.ts';
import type { SearchPattern } from '../../shared/remanence/patterns.ts';
import type { Bench } from './bench.ts';
import { addPlaces, type RemanenceResult } from './result.ts';
import { lookForRows } from './rows-left.ts';
import { scanFiles } from './scan.ts';
import { VoidRun } from './void-run.ts';
import { askKeeper } from './witness-questions.ts';

/** What the suite asks its keeper: entries about applicants, which waited for others, go to the ledger. */
export const END_DAY = 'the day ends';

const endedDay = z.object({ before: z.int(), after: z.int() });

/** In the keeper: how many waited, and how many do then. */
export function endDay({ outbox }: Services): z.infer<typeof endedDay> {
  const before = outbox.resting().length;
  outbox.endDay();
  return { before, after: outbox.resting().length };
}

/** Ends the day, which writes vault and ledger once more, and looks for what named its applications. */
export async function endDayAndLook(
  { bench, kiosk, began }: { readonly bench: Bench; readonly kiosk: LaunchedKiosk; readonly began: number },
  names: readonly SearchPattern[],
  result: RemanenceResult,
): Promise<void> {
  const { before, after } = endedDay.parse(await askKeeper(kiosk, END_DAY));
  if (before === 0 || after > 0) throw new VoidRun(`no day has ended: ${before} waited, and ${after} do`);
  const { hits } = await scanFiles(bench.roots, names, began);
  const raw = (await bench.disk.searchRaw(names))?.hits ?? [];
  result.hits += hits.length + raw.length;
  addPlaces(result, [
    ...hits.map(({ label, path }) => `${label} in ${path}, behind the end of the day`),
    ...raw.map(({ label }) => `${label} in the raw blocks of the kiosk’s disk, behind the end of the day`),
  ]);
  await lookForRows(bench, result);
}
