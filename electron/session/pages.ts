import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Protocol } from 'electron';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The scheme must be known before `ready`: a standard, secure origin gives the camera and strict CSP. */
export const SCHEME = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** Serves the bundled renderer at app://kiosk/ and nothing else: no other file of the machine is reachable. */
export function servePages(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  protocol.handle('app', async (request) => {
    const path = pagePath(folder, request.url);
    if (path === null) return new Response('not found', { status: 404 });
    try {
      const body = new Uint8Array(await readFile(path));
      return new Response(body, {
        headers: {
          'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
      });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
}

/** The file for an address, or null for every address that is not below the folder or of a known type. */
export function pagePath(folder: string, address: string): string | null {
  const url = new URL(address);
  if (url.host !== 'kiosk') return null;
  let name: string;
  try {
    name = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  const path = normalize(join(folder, name === '/' ? 'index.html' : name));
  if (!path.startsWith(folder + sep) || path.includes('\0')) return null;
  return TYPES[extname(path)] === undefined ? null : path;
}
