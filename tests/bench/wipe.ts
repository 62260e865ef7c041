import { join } from 'node:path';
import type { CustodyKind } from '../../shared/contract/custody.ts';
import { type BenchKiosk, openBenchKiosk } from './bench-kiosk.ts';
import { openPlainDatabase, type PlainDatabase } from './plain-database.ts';
import { USUAL_SIZES } from './record-parts.ts';
import type { Comparison } from './statistics.ts';

const OPEN_APPLICATIONS = [1, 10, 100];
const WARM_UP = 3;

/** Wipes with so many applications open, the wiped one among them. Milliseconds. */
interface WipeTimes {
  readonly open: number;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

async function timeWipes(
  kiosk: BenchKiosk,
  plain: PlainDatabase,
  open: number,
  rounds: number,
): Promise<WipeTimes> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const printed = await kiosk.enroll(USUAL_SIZES);
    const ourBegin = performance.now();
    await kiosk.wipe(printed);
    const our = performance.now() - ourBegin;
    const record = plain.insert(USUAL_SIZES);
    const theirBegin = performance.now();
    plain.remove(record);
    const their = performance.now() - theirBegin;
    if (round < 0) continue;
    ours.push(our);
    theirs.push(their);
  }
  return { open, ours, theirs };
}

async function wipesUnder(
  custody: CustodyKind,
  folder: string,
  rounds: number,
): Promise<readonly Comparison[]> {
  const kiosk = await openBenchKiosk(join(folder, `wipe-${custody}`), custody);
  const plain = openPlainDatabase(join(folder, `plain-${custody}.db`));
  const measured: WipeTimes[] = [];
  try {
    let others = 0;
    for (const open of OPEN_APPLICATIONS) {
      for (; others < open - 1; others += 1) {
        await kiosk.putAside(await kiosk.enroll(USUAL_SIZES));
        plain.insert(USUAL_SIZES);
      }
      measured.push(await timeWipes(kiosk, plain, open, rounds));
    }
  } finally {
    plain.close();
    kiosk.close();
  }
  const [alone] = measured;
  return measured.flatMap(({ open, ours, theirs }): readonly Comparison[] => {
    const what = `wipe, ${custody} custody, ${open} open`;
    const plainly = { what, baseline: 'plain SQLite: DELETE and VACUUM', goal: null, ours, theirs };
    if (alone === undefined || open === alone.open) return [plainly];
    return [
      plainly,
      { what, baseline: `the same with ${alone.open} open`, goal: null, ours, theirs: alone.ours },
    ];
  });
}

/**
 * The product's own wipe, from the point of no return to the signed receipt and the ledger's entries, without
 * what needs a session: the search by its core and the end of its processes.
 */
export async function measureWipes(folder: string, rounds: number): Promise<readonly Comparison[]> {
  return [...(await wipesUnder('memory', folder, rounds)), ...(await wipesUnder('sealed', folder, rounds))];
}
