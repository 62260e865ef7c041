import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Arch, build, Platform } from 'electron-builder';
import { hasFileFuse } from '../../electron/lib/fuses/fuses.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { repository } from '../vite/repository.ts';
import type { Architecture } from './architecture.ts';

/** What differs from one package to the next; the rest stands in electron-builder.yml. */
export interface BuilderOrder {
  readonly runtime: Runtime;
  readonly productName: string;
  readonly version: string;
  /** The bundled application. */
  readonly application: string;
  readonly output: string;
  readonly architecture: Architecture;
}

/** Lets electron-builder put Electron, the asar and the fuses together. Returns the unpacked folder. */
export async function runElectronBuilder(order: BuilderOrder): Promise<string> {
  const { productName, version, runtime, architecture } = order;
  await build({
    projectDir: fileURLToPath(repository),
    targets: Platform.LINUX.createTarget('dir', architecture === 'x64' ? Arch.x64 : Arch.arm64),
    config: {
      productName,
      extraMetadata: { productName, version },
      // "Somebody else sees to node_modules": otherwise it climbs to those of this repository and takes them all.
      beforeBuild: () => Promise.resolve(false),
      electronVersion: runtime.electronVersion,
      electronDist: runtime.folder,
      directories: { app: order.application, output: order.output },
      ...(hasFileFuse(runtime.electronVersion)
        ? { electronFuses: { grantFileProtocolExtraPrivileges: false } }
        : {}),
    },
  });
  // electron-builder names the usual processor in no folder.
  return join(order.output, architecture === 'x64' ? 'linux-unpacked' : `linux-${architecture}-unpacked`);
}
