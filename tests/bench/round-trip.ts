import { z } from 'zod';
import { connectToPage } from './devtools.ts';
import { startEmptyApp } from './empty-app.ts';
import { timeCalls } from './in-page.ts';
import { type BenchPlace, connectToSession, startKiosk } from './kiosk.ts';
import type { Comparison } from './statistics.ts';

/** One after the other, in batches, because a page's clock shows tenths of a millisecond only. */
const CALLS_IN_A_BATCH = 10;
const BATCHES = 50;

/** Compares a call from the page to the core and back with an echo of as many bytes over a bare port. */
export async function measureRoundTrip(place: BenchPlace): Promise<Comparison> {
  const kiosk = startKiosk(place);
  const empty = startEmptyApp(place.ready, 'echo');
  try {
    await kiosk.ready;
    await empty.loaded;
    const product = await connectToSession(place.dataFolder, true);
    const echo = await connectToPage(() => empty.folder);
    const state = await product.evaluate(z.unknown(), () => window.counterfoil.call('getState', {}));
    await echo.evaluate(z.unknown(), (answer: unknown) => window.counterfoil.call('keep', answer), state);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (const page of [product, echo]) await page.evaluate(z.number(), timeCalls, CALLS_IN_A_BATCH);
    for (let batch = 0; batch < BATCHES; batch += 1) {
      ours.push(await product.evaluate(z.number(), timeCalls, CALLS_IN_A_BATCH));
      theirs.push(await echo.evaluate(z.number(), timeCalls, CALLS_IN_A_BATCH));
    }
    for (const page of [product, echo]) page.close();
    return {
      what: `page → core → page, ${BATCHES} × ${CALLS_IN_A_BATCH} calls`,
      baseline: `MessagePort echo in a utility process, ${JSON.stringify(state).length} bytes`,
      goal: 3,
      ours,
      theirs,
    };
  } finally {
    await empty.stop();
    await kiosk.stop();
  }
}
