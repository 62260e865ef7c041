import { join } from 'node:path';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { dayText } from '../../../shared/calendar.ts';
import type { SavedHealth } from '../../../shared/contract/counter-day/day-acts.ts';
import { type HealthRecord, healthText } from '../../../shared/health/health-record.ts';
import type { DayOnSheet } from '../../../shared/slips/day-sheet.ts';
import { HEALTH_FILE } from '../data-folder/kiosk-files.ts';
import { exportName, hashInName } from '../disk/export-names.ts';
import { saveExport } from '../disk/save-export.ts';
import { writeWholeFile } from '../disk/write-whole-file.ts';

/** The health records of one kiosk. */
export interface HealthFiles {
  /**
   * Writes one beside a day sheet: in the data folder, where configuration management finds it, and on the drive, if one is
   * there. Answers what became of the drive's. Never throws: nothing that a disk or a drive does keeps a day from being closed.
   */
  write(day: DayOnSheet): SavedHealth;
}

/** What writing them needs. */
export interface HealthFilesPort {
  /** Tells the record of this moment (`healthRecordOf`), which reads vault and ledger and may throw. */
  record(day: DayOnSheet): HealthRecord;
  readonly clock: { today(): CalendarDate };
  readonly dataFolder: string;
  /** Where a drive is, or nowhere. */
  readonly exportFolder: string | null;
  /** Writes one line into the log. */
  say(line: string): void;
  onBug(where: string, error: unknown): void;
}

/** Writes health records; each in the data folder takes the place of the one before. */
export function createHealthFiles(port: HealthFilesPort): HealthFiles {
  const { clock, dataFolder, exportFolder, say } = port;
  return {
    write(day) {
      const health = recordOrNone(port, day);
      if (health === null) return { kind: 'not-saved', why: 'failed' };
      const text = [healthText(health)];
      const kept = writeWholeFile(join(dataFolder, HEALTH_FILE), text);
      if (!kept.ok) say(`The health record can’t be written to the data folder (${kept.error}).`);
      const { sequence, hash } = health.head;
      // As of checkpoints: a kiosk that went on from an older copy writes over none of its own.
      const which = `${dayText(clock.today())}-${sequence}-${hashInName(hash)}`;
      const file = exportName('health', health.kiosk.identifier, which, 'json');
      const saved = saveExport(exportFolder, file, text);
      if (saved.ok) return { kind: 'saved', file };
      return { kind: 'not-saved', why: saved.error.kind === 'file-not-saved' ? saved.error.why : 'no-drive' };
    },
  };
}

/** Null: it can't be told, and whoever maintains the program reads why. */
function recordOrNone({ record, onBug }: HealthFilesPort, day: DayOnSheet): HealthRecord | null {
  try {
    return record(day);
  } catch (error) {
    onBug('the health record', error);
    return null;
  }
}
