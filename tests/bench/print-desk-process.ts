import { z } from 'zod';
import { lookAtDesk } from './desk-figures.ts';
import { openPrintDesk } from './print-desk.ts';
import { answerQuestions } from './side-program.ts';

/** A kiosk that prints when it is told to, and tells what it holds. */
const [dataFolder, address, workerPath, fontFolder] = z
  .tuple([z.string(), z.string(), z.string(), z.string()])
  .parse(process.argv.slice(2));

const services = await openPrintDesk(dataFolder, address, { workerPath, fontFolder });
answerQuestions(
  async (question) => (question === 'print' ? services.printOne() : lookAtDesk(services, dataFolder)),
  services.close,
);
