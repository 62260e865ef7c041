import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/**
 * Where somebody who has no application open is; before the sign-in, `use-recovery-codes` at most. `staff`: in the
 * supervisor's area, at its section Staff.
 */
export type Place =
  | 'start'
  | 'supervisor'
  | 'staff'
  | 'change-passphrase'
  | 'recovery'
  | 'use-recovery-codes';

const place = createStore<{ readonly place: Place }>()(() => ({ place: 'start' }));

/** Where the person at the kiosk is. */
export function usePlace(): Place {
  return useStore(place, (state) => state.place);
}

/** Goes there. Whenever somebody else signs in, the page by itself is back at the start. */
export function goTo(next: Place): void {
  place.setState({ place: next });
}
