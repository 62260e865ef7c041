import type { FileKind } from '../../../shared/statement/inventory.ts';

/** Behind the name of a file that is being written, or was broken off. */
export const PART = '.part';
/** The same of an application that is produced: no command opens what is called so. */
export const UNFINISHED = '.unfinished';

/** Every file that a kiosk writes for people to take away: what it is, and how its name ends. */
const EXPORTS = {
  ledger: { kind: 'ledger-export', endings: ['csv', 'ndjson'] },
  checkpoint: { kind: 'checkpoint', endings: ['json'] },
  health: { kind: 'health-record', endings: ['json'] },
  statement: { kind: 'statement', endings: ['json'] },
  'record-search': { kind: 'record-search-answer', endings: ['json'] },
  statistics: { kind: 'statistics-export', endings: ['csv'] },
  record: { kind: 'record-for-court', endings: ['age', 'json'] },
} as const satisfies Readonly<Record<string, { kind: FileKind; endings: readonly string[] }>>;

type Exports = typeof EXPORTS;
type ExportKind = Exports[keyof Exports]['kind'] | 'unfinished-export';

const SHAPES = Object.entries(EXPORTS).map(([what, { kind, endings }]) => {
  const shape = `^counterfoil-${what}-(?:[0-9a-f]{8}|kiosk)-[0-9A-Za-z-]+\\.(?:${endings.join('|')})$`;
  return { kind, shape: new RegExp(shape) };
});
const NOT_WHOLE = [PART, UNFINISHED];

/**
 * What a file that leaves the kiosk is called: it tells kiosks apart on a stick that goes from counter to counter. The
 * statement knows such files by it again. `identifier`: the kiosk's. `which`: tells its files apart.
 */
export function exportName<What extends keyof Exports>(
  what: What,
  identifier: string | undefined,
  which: string,
  ending: Exports[What]['endings'][number],
): string {
  return `counterfoil-${what}-${identifier?.slice(0, 8) ?? 'kiosk'}-${which}.${ending}`;
}

/** Of a SHA-256 in hex what stands in a file's name: the first 48 bits tell the files of one kiosk and day apart. */
export function hashInName(sha256: string): string {
  return sha256.slice(0, 12);
}

/** What a file is by its name. Null: this program writes none of that name. */
export function kindOfExport(name: string): ExportKind | null {
  const broken = NOT_WHOLE.find((ending) => name.endsWith(ending));
  const whole = broken === undefined ? name : name.slice(0, -broken.length);
  const found = SHAPES.find(({ shape }) => shape.test(whole));
  if (found === undefined) return null;
  return broken === undefined ? found.kind : 'unfinished-export';
}
