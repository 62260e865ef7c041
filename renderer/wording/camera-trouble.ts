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
        what: t({
          message: 'No camera found.',
          comment: 'First sentence of a notice: the computer has no camera.',
        }),
        todo: t`Plug the camera in. The picture appears by itself.`,
      };
    case 'not-this-one':
      return {
        what: t({
          message: 'The camera of this kiosk isn’t plugged in.',
          comment: 'First sentence of a notice: the settings name one camera, and only that one is used.',
        }),
        todo: t`Plug in the camera that belongs to this kiosk. The picture appears by itself. If it’s plugged in, call your IT staff: the settings may name another one.`,
      };
    case 'denied':
      return {
        what: t`The kiosk isn’t allowed to use the camera.`,
        todo: t`Call your supervisor: the camera must be allowed for this kiosk. Then select Try again.`,
      };
    case 'in-use':
      return {
        what: t`The camera isn’t answering.`,
        todo: t`Another program may be using it. Unplug it, wait a moment, and plug it back in. The picture returns by itself.`,
      };
    case 'unplugged':
      return {
        what: t`The camera was unplugged.`,
        todo: t`Plug it back in. The picture returns by itself; nothing is lost.`,
      };
    case 'unknown':
      return {
        what: t`The camera couldn’t start.`,
        todo: t`Unplug the camera and plug it back in. If that doesn’t help, call your supervisor.`,
      };
    default:
      return unreachable(trouble);
  }
}
