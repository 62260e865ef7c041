import { createRequire } from 'node:module';
import { z } from 'zod';

/** What a runtime may be used for. Only `production` may hold residents' data. */
export type RuntimeKind = 'production' | 'evaluation';

/** An Electron that is on this machine and can be started. */
export interface Runtime {
  readonly kind: RuntimeKind;
  readonly electronVersion: string;
  readonly executable: string;
  readonly folder: string;
  /** One sentence that names the runtime taken, and why not another one. */
  readonly say: string;
}

/** Why there is no runtime; `say` is one sentence for the person at the terminal. */
export interface RuntimeFailure {
  readonly kind: 'no-production-runtime' | 'no-evaluation-runtime' | 'unknown-wish';
  readonly say: string;
}

const manifest = z.object({ version: z.string() });

/** The Electron version that package.json pins for production. */
export function pinnedElectronVersion(): string {
  const read: unknown = createRequire(import.meta.url)('electron/package.json');
  return manifest.parse(read).version;
}
