import { expect, it } from 'vitest';
import { machineEnvironment } from '../../shared/contract/configuration.ts';
import { handedOn } from './inherited-environment.ts';

const machine = {
  ...{ PATH: '/usr/bin', DISPLAY: ':0', XAUTHORITY: '/run/cookie', XDG_RUNTIME_DIR: '/run/kiosk' },
  ...{ WAYLAND_DISPLAY: 'wayland-0', LANG: 'C.UTF-8', TMPDIR: '/tmp' },
};
/** What a shell, a desktop and systemd have besides. */
const foreign = {
  ...{
    HOME: '/home/clerk',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus',
    HTTP_PROXY: 'http://x',
  },
  ...{ LD_PRELOAD: '/tmp/evil.so', SSH_AUTH_SOCK: '/tmp/agent', NOTIFY_SOCKET: '/run/systemd/notify' },
  ...{ NODE_OPTIONS: '--inspect', TZ: 'Asia/Tokyo', COUNTERFOIL_CONFIGURATION: '{}' },
};

it('a keeper is given what is said of the machine, and nothing else', () => {
  expect(handedOn({ ...machine, ...foreign }, 'linux')).toEqual(machine);
});

it('all that a keeper reads of the machine is handed on', () => {
  expect(Object.keys(machine)).toEqual(expect.arrayContaining(Object.keys(machineEnvironment.shape)));
});

it('what is not set is not handed on, and an evaluation has its openings', () => {
  const openings = { COUNTERFOIL_DEBUGGING: '1', COUNTERFOIL_CAMERA_FILE: '/film.mjpeg' };
  expect(handedOn({ ...openings, ...foreign }, 'linux')).toEqual(openings);
});

it('on other systems programs have the whole environment', () => {
  expect(handedOn(foreign, 'win32')).toEqual(foreign);
});
