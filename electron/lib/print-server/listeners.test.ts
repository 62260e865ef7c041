import { describe, expect, it } from 'vitest';
import { topDirectives } from './directives.ts';
import { isThisMachine, listensAt, listensOn, listensToOthers } from './listeners.ts';

function listens(lines: string, host: string, port: number): boolean {
  return listensOn(topDirectives(lines) ?? [], host, port);
}

describe('where a server listens', () => {
  it.each([
    ['Listen localhost:631', 'localhost', 631],
    ['Listen localhost:631', '127.0.0.1', 631],
    ['Listen localhost:631', '::1', 631],
    ['listen LOCALHOST:6631', 'localhost', 6631],
    ['Listen localhost', 'localhost', 631],
    ['Listen 127.0.0.1:631', 'localhost', 631],
    ['Listen [::1]:631', '::1', 631],
    ['Listen [::1]:631', '[0:0:0:0:0:0:0:1]', 631],
    ['Listen [::1]', 'localhost', 631],
    ['Listen *:632', '127.0.0.1', 632],
    ['Port 633', '::1', 633],
    ['Listen 634', 'localhost', 634],
    ['SSLListen localhost:635', 'localhost', 635],
    ['SSLPort 636', 'localhost', 636],
    ['Listen 192.0.2.1:631\nListen localhost:631', 'localhost', 631],
  ])('%s reaches %s, port %i', (lines, host, port) => {
    expect(listens(lines, host, port)).toBe(true);
  });

  it.each([
    ['', 'localhost', 631],
    ['Listen localhost:631', 'localhost', 632],
    ['Listen /run/cups/cups.sock', 'localhost', 631],
    ['Listen 192.0.2.1:631', 'localhost', 631],
    ['Listen [::1]:631', '127.0.0.1', 631],
    ['Listen kiosk.example:631', 'localhost', 631],
    ['Listen localhost:ipp', 'localhost', 631],
    ['Listen localhost:631 x', 'localhost', 631],
    ['Listen', 'localhost', 631],
    ['# Listen localhost:631', 'localhost', 631],
    ['<Location />\nListen localhost:631\n</Location>', 'localhost', 631],
  ])('%j does not reach %s, port %i', (lines, host, port) => {
    expect(listens(lines, host, port)).toBe(false);
  });
});

describe('this machine', () => {
  it.each(['localhost', 'LocalHost', '127.0.0.1', '127.0.1.1', '::1', '[::1]'])('is %s', (host) => {
    expect(isThisMachine(host)).toBe(true);
  });

  it.each(['192.0.2.1', '2001:db8::1', 'printserver', 'localhost.example', ''])('is not %j', (host) => {
    expect(isThisMachine(host)).toBe(false);
  });
});

it.each([
  ['Listen localhost:631\nListen [::1]:631\nListen /run/cups/cups.sock', []],
  ['Listen 127.0.0.1', []],
  ['Port 631', ['port 631']],
  ['Listen *:631', ['listen *:631']],
  ['Listen 0.0.0.0:631', ['listen 0.0.0.0:631']],
  ['Listen [::]:631', ['listen [::]:631']],
  [
    'Listen 192.0.2.1:631\nSSLListen kiosk.example:632',
    ['listen 192.0.2.1:631', 'ssllisten kiosk.example:632'],
  ],
  ['Listen\n# Port 631', []],
  ['', []],
])('%j listens to others by %j', (lines, told) => {
  expect(listensToOthers(topDirectives(lines) ?? [])).toEqual(told);
});

it.each([
  ['Listen /run/cups/cups.sock', true],
  ['listen /var/run/cups/cups.sock', true],
  ['Listen localhost:631', false],
  ['Listen /run/cups/cups.sock2', false],
  ['Port /run/cups/cups.sock', false],
  ['# Listen /run/cups/cups.sock', false],
])('%s names the socket: %s', (lines, named) => {
  expect(listensAt(topDirectives(lines) ?? [], '/run/cups/cups.sock')).toBe(named);
});
