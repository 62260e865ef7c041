import type { ApplicationId } from '../../../shared/contract/ids.ts';

/**
 * One pass at a time for each wipe: a retry waits for the pass that is under way and then looks again.
 * `run` goes through the open steps; `failed` takes what it throws. A pass never rejects, or the next one would
 * never run.
 */
export function createPasses(
  run: (application: ApplicationId) => Promise<void>,
  failed: (application: ApplicationId, error: unknown) => void,
): (application: ApplicationId) => Promise<void> {
  const running = new Map<ApplicationId, Promise<void>>();
  return (application) => {
    const next = (running.get(application) ?? Promise.resolve())
      .then(() => run(application))
      .catch((error: unknown) => failed(application, error))
      // The owner could not take the news: the failure stands all the same, and the retry is on its way.
      .catch(() => undefined);
    running.set(application, next);
    return next.finally(() => {
      if (running.get(application) === next) running.delete(application);
    });
  };
}
