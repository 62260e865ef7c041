import { expect, it } from 'vitest';
import { serviceLines } from './unit-lines.ts';

const PRINTED = `# /usr/lib/systemd/system/kiosk.service
[Unit]
Description=A kiosk
# StartLimitIntervalSec=0

[Service]
# No network.
PrivateNetwork=yes
ExecStart=/usr/bin/kiosk --first \\
  --second
CapabilityBoundingSet=
; ProtectHome=yes

[Install]
WantedBy=multi-user.target

# /etc/systemd/system/kiosk.service.d/more.conf
[Service]
LimitCORE=0`;

it('a unit is read with its drop-ins, without remarks and other sections', () => {
  expect(serviceLines(PRINTED)).toEqual([
    'PrivateNetwork=yes',
    'ExecStart=/usr/bin/kiosk --first --second',
    'CapabilityBoundingSet=',
    'LimitCORE=0',
  ]);
});
