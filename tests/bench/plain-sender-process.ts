import { randomBytes } from 'node:crypto';
import { createIppClient } from '../../electron/lib/ipp/client.ts';
import { parsePrinterAddress } from '../../shared/printing/address.ts';
import { machineTime } from '../print/peers/machine-time.ts';
import { answerQuestions } from './side-program.ts';

/**
 * The least that printing takes: a process that runs already, with a document that is made already, creates a job
 * and sends it. It asks the printer nothing, has no worker, opens nothing and draws nothing.
 */
const [address = '', bytes = ''] = process.argv.slice(2);
const target = parsePrinterAddress(address);
if (!target.ok) throw new Error(`no address: ${address}`);
const client = createIppClient({ ...target.value, tls: null });
const document = randomBytes(Number(bytes));

answerQuestions(
  async () => {
    const ordered = machineTime();
    const job = await client.createJob({
      jobName: randomBytes(16).toString('hex'),
      media: { by: 'name', name: 'om_card_54x86mm' },
      sides: 'two-sided-long-edge',
    });
    if (!job.ok) throw new Error(`no job: ${job.error.kind}`);
    const sent = await client.sendDocument(job.value.number, 'application/pdf', document);
    if (!sent.ok) throw new Error(`not sent: ${sent.error.kind}`);
    return { ordered };
  },
  async () => undefined,
);
