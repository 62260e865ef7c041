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

/** Has the page speak the language that staff have chosen for an application, whatever its applicant had chosen before. */
export function followStaffsChoice(core: CoreStore, page: StoreApi<ResidentPage>): void {
  core.subscribe(({ status, application }, { application: before }) => {
    if (status?.holder !== 'staff' || application === null || before === null) return;
    const { language } = application.answers;
    if (language !== before.answers.language) page.setState({ language });
  });
}
