import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PackageFilesState } from '../../../shared/doctor/program/package-files.ts';
import {
  MANIFEST_PATH,
  type PackageManifest,
  packageManifest,
} from '../../../shared/doctor/program/package-manifest.ts';
import type { PackageEntry } from '../../../shared/doctor/program/package-owner.ts';
import { orNull } from '../../lib/file-systems/attempt.ts';
import { hashFiles } from '../../lib/package-files/hash-files.ts';
import { inPackage, type Subject } from '../subject.ts';
import { lstatAt, readText } from './files.ts';

/** What the package that the kiosk runs from says of itself. */
export type ManifestState =
  | { readonly kind: 'read'; readonly manifest: PackageManifest }
  /** The kiosk runs from its sources, as on a developer's machine. */
  | { readonly kind: 'no-package' }
  | { readonly kind: 'no-manifest' }
  | { readonly kind: 'unreadable-manifest' };

export function manifestOf(subject: Subject): ManifestState {
  const reading = readText(inPackage(subject, MANIFEST_PATH));
  if (reading.kind === 'missing') return { kind: isPackaged(subject) ? 'no-manifest' : 'no-package' };
  if (reading.kind === 'unreadable') return { kind: 'unreadable-manifest' };
  const parsed = packageManifest.safeParse(jsonIn(reading.text));
  return parsed.success ? { kind: 'read', manifest: parsed.data } : { kind: 'unreadable-manifest' };
}

function isPackaged(subject: Subject): boolean {
  return lstatAt(inPackage(subject, 'counterfoil')) !== null;
}

/** Undefined where it is none: no manifest is that either. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Compares every file of the package with its manifest: some 400 MB are read. */
export async function compareFiles(subject: Subject): Promise<PackageFilesState> {
  const state = manifestOf(subject);
  if (state.kind !== 'read') return state;
  const expected = new Map(Object.entries(state.manifest.files));
  const found = await hashFiles(subject.top);
  const paths = [...found.keys()].filter((path) => path !== MANIFEST_PATH);
  return {
    kind: 'compared',
    files: expected.size,
    changed: paths.filter((path) => expected.has(path) && expected.get(path) !== found.get(path)),
    missing: [...expected.keys()].filter((path) => !found.has(path)),
    added: paths.filter((path) => !expected.has(path)),
  };
}

/** The package's folder, what lies above it, and all that is in it; or why that can't be told. */
export function packageEntries(subject: Subject): readonly PackageEntry[] | 'no-package' | 'unreadable' {
  if (!isPackaged(subject)) return 'no-package';
  const below = orNull(() => readdirSync(subject.top, { recursive: true, encoding: 'utf8' }));
  // A folder of it that this account can't list may have anything in it.
  if (below === null) return 'unreadable';
  return [...foldersAbove(subject.top), ...below.map((name) => join(subject.top, name))].flatMap((path) => {
    const found = lstatAt(path);
    // The rights of a link are nobody's.
    return found === null || found.isSymbolicLink()
      ? []
      : [{ path, owner: found.uid, mode: found.mode & 0o777, isSticky: (found.mode & 0o1000) !== 0 }];
  });
}

function foldersAbove(folder: string): readonly string[] {
  return dirname(folder) === folder ? [folder] : [...foldersAbove(dirname(folder)), folder];
}
