import { advance, parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { ExpirableApplication } from '../expiry/expiry.ts';
import { mayHaveCard } from '../tray/may-have-card.ts';
import { type Desk, occupantOf } from './desk.ts';
import { endInSession, endUnseen } from './ending.ts';
import { mayComeLate } from './late-cards.ts';
import { recordOf } from './open-record.ts';
import { recordAct } from './record-act.ts';

/** The open applications that the policy may end now: none that a hold keeps, none whose card is being made. */
export function expirable(desk: Desk): readonly ExpirableApplication[] {
  return desk.vault
    .open()
    .filter(({ id, state }) => {
      const parsed = parseApplicationState(state);
      // While a card comes out of the printer only the printer speaks; the next check sees what came of it.
      const may = parsed.ok && advance(parsed.value, { kind: 'policy-expired' }).ok;
      return may && occupantOf(desk, id)?.leaving !== true && desk.holds.keeping(id) === null;
    })
    .map(({ id, began, began_elapsed }) => ({ id, began: { elapsed: began_elapsed, wall: began } }));
}

/**
 * Ends an application by policy, also while nobody is signed in. A card that lies in the tray belongs to
 * nobody any more: it is counted as spoiled, and whoever comes next is asked to look.
 */
export function expire(desk: Desk, application: ApplicationId): void {
  const { state } = recordOf(desk, application);
  const ended = advance(state, { kind: 'policy-expired' });
  if (!ended.ok) throw new Error('this application cannot expire now');
  if (mayHaveCard(state) || mayComeLate(desk, application, 'expired')) {
    recordAct(desk, () => {
      desk.trayChecks.add({ cause: 'expired', applications: 1, cards: 1 });
      return state.kind === 'printed'
        ? [{ kind: 'spoiled', day: desk.clock.today(), reason: 'not-collected' }]
        : [];
    });
  }
  const occupant = occupantOf(desk, application);
  if (occupant === null) {
    void endUnseen(desk, application, ended.value).then(() => desk.broadcast());
    return;
  }
  // Only the session that has it open knows its values: it searches, out of sight, and reports.
  const windows = [...desk.vault.made(application)];
  void endInSession(desk, occupant, application, ended.value).then((where) => {
    desk.tell(occupant.session.token, { kind: 'expired', windows, ...where });
    desk.broadcast();
  });
}
