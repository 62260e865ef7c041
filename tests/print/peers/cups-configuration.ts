import { join } from 'node:path';

/** Where CUPS keeps what a job consists of, and where it says what it did. */
export interface CupsPaths {
  readonly requestRoot: string;
  readonly tempDir: string;
  readonly cacheDir: string;
  readonly logs: string;
  readonly filesConf: string;
  readonly cupsdConf: string;
  /** Configuration, queues and their PPDs. */
  readonly serverRoot: string;
  readonly serverBin: string;
  readonly run: string;
}

/** The folders of a CUPS in `folder`; `volatile` is where those lie that see documents or names. */
export function cupsPaths(
  folder: string,
  volatile: (which: 'requestRoot' | 'tempDir' | 'cacheDir') => string,
): CupsPaths {
  const serverRoot = join(folder, 'etc');
  return {
    requestRoot: join(volatile('requestRoot'), 'spool'),
    tempDir: join(volatile('tempDir'), 'temp'),
    cacheDir: join(volatile('cacheDir'), 'cache'),
    logs: join(folder, 'logs'),
    filesConf: join(serverRoot, 'cups-files.conf'),
    cupsdConf: join(serverRoot, 'cupsd.conf'),
    serverRoot,
    serverBin: join(folder, 'bin'),
    run: join(folder, 'run'),
  };
}

/** cups-files.conf: every place is ours, so that nothing of the system's own CUPS is read or written. */
export function filesConfiguration(paths: CupsPaths): string {
  return `ServerRoot ${paths.serverRoot}
ServerBin ${paths.serverBin}
ServerKeychain ${paths.serverRoot}
RequestRoot ${paths.requestRoot}
TempDir ${paths.tempDir}
CacheDir ${paths.cacheDir}
StateDir ${paths.run}
AccessLog ${paths.logs}/access_log
ErrorLog ${paths.logs}/error_log
PageLog ${paths.logs}/page_log
SystemGroup root
FileDevice Yes
`;
}

/** What a kiosk's CUPS must be set to: no documents kept, no names logged. Tests override single lines. */
export const shippedSettings = {
  PreserveJobFiles: 'No',
  PreserveJobHistory: 'Yes',
  LogLevel: 'warn',
  // Else what filters say about the document of a failed job is written to error_log after all.
  LogDebugHistory: '0',
  PageLogFormat: '',
  AccessLogLevel: 'none',
  ErrorPolicy: 'abort-job',
} as const;

/** cupsd.conf. Everybody on loopback may do everything: who may is not what these tests look at. */
export function serverConfiguration(
  port: number,
  run: string,
  settings: Readonly<Record<string, string>>,
): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}`.trimEnd());
  return `Listen localhost:${port}
Listen ${run}/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
IdleExitTimeout 0
${lines.join('\n')}
<Location />
  Order allow,deny
  Allow from localhost
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues none
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;
}
