import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomes, spoilReasons } from '../application/application-state.ts';
import { ledgerOutcomes } from './applicant-entries.ts';
import { anyEntry } from './arbitrary-entry.test-support.ts';
import { longestEntry } from './chain.ts';
import {
  type CountedWord,
  decodeEntry,
  encodeBeginning,
  encodeBeginningWith,
  encodeEntry,
} from './encode-entry.ts';
import { hexOfBytes } from './encode-field.ts';
import { isLedgerEntry, type LedgerEntry } from './entries.ts';
import { sampleEntries as entriesOfAnyPlace, samplesOfTheirPlace } from './sample-entries.test-support.ts';

const sampleEntries = [...entriesOfAnyPlace, ...samplesOfTheirPlace];

/** Bytes as they were first written. A change here makes every ledger in the field unverifiable. */
const written: Readonly<Record<LedgerEntry['kind'], string>> = {
  opened: `066f70656e656406019c5b60da8010000102030405060708090a0b0c0d0e0f20${'ff'.repeat(32)}`,
  issued: '066973737565640401352576077669727475616c0101',
  spoiled: '0773706f696c6564040135257607736d7564676564',
  wiped:
    '057769706564040135257606697373756564066d656d6f7279087365617263686564012a0313d6200100010b0c6b6570742d6e6f7468696e67',
  handoff: '0768616e646f66660401352576',
  erased: '06657261736564040135257606697373756564',
  unsearched: '0a756e73656172636865640401352576',
  locked: '066c6f636b656404013525760d6b65792d64657374726f796564',
  unlocked: '08756e6c6f636b656404013525760d6b65792d64657374726f796564',
  forgotten: '09666f72676f7474656e0401352576010201000a706f7765722d6c6f7374',
  'wipe-closed':
    '0b776970652d636c6f73656406019c5b60da80100f0e0d0c0b0a09080706050403020100117072696e742d736964652d707572676564117072696e7465722d64657374726f796564',
  'custody-decided':
    '0f637573746f64792d6465636964656406019c5b60da80100f0e0d0c0b0a09080706050403020100067365616c6564',
  'rehearsal-began':
    '0f72656865617273616c2d626567616e06019c5b60da80100f0e0d0c0b0a09080706050403020100066d656d6f7279',
  'policy-in-force': `0f706f6c6963792d696e2d666f72636506019c5b60da8020${'ba'.repeat(32)}`,
  'hold-set':
    '08686f6c642d73657406019c5b60da80100f0e0d0c0b0a09080706050403020100101111111111111111111111111111111103616c6c010c010b01010b636f7572742d6f72646572',
  'hold-lifted':
    '0b686f6c642d6c696674656406019c5b60da801011111111111111111111111111111111100f0e0d0c0b0a090807060504030201001022222222222222222222222222222222',
  'intake-resumed':
    '0e696e74616b652d726573756d656406019c5b60da801011111111111111111111111111111111100f0e0d0c0b0a0908070605040302010020abababababababababababababababababababababababababababababababab',
  'finish-refused':
    '0e66696e6973682d7265667573656406019c5b60da801011111111111111111111111111111111100f0e0d0c0b0a09080706050403020100',
  'wipe-stopped': '0c776970652d73746f7070656406019c5b60da8010111111111111111111111111111111110101',
  'wipe-continued': '0e776970652d636f6e74696e75656406019c5b60da8010111111111111111111111111111111110101',
  'staff-changed':
    '0d73746166662d6368616e67656406019c5b60da80100f0e0d0c0b0a09080706050403020100103333333333333333333333333333333312706173737068726173652d6368616e6765640a73757065727669736f72',
  'locked-out': '0a6c6f636b65642d6f757406019c5b60da801000000000000000000000000000000000066e6f626f6479',
  'clock-moved': '0b636c6f636b2d6d6f76656406019c5b60da80046261636b015a',
  'printer-chosen':
    '0e7072696e7465722d63686f73656e06019c5b60da80100f0e0d0c0b0a090807060504030201000369707020cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',
  'test-card-confirmed':
    '13746573742d636172642d636f6e6669726d656406019c5b60da80100f0e0d0c0b0a0908070605040302010020cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',
  'ordinary-printer-chosen':
    '176f7264696e6172792d7072696e7465722d63686f73656e06019c5b60da80100f0e0d0c0b0a0908070605040302010020efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef',
  'ribbon-fitted':
    '0d726962626f6e2d66697474656406019c5b60da80100f0e0d0c0b0a090807060504030201001044444444444444444444444444444444',
  'ribbon-removed':
    '0e726962626f6e2d72656d6f76656406019c5b60da80100f0e0d0c0b0a090807060504030201001044444444444444444444444444444444',
  'ribbon-destroyed':
    '10726962626f6e2d64657374726f79656406019c5b60da80100f0e0d0c0b0a0908070605040302010010222222222222222222222222222222221044444444444444444444444444444444',
  'checkpoint-taken':
    '10636865636b706f696e742d74616b656e06019c5b60da80100f0e0d0c0b0a09080706050403020100096461792d73686565740204d2',
  'date-confirmed':
    '0e646174652d636f6e6669726d656406019c5b60da80100f0e0d0c0b0a09080706050403020100056168656164',
  'recovery-decided':
    '107265636f766572792d6465636964656406019c5b60da80100f0e0d0c0b0a09080706050403020100046d616465',
  'recovery-codes-used':
    '137265636f766572792d636f6465732d7573656406019c5b60da80100f0e0d0c0b0a090807060504030201001022222222222222222222222222222222',
  'issued-again': '0c6973737565642d616761696e04013525760772656e6577616c0964657374726f796564',
  fee: '03666565040135257606776169766564',
  denied: '0664656e69656404013525760a73757065727669736f72',
  'programme-key-pinned':
    '1470726f6772616d6d652d6b65792d70696e6e656406019c5b60da8020dededededededededededededededededededededededededededededededede',
  'policy-installed':
    '10706f6c6963792d696e7374616c6c656406019c5b60da80100f0e0d0c0b0a09080706050403020100100000000000000000000000000000000020babababababababababababababababababababababababababababababababa',
  'practice-began': '0e70726163746963652d626567616e06019c5b60da80100f0e0d0c0b0a09080706050403020100',
  'practice-ended': '0e70726163746963652d656e64656406019c5b60da80100f0e0d0c0b0a09080706050403020100',
  'intake-suspended':
    '10696e74616b652d73757370656e64656406019c5b60da80100f0e0d0c0b0a09080706050403020100102222222222222222222222222222222205737461666606019c5b60da800477697065',
  'suspension-ended':
    '1073757370656e73696f6e2d656e64656406019c5b60da80100f0e0d0c0b0a09080706050403020100100000000000000000000000000000000005737461666606019c5b60da80',
  'order-carried-out':
    '116f726465722d636172726965642d6f757406019c5b60da80100f0e0d0c0b0a09080706050403020100010320bcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbc20dededededededededededededededededededededededededededededededede',
  'records-searched':
    '107265636f7264732d736561726368656406019c5b60da80100f0e0d0c0b0a09080706050403020100102222222222222222222222222222222208737562706f656e61010c0101',
  'statement-made':
    '0e73746174656d656e742d6d61646506019c5b60da80100f0e0d0c0b0a0908070605040302010020cbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcb',
  'record-produced':
    '0f7265636f72642d70726f647563656406019c5b60da80100f0e0d0c0b0a09080706050403020100102222222222222222222222222222222220fefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefe20edededededededededededededededededededededededededededededededed',
  'day-opened': '0a6461792d6f70656e656406019c5b60da80100f0e0d0c0b0a0908070605040302010004013525760201e0',
  'day-closed':
    '0a6461792d636c6f73656406019c5b60da80100f0e0d0c0b0a0908070605040302010004013525760201cd01140201ce0764616d616765640573686f7274096e6f742d6b6e6f776e',
  'packed-up': '097061636b65642d757006019c5b60da80100f0e0d0c0b0a090807060504030201000102',
  'resident-setting-chosen':
    '177265736964656e742d73657474696e672d63686f73656e06019c5b60da80100f0e0d0c0b0a090807060504030201000c73656c662d73657276696365',
  'notice-accepted':
    '0f6e6f746963652d616363657074656406019c5b60da80100f0e0d0c0b0a09080706050403020100077a682d68616e7320babababababababababababababababababababababababababababababababa',
  'production-unfinished':
    '1570726f64756374696f6e2d756e66696e697368656406019c5b60da8020edededededededededededededededededededededededededededededededed',
  'display-measured':
    '10646973706c61792d6d6561737572656406019c5b60da80100f0e0d0c0b0a09080706050403020100020158',
  'record-search-answered': `167265636f72642d7365617263682d616e73776572656406019c5b60da800204d220${'da'.repeat(32)}`,
  'live-in-spite':
    '0d6c6976652d696e2d737069746506019c5b60da80100f0e0d0c0b0a0908070605040302010010222222222222222222222222222222220a6469736b2d7370616365',
  'evaluation-began':
    '106576616c756174696f6e2d626567616e06019c5b60da80100f0e0d0c0b0a09080706050403020100066d656d6f7279',
  'supervisor-confirmed':
    '1473757065727669736f722d636f6e6669726d656406019c5b60da80100f0e0d0c0b0a090807060504030201001022222222222222222222222222222222',
  'recovery-made':
    '0d7265636f766572792d6d61646506019c5b60da80100f0e0d0c0b0a090807060504030201001022222222222222222222222222222222',
  'misfit-accepted':
    '0f6d69736669742d616363657074656406019c5b60da80100f0e0d0c0b0a0908070605040302010010222222222222222222222222222222220b7661756c742d6f6c6465720d636f70792d726573746f7265640102',
  'key-rolled': `0a6b65792d726f6c6c656406019c5b60da80010120${'ce'.repeat(32)}`,
  waited: '0677616974656406019c5b60da800103',
  'opened-after': `0c6f70656e65642d616674657206019c5b60da8010000102030405060708090a0b0c0d0e0f20${'ff'.repeat(32)}0204d220${'ee'.repeat(32)}`,
};

