import { useLayoutEffect, useRef } from 'react';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { Ticket } from '../../../shared/contract/ids.ts';
import type { ResidentsScreenStatus } from '../../../shared/contract/residents/screen-status.ts';
import { useOpenNext } from '../../application/use-open-next.ts';
import type { Act } from '../../core-client/use-act.ts';
import { REOPENED } from '../flow/flow.ts';
import { residentPage } from './resident-page.ts';

/**
 * Opens the application of a page that died, and begins at a screen of its own with it: at what every resident begins with,
 * whoever comes next would take it for their own.
 */
export function useReopening(status: ResidentsScreenStatus, application: ApplicationView | null): Act {
  const wanted = status.shown && !status.screenLocked ? status.openNext : null;
  const reopens = useRef<Ticket | null>(null);
  if (wanted !== null) reopens.current = wanted;
  const opened = application?.ticket ?? null;
  // Before the next painting, so that nobody sees another screen of it.
  useLayoutEffect(() => {
    if (opened === null || opened !== reopens.current) return;
    reopens.current = null;
    residentPage.setState({ flow: REOPENED });
  }, [opened]);
  return useOpenNext(wanted, status);
}
