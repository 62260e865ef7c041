import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pagePath, SCHEME, servePages } from './pages.ts';

const FOLDER = '/opt/counterfoil/renderer';

describe('an address of a page', () => {
  it('leads to the file below the folder', () => {
    expect(pagePath(FOLDER, 'app://kiosk/')).toBe(`${FOLDER}/index.html`);
    expect(pagePath(FOLDER, 'app://kiosk/assets/index-Ab1.js?x=1#y')).toBe(`${FOLDER}/assets/index-Ab1.js`);
    expect(pagePath(FOLDER, 'app://kiosk/a%20b.css')).toBe(`${FOLDER}/a b.css`);
  });

  it.each([
    'app://kiosk/../main.js',
    'app://kiosk/%2e%2e/main.js',
    'app://kiosk/..%2f..%2fetc/x.js',
    'app://kiosk/a/..%2f..%2f..%2fx.js',
    'app://kiosk/..%5c..%5cx.js%00.js',
    'app://kiosk/%00.js',
    'app://kiosk/%zz.js',
    'app://kiosk/assets',
    'app://kiosk/index.htm',
    'app://other/index.html',
    'app://kiosk.evil/index.html',
    'app://kiosk:8080/index.html',
    'app:///index.html',
    'app://user@evil/index.html',
  ])('%s leads nowhere, or at least not out', (address) => {
    const path = pagePath(FOLDER, address);
    if (path !== null) expect(path.startsWith(FOLDER + sep)).toBe(true);
    if (!address.startsWith('app://kiosk/')) expect(path).toBeNull();
  });

  it('never leads out of the folder, whatever it is made of', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2E.',
        '..%2f',
        '%2f',
        '%5c',
        '..%5c',
        '%00',
        '%25',
        '%252e',
        '\\',
        '//',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('index.html', 'x.js', 'renderer', 'renderer-evil'),
    );
    const address = fc
      .tuple(
        fc.array(part, { maxLength: 12, size: 'max' }),
        fc.constantFrom('', '.js', '/x.css', '%2f..%2fy.html'),
      )
      .map(([parts, end]) => `app://kiosk/${parts.join('/')}${end}`)
      .filter((text) => URL.canParse(text));
    let found = 0;
    fc.assert(
      fc.property(address, (text) => {
        const path = pagePath(FOLDER, text);
        if (path === null) return;
        found += 1;
        expect(path.startsWith(FOLDER + sep)).toBe(true);
        expect(path.split(sep)).not.toContain('..');
        expect(path).not.toContain('\0');
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(50);
  });
});

/** Stands for Electron's protocol: hands the handler back. */
function serve(folder: string): (address: string) => Promise<Response> {
  let answer: ((request: Request) => Response | Promise<Response>) | null = null;
  const protocol = {
    handle(scheme: string, handler: (request: Request) => Response | Promise<Response>) {
      expect(scheme).toBe(SCHEME.scheme);
      answer = handler;
    },
  };
  servePages(protocol, folder);
  return async (address) => {
    if (answer === null) throw new Error('nothing is served');
    return answer(new Request(address));
  };
}

describe('a page', () => {
  it('comes with its type and its policy; anything else is not found', async () => {
    const top = mkdtempSync(join(tmpdir(), 'counterfoil-pages-'));
    onTestFinished(() => rmSync(top, { recursive: true }));
    const folder = join(top, 'renderer');
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.html'), '<p>kiosk');
    writeFileSync(join(folder, 'secret.txt'), 'x');
    writeFileSync(join(top, 'main.js'), 'x');
    const get = serve(folder);
    const page = await get('app://kiosk/');
    expect(await page.text()).toBe('<p>kiosk');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    for (const name of ['missing.js', 'secret.txt', '..%2fmain.js'])
      expect((await get(`app://kiosk/${name}`)).status).toBe(404);
  });
});