describe('canonical bytes', () => {
  it.each(sampleEntries.map((entry) => [entry.kind, entry] as const))(
    'of %s stay as they are',
    (kind, entry) => {
      expect(hexOfBytes(encodeEntry(entry))).toBe(written[kind]);
    },
  );

  it('can be read back, and are the only ones for their entry', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(isLedgerEntry(entry)).toBe(true);
        expect(decodeEntry(encodeEntry(entry))).toEqual({ ok: true, value: entry });
      }),
    );
  });

  it('do not depend on the order in which an entry was put together', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const reversed: unknown = Object.fromEntries(Object.entries(entry).reverse());
        if (!isLedgerEntry(reversed)) throw new Error('still an entry');
        expect(encodeEntry(reversed)).toEqual(encodeEntry(entry));
      }),
    );
  });

  it('differ between different entries', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (left, right) => {
        const same = JSON.stringify(left) === JSON.stringify(right);
        expect(hexOfBytes(encodeEntry(left)) === hexOfBytes(encodeEntry(right))).toBe(same);
      }),
    );
  });

  it('are short enough for the chain, whatever figures they hold', () => {
    fc.assert(fc.property(anyEntry, (entry) => encodeEntry(entry).length <= longestEntry));
  });

  it('are not made of what is no entry: that is a bug', () => {
    const entry: LedgerEntry = {
      kind: 'issued',
      day: { year: 2026, month: 2, day: 30 },
      printer: 'virtual',
      attempts: 1,
    };
    expect(() => encodeEntry(entry)).toThrow('not a ledger entry');
  });
});

