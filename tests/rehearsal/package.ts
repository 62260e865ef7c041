import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../build/bundle.ts';
import { packageRehearsal } from '../../build/packaging/package-application.ts';
import { packageOfSources } from '../support/package-of-sources.ts';

/** What the bundle is done to, so that the suite sees itself fail; `null`: the product as it is. */
export type Sabotage = 'kiosk-spare' | null;

/** The folder of a rehearsal made of the sources as they are. */
export function packagedRehearsal(sabotage: Sabotage): Promise<string> {
  const make = () => packageRehearsal(sabotage === null ? undefined : { bundle: bundleWithMappedSpare });
  return packageOfSources('rehearsal', make, sabotage);
}

/** As it once was: a window that is made in kiosk mode, which maps it, and only then shown. */
const bundleWithMappedSpare: typeof bundle = async (mode, folder) => {
  if (folder === undefined) throw new Error('packages are bundled into folders of their own');
  await bundle(mode, folder);
  const path = join(folder, 'session', 'main.cjs');
  const main = readFileSync(path, 'utf8');
  const sabotaged = main.replace(/(\n\s*)frame: false,/, '$1frame: false,$1kiosk: true,');
  if (sabotaged === main) throw new Error('the window is made elsewhere: this sabotage does nothing');
  writeFileSync(path, sabotaged);
};
