import { attachToShown } from '../../build/kiosk/attach.ts';
import { CLERK, FIRST_STAFF, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import type { ReadyKiosk } from '../../build/kiosk/make-ready.ts';
import { askCore, getState, tellCore } from '../support/kiosk/core-calls.ts';
import { startClipboardManager } from '../support/selections/clipboard-manager.ts';
import { openBench } from './bench.ts';

/** What came of a kiosk beside a real clipboard manager. */
export interface ClipboardManagerResult {
  readonly sabotage: 'clipboard-manager';
  /** What the kiosk answered while one was running; null: it did as it was told. */
  readonly refused: Readonly<Record<'goLive' | 'intake', string | null>>;
  /** Applications that began in spite of it. */
  readonly begun: number;
  /** The same two acts succeeded once it was gone. */
  readonly control: number;
}

/** Whether the kiosk refused both, and for the clipboard manager alone. */
export function isManagerRefused({ refused, begun, control }: ClipboardManagerResult): boolean {
  return (
    refused.goLive === 'clipboard-kept' && refused.intake === 'clipboard-kept' && begun === 0 && control === 2
  );
}

/** Sets a kiosk up while a clipboard manager runs, and starts one again before the first person. */
export async function runClipboardManager(ready: ReadyKiosk): Promise<ClipboardManagerResult> {
  const bench = await openBench(ready);
  const { environment } = ready.display;
  const kiosk = bench.launch({});
  try {
    await kiosk.ready;
    const { page, browser } = await attachToShown(bench.dataFolder);
    const whileOneRuns = async (attempt: () => ReturnType<typeof askCore>): Promise<string | null> => {
      const manager = await startClipboardManager(environment);
      try {
        const answer = await attempt();
        return answer.ok ? null : answer.error.kind;
      } finally {
        await manager.stop();
      }
    };
    await waitForScreen(page, 'set-up');
    await tellCore(page, 'setUp', { kioskName: 'Remanence bench', ...FIRST_STAFF });
    const custody = { custody: 'memory', inSpiteOf: [] };
    const goLive = await whileOneRuns(() => askCore(page, 'decideCustody', custody));
    await tellCore(page, 'decideCustody', custody);
    await tellCore(page, 'signIn', CLERK);
    await waitForStart(page);
    const intake = await whileOneRuns(() => askCore(page, 'startApplication'));
    const begun = (await getState(page)).status.inProgress.length;
    await tellCore(page, 'startApplication');
    await browser.close();
    return { sabotage: 'clipboard-manager', refused: { goLive, intake }, begun, control: 2 };
  } finally {
    await kiosk.stop();
    await bench.remove();
  }
}
