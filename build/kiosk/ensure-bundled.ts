import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { applicationFolder, bundle } from '../bundle.ts';

/** Whoever runs several suites bundles once and says so in COUNTERFOIL_BUNDLED: every suite tests the same bytes. */
export async function ensureBundled(): Promise<void> {
  const isThere = existsSync(join(applicationFolder, 'session', 'main.cjs'));
  if (process.env.COUNTERFOIL_BUNDLED !== '1' || !isThere) await bundle('evaluation');
}
