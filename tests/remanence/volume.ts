import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../build/machine/command.ts';
import { createChunkedSearch } from '../../shared/remanence/chunked-search.ts';
import type { SearchPattern } from '../../shared/remanence/patterns.ts';
import { makeImage, mountImage, releaseMounts, unmountImage, whyNoMounts } from '../crash/loop-image.ts';

/** What lies in the raw bytes of a volume, files or no files. */
export interface RawScan {
  readonly bytes: number;
  readonly hits: readonly Pick<SearchPattern, 'label' | 'encoding'>[];
}

/** A disk that one program has for itself: an ext4 image, or a plain folder where nothing can be mounted. */
export interface Volume {
  readonly folder: string;
  /** The file that is the disk; null where nothing can be mounted. */
  readonly image: string | null;
  /** Why no raw blocks can be searched; null: they can. */
  readonly skipped: string | null;
  /** Writes out what its file system still has in memory. */
  sync(): Promise<void>;
  /** Searches every byte of the image, those of deleted files included; null where there is none. */
  searchRaw(patterns: readonly SearchPattern[]): Promise<RawScan | null>;
  close(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Makes a new, empty volume below `work`. It is released when this process is told to end, too. */
export async function openVolume(work: string, name: string): Promise<Volume> {
  const folder = join(work, name);
  const skipped = await whyNoMounts(work);
  if (skipped !== null) {
    mkdirSync(folder);
    const nothing = (): Promise<void> => Promise.resolve();
    return {
      folder,
      image: null,
      skipped,
      sync: nothing,
      searchRaw: () => Promise.resolve(null),
      close: nothing,
    };
  }
  const image = join(work, `${name}.img`);
  const onSignal = (): void => void releaseMounts().finally(() => process.exit(130));
  for (const signal of SIGNALS) process.once(signal, onSignal);
  await makeImage(image);
  await mountImage(image, folder);
  const sync = async (): Promise<void> => {
    const ran = await runCommand('sync', ['--file-system', folder]);
    if (!ran.ok) throw new Error(`${ran.error.command}: ${ran.error.output}`);
  };
  return {
    folder,
    image,
    skipped,
    sync,
    async searchRaw(patterns) {
      await sync();
      const bytes = readFileSync(image);
      const hits: Pick<SearchPattern, 'label' | 'encoding'>[] = [];
      createChunkedSearch(patterns, 1).searchWhole(bytes, ({ label, encoding }) =>
        hits.push({ label, encoding }),
      );
      return { bytes: bytes.length, hits };
    },
    async close() {
      await unmountImage(folder);
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
