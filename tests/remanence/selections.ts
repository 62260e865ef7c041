import type { AttachedSession } from '../../build/kiosk/attach.ts';
import { waitForScreen } from '../../build/kiosk/clerk.ts';
import { openXKeyboard } from '../support/keyboard/x-keyboard.ts';
import { openXMouse } from '../support/keyboard/x-mouse.ts';
import { fieldsOf } from '../support/selections/fields.ts';
import { openOtherClient, PLACES } from '../support/selections/other-client.ts';
import { settled, WAYS_OUT } from '../support/selections/try-to-take-out.ts';
import type { CanaryPerson } from './person.ts';
import { VoidRun } from './void-run.ts';

/** The figures of all looks at the display's selections and cut buffers. */
export interface SelectionFigures {
  /** How often another program looked into all of them. */
  readings: number;
  /** What another program had put there, found by the same reader. */
  control: number;
  hits: number;
}

/** Another program at the kiosk's display, which takes what it can get. */
export interface SelectionWatch {
  readonly figures: SelectionFigures;
  /** In words; empty in a good run. */
  readonly where: readonly string[];
  /** At the documents, behind the answers: goes back, and tries by hand to get each answer out of its field. */
  tryFields(session: AttachedSession): Promise<void>;
  /** Before the end of the application: a program has copied the person, and cut buffers hold them. */
  plant(session: AttachedSession, person: CanaryPerson): Promise<void>;
  /** After the next session has come, when the next person may begin. */
  afterwards(): void;
}

export function watchSelections(environment: Readonly<Record<string, string>>): SelectionWatch {
  const other = openOtherClient(environment);
  const hands = { keys: openXKeyboard(environment), mouse: openXMouse(environment) };
  const figures: SelectionFigures = { readings: 0, control: 0, hits: 0 };
  const where: string[] = [];
  /** Nobody else is at this display: whatever lies there is a finding, also in a form that no pattern knows. */
  const readSelections = (when: string): number => {
    const found = other.read();
    figures.readings += 1;
    figures.hits += found.length;
    where.push(...found.map(({ place }) => `something in ${place} ${when}`));
    return found.length;
  };
  return {
    figures,
    where,
    async tryFields({ page }) {
      await waitForScreen(page, 'documents');
      await hands.keys.press('Escape');
      await waitForScreen(page, 'answers');
      const fields = await fieldsOf(page);
      // A page that lets one out goes on to lose what it lets out: that one is enough.
      tries: for (const field of fields) {
        for (const way of WAYS_OUT) {
          await way.go(field, hands);
          await settled(page, hands);
          if (readSelections(`after ${way.name}`) > 0) break tries;
        }
      }
      await fields.at(-1)?.focus();
      await hands.keys.press('Enter');
    },
    async plant({ page }, { name }) {
      // What was selected while typing is given up a moment later, and PRIMARY with it.
      await settled(page, hands);
      for (const place of PLACES) other.plant(place, name);
      const found = other.read().filter(({ text }) => text.includes(name));
      if (found.length !== PLACES.length)
        throw new VoidRun(`positive control: the reader found ${found.length} of ${PLACES.length} planted`);
      figures.control += found.length;
    },
    afterwards: () => void readSelections('after the session was replaced'),
  };
}
