import { z } from 'zod';

/** The version of this shape. */
const SCHEMA = 1;

/** What lies beside the programs of a package and says what it was when it was made. */
export const packageManifest = z.object({
  schema: z.literal(SCHEMA),
  /** The kiosk's version. */
  version: z.string(),
  kind: z.enum(['evaluation', 'rehearsal', 'release']),
  electron: z.string(),
  node: z.string(),
  /** SHA-256 in hexadecimal of each file, by its path from the top of the package; not of the manifest itself. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type PackageManifest = z.infer<typeof packageManifest>;

/** Where it lies in the package's folder. */
export const MANIFEST_PATH = 'resources/manifest.json';

export function makeManifest(facts: Omit<PackageManifest, 'schema'>): PackageManifest {
  return { schema: SCHEMA, ...facts };
}
