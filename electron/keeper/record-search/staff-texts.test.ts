import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { holdId, recordSearchId } from '../../../shared/contract/ids.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import { CLERK, SUPERVISOR } from '../start/keeper.test-support.ts';
import { counter } from '../start/scripted-core.test-support.ts';
import { NOTICE } from '../suspension/orders.test-support.ts';
import { vaultSchema } from '../vault/schema.ts';
import { staffTextsIn } from './staff-texts.ts';

const SALT = '0f'.repeat(16);

it('what staff type into the vault in clear is found there by its kind: references, notices, the kiosk’s name, names of staff', async () => {
  const { keeper, core } = await counter();
  await core.call('signIn', SUPERVISOR);
  await core.call('setHold', { reason: 'subpoena', tickets: null });
  const hold = holdId.parse(keeper.services.holds.all()[0]?.identifier);
  const reference = 'Quillobert v. Harbor City';
  expect(await core.call('resumeIntake', { hold, reference })).toMatchObject({ ok: true });
  const suspending = { takesEffect: null, open: 'finish', notice: NOTICE } as const;
  expect(await core.call('suspendIntake', suspending)).toMatchObject({ ok: true });

  const texts = [...staffTextsIn(keeper.services)];
  /** By a process of its own: nobody else opens the name. */
  async function found(name: string): Promise<unknown> {
    const search = recordSearchId.parse('e'.repeat(32));
    const key = randomBytes(32);
    const sealed = sealContent(key, search, 'asked-name', { name, salt: SALT });
    const order = { name: { search, key, sealed }, where: { kind: 'staff-texts', texts } } as const;
    const report = await keeper.services.searchProcesses.run(order, new AbortController().signal);
    return report?.kind === 'staff-texts-searched' ? report.found : report;
  }
  expect(await found('Zephyrina Quillobert')).toEqual([
    { source: 'counsel-reference', match: 'one-word-of-it' },
  ]);
  expect(await found(NOTICE.en)).toEqual([{ source: 'notice', match: 'as-typed' }]);
  expect(await found('Counter 3')).toEqual([{ source: 'kiosk-name', match: 'as-typed' }]);
  for (const { name } of [CLERK, SUPERVISOR])
    expect(await found(name)).toEqual([{ source: 'staff-name', match: 'as-typed' }]);
  expect(await found('Peregrine Oddfellow')).toEqual([]);
});

it('whoever set a hold or suspended intake is searched for as well, also when they work here no more', () => {
  const texts = staffTextsIn({
    kiosk: { read: () => null },
    staff: { names: () => ['Marisol Tidewater'] },
    holds: {
      all: () => [
        { set_by: 'Octavia Farthing', reference: null },
        { set_by: 'Marisol Tidewater', reference: 'Docket 7' },
      ],
    },
    suspensionRows: { all: () => [{ setBy: 'Basil Underhill', notice: { en: 'Closed.', es: 'Cerrado.' } }] },
  });
  expect(texts).toEqual([
    { source: 'counsel-reference', text: 'Docket 7' },
    { source: 'notice', text: 'Closed.' },
    { source: 'notice', text: 'Cerrado.' },
    { source: 'staff-name', text: 'Marisol Tidewater' },
    { source: 'staff-name', text: 'Octavia Farthing' },
    { source: 'staff-name', text: 'Basil Underhill' },
  ]);
});

/** Columns in clear, by what may stand there. Whoever adds one says here whether a name search has to look at it. */
const SEARCHED = ['hold.reference', 'hold.set_by', 'kiosk.name', 'staff.name', 'suspension.set_by'];
/** Counsel reads that these are not searched (docs/legal-process.md). */
const SETTINGS = ['print_job.printer', 'printer.settings'];
/** Identifiers, days, and words of closed lists: nobody types them. */
const WORDS = [
  ...['accepted_notice.accepted_by', 'accepted_notice.language', 'accepted_notice.policy'],
  ...['accepted_notice.release', 'application.day', 'application.ending', 'application.id'],
  ...['application.job', 'application.policy', 'application.stage', 'application.state'],
  ...[
    'application.wipe',
    'counter_day.day',
    'counter_day.resting',
    'counter_day.waiting',
    'held.application',
    'held.hold',
  ],
  ...['hold.identifier', 'hold.reason', 'hold.scope', 'kiosk.custody', 'kiosk.emptied_day'],
  'kiosk.former_head',
  ...['kiosk.identifier', 'kiosk.ledger_head', 'misfit.kind', 'misfit.what'],
  ...['kiosk.policy', 'kiosk.residents', 'kiosk.ticket_day', 'kiosk_time.boot', 'pack_up.by'],
  ...['policy.hash', 'print_job.name', 'print_job.owner', 'print_job.purged', 'printer.role'],
  ...[
    'recovery.decision',
    'resting.came',
    'ribbon.identifier',
    'sealed_part.part',
    'staff.given_by',
    'staff.identifier',
  ],
  'staff.role',
  ...['suspension.open', 'suspension.source', 'tray_check.cause', 'unfinished_production.file'],
  ...['unfinished_production.package', 'wipe.counted', 'wipe.custody', 'wipe.day', 'wipe.done'],
  ...['wipe.driver', 'wipe.id', 'wipe.outcome', 'wipe.search', 'wipe.selections', 'wipe.spool'],
  'wrong_passphrases.member',
];

it('every text that the vault has in clear is searched, or counsel is told that it is not', () => {
  const tables = vaultSchema.sql.matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\n {4}\) STRICT/g);
  const texts = [...tables].flatMap(([, table = '', body = '']) =>
    [...body.matchAll(/^\s+(\w+) TEXT\b/gm)].map(([, column = '']) => `${table}.${column}`),
  );
  expect(texts.length).toBeGreaterThan(40);
  expect(texts.toSorted()).toEqual([...SEARCHED, ...SETTINGS, ...WORDS].toSorted());
  const page = readFileSync(new URL('../../../docs/legal-process.md', import.meta.url), 'utf8');
  expect(page).toMatch(
    /^Not searched: [^\n]*\n?[^\n]*the policies, and settings such as printers' addresses/m,
  );
});
