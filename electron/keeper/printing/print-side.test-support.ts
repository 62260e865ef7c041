import { randomBytes } from 'node:crypto';
import { type ApplicationId, type JobId, jobId } from '../../../shared/contract/ids.ts';
import type { IppDevice } from '../../../shared/contract/printing/printer.ts';
import type { PurgeOutcome } from '../../../shared/contract/worker.ts';
import { createHolds } from '../holds/holds.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { createJobRows } from './job-rows.ts';
import { createJobsAtPrinters } from './jobs-at-printers.ts';
import { jobsOutOfReach } from './orphan-jobs.ts';

/** A kiosk whose printers answer what `answers` says of a job; of others they say nothing. */
export function printSideStage() {
  const vault = newVault();
  const jobRows = createJobRows(vault.database);
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const closing = new AbortController();
  const answers = new Map<string, PurgeOutcome>();
  /** The jobs that each printer was asked for, one array for each question. */
  const asked: { readonly at: string; readonly jobs: readonly string[] }[] = [];
  const running = new Set<ApplicationId>();
  const bugs: string[] = [];
  const paper: { now: JobId | null } = { now: null };
  const traces = { erased: 0 };
  const gate = { opened: Promise.resolve() };
  const printerQueries = {
    async purge(printer: IppDevice, jobs: readonly { readonly name: JobId }[]) {
      asked.push({ at: printer.address, jobs: jobs.map(({ name }) => name) });
      await gate.opened;
      return new Map(jobs.flatMap(({ name }) => [[name, answers.get(name) ?? null] as const]));
    },
  };
  const jobs = { isRunning: (application: ApplicationId) => running.has(application) };
  const port = {
    ...{ vault, jobRows, closing: closing.signal },
    jobsAtPrinters: createJobsAtPrinters({ jobRows, printerQueries, closing: closing.signal }),
    papers: { underWay: () => paper.now },
    outOfReach: () => jobsOutOfReach({ vault, jobs, holds, jobRows }),
    traces: {
      erase() {
        traces.erased += 1;
        return true;
      },
    },
    onBug: (where: string) => void bugs.push(where),
  };
  function job(application: ApplicationId, printer: Parameters<typeof jobRows.begin>[0]['printer']): JobId {
    const name = jobId.parse(randomBytes(16).toString('hex'));
    jobRows.begin({ name, application, printer });
    return name;
  }
  const open = (): ApplicationId => begin(vault, '2026-11-24', 1_800_000_000_000).id;
  return {
    ...{ vault, jobRows, holds, closing, answers, asked, running, bugs, traces, gate, port, paper },
    ...{ job, open },
  };
}
