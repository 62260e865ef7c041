import { appendFileSync, mkdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Stands in for the Electron process that prints, in tests. Its words: what it does, and the file in which it notes
 * how far it came.
 */
const [, , behaviour = '', notes = ''] = process.argv;
const folder = process.env.COUNTERFOIL_OS_PRINTING_FOLDER ?? '';

/** What it says once it has the card. */
const LAST_WORDS: Readonly<Record<string, unknown>> = {
  'hands the card over': { kind: 'handed-over' },
  'hands the card over and stays': { kind: 'handed-over' },
  fails: { kind: 'failed', defect: null },
  'has a defect': {
    kind: 'failed',
    defect: { place: 'printing on a queue of the system', error: 'TypeError', at: [] },
  },
  'finds no queue after all': { kind: 'no-such-queue' },
  'talks nonsense': { kind: 'card', text: 'x' },
};

function note(what: string): void {
  appendFileSync(notes, `${what}\n`);
}

/** `then` comes when it is on its way: a process that ends at once may take its last word along. */
function say(message: unknown, then: () => void): void {
  process.send?.(message, undefined, undefined, then);
}

function end(): void {
  if (!behaviour.endsWith('stays')) process.exit(0);
}

// As Chromium does, whose whole home it is.
mkdirSync(join(folder, 'chromium'));
writeFileSync(join(folder, 'chromium', 'Preferences'), '{}');
// One that hangs is not even ended by its worker’s end: only by being killed, or in time.
setTimeout(() => process.exit(0), 60_000);
process.on('message', () => {
  note('card');
  if (behaviour === 'crashes') process.exit(1);
  const word = LAST_WORDS[behaviour];
  if (word !== undefined) say(word, end);
});
note(`process ${process.pid}`);
note(`standard error ${readlinkSync('/proc/self/fd/2')}`);
process.stderr.write('Zephyrina Vandersloot\n');
if (behaviour === 'crashes at once') process.exit(1);
if (behaviour === 'finds no queue') say({ kind: 'no-such-queue' }, end);
else if (behaviour !== 'is never ready') say({ kind: 'ready' }, () => undefined);
