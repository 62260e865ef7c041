import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { machineClock } from '../../electron/keeper/clock.ts';
import { callsOf } from '../../electron/keeper/start/calls.ts';
import { occupyShown } from '../../electron/keeper/start/stand-in-environment.test-support.ts';
import { seal } from '../../electron/lib/sealing/seal.ts';
import { sealContent } from '../../electron/lib/sealing/sealed-content.ts';
import { reached } from '../../shared/application/lifecycle.test-support.ts';
import { READ_BACK_MILLISECONDS } from '../../shared/application/read-back.ts';
import { SAMPLE_CARD } from '../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../shared/card/sample-programme.test-support.ts';
import { machineTime } from '../print/peers/machine-time.ts';
import { type BenchKiosk, openBenchKiosk, type PrintPrograms } from './bench-kiosk.ts';
import { samplePhoto } from './card-page.ts';

/** How often it is looked whether a worker has gone. */
const POLL_MILLISECONDS = 5;

/** When one card was ordered and when its worker was gone, in `machineTime`. */
export const printTimes = z.object({ ordered: z.number(), gone: z.number() });
export type PrintTimes = z.output<typeof printTimes>;

/** A kiosk of the product's own keeper that prints on a real printer by real workers. */
export interface PrintingKiosk {
  readonly kiosk: BenchKiosk;
  /** One person: taken in, the card printed and in the tray, handed over and wiped. Fails where there is no card. */
  printOne(): Promise<PrintTimes>;
  close(): Promise<void>;
}

/** Opens such a kiosk in a new folder, its supervisor having chosen the printer at this address. */
export async function openPrintingKiosk(
  dataFolder: string,
  address: string,
  programs: PrintPrograms,
): Promise<PrintingKiosk> {
  const kiosk = await openBenchKiosk(dataFolder, 'sealed', machineClock, programs);
  const { services } = kiosk;
  const supervisor = occupyShown(services);
  const chosen = await callsOf(services, supervisor).choosePrinter({ address, pin: null });
  if (!chosen.ok) {
    kiosk.close();
    throw new Error(`the printer is not usable: ${JSON.stringify(chosen.error)}`);
  }
  services.occupants.delete(supervisor.session.token);
  const photo = samplePhoto(1);
  let printed = 0;
  return {
    kiosk,
    async printOne() {
      printed += 1;
      const occupant = occupyShown(services);
      const calls = callsOf(services, occupant);
      const created = await calls.create({});
      if (!created.ok) throw new Error(`the keeper refuses: ${created.error.kind}`);
      const { application, key } = created.value;
      const card = { ...SAMPLE_CARD, number: String(printed).padStart(SAMPLE_CARD.number.length, '0') };
      const content = { card, programme: SAMPLE_PROGRAMME };
      services.vault.store(application, 'answers', seal(key, application, 'answers', randomBytes(1_000)));
      services.vault.store(application, 'photo', seal(key, application, 'photo', photo));
      // Photographed, without the steps on the way: those are not printing.
      services.vault.setState(application, reached({ kind: 'photographed' }));
      const printer = services.printer.now();
      if (printer.driver === 'ipp')
        services.jobs.prepare({ kind: 'prepare', printer, programme: SAMPLE_PROGRAMME });
      // Nobody prints sooner.
      await delay(READ_BACK_MILLISECONDS);
      const sealed = sealContent(key, application, 'card', content);
      const ordered = machineTime();
      const ordering = await calls.print({
        occasion: 'read-back',
        card: sealed,
        fingerprints: null,
        full: hashOf(card.number),
        lastFour: hashOf(`…${card.number}`),
        lookUp: seal(key, application, 'look-up', randomBytes(100)),
      });
      if (!ordering.ok) throw new Error(`the keeper does not print: ${ordering.error.kind}`);
      while (services.jobs.isRunning(application)) await delay(POLL_MILLISECONDS);
      const gone = machineTime();
      const ending = services.vault.find(application)?.ending?.kind;
      if (ending !== 'in-tray') throw new Error(`no card, but ${ending}`);
      await kiosk.wipe({ occupant, opened: created.value });
      return { ordered, gone };
    },
    async close() {
      services.watch.setPrinter(null);
      await services.workers.endAll();
      kiosk.close();
    },
  };
}

function hashOf(characters: string): string {
  return createHash('sha256').update(characters).digest('hex');
}
