import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '../../../../build/vite/repository.ts';
import { bundlePrograms } from '../../bundle-programs.ts';
import type { TestKioskOptions } from '../test-kiosk.ts';

/** A clock that a test sets: of a kiosk whose keeper goes by it. */
export interface WrongClock {
  readonly options: Pick<TestKioskOptions, 'keeperPath' | 'keeperEnvironment'>;
  /** From now on the wall clock is this many milliseconds wrong. */
  set(milliseconds: number): void;
  /** So many milliseconds pass at once, by the wall clock and by the time that the machine has run. */
  pass(milliseconds: number): void;
}

/** Bundles the keeper that lies beside this file, and sets its clock right, which is in `folder`. */
export async function bundleWrongClock(folder: string): Promise<WrongClock> {
  // Each worker of the suite has a place of its own: it bundles while another one's keeper starts.
  const outDir = fileURLToPath(
    new URL(`out/test/wrong-clock/${process.env.TEST_PARALLEL_INDEX ?? 0}/`, repository),
  );
  const source = fileURLToPath(new URL('keeper.ts', import.meta.url));
  await bundlePrograms(outDir, { 'wrong-clock-keeper': source });
  const [wrong, passed] = [join(folder, 'wrong-clock'), join(folder, 'passed-time')];
  const write = (file: string, milliseconds: number): void => {
    // Renamed into place: the keeper never reads half a number.
    writeFileSync(`${file}.new`, String(milliseconds));
    renameSync(`${file}.new`, file);
  };
  const set = (milliseconds: number): void => write(wrong, milliseconds);
  let inAll = 0;
  const pass = (milliseconds: number): void => {
    inAll += milliseconds;
    write(passed, inAll);
  };
  set(0);
  pass(0);
  return {
    options: {
      keeperPath: join(outDir, 'wrong-clock-keeper.mjs'),
      keeperEnvironment: { WRONG_CLOCK: wrong, PASSED_TIME: passed },
    },
    set,
    pass,
  };
}
