import { useCoreView, usePolicy } from './core.tsx';

/** Whether a card that becomes ready is heard: where the programme wants it, on the one session that is on the screen. */
export function useHearsCards(): boolean {
  const { sounds } = usePolicy();
  const isShown = useCoreView(({ status }) => status?.shown === true);
  return isShown && sounds?.cardReady === true;
}
