import { z } from 'zod';

/**
 * Only what is fatal in Chromium's own log (3): it complains of a bus that a kiosk does not have, eight lines at each
 * start, and whatever a page or a library wrote would go the same way. It must stand on the command line: the first
 * complaints come before our first line runs.
 */
const QUIET = '--log-level=3';

/** What every Electron of the product is started with, besides its application's own words. */
export function electronArguments(environment: NodeJS.ProcessEnv): readonly string[] {
  return [QUIET, ...evaluationArguments(environment)];
}

/** What exists in evaluation builds only: it folds to nothing in a release. */
function evaluationArguments(environment: NodeJS.ProcessEnv): readonly string[] {
  if (!__EVALUATION__) return [];
  const variable = z.string().optional();
  // Made here: a release has neither name in it.
  const openings = z.object({ COUNTERFOIL_DEBUGGING: variable, COUNTERFOIL_CAMERA_FILE: variable });
  const given = openings.parse(environment);
  const found: string[] = [];
  // Tests attach to sessions; the port is any free one and stands in the session's own folder.
  if (given.COUNTERFOIL_DEBUGGING === '1') found.push('--remote-debugging-port=0');
  // A drawn face instead of a camera. The permission prompt is left alone: ours must be the one that answers.
  const camera = given.COUNTERFOIL_CAMERA_FILE;
  if (camera === 'none') found.push('--use-fake-device-for-media-stream=device-count=0');
  else if (camera !== undefined) {
    found.push('--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera}`);
  }
  return found;
}
