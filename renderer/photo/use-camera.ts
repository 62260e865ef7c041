import { useCallback, useEffect, useRef, useState } from 'react';
import { type Camera, type CameraFeed, openCamera } from './camera-feed.ts';

/** The camera with this name, or the first one, while `wanted`; it is turned off when the step is left. */
export function useCamera(
  wanted: boolean,
  name: string | null,
): { readonly camera: Camera; readonly tryAgain: () => void } {
  const [camera, setCamera] = useState<Camera>({ kind: 'starting' });
  const feed = useRef<CameraFeed | null>(null);

  useEffect(() => {
    if (!wanted) return undefined;
    setCamera({ kind: 'starting' });
    const opened = openCamera(name, setCamera);
    feed.current = opened;
    return () => opened.close();
  }, [wanted, name]);
  const tryAgain = useCallback(() => feed.current?.tryAgain(), []);
  return { camera, tryAgain };
}
