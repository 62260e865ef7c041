import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationFolder } from '../../../build/bundle.ts';
import { repositoryFolder } from '../../../build/kiosk/launch-keeper.ts';
import { OWN_ARCHITECTURE } from '../../../build/packaging/architecture.ts';
import { bundleLauncher } from '../../../build/packaging/bundle-launcher.ts';
import { copyNativePackages } from '../../../build/packaging/native-packages.ts';
import { openToReaders } from '../../../build/packaging/open-to-readers.ts';
import { shippedPolicy } from '../../../build/programmes/shipped-policy.ts';
import type { Runtime } from '../../../build/runtime/runtime.ts';

/** The application as it is installed: any account may start it. */
export interface Deployed {
  readonly folder: string;
  /** The `counterfoil` command in it. */
  readonly command: string;
  remove(): void;
}

/**
 * Lays the bundled application out as a package does, but for Electron's own files, which are the runtime's: the
 * launcher starts the runtime through a script in the place of the packed executable. A whole package takes ten
 * times as long.
 */
export async function deploy(runtime: Runtime): Promise<Deployed> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-deployed-'));
  const application = join(folder, 'app');
  cpSync(applicationFolder, application, { recursive: true });
  await bundleLauncher('evaluation', runtime.kind, application);
  const resources = join(folder, 'resources');
  mkdirSync(resources);
  cpSync(join(application, 'node'), join(resources, 'programs'), { recursive: true });
  cpSync(join(application, 'fonts'), join(resources, 'fonts'), { recursive: true });
  await copyNativePackages(join(resources, 'programs', 'node_modules'), {
    architecture: OWN_ARCHITECTURE,
    modules: null,
  });
  copyFileSync(process.execPath, join(resources, 'node'));
  copyFileSync(shippedPolicy, join(resources, 'policy.json'));
  const session = join(folder, 'counterfoil-session');
  writeFileSync(session, `#!/bin/sh\nexec '${runtime.executable}' '${application}' "$@"\n`);
  const command = join(folder, 'counterfoil');
  copyFileSync(join(repositoryFolder, 'build', 'packaging', 'counterfoil.sh'), command);
  for (const program of [session, command]) chmodSync(program, 0o755);
  await openToReaders(folder);
  chmodSync(folder, 0o755);
  return { folder, command, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
