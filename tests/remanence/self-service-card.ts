import { pageKeyboard, takePhoto } from '../../build/kiosk/clerk.ts';
import type { SearchPattern } from '../../shared/remanence/patterns.ts';
import { tickDocuments } from '../support/kiosk/clerk-steps.ts';
import { todayHere } from './bench.ts';
import { plantCard } from './enrollment.ts';
import type { CanaryPerson } from './person.ts';
import { plantNames } from './plant-names.ts';
import { photoOf } from './products.ts';
import { end, type WatchedCounter } from './watched-counter.ts';

/** What there was of a card that was handed over, and how often it was found while it was open. */
interface HandedOver {
  /** May be nowhere afterwards. */
  readonly patterns: readonly SearchPattern[];
  /** May be in no file and no block. */
  readonly names: readonly SearchPattern[];
  readonly control: number;
}

/** From the documents of what an applicant entered alone to the handoff of their card, and to the next session. */
export async function handOverCard(
  counter: WatchedCounter,
  { person, keyBytes: key }: { readonly person: CanaryPerson; readonly keyBytes: Uint8Array },
): Promise<HandedOver> {
  const { bench, kiosk, began, queue, spool, session } = counter;
  const { page } = session;
  const keys = pageKeyboard(page);
  spool?.holdNext();
  await tickDocuments(page, keys);
  await takePhoto(page, keys);
  const photo = await photoOf(page);
  await keys.press('Enter');
  const context = { tree: () => bench.tree(kiosk), today: todayHere(), queue, isRenewal: false };
  const planted = await plantCard(session, keys, { person, photo, key }, context, async (patterns) => {
    await spool?.whilePrinting(patterns);
  });
  const names = await plantNames(bench, kiosk, began);
  // Notes the sessions there are: the keeper's record forgets those that end.
  bench.tree(kiosk);
  await end(counter);
  await spool?.afterwards(planted.patterns);
  return {
    patterns: planted.patterns,
    names: names.patterns,
    control: planted.control + names.control,
  };
}
