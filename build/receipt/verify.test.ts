import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOfCheckpoint } from '../../electron/keeper/ledger/checkpoint-code.ts';
import { publicKeyHash } from '../../electron/keeper/ledger/signatures.ts';
import { makeReceipt } from '../../electron/keeper/receipt/receipt.ts';
import type { Receipt } from '../../shared/contract/receipt.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import { vectorKey } from '../vectors/vector-keys.ts';
import { openedBy, VECTOR_KIOSK, writeVectorLedger, writtenLedger } from '../vectors/vector-ledger.ts';
import { verify } from './verify.ts';

const nothing = { ledger: undefined, fingerprint: undefined, checkpoint: undefined };
const search = { kind: 'not-searched' } as const;

/** A receipt by one of the keys that everybody knows. */
function receiptBy(epoch: number, day = '2026-02-12', identifier = VECTOR_KIOSK): Receipt {
  const about = { kiosk: 'Counter 3', practice: false, day, identifier };
  const erased = { outcome: 'withdrawn', custody: 'memory', search, spool: 'purged' } as const;
  return makeReceipt(vectorKey(epoch), about, erased, 'built-in', 'empty', false);
}

const nameOf = (epoch: number): string =>
  fingerprint(publicKeyHash({ publicKey: Buffer.from(vectorKey(epoch).publicKey).toString('base64') }));

