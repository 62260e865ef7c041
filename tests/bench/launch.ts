import { connectToPage } from './devtools.ts';
import { startEmptyApp } from './empty-app.ts';
import { type BenchPlace, connectToSession, firstScreenOf, startKiosk } from './kiosk.ts';
import type { Comparison } from './statistics.ts';

async function launchKiosk(place: BenchPlace): Promise<number | null> {
  const began = Date.now();
  const kiosk = startKiosk(place);
  try {
    const usable = await firstScreenOf(await connectToSession(place.dataFolder, false));
    return usable === null ? null : usable - began;
  } finally {
    await kiosk.stop();
  }
}

async function launchEmpty(place: BenchPlace): Promise<number | null> {
  const began = Date.now();
  const app = startEmptyApp(place.ready, 'window');
  try {
    const usable = await firstScreenOf(await connectToPage(() => app.folder));
    return usable === null ? null : usable - began;
  } finally {
    await app.stop();
  }
}

/** Compares the start of a kiosk that is set up with the start of an Electron that does nothing. */
export async function measureLaunch(place: BenchPlace, rounds: number): Promise<Comparison> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const kiosk = await launchKiosk(place);
    const empty = await launchEmpty(place);
    if (kiosk !== null) ours.push(kiosk);
    if (empty !== null) theirs.push(empty);
  }
  return {
    what: 'launch → first usable screen (sign-in)',
    baseline: 'empty Electron window, same switches and folders',
    goal: 1.9,
    ours,
    theirs,
  };
}
