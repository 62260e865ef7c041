import { z } from 'zod';

/**
 * Only what is fatal in Chromium's own log (3): it complains of a bus that a kiosk does not have, eight lines at each
 * start, and whatever a page or a library wrote would go the same way. It must stand on the command line: the first
 * complaints come before our first line runs.
 */
const QUIET = '--log-level=3';

/** What is read of the environment for it. */
export interface ElectronOpenings {
  readonly COUNTERFOIL_DEBUGGING?: string | undefined;
  readonly COUNTERFOIL_CAMERA_FILE?: string | undefined;
}

const variable = z.string().optional();

/** Openings for tests, for a process to parse with the rest of its environment. A release has neither name in it, and reads neither. */
export const electronOpenings: z.ZodType<ElectronOpenings> = __EVALUATION__
  ? z.object({ COUNTERFOIL_DEBUGGING: variable, COUNTERFOIL_CAMERA_FILE: variable })
  : z.object({});

/** What every Electron of the product is started with, besides its application's own words. */
export function electronArguments(openings: ElectronOpenings): readonly string[] {
  return [QUIET, ...evaluationArguments(openings)];
}

/** What exists in evaluation builds only: it folds to nothing in a release. */
function evaluationArguments(openings: ElectronOpenings): readonly string[] {
  if (!__EVALUATION__) return [];
  const found: string[] = [];
  // Tests attach to sessions; the port is any free one and stands in the session's own folder.
  if (openings.COUNTERFOIL_DEBUGGING === '1') found.push('--remote-debugging-port=0');
  // A drawn face instead of a camera. The permission prompt is left alone: ours must be the one that answers.
  const camera = openings.COUNTERFOIL_CAMERA_FILE;
  if (camera === 'none') found.push('--use-fake-device-for-media-stream=device-count=0');
  else if (camera !== undefined) {
    found.push('--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera}`);
  }
  return found;
}
