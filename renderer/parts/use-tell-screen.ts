import { useEffect } from 'react';
import { announce, useIsCovered } from './announcer.tsx';

const KIOSK = 'Counterfoil';

/**
 * Names the page after the screen and has its heading said, whenever another one appears. Not under the cover: which screen it
 * is may tell that a child came. Once it is seen again it is told, for it may have become another one meanwhile.
 */
export function useTellScreen(heading: string, lead: string | undefined): void {
  const isCovered = useIsCovered();
  useEffect(() => {
    document.title = isCovered ? KIOSK : `${heading} · ${KIOSK}`;
    if (!isCovered) announce(lead === undefined ? heading : `${lead}. ${heading}`);
  }, [heading, lead, isCovered]);
}
