import { describe, expect, it } from 'vitest';
import { readCounterRows } from './counter-rows.ts';

const HEADING = 'kiosk,host,supervisors,clerks,it,printer-address,printer-certificate';
const PIN = 'ab'.repeat(32);

/** A good row, with other cells where a test wants them. */
function row(change: Readonly<Record<string, string>> = {}): string {
  const cells = {
    kiosk: 'Harbor Library 1',
    host: 'counter-017',
    supervisors: 'Marisol Tidewater; Ottoline Quarry',
    clerks: 'Anselm Brightwater',
    it: '',
    'printer-address': '',
    'printer-certificate': '',
    ...change,
  };
  return Object.values(cells).join(',');
}

const faultsOf = (...rows: readonly string[]) => {
  const read = readCounterRows([HEADING, ...rows].join('\n'));
  return read.ok ? [] : read.error.map(({ line, column, what }) => `${line}:${column}: ${what}`);
};

describe('a table of counters', () => {
  it('has a kiosk, its computer, its people and its printer in each row', () => {
    const printer = {
      'printer-address': 'ipps://192.0.2.17/ipp/print',
      'printer-certificate': `sha256 Fingerprint=${PIN.toUpperCase().replace(/..(?=.)/g, '$&:')}`,
    };
    const read = readCounterRows(
      [
        HEADING,
        row({ it: 'Wilhelmina Stack', ...printer }),
        row({ kiosk: 'Harbor Library 2', host: 'COUNTER-018' }),
      ].join('\r\n'),
    );
    expect(read).toMatchObject({
      ok: true,
      value: [
        {
          ...{ kiosk: 'Harbor Library 1', host: 'counter-017' },
          staff: [
            { name: 'Marisol Tidewater', role: 'supervisor' },
            { name: 'Ottoline Quarry', role: 'supervisor' },
            { name: 'Anselm Brightwater', role: 'clerk' },
            { name: 'Wilhelmina Stack', role: 'it' },
          ],
          printer: { address: 'ipps://192.0.2.17/ipp/print', certificate: PIN },
        },
        { kiosk: 'Harbor Library 2', host: 'counter-018', printer: null },
      ],
    });
  });

  it('may leave out what is not needed, and bring nobody', () => {
    const read = readCounterRows('clerks,host,kiosk,supervisors\n,counter-1,Desk 1,\n');
    expect(read).toEqual({
      ok: true,
      value: [{ kiosk: 'Desk 1', host: 'counter-1', staff: [], printer: null }],
    });
  });

  it.each([
    [{ kiosk: '  ' }, '2:1: kiosk: takes a name'],
    [{ host: 'counter 17' }, '2:18: host: takes the name of a computer'],
    [{ host: '../counter-17' }, '2:18: host: takes the name of a computer'],
    [{ supervisors: 'Marisol Tidewater' }, '2:30: supervisors: takes at least 2 names'],
    [{ supervisors: '' }, '2:30: supervisors: takes at least 2 names'],
    [
      { supervisors: 'Marisol Tidewater; marisol  TIDEWATER; Ottoline Quarry' },
      '2:30: supervisors: “marisol  TIDEWATER” stands twice',
    ],
    [{ clerks: 'Anselm; Marisol Tidewater' }, '2:65: clerks: “Marisol Tidewater” stands twice'],
    [{ clerks: 'An\u202eselm' }, 'is no name that a screen can show'],
    [{ kiosk: 'H'.repeat(61) }, '2:1: kiosk: takes a name as it is to stand on receipts, of 60 characters'],
    [{ it: 'W'.repeat(61) }, 'is too long: takes a name of 60 characters at most'],
    [{ 'printer-address': 'printer.example' }, 'takes a number address'],
    [{ 'printer-address': 'ftp://192.0.2.17' }, 'takes an address such as'],
    [{ 'printer-address': 'ipps://192.0.2.17' }, 'is known by the SHA-256 of its certificate'],
    [{ 'printer-address': 'ipp://192.0.2.17', 'printer-certificate': PIN }, 'only a printer at ipps://'],
    [{ 'printer-certificate': PIN }, 'there is no printer-address'],
    [{ 'printer-address': 'ipps://192.0.2.17', 'printer-certificate': 'abc' }, '64 hexadecimal digits'],
  ])('is refused with %j, at its place', (change, said) => {
    expect(faultsOf(row())).toEqual([]);
    expect(faultsOf(row(change))).toEqual([expect.stringContaining(said)]);
  });

  it('takes names as long as a kiosk takes them from whoever stands there', () => {
    expect(faultsOf(row({ kiosk: 'H'.repeat(60), it: 'W'.repeat(60) }))).toEqual([]);
  });

  it('has every fault told at once, in the order of its lines', () => {
    expect(
      faultsOf(
        row({ host: 'counter 17', clerks: '***' }),
        row({ kiosk: 'Harbor Library 2' }),
        row({ kiosk: 'harbor library 2', host: 'Counter-017' }),
        `${row({ kiosk: 'Desk 4', host: 'counter-4' })},more`,
      ),
    ).toEqual([
      expect.stringMatching(/^2:18: host: /),
      expect.stringMatching(/^2:64: clerks: /),
      expect.stringMatching(/^4:1: kiosk: “harbor library 2” stands in line 3 as well$/),
      expect.stringMatching(/^4:18: host: “Counter-017” stands in line 3 as well$/),
      expect.stringMatching(/^5:\d+: the row has more cells than the heading$/),
    ]);
  });

  it.each([
    ['', ['1:1: the heading lacks the column “kiosk”']],
    [HEADING, ['1:1: no counter stands below the heading']],
    [
      'kiosk,hots,supervisors,clerks\na,b,,',
      ['1:1: the heading lacks the column “host”', '1:7: “hots” is no column that is known'],
    ],
    ['kiosk,host,supervisors,clerks,Kiosk\na,b,,,', ['1:31: the column “kiosk” stands twice']],
    [`${HEADING}\n"a`, ['2:1: a quote is not closed']],
  ])('is refused as %j', (text, said) => {
    const read = readCounterRows(text);
    const faults = read.ok ? [] : read.error.map(({ line, column, what }) => `${line}:${column}: ${what}`);
    for (const each of said) expect(faults.join('\n')).toContain(each);
  });
});
