import { z } from 'zod';
import { measureFootprint } from './kiosk-footprint.ts';
import { openPrintingKiosk } from './printing-kiosk.ts';
import { answerQuestions } from './side-program.ts';

/** A kiosk that prints when it is told to, and tells what it holds. */
const [dataFolder, address, workerPath, fontFolder] = z
  .tuple([z.string(), z.string(), z.string(), z.string()])
  .parse(process.argv.slice(2));

const services = await openPrintingKiosk(dataFolder, address, { workerPath, fontFolder });
answerQuestions(
  async (question) => (question === 'print' ? services.printOne() : measureFootprint(services, dataFolder)),
  services.close,
);
