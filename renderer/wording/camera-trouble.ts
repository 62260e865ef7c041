import { t } from '@lingui/core/macro';
import { unreachable } from '../../shared/result.ts';
import type { CameraTrouble } from '../photo/camera-trouble.ts';

/** What is wrong with the camera and what to do; it is tried again without anybody's doing. */
export function cameraTroubleInWords(trouble: CameraTrouble): {
  readonly what: string;
  readonly todo: string;
} {
  switch (trouble) {
    case 'no-camera':
      return {
        what: t`There is no camera.`,
        todo: t`Plug the camera in. The picture comes by itself.`,
      };
    case 'denied':
      return {
        what: t`The kiosk may not use the camera.`,
        todo: t`Call your supervisor: the camera must be allowed for this kiosk. Then press Try again.`,
      };
    case 'in-use':
      return {
        what: t`The camera does not answer. Another program may be using it.`,
        todo: t`Unplug the camera, wait a moment and plug it in again. The picture comes by itself.`,
      };
    case 'unplugged':
      return {
        what: t`The camera was unplugged.`,
        todo: t`Plug it in again. The picture comes by itself; nothing is lost.`,
      };
    case 'unknown':
      return {
        what: t`The camera could not be started.`,
        todo: t`Unplug the camera and plug it in again. If that does not help, call your supervisor.`,
      };
    default:
      return unreachable(trouble);
  }
}
