import { JOB, PRINTER } from './samples.test-support.ts';
import { field, replyOf, wire } from './wire.test-support.ts';

/** Numbers from a seed (mulberry32): the same seed makes the same replies on every machine. */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  one<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.below(things.length)];
    if (thing === undefined) throw new Error('nothing to choose from');
    return thing;
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.below(256)));
  }
}

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'length',
  'then',
];
const REAL = ['printer-state', 'job-id', 'job-state', 'media-col-database', 'marker-levels', 'printer-name'];
const TAGS = [0x12, 0x13, 0x21, 0x22, 0x23, 0x30, 0x31, 0x32, 0x33, 0x35, 0x36, 0x41, 0x44, 0x5f, 0x7f];

const honest: readonly Buffer[] = [
  replyOf(1, 4, ...PRINTER),
  replyOf(1, 2, ...JOB, 2, ...JOB),
  replyOf(1, 4, ...PRINTER, 4, ...PRINTER, 2, ...JOB),
];

/** Ways to be hostile. Each makes one reply. */
const ways: Readonly<Record<string, (dice: Dice) => Buffer>> = {
  'random bytes': (dice) => dice.bytes(dice.below(400)),
  'random bytes behind a good head': (dice) => wire(2, 0, 0, 0, 0, 0, 0, 1, 4, dice.bytes(dice.below(400))),
  'cut short': (dice) => {
    const reply = dice.one(honest);
    return reply.subarray(0, dice.below(reply.byteLength));
  },
  'flipped bits': (dice) => {
    const reply = Buffer.from(dice.one(honest));
    for (let flips = 1 + dice.below(8); flips > 0; flips -= 1) {
      const at = dice.below(reply.byteLength);
      reply[at] = (reply[at] ?? 0) ^ (1 << dice.below(8));
    }
    return reply;
  },
  'wrong lengths': (dice) => {
    const reply = Buffer.from(dice.one(honest));
    for (let times = 1 + dice.below(3); times > 0; times -= 1) {
      const at = 8 + dice.below(reply.byteLength - 10);
      reply.writeUInt16BE(dice.one([0, 1, 0x7fff, 0x8000, 0xfff0, 0xffff, dice.below(64)]), at);
    }
    return reply;
  },
  'pieces put together': (dice) => {
    const pieces: Buffer[] = [];
    for (let count = 1 + dice.below(8); count > 0; count -= 1) {
      const reply = dice.one(honest);
      const from = dice.below(reply.byteLength);
      pieces.push(reply.subarray(from, from + dice.below(120)));
    }
    return replyOf(4, ...pieces);
  },
  'any tag with any value': (dice) =>
    replyOf(4, ...someFields(dice, () => dice.one([...TAGS, 0x10 + dice.below(0xf0)]))),
  'names of objects': (dice) => {
    const inner = wire(
      field(0x34, dice.one(NAMES)),
      field(0x4a, '', dice.one(NAMES)),
      ...someFields(dice, () => 0x41, true),
    );
    return replyOf(
      dice.one([2, 4]),
      ...JOB,
      ...PRINTER,
      inner,
      field(0x37, ''),
      ...someFields(dice, () => dice.one(TAGS)),
    );
  },
  'the same again': (dice) => {
    const again = Array.from({ length: 1 + dice.below(50) }, () => dice.one([...PRINTER, ...JOB]));
    return replyOf(dice.one([2, 4]), ...JOB, ...PRINTER, ...again);
  },
  'collections in collections': (dice) => {
    const level = wire(field(0x4a, '', 'm'), field(0x34, ''));
    const depth = dice.below(dice.one([20, 4000]));
    const ends = dice.one([depth + 1, depth, 0]);
    return replyOf(
      4,
      field(0x34, 'media-col-ready'),
      Buffer.alloc(depth * level.byteLength, level),
      Buffer.alloc(ends * 5, field(0x37, '')),
    );
  },
  'a collection without end': (dice) => {
    const member = wire(
      field(0x4a, '', dice.one(REAL)),
      field(dice.one(TAGS), '', dice.bytes(dice.below(12))),
    );
    return replyOf(
      4,
      field(0x34, 'media-col-database'),
      Buffer.alloc(member.byteLength * dice.below(100), member),
    );
  },
  'nothing but groups': (dice) => replyOf(Buffer.alloc(dice.below(200), 1 + dice.below(15))),
};

/** Hostile replies from a seed: what kind each is of, and its bytes. */
export function* hostileReplies(seed: number, count: number): Generator<readonly [string, Buffer]> {
  const dice = new Dice(seed);
  const kinds = Object.entries(ways);
  for (let at = 0; at < count; at += 1) {
    const [kind, make] = dice.one(kinds);
    yield [kind, make(dice)];
  }
}

function someFields(dice: Dice, tag: () => number, areMembers = false): Buffer[] {
  return Array.from({ length: dice.below(8) }, () => {
    const name = areMembers ? '' : dice.one([...NAMES, ...REAL, '']);
    return field(tag(), name, dice.bytes(dice.below(dice.one([6, 12, 300]))));
  });
}
