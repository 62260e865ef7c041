import { describe, expect, it } from 'vitest';
import { type QueueFacts, refusedQueue } from './queue-facts.ts';
import { goodQueue } from './spool.test-support.ts';

function refused(change: Partial<QueueFacts>): readonly string[] {
  return refusedQueue({ ...goodQueue, ...change }).map(({ kind }) => kind);
}

describe('a queue of its own', () => {
  it.each([
    'usb://Example/Card%20Printer?serial=0001',
    'ipp://192.0.2.7:631/ipp/print',
    'ipps://printer.example/ipp/print',
    'ipp://printer.example/printers-room/print',
    'socket://192.0.2.7:9100',
    'lpd://192.0.2.7/printers/a',
    'dnssd://Card%20Printer._ipp._tcp.local/?uuid=0001',
    'example-card-backend:/dev/usb/lp0',
    'beh:/1/3/5/socket://192.0.2.7:9100',
  ])('that sends to %s is none to refuse', (deviceUri) => {
    expect(refused({ deviceUri })).toEqual([]);
  });

  it.each([
    ['cups-pdf:/', 'cups-pdf'],
    ['CUPS-PDF:/', 'cups-pdf'],
    ['beh:/1/3/5/cups-pdf:/', 'cups-pdf'],
    ['cups-brf:/', 'cups-brf'],
    ['file:///home/x/out.prn', 'file'],
    ['file:/dev/null', 'file'],
    ['/dev/usb/lp0', 'file'],
    ['beh:/1/3/5/beh:/0/0/0/file:/x', 'file'],
  ])('%s writes files', (deviceUri, backend) => {
    expect(refusedQueue({ ...goodQueue, deviceUri })).toEqual([{ kind: 'writes-files', backend }]);
  });

  it('writes files if its driver is that of cups-pdf', () => {
    expect(refused({ makeAndModel: 'Generic CUPS-PDF Printer (w/ options)' })).toEqual(['writes-files']);
    expect(refused({ makeAndModel: 'Example PDF direct' })).toEqual([]);
  });

  it.each([
    'ipp://print.example:631/printers/cards',
    'ipps://print.example/classes/cards',
    'http://print.example:631/printers/cards',
    'IPP://print.example/PRINTERS/cards',
    'dnssd://Cards%20%40%20desk._ipp._tcp.local/cups?uuid=0001',
    'smb://print.example/cards',
    'implicitclass://cards/',
    'beh:/1/3/5/ipp://print.example/printers/cards',
  ])('%s is another queue', (deviceUri) => {
    expect(refused({ deviceUri })).toEqual(['another-queue-behind']);
  });

  it('is told to be another one, or a class, by its type', () => {
    expect(refused({ printerType: 0x6 })).toEqual(['another-queue-behind']);
    expect(refused({ printerType: 0x5 })).toEqual(['a-class']);
    expect(refused({ printerType: 0x5, deviceUri: null })).toEqual(['a-class']);
    expect(refused({ memberUris: ['ipp://localhost/printers/a'] })).toEqual(['a-class']);
    expect(refused({ printerType: 0x809014 })).toEqual([]);
  });

  it('must tell its device, its type and what it does with a job that failed', () => {
    const silent = { deviceUri: null, printerType: null, errorPolicy: null };
    expect(refusedQueue({ ...goodQueue, ...silent })).toEqual([
      { kind: 'facts-missing', attribute: 'printer-type' },
      { kind: 'facts-missing', attribute: 'device-uri' },
      { kind: 'facts-missing', attribute: 'printer-error-policy' },
    ]);
  });

  it.each(['retry-job', 'retry-current-job', 'stop-printer', ''])('may not print again by %s', (policy) => {
    expect(refusedQueue({ ...goodQueue, errorPolicy: policy })).toEqual([{ kind: 'sends-again', policy }]);
  });
});
