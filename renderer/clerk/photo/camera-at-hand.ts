import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CameraTrouble } from '../../photo/camera-trouble.ts';

/** What is wrong with the camera of the photo step, for the bar of keys, which lies outside of the step. */
const cameraAtHand = createStore<{ readonly trouble: CameraTrouble | null }>(() => ({ trouble: null }));

/** Tells it while the step is on the screen; null: nothing is wrong. */
export function useTellCameraTrouble(trouble: CameraTrouble | null): void {
  useEffect(() => {
    cameraAtHand.setState({ trouble });
    return () => cameraAtHand.setState({ trouble: null });
  }, [trouble]);
}

/** Whether the camera gives no picture, so that its key tries it again and the one for the photo does nothing. */
export function useHasCameraTrouble(): boolean {
  return useStore(cameraAtHand, ({ trouble }) => trouble !== null);
}