let folder = '';
let ledger = '';
let checkpoint = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-receipt-'));
  ledger = join(folder, 'ledger.ndjson');
  writtenLedger(writeVectorLedger, ({ ledger: written }) => {
    const head = written.checkpoint();
    if (head === undefined) throw new Error('it has entries');
    checkpoint = codeOfCheckpoint(head);
    writeFileSync(ledger, [...written.export('ndjson')].join(''));
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run receipt -- verify', () => {
  it('takes the code of a paper, a file with a scan of it, and the data on the screen', () => {
    const receipt = receiptBy(1);
    const scan = join(folder, 'scan.txt');
    writeFileSync(scan, `${receipt.code.replaceAll(' ', '')}\n`);
    const data = join(folder, 'receipt.json');
    writeFileSync(data, JSON.stringify(receipt, null, 2));
    for (const given of [receipt.code, receipt.code.toLowerCase(), scan]) {
      const { code, say } = verify(given, { ...nothing, ledger, checkpoint });
      expect(code).toBe(0);
      expect(say).toContain('which is the kiosk’s');
      expect(say).toContain('Search: none was made.');
      expect(say, 'others may see the paper').not.toContain('withdrawn');
    }
    const told = verify(data, { ...nothing, ledger, checkpoint }).say;
    expect(told).toContain('How the application ended: withdrawn.');
    expect(told).toContain('Name of the kiosk in the data: Counter 3\n');
  });

  it('by a ledger alone it is of whoever made that: which kiosk that is, nobody said', () => {
    const { code } = receiptBy(1);
    const outcome = verify(code, { ...nothing, ledger });
    expect([outcome.code, outcome.say]).toEqual([2, expect.stringContaining('of the kiosk of this ledger')]);
    expect(outcome.say).not.toContain('which is the kiosk’s');
    // Of a key before it: whoever took that one can have let any other take over.
    const earlier = verify(code, { ...nothing, ledger, fingerprint: nameOf(0) });
    expect([earlier.code, earlier.say]).toEqual([2, expect.stringContaining('is from before')]);
    // The control: it is the same receipt, and somebody knows its key or a later one.
    for (const known of [{ checkpoint }, { fingerprint: nameOf(1) }, { fingerprint: nameOf(2) }])
      expect(verify(code, { ...nothing, ledger, ...known })).toMatchObject({
        ...{ code: 0, say: expect.stringContaining('which is the kiosk’s') },
      });
  });

  it('one of practice proves nothing of anybody', () => {
    const about = { kiosk: 'Counter 3', practice: true, day: '2026-02-12', identifier: VECTOR_KIOSK };
    const erased = { outcome: 'withdrawn', custody: 'memory', search, spool: 'purged' } as const;
    const { code } = makeReceipt(vectorKey(1), about, erased, 'built-in', 'empty', false);
    const outcome = verify(code, { ...nothing, ledger, checkpoint });
    expect([outcome.code, outcome.say]).toEqual([0, expect.stringContaining('of an invented person')]);
    expect(outcome.say).not.toContain('ended somebody’s application');
    expect(verify(receiptBy(1).code, { ...nothing, ledger, checkpoint }).say).toContain(
      'ended somebody’s application',
    );
  });

  it('says how many were erased on its day, and in its week only where all of that stand under the first day', () => {
    // The ledger of the vectors has two on Thursday, the 12th, and one on Friday.
    const say = (day: string, at = ledger): string =>
      verify(receiptBy(1, day).code, { ...nothing, ledger: at, checkpoint: undefined }).say;
    expect(say('2026-02-12')).toContain('counts 2 erased on that day.');
    expect(say('2026-02-12')).not.toContain('of that week');
    const byWeeks = join(folder, 'by-weeks.ndjson');
    writtenLedger(
      ({ add, roll, keys }) => {
        const [opening] = keys;
        if (opening === undefined) throw new Error('a ledger has a first key');
        const erased = (day: number) => () =>
          ({ kind: 'erased', day: { year: 2026, month: 2, day }, outcome: 'ended' }) as const;
        add(openedBy(opening));
        roll();
        add(erased(9), erased(9), erased(9), erased(16), erased(17));
      },
      ({ ledger: written }) => writeFileSync(byWeeks, [...written.export('ndjson')].join('')),
    );
    expect(say('2026-02-11', byWeeks)).toContain(
      'no application erased on that day. Under the first day of its week stand all 3',
    );
    // Of a week in which another day was counted, the first one is a day like others.
    expect(say('2026-02-18', byWeeks)).toContain('no application erased on that day. Entries wait');
  });

  it('by a fingerprint alone, or by nothing', () => {
    const { code } = receiptBy(1);
    expect(verify(code, { ...nothing, fingerprint: nameOf(1) }).code).toBe(0);
    for (const known of [nothing, { ...nothing, fingerprint: nameOf(0) }]) {
      const outcome = verify(code, known);
      expect(outcome.code).toBe(2);
      expect(outcome.say).toContain('anybody can make a key');
    }
  });

  it('says in words why one is none', () => {
    const { code } = receiptBy(1);
    const unreadable = verify(join(folder, 'none.txt'), { ...nothing, ledger });
    expect([unreadable.code, unreadable.say]).toEqual([2, expect.stringContaining('cannot be read')]);
    expect(verify(folder, { ...nothing, ledger }).code).toBe(2);
    const altered = `${code.slice(0, 30)}${code[30] === '7' ? '8' : '7'}${code.slice(31)}`;
    const cases = [
      [code.slice(1), 'This is no receipt'],
      [altered, 'The signature does not hold'],
      [receiptBy(1, '2026-02-12', 'ff'.repeat(16)).code, 'names another kiosk'],
      [receiptBy(7).code, 'with which this ledger was never signed'],
      [receiptBy(0, '2026-02-20').code, 'was destroyed before the day'],
    ] as const;
    for (const [given, words] of cases) {
      const outcome = verify(given, { ...nothing, ledger });
      expect([outcome.code, outcome.say]).toEqual([1, expect.stringContaining(words)]);
    }
  });

  it('says nothing of a receipt by a ledger that does not hold, or is not the one that is known', () => {
    const { code } = receiptBy(1);
    const foreign = verify(code, { ...nothing, ledger, fingerprint: nameOf(7) });
    expect([foreign.code, foreign.say]).toEqual([1, expect.stringContaining('the ledger does not hold')]);
    expect(verify(code, { ...nothing, ledger: join(folder, 'none.db') }).code).toBe(2);
    expect(verify(code, { ...nothing, checkpoint }).code).toBe(2);
    expect(verify(code, { ...nothing, fingerprint: 'no key' }).code).toBe(2);
  });

  it('data of which anything was changed, and a code that is another one’s, do not hold', () => {
    const receipt = receiptBy(1);
    const changed: readonly Receipt[] = [
      { ...receipt, day: '2026-02-13' },
      { ...receipt, kiosk: 'Counter 4' },
      { ...receipt, erased: { ...receipt.erased, outcome: 'issued' } },
      { ...receipt, code: receiptBy(1, '2026-02-13').code },
      { ...receipt, code: receiptBy(2).code },
      { ...receipt, notDone: [] },
    ];
    const data = join(folder, 'changed.json');
    // As many characters as a signature has, and more bytes: no data of a receipt.
    for (const signature of ['A'.repeat(88), `${'A'.repeat(87)}=`]) {
      writeFileSync(data, JSON.stringify({ ...receipt, signature }));
      expect(verify(data, { ...nothing, ledger })).toMatchObject({
        ...{ code: 1, say: expect.stringContaining('This is no receipt') },
      });
    }
    for (const each of changed) {
      writeFileSync(data, JSON.stringify(each));
      const outcome = verify(data, { ...nothing, ledger });
      expect([outcome.code, outcome.say]).toEqual([
        1,
        expect.stringContaining('The signature does not hold'),
      ]);
    }
  });
});
