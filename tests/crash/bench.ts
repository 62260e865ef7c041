import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shippedPolicy } from '../../build/programmes/shipped-policy.ts';
import type { CustodyKind } from '../../shared/contract/custody.ts';
import { type CardGuess, createCardGuess } from '../support/card-guess.ts';
import { type FoundKey, sealedKeysIn } from '../support/sealed-keys.ts';
import { type Examination, examination } from './examination.ts';
import { copyImage, makeImage, mountImage, unmountImage } from './loop-image.ts';
import type { Order, Sabotage } from './order.ts';
import { PLANTED_CARD, plantOf } from './raw-search.ts';
import { runVictim, type VictimPlace } from './start-victim.ts';

/** What all crashes of one custody have in common. */
export interface Bench {
  readonly custody: CustodyKind;
  readonly token: string;
  readonly deviceKey: Buffer;
  /** What the kiosk signs with before its first start after set-up. */
  readonly firstKey: FoundKey;
  /** Tries to guess cards from a disk, as somebody would who has a passphrase. */
  readonly guess: CardGuess;
  readonly victims: VictimPlace;
  order(dataFolder: string, task: Order['task'], rebooted?: boolean): Omit<Order, 'keeperFolder'>;
  /** The disk as it was after set-up: every crash takes a copy, two at the same time in two places. */
  readonly template: DetachedDisk;
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
  /** The same disk once more, for another crash. */
  copy(place: string): Promise<DetachedDisk>;
  remove(): void;
}

/** Of a card whose hash is planted as it was once kept: guessing must find this one, and no other. */
export const PLANTED_LAST_FOUR = 'XT6K';

let images = 0;

/**
 * Copies an image under a name that no other had: a loop device may outlive its mount for a moment, and the
 * next mount of the same file would be given that device with what it still remembers of the old content.
 */
async function copyToNewName(image: string): Promise<string> {
  images += 1;
  const copy = join(dirname(image), `disk-${images}.img`);
  await copyImage(image, copy);
  return copy;
}

function imageDisk(image: string, folder: string): Disk {
  return {
    dataFolder: join(folder, 'data'),
    cutPower: async () => detachedImage(await copyToNewName(image), folder),
    async detach() {
      await unmountImage(folder);
      return detachedImage(image, folder);
    },
  };
}

/** An image that is not mounted; it is attached at the folder. */
export function detachedImage(image: string, folder: string): DetachedDisk {
  return {
    files: [image],
    async attach() {
      await mountImage(image, folder);
      return imageDisk(image, folder);
    },
    copy: async (place) => detachedImage(await copyToNewName(image), join(dirname(image), place)),
    remove: () => rmSync(image),
  };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function folderDisk(folder: string): DetachedDisk {
  const detached: DetachedDisk = {
    get files() {
      return filesBelow(folder);
    },
    attach: () =>
      Promise.resolve({
        dataFolder: join(folder, 'data'),
        cutPower: () => Promise.resolve(null),
        detach: () => Promise.resolve(detached),
      }),
    copy(place) {
      const copy = join(dirname(folder), place);
      rmSync(copy, { recursive: true, force: true });
      cpSync(folder, copy, { recursive: true });
      return Promise.resolve(folderDisk(copy));
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
  return detached;
}

/** Sets a kiosk up once; every crash starts from a copy of it, so that no passphrase is hashed again. */
export async function prepareBench(options: {
  readonly work: string;
  readonly custody: CustodyKind;
  readonly token: string;
  readonly program: string;
  readonly workerPath: string;
  readonly sabotage: Sabotage | null;
  readonly mounts: boolean;
}): Promise<Bench> {
  const { custody, token, workerPath, sabotage, mounts } = options;
  const victims: VictimPlace = { work: options.work, program: options.program };
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
    policyPath: shippedPolicy,
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
  writeFileSync(join(template, 'plant'), `${plantOf(token)} ${PLANTED_CARD}`);
  const { marks } = await runVictim(victims, order(dataFolder, 'set-up'));
  for (const mark of marks) if (mark.kind === 'device-key') deviceKey = Buffer.from(mark.key, 'hex');
  if (deviceKey === null) throw new Error('set-up told no device key');
  const firstKey = onlyKeyIn(dataFolder, deviceKey);
  const guess = createCardGuess(deviceKey);
  writeFileSync(join(template, 'plant-hash'), guess.hashOf(PLANTED_LAST_FOUR));
  if (mounts) await unmountImage(template);
  return {
    custody,
    token,
    deviceKey,
    firstKey,
    guess,
    victims,
    order,
    template: mounts ? detachedImage(image, template) : folderDisk(template),
  };
}

/** The key that a kiosk which rests signs with. The control: the search for keys finds the one that is there. */
function onlyKeyIn(dataFolder: string, deviceKey: Buffer): FoundKey {
  const found = filesBelow(dataFolder).flatMap((path) => [...sealedKeysIn(readFileSync(path), deviceKey)]);
  const [key, ...others] = found;
  if (key === undefined || others.length > 0)
    throw new Error(`positive control: ${found.length} keys that sign after set-up, and not one`);
  return key;
}

/** Starts the next keeper on a disk and hears what it found. */
export async function examineDisk(bench: Bench, disk: Disk, rebooted: boolean): Promise<Examination> {
  const { said } = await runVictim(bench.victims, bench.order(disk.dataFolder, 'restart', rebooted));
  return examination.parse(JSON.parse(said));
}
