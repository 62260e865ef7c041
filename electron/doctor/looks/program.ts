import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasProfile } from '../../../shared/doctor/computer/app-armor.ts';
import { account, judgeAccount } from '../../../shared/doctor/program/account.ts';
import {
  CRASH_HANDLERS,
  crashHandler,
  judgeCrashHandler,
} from '../../../shared/doctor/program/crash-handler.ts';
import { fuses, judgeFuses } from '../../../shared/doctor/program/fuses.ts';
import { groupNames } from '../../../shared/doctor/program/group-names.ts';
import { judgePackageDatabase, packageDatabase } from '../../../shared/doctor/program/package-database.ts';
import { judgePackageFiles, packageFiles } from '../../../shared/doctor/program/package-files.ts';
import { judgePackageOwner, packageOwner } from '../../../shared/doctor/program/package-owner.ts';
import {
  judgePolicy,
  type PolicyFileState,
  policy,
  type SignatureState,
  type UnprotectedFile,
} from '../../../shared/doctor/program/policy.ts';
import { judgeSandbox, sandbox } from '../../../shared/doctor/program/sandbox.ts';
import {
  judgeUnitSandbox,
  type UnitFacts,
  unitSandbox,
} from '../../../shared/doctor/program/unit-sandbox.ts';
import { judgeVersions, versions } from '../../../shared/doctor/program/versions.ts';
import { PROGRAM_VERSION } from '../../../shared/program-version.ts';
import { UNDECIDED } from '../../../shared/programme/policy-issue.ts';
import { unreachable } from '../../../shared/result.ts';
import { orNull } from '../../lib/file-systems/attempt.ts';
import { whyUnprotected } from '../../lib/file-systems/protected-file.ts';
import { signaturePath } from '../../lib/policy-file/detached-signature.ts';
import { type Policy, type PolicyFailure, readPolicyFile } from '../../lib/policy-file/policy-file.ts';
import { readSignature } from '../../lib/policy-file/policy-signature.ts';
import { keyPath, readKeyFile } from '../../lib/policy-file/programme-key.ts';
import { APPARMOR_RESTRICTS, makesUserNamespace } from '../../lib/sandbox/user-namespaces.ts';
import type { Check } from '../check.ts';
import { lstatAt, readText } from '../read/files.ts';
import { fuseState } from '../read/fuse-state.ts';
import { compareFiles, manifestOf, packageEntries } from '../read/package.ts';
import { packageDatabaseState } from '../read/package-database.ts';
import { confinementOfSessions } from '../read/processes.ts';
import { unitFiles } from '../read/systemd.ts';
import { displayUnitOf, inPackage, isOutside, type Subject, unitOf } from '../subject.ts';

/** The program itself, and the account that it runs as. */
export const programChecks: readonly Check[] = [
  {
    declaration: account,
    look(subject) {
      const groups = readText('/etc/group');
      const ids = [...(process.getgroups?.() ?? []), process.getgid?.() ?? -1];
      return judgeAccount({
        ...subject.account,
        groups: groups.kind === 'read' ? groupNames(groups.text, ids) : null,
      });
    },
  },
  { declaration: sandbox, look: lookAtSandbox },
  { declaration: unitSandbox, look: lookAtUnits },
  {
    declaration: fuses,
    look: async (subject) => judgeFuses(await fuseState(subject), isForResidents(subject)),
  },
  {
    declaration: packageFiles,
    look: async (subject) => judgePackageFiles(await compareFiles(subject), isForResidents(subject)),
  },
  {
    declaration: packageDatabase,
    look: (subject) => judgePackageDatabase(packageDatabaseState(inPackage(subject, 'counterfoil'))),
  },
  {
    declaration: packageOwner,
    look: (subject) =>
      judgePackageOwner({
        folder: subject.top,
        entries: packageEntries(subject),
        isForResidents: isForResidents(subject),
      }),
  },
  {
    declaration: versions,
    look(subject) {
      const manifest = manifestOf(subject);
      return judgeVersions({
        manifest: manifest.kind === 'read' ? manifest.manifest : null,
        program: PROGRAM_VERSION,
        node: process.versions.node,
        isForResidents: isForResidents(subject),
      });
    },
  },
  {
    declaration: crashHandler,
    look: (subject) =>
      judgeCrashHandler({
        found:
          manifestOf(subject).kind === 'no-package'
            ? null
            : CRASH_HANDLERS.map((name) => inPackage(subject, name)).filter((path) => lstatAt(path) !== null),
        isForResidents: isForResidents(subject),
      }),
  },
  { declaration: policy, look: lookAtPolicy },
];

