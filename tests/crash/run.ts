import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { type CustodyKind, custodyKinds } from '../../shared/contract/custody.ts';
import { type Bench, prepareBench } from './bench.ts';
import { bundleVictim } from './bundle.ts';
import { cleanRun, crashAt, interruptedWipe, type Scene } from './crash.ts';
import type { Verdict } from './judge.ts';
import { releaseMounts, whyNoMounts } from './loop-image.ts';
import type { Sabotage } from './order.ts';
import { type CleanTrace, type CrashPoint, type Stretch, sampleOf } from './points.ts';

export interface CrashOptions {
  /** So many points for each custody; null: every one there is. */
  readonly sample: number | null;
  readonly sabotage: Sabotage | null;
  say(line: string): void;
}

/** The figures of a run; the last line of its output. */
export interface CrashResult {
  readonly points: Record<CustodyKind, number>;
  readonly powerCuts: Record<CustodyKind, number>;
  /** Points that were left out, in the middle of runs of equal writes. */
  readonly repeated: Record<CustodyKind, number>;
  /** Why no power was cut, where images cannot be mounted. */
  skipped?: string;
  lost: number;
  forgottenByDesign: number;
  remnants: number;
  decryptable: number;
  /** Runs whose positive controls were not found: they prove nothing, so neither does the whole. */
  void: number;
}

/** Two at a time: more would fight for two cores, and a victim that waits tells nothing new. */
const LANES = 2;

/**
 * Kills a keeper at every write of an enrollment and of its wipe, starts the next one, and looks at what is
 * left: records, counts, and the raw bytes of the disk. Points in the middle of runs of equal zeros are left out. All
 * others take about half an hour of two cores by itself, and longer beside other suites; a sample of 10 for each custody
 * takes two minutes.
 */
export async function runCrash(options: CrashOptions): Promise<CrashResult> {
  // Images in memory: a real disk under the loop would make each of 200 syncs wait, and changes nothing else.
  const work = mkdtempSync('/dev/shm/counterfoil-crash-work-');
  const folders = [work];
  const cleanUp = async (): Promise<void> => {
    await releaseMounts();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
  const onSignal = (): void => void cleanUp().finally(() => process.exit(130));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, onSignal);
  try {
    const { folder, victim, worker } = await bundleVictim();
    folders.push(folder);
    const noMounts = await whyNoMounts(work);
    if (noMounts !== null) options.say(`SKIPPED power cuts: loop mounts are not allowed here (${noMounts})`);
    const result: CrashResult = {
      points: { memory: 0, sealed: 0 },
      powerCuts: { memory: 0, sealed: 0 },
      repeated: { memory: 0, sealed: 0 },
      ...(noMounts === null ? {} : { skipped: 'loop mounts not allowed' }),
      lost: 0,
      forgottenByDesign: 0,
      remnants: 0,
      decryptable: 0,
      void: 0,
    };
    if (noMounts !== null && options.sabotage === 'rename-slot') {
      options.say('VOID what a rename leaves lies in freed blocks, which only a disk of its own shows');
      result.void += 1;
    }
    // A lie about a key in memory leaves nothing on a disk: that is the remanence suite's to find.
    const custodies = options.sabotage === null ? custodyKinds : (['sealed'] as const);
    for (const custody of custodies) {
      const bench = await prepareBench({
        work,
        custody,
        token: `crash${randomBytes(12).toString('hex')}`,
        program: victim,
        workerPath: worker,
        sabotage: options.sabotage,
        mounts: noMounts === null,
      });
      await crashEverywhere(bench, options, result);
    }
    return result;
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
    await cleanUp();
  }
}

/** Kills an enrollment everywhere, and then the start after a wipe that a crash has interrupted. */
async function crashEverywhere(bench: Bench, options: CrashOptions, result: CrashResult): Promise<void> {
  const enrollment: Scene = { task: 'enroll', disk: bench.template, marks: [] };
  const { trace, verdict } = await cleanRun(bench, enrollment);
  count(result, verdict, `${bench.custody}, enrollment, no crash`, options);
  await killEach(bench, enrollment, trace, options, result);
  const restart = await interruptedWipe(bench, enrollment, trace);
  const again = await cleanRun(bench, restart);
  count(result, again.verdict, `${bench.custody}, restart, no crash`, options);
  await killEach(bench, restart, again.trace, options, result);
}

async function killEach(
  bench: Bench,
  scene: Scene,
  trace: CleanTrace,
  options: CrashOptions,
  result: CrashResult,
): Promise<void> {
  const { custody } = bench;
  const queue = [...pointsToTry(scene, trace, options.sample)];
  result.repeated[custody] += trace.repeated.size;
  options.say(
    `${custody}, ${scene.task}: ${trace.points.length} writes, ${queue.length} of them tried; ${trace.repeated.size} left out in the middle of runs of equal zeros`,
  );
  const highest = new Map(trace.points.map(({ call, count }) => [call, count]));
  async function lane(place: string): Promise<void> {
    for (let point = queue.shift(); point !== undefined; point = queue.shift()) {
      const { killed, kill, powerCut } = await crashAt(bench, scene, place, { point, paths: trace.paths });
      // One run may write less than another: a victim that came through alive is none.
      if (!killed) continue;
      const where = `${custody}, ${scene.task}, ${point.call} ${point.count}`;
      result.points[custody] += 1;
      if (result.points[custody] % 100 === 0) options.say(`${custody}: ${result.points[custody]} tried`);
      count(result, kill, `${where}, killed`, options);
      if (powerCut !== null) {
        result.powerCuts[custody] += 1;
        count(result, powerCut, `${where}, power cut`, options);
      }
      // Or more: each kind of call is tried until a victim comes through alive.
      if (options.sample === null && point.count === highest.get(point.call)) {
        highest.set(point.call, point.count + 1);
        queue.push({ call: point.call, count: point.count + 1 });
      }
    }
  }
  const lanes = Array.from({ length: LANES }, (_, number) =>
    lane(`lane-${number}`).catch((error: unknown) => {
      queue.length = 0;
      throw error;
    }),
  );
  // All of them, also when one has failed: what it has mounted is released by nobody while it goes on.
  for (const ended of await Promise.allSettled(lanes)) if (ended.status === 'rejected') throw ended.reason;
}

/** Where everything is decided: of an application, and of the key that signs. */
const HAND_OVER: Stretch = { from: 'finishing', to: 'concluded', share: 1 / 2 };
const ROLL: Stretch = { from: 'rolling', to: 'rolled', share: 1 / 4 };

function pointsToTry({ task }: Scene, trace: CleanTrace, sample: number | null): readonly CrashPoint[] {
  if (sample === null) return trace.points.filter((point) => !trace.repeated.has(point));
  // A start has fewer writes, and among them those of its roll.
  if (task === 'restart') return sampleOf(trace, Math.ceil(sample / 4), [{ ...ROLL, share: 1 / 2 }]);
  return sampleOf(trace, sample, [HAND_OVER, ROLL]);
}

function count(result: CrashResult, verdict: Verdict, where: string, { say }: CrashOptions): void {
  for (const [what, list] of Object.entries({
    LOST: verdict.lost,
    REMNANT: verdict.remnants,
    DECRYPTABLE: verdict.decryptable,
    VOID: verdict.void,
  })) {
    for (const each of list) say(`${what} ${where}: ${each}`);
  }
  if (verdict.lost.length > 0) result.lost += 1;
  result.forgottenByDesign += verdict.forgotten;
  result.remnants += verdict.remnants.length;
  result.decryptable += verdict.decryptable.length;
  if (verdict.void.length > 0) result.void += 1;
}
