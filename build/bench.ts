import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureDocumentRules } from '../tests/bench/document-rules.ts';
import { measureDrawing } from '../tests/bench/drawing.ts';
import { FEWEST_ENROLLMENTS } from '../tests/bench/enrollments.ts';
import { measureForgetting } from '../tests/bench/forgetting.ts';
import type { BenchPlace } from '../tests/bench/kiosk.ts';
import { measureLaunch } from '../tests/bench/launch.ts';
import { measureMigrating } from '../tests/bench/migrating.ts';
import { measureOnScreenKeyboard } from '../tests/bench/on-screen-keyboard.ts';
import { FEWEST_JOBS } from '../tests/bench/print-jobs.ts';
import { measurePrinting } from '../tests/bench/printing.ts';
import { runWithoutNice } from '../tests/bench/priority.ts';
import { measureRecordSearch } from '../tests/bench/record-search.ts';
import { measureResidentScreens } from '../tests/bench/resident-screens.ts';
import { measureRoundTrip } from '../tests/bench/round-trip.ts';
import { measureSessionReplacement } from '../tests/bench/session-replacement.ts';
import { tableOf } from '../tests/bench/table.ts';
import { measureTyping } from '../tests/bench/typing.ts';
import { applicationFolder } from './bundle.ts';
import { writeCameraFile } from './kiosk/camera-file.ts';
import { repositoryFolder } from './kiosk/launch-keeper.ts';
import { makeReady } from './kiosk/make-ready.ts';

const REPLACEMENTS = 11;
const LAUNCHES = 11;
const TYPINGS = 3;
const KEYBOARDS = 5;
const DRAWINGS = 21;
const PRINTS = 21;
const MIGRATIONS = 5;
const EVALUATIONS = 200;

const ENROLLMENTS = 10_000;
/** Five hundred are asked for by the flag: each takes a printer's second or two. */
const JOBS = 50;

/** How many enrollments and print jobs in a row are measured. */
function lengthsAsked(): { readonly enrollments: number; readonly jobs: number } {
  const { values } = parseArgs({ options: { enrollments: { type: 'string' }, jobs: { type: 'string' } } });
  const enrollments = Number(values.enrollments ?? ENROLLMENTS);
  if (!Number.isInteger(enrollments) || enrollments < FEWEST_ENROLLMENTS)
    throw new Error(`--enrollments is a whole number from ${FEWEST_ENROLLMENTS}`);
  const jobs = Number(values.jobs ?? JOBS);
  if (!Number.isInteger(jobs) || jobs < FEWEST_JOBS)
    throw new Error(`--jobs is a whole number from ${FEWEST_JOBS}`);
  return { enrollments, jobs };
}

/**
 * `npm run bench [-- --enrollments 10000 --jobs 500]`: our times as multiples of a named baseline's, measured in
 * turn in the same run. It passes no judgement by its exit code: times belong to a machine and to what else runs
 * on it. `mayRaisePriority`: it says so, since an ordinary account may not.
 */
async function runBench(mayRaisePriority: boolean): Promise<void> {
  const { enrollments, jobs } = lengthsAsked();
  const began = performance.now();
  const ready = await makeReady(['gui', 'display', 'print'], { ownDisplay: true });
  const work = mkdtempSync(join(tmpdir(), 'counterfoil-bench-'));
  const out = join(repositoryFolder, 'out', 'bench');
  mkdirSync(out, { recursive: true });
  const camera = join(work, 'camera.mjpeg');
  writeCameraFile(camera, 1);
  const place: BenchPlace = { ready, camera, dataFolder: join(work, 'data') };
  try {
    const measured = await measureSessionReplacement(place, REPLACEMENTS);
    const launch = await measureLaunch(place, LAUNCHES);
    const roundTrip = await measureRoundTrip(place);
    const typing = await measureTyping(place, TYPINGS);
    const keyboard = await measureOnScreenKeyboard(KEYBOARDS);
    const residents = await measureResidentScreens(KEYBOARDS);
    const drawing = await measureDrawing(ready, out, DRAWINGS);
    const printing = await measurePrinting(work, applicationFolder, PRINTS, jobs);
    const forgetting = await measureForgetting(work, enrollments);
    const migrating = measureMigrating(work, MIGRATIONS);
    const recordSearch = await measureRecordSearch(work, applicationFolder);
    const documents = measureDocumentRules(EVALUATIONS);
    const [load = 0] = loadavg();
    process.stdout.write(
      [
        '',
        'Milliseconds: median (lower–upper quartile, n). Ours and the baseline in turn, on the same machine.',
        tableOf([
          ...measured,
          launch,
          roundTrip,
          ...typing.comparisons,
          ...keyboard.comparisons,
          ...residents.comparisons,
          ...drawing,
          ...printing.comparisons,
          ...forgetting.comparisons,
          ...migrating.comparisons,
          recordSearch,
          ...documents.comparisons,
        ]),
        ...typing.lines,
        ...keyboard.lines,
        ...residents.lines,
        ...printing.lines,
        ...forgetting.lines,
        ...migrating.lines,
        ...documents.lines,
        `${cpus().length} cores, load ${load.toFixed(1)}, Electron ${ready.runtime.electronVersion}, Node ${process.version}, ${mayRaisePriority ? 'with' : 'without'} CAP_SYS_NICE; ${((performance.now() - began) / 1000).toFixed(0)} s in all.`,
        '',
      ].join('\n'),
    );
  } finally {
    await ready.display.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

const dropped = runWithoutNice();
if (dropped.code === null) await runBench(dropped.stillMay);
else process.exitCode = dropped.code;
