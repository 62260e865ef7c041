import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { repository } from '../vite/repository.ts';
import type { Architecture } from './architecture.ts';

/**
 * What a package is for. A `rehearsal` is a release in all its code and switches on the evaluation runtime: it never
 * goes live, and anybody may have one.
 */
export type PackageKind = 'evaluation' | 'rehearsal' | 'release';

const SUFFIXES = {
  release: { slug: '', product: '' },
  rehearsal: { slug: '-rehearsal', product: ' Rehearsal' },
  evaluation: { slug: '-evaluation', product: ' Evaluation' },
} as const satisfies Readonly<Record<PackageKind, object>>;

/** What a package is called: whoever meets it must see whether residents' data may be given to it. */
export interface PackageName {
  readonly kind: PackageKind;
  readonly product: string;
  /** The folder, the .deb, its package in the system's list and its units begin with this. */
  readonly slug: string;
  readonly folder: string;
}

const manifest = z.object({ version: z.string() });

/** The other two packages: one machine has one kiosk, with one settings file, one account and one display. */
export function otherPackages({ kind }: Pick<PackageName, 'kind'>): readonly string[] {
  return Object.entries(SUFFIXES).flatMap(([other, { slug }]) =>
    other === kind ? [] : [`counterfoil${slug}`],
  );
}

/** The version in package.json. */
export function packageVersion(): string {
  return manifest.parse(JSON.parse(readFileSync(new URL('package.json', repository), 'utf8'))).version;
}

/** Names a package by what was asked for; only a release goes without the mark. */
export function packageName(kind: PackageKind, architecture: Architecture = 'x64'): PackageName {
  const suffix = SUFFIXES[kind];
  const slug = `counterfoil${suffix.slug}`;
  return {
    kind,
    product: `Counterfoil${suffix.product}`,
    slug,
    folder: `${slug}-${packageVersion()}-linux-${architecture}`,
  };
}
