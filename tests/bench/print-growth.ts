import type { KioskFootprint } from './kiosk-footprint.ts';
import type { JobFigures } from './print-jobs.ts';
import { columnsOf } from './table.ts';

const MIB = 1024 * 1024;
const KIB = 1024;
/** The memory of the first jobs is that of a process which warms up. */
const WARM_JOBS = 50;
/** A name may be any program's: more of them tell no more. */
const MOST_NAMES = 8;

const ROWS: readonly (readonly [string, (sample: KioskFootprint) => string, 'equal' | 'told'])[] = [
  ['keeper, resident (MiB)', ({ resident }) => (resident / MIB).toFixed(1), 'told'],
  ['keeper, in use (MiB)', ({ inUse }) => (inUse / MIB).toFixed(2), 'told'],
  ['watching worker, resident (MiB)', ({ workersResident }) => (workersResident / MIB).toFixed(1), 'told'],
  ['worker processes, the watching one among them', ({ workers }) => String(workers), 'equal'],
  ['open files of the keeper', ({ descriptors }) => String(descriptors), 'equal'],
  ['what keeps the keeper’s loop alive', ({ handles }) => String(handles), 'equal'],
  ['files in the data folder', ({ files }) => String(files), 'equal'],
  ['their bytes, without the ledger', ({ bytesWithoutLedger }) => String(bytesWithoutLedger), 'equal'],
  ['files in the keeper’s folder in memory', ({ filesInMemory }) => String(filesInMemory), 'equal'],
  ['rows of applications, wipes and jobs', ({ rows }) => String(rows), 'equal'],
];

/** Least squares: by how much it grows from one job to the next. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([each]) => each)), mean(points.map(([, each]) => each))];
  const along = points.reduce((sum, [eachX, eachY]) => sum + (eachX - x) * (eachY - y), 0);
  return along / points.reduce((sum, [eachX]) => sum + (eachX - x) ** 2, 0);
}

/** What grew from the first job over the warm process to the last one. */
export function growthLines({ samples, cards, spooled, newNames }: JobFigures): readonly string[] {
  const [first, last] = [samples[0], samples.at(-1)];
  const since = samples.filter(({ jobs }) => jobs >= Math.min(WARM_JOBS, (last?.jobs ?? 0) / 2));
  const [warm] = since;
  if (first === undefined || warm === undefined || last === undefined) throw new Error('nobody looked');
  const table = columnsOf([
    ['after so many jobs', String(first.jobs), String(warm.jobs), String(last.jobs), 'grown'],
    ...ROWS.map(([what, text, goal]) => {
      const values = [first, warm, last].map(text);
      const grown = values[1] === values[2] ? 'no' : 'YES';
      return [what, ...values, goal === 'equal' ? grown : '–'];
    }),
  ]);
  const slope = (figure: (sample: KioskFootprint) => number): string =>
    `${((slopeOf(since.map((sample) => [sample.jobs, figure(sample)])) * 100) / KIB).toFixed(1)} KiB`;
  const ledger = (last.ledgerBytes - first.ledgerBytes) / (last.jobs - first.jobs);
  return [
    `${last.jobs} jobs in a row on ippeveprinter: ${cards} different cards in its tray, exactly one for each job.`,
    table,
    `For each 100 jobs from the ${warm.jobs}th on: resident ${slope(({ resident }) => resident)}, in use ${slope(({ inUse }) => inUse)}, the watching worker ${slope(({ workersResident }) => workersResident)}.`,
    `Ledger: ${ledger.toFixed(0)} bytes for each card. Files that the printer keeps in its own spool, by its own rules: ${spooled} files.`,
    `New in the machine's folders for temporary files since before the first job, of any program: ${namesText(newNames)}.`,
  ];
}

function namesText(names: readonly string[]): string {
  if (names.length === 0) return 'nothing';
  const told = names.slice(0, MOST_NAMES).join(', ');
  return `${names.length} (${told}${names.length > MOST_NAMES ? ' …' : ''})`;
}
