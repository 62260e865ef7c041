import { type Counter, until } from './counter.ts';

const SOCKETS = '-MIO::Socket::INET';

/** By sh, with perl: ends with 0 if whoever listens at this address and port is reached. */
export function connectTo(address: string): string {
  return `perl ${SOCKETS} -e 'exit !IO::Socket::INET->new(PeerAddr => "${address}", Timeout => 2)'`;
}

/** Has a program on the machine take connections at an address and port, and end them. `unit`: what it is called there. */
export async function listenAt(counter: Counter, unit: string, address: string): Promise<void> {
  const listen = [
    `my $listener = IO::Socket::INET->new(Listen => 5, LocalAddr => "${address}", ReuseAddr => 1) or die;`,
    'while (my $client = $listener->accept) { close $client }',
  ].join('\n');
  const options = ['--quiet', '--collect', '--expand-environment=no', `--unit=${unit}`];
  await counter.says('systemd-run', ...options, 'perl', SOCKETS, '-e', listen);
  await until(async () =>
    (await counter.run('sh', '-c', connectTo(address))).ok ? null : `nobody listens at ${address}`,
  );
}
