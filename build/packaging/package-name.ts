import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { BundleMode } from '../bundle.ts';
import { repository } from '../vite/repository.ts';

/** What a package is called: whoever meets it must see whether residents' data may be given to it. */
export interface PackageName {
  readonly product: string;
  /** The folder, the .deb and its package in the system's list begin with this. */
  readonly slug: string;
  readonly folder: string;
}

const manifest = z.object({ version: z.string() });

/** The version in package.json. */
export function packageVersion(): string {
  return manifest.parse(JSON.parse(readFileSync(new URL('package.json', repository), 'utf8'))).version;
}

/** Names a package by what was asked for; only a release goes without the mark. */
export function packageName(mode: BundleMode): PackageName {
  const slug = mode === 'release' ? 'counterfoil' : 'counterfoil-evaluation';
  return {
    product: mode === 'release' ? 'Counterfoil' : 'Counterfoil Evaluation',
    slug,
    folder: `${slug}-${packageVersion()}-linux-x64`,
  };
}