function isForResidents({ use }: Subject): boolean {
  return use === 'residents';
}

async function lookAtSandbox(subject: Subject) {
  const profiles = readText('/sys/kernel/security/apparmor/profiles');
  const loaded = profiles.kind === 'read' ? profiles.text : confinementOfSessions();
  const isRoot = subject.account.id === 0;
  return judgeSandbox({
    isRoot,
    clone: readText('/proc/sys/kernel/unprivileged_userns_clone'),
    most: readText('/proc/sys/user/max_user_namespaces'),
    restricted: readText(APPARMOR_RESTRICTS),
    attempt: isRoot ? 'not-tried' : await makesUserNamespace(),
    isOutside: isOutside(subject),
    hasProfile: loaded === null ? null : hasProfile(loaded),
  });
}

function lookAtUnits({ slug, configuration: { dataFolder, exportFolder } }: Subject) {
  const units = [displayUnitOf(slug), unitOf(slug)].map(factsOfUnit);
  const folders = [dataFolder, orNull(() => realpathSync.native(dataFolder)), exportFolder];
  return judgeUnitSandbox({
    units: units.includes(null) ? null : units.filter((each) => each !== null),
    writable: folders.filter((each) => each !== null),
  });
}

function factsOfUnit(unit: string): UnitFacts | null {
  const files = unitFiles(unit);
  const path = `/usr/lib/systemd/system/${unit}`;
  const reading = readText(path);
  if (files === null || reading.kind === 'unreadable') return null;
  const shipped = reading.kind === 'read' ? { name: unit, path, text: reading.text } : null;
  return { unit, shipped, ...files };
}

function lookAtPolicy(subject: Subject) {
  const path = subject.configuration.policyPath;
  const read = readPolicyFile(path);
  return judgePolicy({
    path,
    keyPath: keyPath(path),
    file: read.ok ? goodFile(read.value) : policyFileState(read.error),
    signature: read.ok ? signatureState(path, read.value.bytes) : 'missing',
    unprotected: unprotectedOf(path),
    isForResidents: isForResidents(subject),
    inForce: subject.knows?.policy ?? null,
  });
}

function goodFile({ hash, rules }: Policy): PolicyFileState {
  return { kind: 'good', program: rules.id, version: rules.version, hash };
}

/** Which of the policy, its signature, the key beside it and their folder others than root may change. */
function unprotectedOf(policyPath: string): readonly UnprotectedFile[] {
  const paths = [dirname(policyPath), policyPath, signaturePath(policyPath), keyPath(policyPath)];
  return paths.flatMap((path) => {
    const found = lstatAt(path);
    const problem = found === null ? null : whyUnprotected(path, found, [ROOT]);
    return problem === null ? [] : [{ path, reason: problem.reason, isLink: problem.why === 'link' }];
  });
}

const ROOT = 0;

function policyFileState(failure: PolicyFailure): PolicyFileState {
  switch (failure.kind) {
    case 'missing':
    case 'no-file':
    case 'too-large':
      return { kind: failure.kind };
    case 'unreadable':
      return { kind: 'unreadable', code: failure.code };
    case 'not-json':
      return { kind: 'mistake', line: failure.line, mistakes: 1 };
    case 'wrong':
      return wrongFile(failure.issues);
    default:
      return unreachable(failure);
  }
}

/** What is undecided is a mistake of nobody: it is told apart, unless there are others. */
function wrongFile(issues: readonly { readonly code: string; readonly line: number }[]): PolicyFileState {
  const line = issues[0]?.line ?? 1;
  return issues.every(({ code }) => code === UNDECIDED)
    ? { kind: 'undecided', line, values: issues.length }
    : { kind: 'mistake', line, mistakes: issues.length };
}

function signatureState(path: string, bytes: Uint8Array): SignatureState {
  const key = readKeyFile(keyPath(path));
  if (!key.ok) return 'unusable-key';
  if (key.value === null) return 'no-key';
  const signature = readSignature(path, bytes, key.value.key);
  if (signature.ok) return 'good';
  return signature.error.kind === 'missing' ? 'missing' : 'wrong';
}
