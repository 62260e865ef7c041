import { type FaultReply, goodPrinter, ippReply, type JobState, jobGroup } from './peers/fault-replies.ts';
import { type IppRequest, operations } from './peers/ipp-message.ts';

/** What a test puts in the place of an honest answer; null: nothing. `job`: the last one, as it honestly is. */
export type Lie = (request: IppRequest, job: JobState) => FaultReply | null;

/**
 * A printer that keeps its jobs, as far as one card needs: created empty, completed with two faces once it has
 * its document, canceled when it is told so. `lie` may answer in its place; what it lies about has not happened.
 */
export function oneJobPrinter(lie: Lie): (request: IppRequest) => FaultReply {
  const jobs: JobState[] = [];
  const otherwise = goodPrinter();
  return (request) => {
    const last = jobs.at(-1) ?? { id: 0, state: 3 };
    const lied = lie(request, last);
    if (lied !== null) return lied;
    const job = jobs.find(({ id }) => id === request.attributes.get('job-id'));
    const name = request.attributes.get('job-name');
    const become = (next: JobState): FaultReply => {
      jobs[next.id - 1] = next;
      return ippReply([jobGroup(next)]);
    };
    switch (request.operation) {
      case operations.createJob:
        return become({ id: jobs.length + 1, name: String(name), state: 3, impressions: 0 });
      case operations.getJobs:
        return ippReply(jobs.filter(isAskedFor(request)).map(jobGroup));
      case operations.sendDocument:
      case operations.cancelJob:
      case operations.getJobAttributes:
        // client-error-not-found
        if (job === undefined) return ippReply([], 0x0406);
        if (request.operation === operations.getJobAttributes) return ippReply([jobGroup(job)]);
        return become(request.operation === operations.cancelJob ? { ...job, state: 7 } : completed(job));
      default:
        return otherwise(request);
    }
  };
}

function completed(job: JobState): JobState {
  return { ...job, state: 9, reasons: ['job-completed-successfully'], impressions: 2 };
}

function isAskedFor({ attributes }: IppRequest): (job: JobState) => boolean {
  const over = attributes.get('which-jobs') === 'completed';
  return ({ state }) => over === state >= 7;
}
