import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, type DetachedDisk, type Disk, examineDisk, PLANTED_LAST_FOUR } from './bench.ts';
import { judge, keysAtRest, tracesLeft, type Verdict } from './judge.ts';
import type { Mark } from './marks.ts';
import type { Order } from './order.ts';
import { type CleanTrace, type CrashPoint, readCleanTrace } from './points.ts';
import { type RawFindings, searchRaw, secretsOf } from './raw-search.ts';
import { runVictim } from './start-victim.ts';

/** What victims do before they die: an enrollment, or the start after a crash, which may be cut short as well. */
export interface Scene {
  readonly task: Exclude<Order['task'], 'set-up'>;
  /** What each victim starts from. */
  readonly disk: DetachedDisk;
  /** What was told before it began. */
  readonly marks: readonly Mark[];
}

/** What one death came to, for the process alone and, where it can be tried, for the whole machine. */
export interface CrashOutcome {
  /** False: the victim did not come to this point and lived to its end. */
  readonly killed: boolean;
  readonly kill: Verdict;
  readonly powerCut: Verdict | null;
}

/** Starts the next keeper on what the crash left, then takes the disk away from it and searches its bytes. */
async function examine(
  bench: Bench,
  marks: readonly Mark[],
  disk: Disk,
  how: { readonly rebooted: boolean; readonly ciphertextFound: boolean | null },
): Promise<Verdict> {
  const examined = await examineDisk(bench, disk, how.rebooted);
  const detached = await disk.detach();
  const { custody, token } = bench;
  const found = searchRaw(detached.files, secretsOf(bench, marks));
  detached.remove();
  // Under memory the next keeper removes all ciphertext: what counts is that it was there before.
  const ciphertextFound = how.ciphertextFound ?? found.ciphertextFound;
  return judge({ custody, token, marks, examined, found: { ...found, ciphertextFound } });
}

/** Once the receipt is given nothing names its application any more, whatever happens then. */
function tracesAtOnce(found: RawFindings, marks: readonly Mark[]): readonly string[] {
  if (!marks.some(({ kind }) => kind === 'concluded')) return [];
  return tracesLeft(found, (gone) =>
    marks.some((mark) => mark.kind === 'created' && mark.who === 'wiped' && mark.application === gone),
  );
}

/** Lets a victim die at one point, and judges what is left on both disks. */
export async function crashAt(
  bench: Bench,
  scene: Scene,
  place: string,
  { point, paths }: { readonly point: CrashPoint; readonly paths: readonly string[] },
): Promise<CrashOutcome> {
  const disk = await (await scene.disk.copy(place)).attach();
  const { dataFolder } = disk;
  const victim = await runVictim(bench.victims, bench.order(dataFolder, scene.task), {
    kind: 'kill',
    point,
    paths: paths.map((path) => join(dataFolder, path)),
  });
  // Before anything else happens to it.
  const cut = await disk.cutPower();
  const marks = [...scene.marks, ...victim.marks];
  const atOnce = cut === null ? null : searchRaw(cut.files, secretsOf(bench, marks));
  // A start that was cut short may have removed it already, under memory: then the scene has shown it.
  const ciphertextFound = scene.task === 'restart' ? true : (atOnce?.ciphertextFound ?? null);
  const kill = await examine(bench, marks, disk, { rebooted: false, ciphertextFound });
  if (cut === null || atOnce === null) return { killed: victim.killed, kill, powerCut: null };
  const after = await examine(bench, marks, await cut.attach(), { rebooted: true, ciphertextFound });
  const remnants = [...new Set([...after.remnants, ...atOnce.remnants, ...tracesAtOnce(atOnce, marks)])];
  return { killed: victim.killed, kill, powerCut: { ...after, remnants } };
}

/** Tries what is on a disk as hashes of cards. Only the planted one may give anything away, and it must. */
function guessIn({ guess }: Bench, files: readonly string[]): Pick<Verdict, 'remnants' | 'void'> {
  const found = files.flatMap((file) => guess.lastFoursIn(readFileSync(file)));
  const others = found.filter((characters) => characters !== PLANTED_LAST_FOUR);
  return {
    remnants: others.length > 0 ? ['the last four of a card can be guessed'] : [],
    void: found.length > others.length ? [] : ['the planted hash was not broken'],
  };
}

/** A run that nobody kills: where its points are, and what is on its disk when all went well. */
export async function cleanRun(
  bench: Bench,
  scene: Scene,
): Promise<{ readonly trace: CleanTrace; readonly verdict: Verdict }> {
  const disk = await (await scene.disk.copy('clean')).attach();
  const { dataFolder } = disk;
  const victim = await runVictim(bench.victims, bench.order(dataFolder, scene.task), { kind: 'learn' });
  const ready = victim.marks.find((mark) => mark.kind === 'ready');
  if (ready?.kind !== 'ready') throw new Error('the clean run told no process');
  // Before the next start, which would scrub what a wipe left: the wipe itself has to have done it.
  const detached = await disk.detach();
  const marks = [...scene.marks, ...victim.marks];
  const atOnce = searchRaw(detached.files, secretsOf(bench, marks));
  const guessed = guessIn(bench, detached.files);
  const atRest = keysAtRest(atOnce);
  const kept = marks.find((mark) => mark.kind === 'created' && mark.who === 'kept');
  const ciphertextFound = scene.task === 'restart' || atOnce.ciphertextFound;
  const verdict = await examine(bench, marks, await detached.attach(), { rebooted: false, ciphertextFound });
  const open = [...atOnce.openSlots].filter((id) => kept?.kind !== 'created' || id !== kept.application);
  const learned = readCleanTrace(victim.trace, dataFolder, ready.pid);
  return {
    trace: { ...learned, paths: learned.paths.map((path) => path.slice(dataFolder.length)) },
    verdict: {
      ...verdict,
      remnants: [
        ...new Set([...verdict.remnants, ...atOnce.remnants, ...tracesAtOnce(atOnce, marks)]),
        ...atRest.remnants,
        ...guessed.remnants,
      ],
      void: [...verdict.void, ...atRest.void, ...guessed.void],
      decryptable: [...new Set([...verdict.decryptable, ...open])],
    },
  };
}

/**
 * The scene of a start that has most to do: the keeper died at the first write after the wipe was begun, so
 * all of its steps are the next one's.
 */
export async function interruptedWipe(bench: Bench, enrollment: Scene, trace: CleanTrace): Promise<Scene> {
  const point = trace.points[trace.before.get('wiping') ?? trace.points.length];
  if (point === undefined) throw new Error('the clean run wiped nothing');
  const disk = await (await enrollment.disk.copy('scene')).attach();
  const paths = trace.paths.map((path) => join(disk.dataFolder, path));
  const order = bench.order(disk.dataFolder, 'enroll');
  const { killed, marks } = await runVictim(bench.victims, order, { kind: 'kill', point, paths });
  if (!killed || !marks.some(({ kind }) => kind === 'wiping')) throw new Error('no wipe was interrupted');
  const detached = await disk.detach();
  // The control: a search of this disk finds what names an application, as long as it does.
  const { traces } = searchRaw(detached.files, secretsOf(bench, marks));
  for (const what of ['application id', 'print-job name'] as const) {
    if (!traces.some((trace) => trace.what === what))
      throw new Error(`positive control: no ${what} was found in the middle of a wipe`);
  }
  return { task: 'restart', disk: detached, marks };
}
