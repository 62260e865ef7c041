import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustodyKind } from '../../shared/contract/custody.ts';
import { type Examination, examination } from './examination.ts';
import { copyImage, makeImage, mountImage, unmountImage } from './loop-image.ts';
import type { Order, Sabotage } from './order.ts';
import { plantOf } from './raw-search.ts';
import { runVictim } from './start-victim.ts';

/** What all crashes of one custody have in common. */
export interface Bench {
  readonly custody: CustodyKind;
  readonly token: string;
  readonly deviceKey: Buffer;
  readonly victim: string;
  order(dataFolder: string, task: Order['task'], rebooted?: boolean): Omit<Order, 'keeperFolder'>;
  /** A disk of its own, as it was after set-up. Two crashes at the same time take two places. */
  freshDisk(place: string): Promise<Disk>;
}

/** A disk with a kiosk's data folder on it: an ext4 image, or a plain folder where nothing can be mounted. */
export interface Disk {
  readonly dataFolder: string;
  /** The disk as it would be if the power failed now; null where there is no image. Not attached yet. */
  cutPower(): Promise<DetachedDisk | null>;
  detach(): Promise<DetachedDisk>;
}

/** A disk that no machine has mounted. */
export interface DetachedDisk {
  /** Its raw bytes. */
  readonly files: readonly string[];
  attach(): Promise<Disk>;
}

function imageDisk(image: string, folder: string): Disk {
  return {
    dataFolder: join(folder, 'data'),
    async cutPower() {
      const cut = `${image}.cut`;
      await copyImage(image, cut);
      return detachedImage(cut, folder);
    },
    async detach() {
      await unmountImage(folder);
      return detachedImage(image, folder);
    },
  };
}

function detachedImage(image: string, folder: string): DetachedDisk {
  return {
    files: [image],
    async attach() {
      await mountImage(image, folder);
      return imageDisk(image, folder);
    },
  };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function folderDisk(folder: string): Disk {
  const disk: Disk = {
    dataFolder: join(folder, 'data'),
    cutPower: () => Promise.resolve(null),
    detach: () => Promise.resolve({ files: filesBelow(folder), attach: () => Promise.resolve(disk) }),
  };
  return disk;
}

/** Sets a kiosk up once; every crash starts from a copy of it, so that no passphrase is hashed again. */
export async function prepareBench(options: {
  readonly work: string;
  readonly custody: CustodyKind;
  readonly token: string;
  readonly victim: string;
  readonly workerPath: string;
  readonly sabotage: Sabotage | null;
  readonly mounts: boolean;
}): Promise<Bench> {
  const { custody, token, victim, workerPath, sabotage, mounts } = options;
  const work = join(options.work, custody);
  const template = join(work, 'template');
  const image = join(work, 'template.img');
  mkdirSync(template, { recursive: true });
  let deviceKey: Buffer | null = null;
  const order: Bench['order'] = (dataFolder, task, rebooted = false) => ({
    task,
    dataFolder,
    custody,
    token,
    workerPath,
    deviceKey: deviceKey?.toString('hex') ?? null,
    sabotage,
    rebooted,
  });
  if (mounts) {
    await makeImage(image);
    await mountImage(image, template);
  }
  const dataFolder = join(template, 'data');
  mkdirSync(dataFolder, { mode: 0o700 });
  writeFileSync(join(template, 'plant'), plantOf(token));
  const { marks } = await runVictim(victim, order(dataFolder, 'set-up'));
  for (const mark of marks) if (mark.kind === 'device-key') deviceKey = Buffer.from(mark.key, 'hex');
  if (deviceKey === null) throw new Error('set-up told no device key');
  if (mounts) await unmountImage(template);
  return {
    custody,
    token,
    deviceKey,
    victim,
    order,
    async freshDisk(place) {
      const folder = join(work, place);
      if (mounts) {
        await copyImage(image, `${folder}.img`);
        return detachedImage(`${folder}.img`, folder).attach();
      }
      if (existsSync(folder)) rmSync(folder, { recursive: true });
      cpSync(template, folder, { recursive: true });
      return folderDisk(folder);
    },
  };
}

/** Starts the next keeper on a disk and hears what it found. */
export async function examineDisk(bench: Bench, disk: Disk, rebooted: boolean): Promise<Examination> {
  const { said } = await runVictim(bench.victim, bench.order(disk.dataFolder, 'restart', rebooted));
  return examination.parse(JSON.parse(said));
}
