import type { App, Session } from 'electron';

/**
 * Command-line switches of every session, each with its reason. Several layers stop the network on their
 * own (measured one by one against a counting server); all are on, because each has a way round it.
 */
export const SWITCHES: readonly (readonly [name: string, value: string, reason: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND', 'no name resolves, so nothing can be reached by name'],
  ['proxy-server', 'http://127.0.0.1:9', 'what would still connect is sent to a port where nothing listens'],
  ['proxy-bypass-list', '<-loopback>', 'loopback is not exempt from the dead proxy'],
  ['disable-background-networking', '', 'no update checks, no field trials, no safe browsing'],
  ['disable-component-update', '', 'no component downloads'],
  ['disable-domain-reliability', '', 'no reports to anybody'],
  ['disable-sync', '', 'no account, no sync'],
  ['no-pings', '', 'no hyperlink auditing'],
  ['dns-prefetch-disable', '', 'no look-ups ahead of need'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp', 'WebRTC sends no packet beside the proxy'],
  ['disable-breakpad', '', 'no crash dumps: a dump is a copy of memory'],
  ['disable-crash-reporter', '', 'as above, for the out-of-process handler'],
  ['disable-gpu', '', 'no GPU memory that outlives the process and that nobody can search'],
  ['disable-wayland-ime', '', 'no input method of a Wayland display: it may keep what is typed'],
  ['disable-http-cache', '', 'nothing is cached; the pages are files of the application'],
  [
    'disable-blink-features',
    'FileSystemAccessLocal',
    'no picker for files of this machine, which would be a system dialog',
  ],
  [
    'disable-features',
    'AutofillServerCommunication,MediaRouter,OptimizationHints',
    'no features that remember or call home',
  ],
];

/** Sets the switches and the sandbox. Must run before `ready`. */
export function lockDownProcess(app: App): void {
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
  // As root Chromium needs --no-sandbox, and then enableSandbox() crashes for ever (measured). Root is
  // for tests; a counter runs as an ordinary user.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

/** Blocks every request of the session but those to our own scheme (and to memory). */
export function lockDownNetwork(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, respond) => {
    const own = details.url.startsWith('app://kiosk/') || details.url.startsWith('blob:app://kiosk/');
    // Only evaluation builds open developer tools, which Playwright's screenshots may ask for.
    const tools = __EVALUATION__ && details.url.startsWith('devtools://');
    respond({ cancel: !own && !tools });
  });
  session.on('will-download', (event) => event.preventDefault());
}
