import type { Preset } from '../../settings/preset.ts';
import { SETTINGS_FILE } from '../../settings/settings-place.ts';
import { declareCheck, remedy } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';
import { type DisplayLook, whyNotLooked } from './display-look.ts';

export const displaySize = declareCheck({
  id: 'display-size',
  title: 'Size of the display',
  why: 'On a display of another size than IT chose, applicants may read smaller letters or scroll to see a question.',
  goLive: { kind: 'advice' },
  remedies: {
    set: `Set the display to {size} pixels, or correct \`[display]\` in \`${SETTINGS_FILE}\`.`,
  },
});

type Size = NonNullable<Preset['display']>;

export interface DisplaySizeFacts {
  readonly look: DisplayLook;
  /** The size that the settings have; null: they have none. */
  readonly wanted: Size | null;
}

export function judgeDisplaySize({ look, wanted }: DisplaySizeFacts): Finding {
  if (look.kind !== 'looked') return notRun(whyNotLooked(look));
  const found = inWords(look.size);
  if (wanted === null) return pass(`It has ${found} pixels. The settings ask for no size.`);
  const size = inWords(wanted);
  return size === found
    ? pass(`It has ${found} pixels, as the settings say.`)
    : warn(
        `It has ${found} pixels, and the settings say ${size}.`,
        remedy(displaySize.remedies.set, { size }),
      );
}

function inWords({ width, height }: Size): string {
  return `${width} × ${height}`;
}
