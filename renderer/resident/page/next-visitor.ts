import type { StoreApi } from 'zustand/vanilla';
import type { CoreStore } from '../../core-client/store.ts';
import { FIRST_PAGE, type ResidentPage } from './resident-page.ts';

/** Has the page forget how somebody reads as soon as the keeper knows that they are gone, whatever is on the screen. */
export function forgetEachVisitor(core: CoreStore, page: StoreApi<ResidentPage>): void {
  core.subscribe(({ status }, { status: before }) => {
    if (status === null || before === null) return;
    if (status.residents.visitor !== before.residents.visitor) page.setState(FIRST_PAGE, true);
  });
}
