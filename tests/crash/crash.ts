import { join } from 'node:path';
import { type Bench, type DetachedDisk, type Disk, examineDisk } from './bench.ts';
import { judge, type Verdict } from './judge.ts';
import type { Mark } from './marks.ts';
import { type CleanTrace, type CrashPoint, readCleanTrace } from './points.ts';
import { searchRaw, secretsOf } from './raw-search.ts';
import { runVictim } from './start-victim.ts';

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
): Promise<{ readonly verdict: Verdict; readonly disk: DetachedDisk }> {
  const examined = await examineDisk(bench, disk, how.rebooted);
  const detached = await disk.detach();
  const { custody, token, deviceKey } = bench;
  const found = searchRaw(detached.files, secretsOf(token, deviceKey, marks));
  // Under memory the next keeper removes all ciphertext: what counts is that it was there before.
  const ciphertextFound = how.ciphertextFound ?? found.ciphertextFound;
  return {
    verdict: judge({ custody, token, marks, examined, found: { ...found, ciphertextFound } }),
    disk: detached,
  };
}

/** Lets a victim die at one point, and judges what is left on both disks. */
export async function crashAt(
  bench: Bench,
  place: string,
  point: CrashPoint,
  paths: readonly string[],
): Promise<CrashOutcome> {
  const disk = await bench.freshDisk(place);
  const { dataFolder } = disk;
  const victim = await runVictim(bench.victim, bench.order(dataFolder, 'enroll'), {
    kind: 'kill',
    point,
    paths: paths.map((path) => join(dataFolder, path)),
  });
  // Before anything else happens to it.
  const cut = await disk.cutPower();
  const atOnce =
    cut === null ? null : searchRaw(cut.files, secretsOf(bench.token, bench.deviceKey, victim.marks));
  const ciphertextFound = atOnce?.ciphertextFound ?? null;
  const killed = await examine(bench, victim.marks, disk, { rebooted: false, ciphertextFound });
  if (cut === null || atOnce === null) return { killed: victim.killed, kill: killed.verdict, powerCut: null };
  const after = await examine(bench, victim.marks, await cut.attach(), { rebooted: true, ciphertextFound });
  const remnants = [...new Set([...after.verdict.remnants, ...atOnce.remnants])];
  return {
    killed: victim.killed,
    kill: killed.verdict,
    powerCut: { ...after.verdict, remnants },
  };
}

/** A run that nobody kills: where its points are, and what is on its disk when all went well. */
export async function cleanRun(
  bench: Bench,
): Promise<{ readonly trace: CleanTrace; readonly verdict: Verdict }> {
  const disk = await bench.freshDisk('clean');
  const { dataFolder } = disk;
  const { marks, trace } = await runVictim(bench.victim, bench.order(dataFolder, 'enroll'), {
    kind: 'learn',
  });
  if (!marks.some(({ kind }) => kind === 'concluded')) throw new Error('the clean run came to no end');
  const ready = marks.find((mark) => mark.kind === 'ready');
  if (ready?.kind !== 'ready') throw new Error('the clean run told no process');
  // Before the next start, which would scrub what a wipe left: the wipe itself has to have done it.
  const detached = await disk.detach();
  const secrets = secretsOf(bench.token, bench.deviceKey, marks);
  const atOnce = searchRaw(detached.files, secrets);
  const kept = marks.find((mark) => mark.kind === 'created' && mark.who === 'kept');
  const { verdict } = await examine(bench, marks, await detached.attach(), {
    rebooted: false,
    ciphertextFound: atOnce.ciphertextFound,
  });
  const open = [...atOnce.openSlots].filter((id) => kept?.kind !== 'created' || id !== kept.application);
  const learned = readCleanTrace(trace, dataFolder, ready.pid);
  return {
    trace: { ...learned, paths: learned.paths.map((path) => path.slice(dataFolder.length)) },
    verdict: {
      ...verdict,
      remnants: [...new Set([...verdict.remnants, ...atOnce.remnants])],
      decryptable: [...new Set([...verdict.decryptable, ...open])],
    },
  };
}
