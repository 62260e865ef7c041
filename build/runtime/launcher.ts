import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const source = path.join(import.meta.dirname, 'launcher.cjs');
const manifest = `${JSON.stringify({ name: 'counterfoil-launcher', version: '1.0.0', main: 'main.js' }, null, 2)}\n`;

/** Whether the runtime in `folder` has the launcher of this checkout; an older one may start apps differently. */
export async function launcherIsCurrent(folder: string): Promise<boolean> {
  try {
    const installed = await readFile(path.join(folder, 'resources', 'app', 'main.js'));
    return installed.equals(await readFile(source));
  } catch {
    return false;
  }
}

/** Puts the launcher into a runtime. Renamed into place, because a session may be starting from it just now. */
export async function installLauncher(folder: string): Promise<void> {
  const app = path.join(folder, 'resources', 'app');
  await mkdir(app, { recursive: true });
  const manifestPart = path.join(app, `package.json.${process.pid}`);
  await writeFile(manifestPart, manifest, { mode: 0o644 });
  await rename(manifestPart, path.join(app, 'package.json'));
  const launcherPart = path.join(app, `main.js.${process.pid}`);
  await copyFile(source, launcherPart);
  await rename(launcherPart, path.join(app, 'main.js'));
}
