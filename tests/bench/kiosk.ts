import { join } from 'node:path';
import { z } from 'zod';
import { type LaunchedKiosk, launchKeeper } from '../../build/kiosk/launch-keeper.ts';
import type { ReadyKiosk } from '../../build/kiosk/make-ready.ts';
import { readRecordedSessions } from '../../electron/keeper/sessions/recorded-sessions.ts';
import { connectToPage, type PageConnection, until } from './devtools.ts';
import { watchFirstScreen } from './in-page.ts';

/** What every keeper of a run is started with. */
export interface BenchPlace {
  readonly ready: ReadyKiosk;
  readonly dataFolder: string;
  readonly camera: string;
}

/** A printer in no time: how long cards take is not what is measured here. */
export const SECONDS_PER_FACE = 0;

/** Starts the product's keeper. */
export function startKiosk({ ready, dataFolder, camera }: BenchPlace): LaunchedKiosk {
  return launchKeeper({
    runtime: ready.runtime,
    dataFolder,
    printer: { secondsPerFace: SECONDS_PER_FACE, folder: null },
    environment: ready.display.environment,
    camera,
    debugging: true,
  });
}

/** The page of the session that is (or is not yet) on the screen, as early as it can be reached. */
export function connectToSession(dataFolder: string, shown: boolean): Promise<PageConnection> {
  return connectToPage(() => {
    const record = readRecordedSessions(join(dataFolder, 'sessions.json'));
    return record?.sessions.find((session) => session.shown === shown)?.folder ?? null;
  });
}

const firstScreen = z.object({ at: z.number(), late: z.boolean() });

/** When a page's first screen was usable, or `null` if the watcher came too late to see it. */
export async function firstScreenOf(page: PageConnection): Promise<number | null> {
  try {
    const seen = await until('the first screen', () =>
      page.evaluate(firstScreen, watchFirstScreen).catch((error: unknown) => {
        // The document that the watcher was in gave way to the real one.
        if (error instanceof Error && error.message.includes('context was destroyed')) return null;
        throw error;
      }),
    );
    return seen.late ? null : seen.at;
  } finally {
    page.close();
  }
}
