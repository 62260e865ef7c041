import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KIOSK_FILES } from '../../../electron/keeper/data-folder/kiosk-files.ts';
import { callsOf } from '../../../electron/keeper/start/calls.ts';
import { continueAfterRestart } from '../../../electron/keeper/start/continue-after-restart.ts';
import type { Services } from '../../../electron/keeper/start/services.ts';
import { occupyShown } from '../../../electron/keeper/start/stand-in-environment.test-support.ts';
import type { WipeActs } from '../../../electron/keeper/wipe/wipe-parts.ts';
import { type Order, order as orderSchema } from '../order.ts';
import { enroll } from './enrollment.ts';
import { examine } from './examine.ts';
import { closeKiosk, openKiosk, unlock } from './kiosk.ts';
import { tell } from './tell.ts';

/** The keeper of the crash suite: started once for each task, and killed at the order of the suite. */
const SUPERVISOR = { name: 'Marisol Tidewater', passphrase: 'copper lantern orbit thimble' };
const FIRST_STAFF = {
  supervisor: SUPERVISOR,
  secondSupervisor: { name: 'Octavia Farthing', passphrase: 'lantern cobalt meadow sprocket' },
  clerk: { name: 'Anselm Brightwater', passphrase: 'velvet anchor mosaic pebble' },
};

/** As if nobody had thought of what the vault's transactions leave: old pages stay where SQLite wrote them. */
function keepJournal({ vault }: Services): void {
  Object.assign(vault, { eraseJournal: () => undefined });
}

/** As a program does that keeps what it finds: a copy of the slot whose key signs no more after the next sign-in. */
function keepOldSigningKey({ dataFolder }: Order): void {
  const slots = join(dataFolder, KIOSK_FILES.signing);
  writeFileSync(`${slots}.kept`, readFileSync(slots));
}

/** Makes the folder that every run starts from: a kiosk that is set up and live. */
async function setUp(order: Order): Promise<void> {
  const kiosk = await openKiosk(order);
  const { services } = kiosk;
  await services.pool.start();
  const occupant = occupyShown(services);
  const acts = callsOf(services, occupant);
  const answers = [
    await acts.setUp({ kioskName: 'Crash bench', ...FIRST_STAFF }),
    await acts.signIn(SUPERVISOR),
    await acts.decideCustody({ custody: order.custody, inSpiteOf: [] }, null),
  ];
  for (const answer of answers) if (!answer.ok) throw new Error(`no set-up: ${answer.error.kind}`);
  const deviceKey = services.custody.deviceKey();
  if (deviceKey === null) throw new Error('nobody has unwrapped a device key');
  tell({ kind: 'device-key', key: deviceKey.toString('hex') });
  closeKiosk(kiosk);
}

/** The first act of a wipe comes when its row is on the disk: from then on nothing brings the record back. */
function tellingWhenItBegins(acts: WipeActs): WipeActs {
  return {
    ...acts,
    endWorker(application) {
      tell({ kind: 'wiping' });
      return acts.endWorker(application);
    },
  };
}

async function run(order: Order): Promise<void> {
  switch (order.task) {
    case 'set-up':
      return setUp(order);
    case 'enroll': {
      tell({ kind: 'ready', pid: process.pid });
      if (order.sabotage === 'keep-old-signing-key') keepOldSigningKey(order);
      const kiosk = await openKiosk(order, tellingWhenItBegins);
      if (order.sabotage === 'keep-journal') keepJournal(kiosk.services);
      await continueAfterRestart(kiosk.services);
      kiosk.services.expiry.start();
      await unlock(kiosk.services, order);
      await kiosk.services.pool.start();
      try {
        await enroll(kiosk.services, order.token);
      } finally {
        // Also beside an enrollment that failed: a bug of the keeper would be its reason.
        for (const bug of kiosk.bugs) process.stderr.write(`${bug}\n`);
      }
      if (kiosk.bugs.length > 0) throw new Error('the keeper has a bug');
      return closeKiosk(kiosk);
    }
    case 'restart':
      tell({ kind: 'ready', pid: process.pid });
      process.stdout.write(JSON.stringify(await examine(order)));
  }
}

await run(orderSchema.parse(JSON.parse(process.env.CRASH_ORDER ?? 'null')));
