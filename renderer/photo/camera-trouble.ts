/** Why there is no live picture. `not-this-one`: the camera that the settings name is not plugged in. */
export type CameraTrouble = 'no-camera' | 'not-this-one' | 'denied' | 'in-use' | 'unplugged' | 'unknown';

/** Reads the reason from what `getUserMedia` rejected with. */
export function cameraTroubleOf(error: unknown): CameraTrouble {
  if (!(error instanceof DOMException)) return 'unknown';
  switch (error.name) {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-camera';
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'unknown';
  }
}
