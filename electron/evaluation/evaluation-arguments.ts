/** Arguments for Electron that exist in evaluation builds only: the whole file folds to nothing in a release. */
export function evaluationArguments(environment: NodeJS.ProcessEnv): readonly string[] {
  if (!__EVALUATION__) return [];
  const found: string[] = [];
  // Tests attach to sessions; the port is any free one and stands in the session's own folder.
  if (environment.COUNTERFOIL_DEBUGGING === '1') found.push('--remote-debugging-port=0');
  // A drawn face instead of a camera. The permission prompt is left alone: ours must be the one that answers.
  const camera = environment.COUNTERFOIL_CAMERA_FILE;
  if (camera === 'none') found.push('--use-fake-device-for-media-stream=device-count=0');
  else if (camera !== undefined) {
    found.push('--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera}`);
  }
  return found;
}
