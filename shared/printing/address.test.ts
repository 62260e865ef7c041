import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../tests/support/processor-time.ts';
import { type IppTarget, LONGEST_ADDRESS, parsePrinterAddress, printerUri } from './address.ts';

const plain = { port: 631, path: '/ipp/print', tls: null };

describe('an address of a printer', () => {
  it.each<[string, IppTarget]>([
    ['192.0.2.7', { host: '192.0.2.7', ...plain }],
    ['  192.0.2.7 ', { host: '192.0.2.7', ...plain }],
    ['192.0.2.7/', { host: '192.0.2.7', ...plain }],
    ['192.0.2.7/ipp/card', { host: '192.0.2.7', ...plain, path: '/ipp/card' }],
    ['192.0.2.7:8631', { host: '192.0.2.7', ...plain, port: 8631 }],
    ['ipp://192.0.2.7', { host: '192.0.2.7', ...plain }],
    ['http://192.0.2.7', { host: '192.0.2.7', ...plain }],
    ['http://192.0.2.7:80/', { host: '192.0.2.7', ...plain, port: 80 }],
    ['IPP://LocalHost/printers/Card_1', { host: 'localhost', ...plain, path: '/printers/Card_1' }],
    ['ipps://192.0.2.7', { host: '192.0.2.7', ...plain, tls: { pin: null } }],
    ['https://192.0.2.7:443/ipp', { host: '192.0.2.7', port: 443, path: '/ipp', tls: { pin: null } }],
    ['2001:db8::7', { host: '2001:db8::7', ...plain }],
    ['[2001:DB8::7]:8631/x', { host: '2001:db8::7', port: 8631, path: '/x', tls: null }],
    ['ipp://[::1]', { host: '::1', ...plain }],
    ['ipp://[::ffff:192.0.2.7]', { host: '::ffff:192.0.2.7', ...plain }],
    ['ipp://localhost/printers/a%20b', { host: 'localhost', ...plain, path: '/printers/a%20b' }],
  ])('%s is understood', (text, target) => {
    expect(parsePrinterAddress(text)).toEqual({ ok: true, value: target });
  });

  it.each([
    'printer',
    'printer.example',
    'ipp://card-printer.local/ipp/print',
    'ipp://printer.example.:631',
    'localhost.localdomain',
    '192.0.2.7.example',
    '0x7f000001',
  ])('%s would need a name server', (text) => {
    expect(parsePrinterAddress(text)).toEqual({ ok: false, error: 'host-name' });
  });

  it.each([
    '',
    ' ',
    '/',
    '/var/run/cups.sock',
    'ipp:///var/run/cups.sock',
    'unix:/var/run/cups.sock',
    'file:///etc/passwd',
    'socket://192.0.2.7:9100',
    '__proto__://192.0.2.7',
    'ipp:192.0.2.7',
    'ipp:/192.0.2.7',
    'ipp://',
    'ipp://user@192.0.2.7',
    'ipp://user:word@192.0.2.7/ipp',
    '192.0.2.7/ipp?x=1',
    '192.0.2.7/ipp#x',
    '192.0.2.7/ipp print',
    '192.0.2.7/ipp\r\nHost: x',
    '192.0.2.7/%zz',
    '192.0.2.7/%2',
    '192.0.2.7/ä',
    '192.0.2.7\\ipp',
    '192.0.2.7:0',
    '192.0.2.7:65536',
    '192.0.2.7:',
    '192.0.2.7:+80',
    '192.0.2.256',
    '192.0.2.07',
    '192.0.2',
    '3221225991',
    '::1::',
    '[::1',
    '[]',
    '[192.0.2.7]',
    '[localhost]',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '12345::',
    '[fe80::1%25eth0]',
    `192.0.2.7/${'a'.repeat(2000)}`,
  ])('%j is none', (text) => {
    expect(parsePrinterAddress(text)).toEqual({ ok: false, error: 'not-an-address' });
  });

  it.each([
    ['alone', '192.0.2.7/', 'ipp://192.0.2.7:631/'],
    ['without its port', 'ipps://[::1]/', 'ipps://[::1]:631/'],
    ['whole', 'ipp://localhost:8631/', 'ipp://localhost:8631/'],
  ])('typed %s is an address as long as it can be kept', (_how, typed, kept) => {
    const longest = 'a'.repeat(LONGEST_ADDRESS - kept.length);
    const read = parsePrinterAddress(typed + longest);
    expect(read.ok && printerUri(read.value)).toBe(kept + longest);
    expect(parsePrinterAddress(kept + longest)).toEqual(read);
    expect(parsePrinterAddress(`${typed}${longest}a`)).toEqual({ ok: false, error: 'not-an-address' });
  });

  it('is kept as the printer’s URI, and read back as the same target', () => {
    const target = fc.record({
      host: fc.oneof(
        fc.constant('localhost'),
        fc.ipV4(),
        fc.ipV6().map((each) => each.toLowerCase()),
      ),
      port: fc.integer({ min: 1, max: 65_535 }),
      path: fc.webPath().filter((each) => each.length > 1 && !each.startsWith('//')),
      tls: fc.constantFrom(null, { pin: null }),
    });
    fc.assert(
      fc.property(target, (each) => {
        expect(parsePrinterAddress(printerUri(each))).toEqual({ ok: true, value: each });
      }),
    );
  });

  it('ends in an answer, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const read = parsePrinterAddress(text);
        if (read.ok) expect(read.value.path.startsWith('/')).toBe(true);
        else expect(['not-an-address', 'host-name']).toContain(read.error);
      }),
    );
  });

  it('is read in a time that does not explode', () => {
    const before = processorTime();
    for (const text of [
      `ipp://${'a'.repeat(1000)}`,
      `192.0.2.7${'/'.repeat(1000)}?`,
      ':'.repeat(1000),
      `192.0.2.7/${'%41'.repeat(330)}%`,
    ]) {
      expect(parsePrinterAddress(text).ok).toBe(false);
    }
    expect(processorTime() - before).toBeLessThan(500);
  });
});
