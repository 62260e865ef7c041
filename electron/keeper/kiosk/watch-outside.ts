import type { Space } from '../disk/space.ts';
import type { KioskTime } from '../expiry/kiosk-time.ts';
import type { Battery } from '../power/battery.ts';

/**
 * What happens to the kiosk from outside, as the screens were last told of it: somebody sets the clock, something fills
 * the disk, a battery runs low.
 */
export interface OutsideWatch {
  /** The screens are being told how it is now. */
  told(): void;
  /** Whether it is otherwise than they were told, so that the screen says it before a clerk begins. */
  haveChanged(): boolean;
}

export function watchOutside({
  space,
  time,
  battery,
}: {
  readonly space: Pick<Space, 'shortage'>;
  readonly time: Pick<KioskTime, 'doubt'>;
  readonly battery: Pick<Battery, 'isLow'>;
}): OutsideWatch {
  const current = (): string =>
    `${space.shortage()?.place ?? 'room'}, ${time.doubt() ?? 'sure'}, ${battery.isLow() ? 'low' : 'power'}`;
  /** Null before anybody looks: each session is told how it is when it comes. */
  let shown: string | null = null;
  return {
    told() {
      shown = current();
    },
    haveChanged() {
      const now = current();
      shown ??= now;
      return now !== shown;
    },
  };
}
