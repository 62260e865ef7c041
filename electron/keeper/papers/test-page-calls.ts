import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Localized } from '../../../shared/programme/localized.ts';
import { testPageOnPaper } from '../../../shared/slips/test-page.ts';
import type { Occupant } from '../applications/occupants.ts';
import type { Clock } from '../clock.ts';
import { type PrintPaperPort, printPaper } from './print-paper.ts';

/** What a test page tells of. */
export interface TestPagePort extends PrintPaperPort {
  readonly kiosk: { read(): { readonly name: string } | null };
  readonly policies: { readonly inForce: { readonly rules: { readonly name: Localized } } };
  readonly clock: Clock;
}

/** The page by which staff see how the ordinary printer prints. */
export function testPageCalls(
  port: TestPagePort,
  occupant: Occupant,
): Pick<Handlers<typeof keeperCalls>, 'printTestPage'> {
  const { kiosk, policies, clock } = port;
  return {
    printTestPage: () =>
      printPaper(port, occupant, ({ name: printerName }) =>
        testPageOnPaper({
          programme: policies.inForce.rules.name,
          kioskName: kiosk.read()?.name ?? '',
          ...{ day: clock.today(), time: clock.timeAt(clock.now()), printerName },
        }),
      ),
  };
}
