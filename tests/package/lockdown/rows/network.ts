import { REACHABLE } from '../reachable.ts';
import type { Row } from '../row.ts';

/** Whom it reaches. */
export const NETWORK_ROWS: readonly Row[] = [
  {
    ...{ kind: 'tried', units: ['kiosk'], line: 'PrivateNetwork=' },
    besides: ['IPAddressDeny='],
    act: REACHABLE.connect,
  },
  {
    ...{ kind: 'tried', units: ['provision'], line: 'PrivateNetwork=' },
    besides: ['IPAddressDeny=', 'RestrictAddressFamilies='],
    act: REACHABLE.connect,
  },
  {
    ...{ kind: 'tried', units: ['kiosk'], line: 'IPAddressDeny=' },
    besides: ['PrivateNetwork='],
    act: REACHABLE.connect,
  },
  {
    ...{ kind: 'tried', units: ['display', 'provision', 'printers'], line: 'IPAddressDeny=' },
    besides: ['PrivateNetwork=', 'RestrictAddressFamilies='],
    act: REACHABLE.connect,
  },
  {
    // Packets past every address (AF_PACKET): root's matter in any case.
    ...{ kind: 'tried', units: ['kiosk'], line: 'RestrictAddressFamilies=' },
    besides: ['User=', 'CapabilityBoundingSet='],
    act: `perl -MSocket -e 'socket(my $packets, 17, SOCK_RAW, 0) or exit 1'`,
  },
  {
    ...{ kind: 'tried', units: ['display', 'provision', 'printers'], line: 'RestrictAddressFamilies=' },
    act: `perl -MSocket -e 'socket(my $internet, AF_INET, SOCK_DGRAM, 0) or exit 1'`,
  },
];
