import type { Desk } from '../../../electron/keeper/desk/desk.ts';
import { kioskActs } from '../../../electron/keeper/desk/kiosk-acts.ts';
import { continueAfterRestart } from '../../../electron/keeper/desk/restart.ts';
import { staffCalls } from '../../../electron/keeper/desk/staff-calls.ts';
import type { WipeActs } from '../../../electron/keeper/wipe/wipe-parts.ts';
import { type Order, order as orderSchema } from '../order.ts';
import { enroll } from './enrollment.ts';
import { examine } from './examine.ts';
import { closeKiosk, openKiosk, sitDown, unlock } from './kiosk.ts';
import { tell } from './tell.ts';

/** The keeper of the crash suite: started once for each task, and killed at the order of the suite. */
const SUPERVISOR = { name: 'Marisol Tidewater', passphrase: 'copper lantern orbit thimble' };
const CLERK = { name: 'Anselm Brightwater', passphrase: 'velvet anchor mosaic pebble' };

/** As if nobody had thought of what the vault's transactions leave: old pages stay where SQLite wrote them. */
function keepJournal({ vault }: Desk): void {
  Object.assign(vault, { eraseJournal: () => undefined });
}

/** Makes the folder that every run starts from: a kiosk that is set up and live. */
async function setUp(order: Order): Promise<void> {
  const kiosk = await openKiosk(order);
  const { desk } = kiosk;
  await desk.pool.start();
  const occupant = sitDown(desk);
  const acts = { ...staffCalls(desk, occupant), ...kioskActs(desk, occupant) };
  const answers = [
    await acts.setUp({ kioskName: 'Crash bench', supervisor: SUPERVISOR, clerk: CLERK }),
    await acts.signIn(SUPERVISOR),
    await acts.decideCustody({ custody: order.custody }),
  ];
  for (const answer of answers) if (!answer.ok) throw new Error(`no set-up: ${answer.error.kind}`);
  const deviceKey = desk.custody.deviceKey();
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
      const kiosk = await openKiosk(order, tellingWhenItBegins);
      if (order.sabotage === 'keep-journal') keepJournal(kiosk.desk);
      await continueAfterRestart(kiosk.desk);
      kiosk.desk.expiry.start();
      unlock(kiosk.desk, order);
      await kiosk.desk.pool.start();
      try {
        await enroll(kiosk.desk, order.token);
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
