import { dirname } from 'node:path';
import type { Disk, Owner } from './disk.ts';

/** What lies on a disk under a path. */
type Node =
  | { readonly kind: 'folder' }
  | { readonly kind: 'file'; readonly text: string; readonly mode: number; readonly owner: Owner | null };

/** One change of names, with the paths and the folders that it touches. */
interface Change {
  readonly paths: readonly string[];
  apply(nodes: Map<string, Node>): void;
}

/** The power is gone: nothing comes after it. */
export class PowerCut extends Error {}

/** A disk in memory whose power goes in front of a step, and which keeps as little as a disk may. */
export interface PowerCutDisk extends Disk {
  /** How many steps were begun. */
  steps(): number;
  /** What is on the disk after the power has come back: what was synced, and of the rest what `keeps` says. */
  after(keeps: () => boolean): PowerCutDisk;
  cutAt(step: number): void;
  /** The texts of all files, by their paths. */
  texts(): ReadonlyMap<string, string>;
  node(path: string): Node | undefined;
}

/** Makes these changes last, and those before them that they need. Answers the others. */
function persist(
  onto: Map<string, Node>,
  changes: readonly Change[],
  isKept: (one: Change) => boolean,
): Change[] {
  const kept = new Set<Change>();
  for (const [index, one] of changes.entries()) {
    if (!isKept(one)) continue;
    const needed = new Set(one.paths);
    for (const before of changes.slice(0, index).toReversed())
      if (before.paths.some((path) => isNeeded(path, needed))) {
        kept.add(before);
        for (const path of before.paths) needed.add(path);
      }
    kept.add(one);
  }
  for (const one of changes) if (kept.has(one)) one.apply(onto);
  return changes.filter((one) => !kept.has(one));
}

/** The same path, the folder that it is in, or what is in it: no folder is gone before its files are. */
function isNeeded(path: string, needed: ReadonlySet<string>): boolean {
  return needed.has(path) || needed.has(dirname(path)) || [...needed].some((each) => dirname(each) === path);
}

/**
 * A disk with these files. Between two syncs a disk may keep any of the changes and lose any others, in any order, but that a
 * change to a path comes after the ones to it before: less than any file system keeps that a kiosk runs on.
 */
export function powerCutDisk(durable: ReadonlyMap<string, Node>): PowerCutDisk {
  const synced = new Map(durable);
  const now = new Map(durable);
  let pending: Change[] = [];
  let begun = 0;
  let cut = Number.POSITIVE_INFINITY;

  function step(): void {
    if (begun >= cut) throw new PowerCut();
    begun += 1;
  }
  function change(made: Change): void {
    made.apply(now);
    pending.push(made);
  }
  return {
    steps: () => begun,
    cutAt(at) {
      [begun, cut] = [0, at];
    },
    after(keeps) {
      const left = new Map(synced);
      persist(left, pending, keeps);
      return powerCutDisk(left);
    },
    texts: () =>
      new Map([...now].flatMap(([path, node]) => (node.kind === 'file' ? [[path, node.text] as const] : []))),
    node: (path) => now.get(path),
    isThere: (path) => now.has(path),
    read(path) {
      const node = now.get(path);
      return node?.kind === 'file' ? Buffer.from(node.text) : null;
    },
    makeFolder(path) {
      step();
      change({ paths: [path], apply: (nodes) => void nodes.set(path, { kind: 'folder' }) });
    },
    create(path, bytes, mode, owner) {
      if (now.has(path)) throw new Error(`${path} is there already`);
      const text = Buffer.from(bytes).toString('latin1');
      const create = (written: string): Change => ({
        paths: [path],
        apply: (nodes) => void nodes.set(path, { kind: 'file', text: written, mode, owner }),
      });
      if (begun >= cut) {
        // In the middle of it: half of the bytes, under a name that may last.
        change(create(text.slice(0, text.length / 2)));
        throw new PowerCut();
      }
      step();
      change(create(text));
    },
    rename(from, to) {
      step();
      const node = now.get(from);
      if (node === undefined) throw new Error(`${from} is not there`);
      change({
        paths: [from, to],
        apply(nodes) {
          nodes.delete(from);
          nodes.set(to, node);
        },
      });
    },
    // No account has put a folder here.
    moveAside: () => undefined,
    erase(path) {
      if (!now.has(path)) return;
      step();
      change({ paths: [path], apply: (nodes) => void nodes.delete(path) });
    },
    removeFolder(path) {
      for (const name of [...now.keys()].filter((each) => dirname(each) === path).concat(path)) {
        step();
        change({ paths: [name], apply: (nodes) => void nodes.delete(name) });
      }
    },
    syncFolder(path) {
      step();
      pending = persist(synced, pending, ({ paths }) => paths.some((each) => dirname(each) === path));
    },
  };
}
