import { randomBytes } from 'node:crypto';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import { applicationId, jobId } from '../../../shared/contract/ids.ts';
import { environmentOf } from '../../../shared/contract/worker.ts';
import { drawnPhoto } from '../../lib/drawing/photo.test-support.ts';
import { seal } from '../../lib/sealing/seal.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import { readRecordedSessions } from '../sessions/recorded-sessions.ts';
import { createPrintJobs } from './print-jobs.ts';
import { createWorkers } from './worker-processes.ts';

/**
 * Stands in for a keeper in a test, so that one can be killed: starts the real worker on a card that takes a
 * minute, and says its process id once it prints.
 */
const [, , workerPath = '', recordPath = '', fonts = ''] = process.argv;
const application = applicationId.parse('a'.repeat(32));
const key = randomBytes(32);
const workers = createWorkers(
  {
    node: process.execPath,
    workerPath,
    environment: environmentOf(fonts, {
      printServer: { port: 631, socket: null, settings: '/nowhere/cups-files.conf' },
      electron: { executable: '/nowhere/electron', arguments: [] },
    }),
    record: { path: recordPath, keeperFolder: '/nowhere' },
  },
  { unrecorded: () => undefined, onBug: () => undefined },
  new AbortController().signal,
);
const jobs = createPrintJobs(workers);
jobs.listen({
  report(_application, report) {
    if (report.kind !== 'stage' || report.stage !== 'front') return;
    process.stdout.write(`${readRecordedSessions(recordPath)?.sessions[0]?.pid}\n`);
  },
  ended: () => process.stdout.write('ended\n'),
});
jobs.start({
  job: jobId.parse('c'.repeat(32)),
  application,
  printer: { driver: 'virtual', secondsPerFace: 60, folder: null },
  earlier: [],
  key,
  card: sealContent(key, application, 'card', { card: SAMPLE_CARD, programme: SAMPLE_PROGRAMME }),
  photo: seal(key, application, 'photo', drawnPhoto()),
  practice: false,
});