describe('the beginning of an entry', () => {
  it('is that of all entries of its kind and day, and of no other', () => {
    const day = { year: 2026, month: 2, day: 14 };
    for (const kind of ['issued', 'handoff', 'spoiled', 'wiped', 'erased'] as const) {
      const beginning = hexOfBytes(encodeBeginning(kind, day));
      const found = sampleEntries.filter((entry) => hexOfBytes(encodeEntry(entry)).startsWith(beginning));
      expect(found.map((entry) => entry.kind)).toEqual([kind]);
    }
  });

  it('with a word is that of all entries that say it, and of no other', () => {
    const day = { year: 2026, month: 2, day: 14 };
    const said = (counted: CountedWord): readonly LedgerEntry[] => {
      const beginning = hexOfBytes(encodeBeginningWith(counted, day));
      return sampleEntries.filter((entry) => hexOfBytes(encodeEntry(entry)).startsWith(beginning));
    };
    for (const word of spoilReasons) {
      expect(said({ kind: 'spoiled', word })).toEqual(
        sampleEntries.filter((entry) => entry.kind === 'spoiled' && entry.reason === word),
      );
    }
    for (const word of ledgerOutcomes) {
      expect(said({ kind: 'erased', word })).toEqual(
        sampleEntries.filter((entry) => entry.kind === 'erased' && entry.outcome === word),
      );
    }
    for (const word of outcomes) {
      expect(said({ kind: 'wiped', word })).toEqual(
        sampleEntries.filter((entry) => entry.kind === 'wiped' && entry.outcome === word),
      );
    }
  });
});

describe('other bytes', () => {
  it('are read only if they are the canonical ones of the entry they say', () => {
    fc.assert(
      fc.property(anyEntry, fc.nat(), fc.integer({ min: 1, max: 255 }), (entry, position, change) => {
        const bytes = encodeEntry(entry);
        const index = position % bytes.length;
        const changed = bytes.with(index, (bytes[index] ?? 0) ^ change);
        const decoded = decodeEntry(changed);
        if (decoded.ok) expect(encodeEntry(decoded.value)).toEqual(changed);
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => !decodeEntry(bytes).ok));
  });

  it('cut short, made longer, or with a number in a longer form, are refused', () => {
    for (const bytes of sampleEntries.map(encodeEntry)) {
      for (let length = 0; length < bytes.length; length += 1) {
        expect(decodeEntry(bytes.subarray(0, length)).ok).toBe(false);
      }
      expect(decodeEntry(Uint8Array.of(...bytes, 0)).ok).toBe(false);
    }
    const attempts = encodeEntry(
      sampleEntries[1] ?? { kind: 'locked', day: { year: 1, month: 1, day: 1 }, step: 'searched' },
    );
    expect([...attempts.slice(-2)]).toEqual([1, 1]);
    expect(decodeEntry(Uint8Array.of(...attempts.slice(0, -2), 2, 0, 1)).ok).toBe(false);
  });
});
