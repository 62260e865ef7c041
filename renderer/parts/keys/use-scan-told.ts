import { useEffect } from 'react';
import { useStore } from 'zustand';
import { announce } from '../announcer.tsx';
import { forgetScan, scanNews } from './scan-news.ts';

/**
 * Whether it is to be told here that a scanned card was taken out of a text field. It is said aloud as `said`; null: something lies over
 * this place, and tells it there. `forMilliseconds`: how long; null: as long as this place is on the screen. With the place it is forgotten.
 */
export function useScanTold(said: string | null, forMilliseconds: number | null): boolean {
  const at = useStore(scanNews, (state) => state.at);
  useEffect(() => {
    if (at === null || said === null) return undefined;
    announce(said);
    if (forMilliseconds === null) return undefined;
    const timer = window.setTimeout(forgetScan, forMilliseconds);
    return () => window.clearTimeout(timer);
  }, [at, said, forMilliseconds]);
  useEffect(() => forgetScan, []);
  return at !== null && said !== null;
}
