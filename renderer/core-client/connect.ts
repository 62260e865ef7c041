import { screenEvent } from '../../shared/contract/screen.ts';
import type { Bridge } from './bridge.ts';
import type { CoreClient } from './client.ts';
import { afterEvent, afterState, type CoreStore } from './store.ts';

const RETRY_MILLISECONDS = 400;

/**
 * Lets the core's events flow into the store and asks once for the state before them. While no core
 * answers, it asks again and again: the waiting screen is all that can be shown until then.
 */
export function connect(bridge: Bridge, client: CoreClient, store: CoreStore): void {
  let eventsSeen = 0;

  const load = async (): Promise<void> => {
    const before = eventsSeen;
    const seen = await client.getState({});
    if (!seen.ok) {
      setTimeout(() => void load(), RETRY_MILLISECONDS);
      return;
    }
    // An event that overtook the answer is newer than the answer: ask again rather than go back in time.
    if (eventsSeen !== before) {
      await load();
      return;
    }
    store.setState((view) => afterState(view, seen.value));
  };

  bridge.onEvent((raw) => {
    const event = screenEvent.safeParse(raw);
    // Its content is never logged: what does not parse may still hold a person.
    if (!event.success) {
      void load();
      return;
    }
    eventsSeen += 1;
    store.setState((view) => afterEvent(view, event.data));
  });
  void load();
}
