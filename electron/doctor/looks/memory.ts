import { release } from 'node:os';
import { coreDumps, judgeCoreDumps } from '../../../shared/doctor/memory/core-dumps.ts';
import { hibernation, judgeHibernation } from '../../../shared/doctor/memory/hibernation.ts';
import { initOnFree, judgeInitOnFree } from '../../../shared/doctor/memory/init-on-free.ts';
import { judgeKernelDumps, kernelDumps } from '../../../shared/doctor/memory/kernel-dumps.ts';
import { type DumpFolder, judgeOldDumps, oldDumps } from '../../../shared/doctor/memory/old-dumps.ts';
import { judgePtrace, ptrace } from '../../../shared/doctor/memory/ptrace.ts';
import { judgeSessionMemory, sessionMemory } from '../../../shared/doctor/memory/session-memory.ts';
import { judgeSwap, swap } from '../../../shared/doctor/memory/swap.ts';
import { forbidsHibernation } from '../../../shared/doctor/parse/sleep-settings.ts';
import { freeBytesAt } from '../../lib/file-systems/free-bytes.ts';
import { MEGABYTE, MEMORY_NEEDED_BYTES } from '../../lib/file-systems/space-needs.ts';
import { findVolatileRoot } from '../../lib/file-systems/volatile-root.ts';
import type { Check } from '../check.ts';
import { storageOfSwap } from '../read/block-storage.ts';
import { lstatAt, namesIfAny, readText } from '../read/files.ts';
import { mounts } from '../read/mounts.ts';
import { areMasked, swapUnits, systemdSettings } from '../read/systemd.ts';
import { isOutside } from '../subject.ts';

/** Whatever brings the computer into a sleep from which it wakes up from a disk. */
const HIBERNATING = ['hibernate.target', 'hybrid-sleep.target', 'suspend-then-hibernate.target'];

/** What the memory of an applicant's session may reach. */
export const memoryChecks: readonly Check[] = [
  {
    declaration: swap,
    look: () =>
      judgeSwap({
        table: readText('/proc/swaps'),
        memory: readText('/proc/meminfo'),
        fstab: readText('/etc/fstab'),
        atStart: { units: swapUnits(), isMasked: areMasked(['swap.target']) },
        zswap: readText('/sys/module/zswap/parameters/enabled'),
        storageOf: storageOfSwap,
      }),
  },
  {
    declaration: hibernation,
    look: () =>
      judgeHibernation({
        state: readText('/sys/power/state'),
        disk: readText('/sys/power/disk'),
        resume: readText('/sys/power/resume'),
        commandLine: readText('/proc/cmdline'),
        swaps: readText('/proc/swaps'),
        storageOf: storageOfSwap,
        isForbidden: forbidsHibernation(systemdSettings('sleep.conf') ?? []) || areMasked(HIBERNATING),
      }),
  },
  {
    declaration: coreDumps,
    look: () =>
      judgeCoreDumps({
        pattern: readText('/proc/sys/kernel/core_pattern'),
        suidDumpable: readText('/proc/sys/fs/suid_dumpable'),
        limits: readText('/proc/self/limits'),
        settings: systemdSettings('coredump.conf'),
      }),
  },
  {
    declaration: kernelDumps,
    look: () =>
      judgeKernelDumps({
        loaded: readText('/sys/kernel/kexec_crash_loaded'),
        hasFolder: lstatAt('/sys/kernel') !== null,
      }),
  },
  {
    declaration: oldDumps,
    look: () => judgeOldDumps(dumpsIn('/var/lib/systemd/coredump'), dumpsIn('/var/crash')),
  },
  {
    declaration: sessionMemory,
    look(subject) {
      const { environment } = subject;
      const root = findVolatileRoot([environment.XDG_RUNTIME_DIR, '/dev/shm']);
      const free = root.ok ? freeBytesAt(root.value) : null;
      return judgeSessionMemory({
        folder:
          root.ok && free !== null ? { path: root.value, freeMegabytes: Math.floor(free / MEGABYTE) } : null,
        isOutside: isOutside(subject),
        neededMegabytes: Math.ceil(MEMORY_NEEDED_BYTES / MEGABYTE),
      });
    },
  },
  {
    declaration: ptrace,
    look: () => judgePtrace(readText('/proc/sys/kernel/yama/ptrace_scope')),
  },
  {
    declaration: initOnFree,
    look: () =>
      judgeInitOnFree({
        commandLine: readText('/proc/cmdline'),
        kernelConfiguration: readText(`/boot/config-${release()}`),
        isCovered: mounts()?.some(({ point }) => point === '/proc/cmdline') !== false,
        // systemd writes it at the start of a container; Docker and Podman leave a file of their own.
        isContainer: ['/run/systemd/container', '/.dockerenv', '/run/.containerenv'].some(
          (path) => lstatAt(path) !== null,
        ),
      }),
  },
];

/** What kdump-tools keeps beside its dumps: the command that it has loaded its kernel with. */
const NO_DUMP = 'kexec_cmd';

function dumpsIn(path: string): DumpFolder {
  return { path, count: namesIfAny(path)?.filter((name) => name !== NO_DUMP).length ?? null };
}
