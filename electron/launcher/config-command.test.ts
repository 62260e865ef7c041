import { chmodSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asked, fileWith } from './asked-settings.test-support.ts';
import { runConfigCommand } from './config-command.ts';

describe('counterfoil config check', () => {
  it('says that the file of the kiosk is right, or everything that is not', () => {
    const path = fileWith('data-folder = "/srv/kiosk"\n');
    const check = (...words: readonly string[]) =>
      runConfigCommand(['check', ...words], asked({ COUNTERFOIL_SETTINGS: path }));
    expect(check()).toEqual({ code: 0, lines: [`${path}: these settings are right.`] });
    writeFileSync(path, 'data-foldr = "/srv/kiosk"\nusb-drive = "x"\n');
    const { code, lines } = check();
    expect(code).toBe(1);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^\/.*settings\.toml:\d+:\d+: .*; allowed: /);
    chmodSync(path, 0o666);
    expect(check()).toMatchObject({ code: 1, lines: [expect.stringContaining('(Reason: mode 666.')] });
  });

  it('looks at a draft by its content alone', () => {
    const draft = fileWith('data-folder = "/srv/kiosk"\n');
    chmodSync(draft, 0o666);
    expect(runConfigCommand(['check', draft], asked({}))).toMatchObject({ code: 0 });
    writeFileSync(draft, 'data-folder = 7\n');
    expect(runConfigCommand(['check', draft], asked({}))).toEqual({
      code: 1,
      lines: [expect.stringContaining(`${draft}:1:15: data-folder is 7; allowed: a full path in quotes`)],
    });
  });

  it('refuses a release’s data where an evaluation’s may be', () => {
    const draft = fileWith('data-folder = "/tmp/kiosk"\n');
    expect(runConfigCommand(['check', draft], asked({})).code).toBe(0);
    expect(runConfigCommand(['check', draft], asked({}, { evaluation: false }))).toEqual({
      code: 1,
      lines: [expect.stringContaining('outside of /dev, /home, /root, /run, /tmp and /var/tmp')],
    });
  });

  it.each([
    ['/nowhere/at/all', 'there is no such file'],
    ['/dev/null', 'this is no file'],
  ])('%s: %s', (path, why) => {
    expect(runConfigCommand(['check', path], asked({}))).toEqual({ code: 1, lines: [`${path}: ${why}.`] });
  });
});

describe('counterfoil config printers', () => {
  const printers = (text: string) =>
    runConfigCommand(['printers'], asked({ COUNTERFOIL_SETTINGS: fileWith(text) }));

  it('prints the address of each printer in the settings once, and nothing else', () => {
    const both = `data-folder = "/srv/kiosk"
# [card-printer] would be at ipp://192.0.2.99
card-printer = { address = "ipps://192.0.2.17:8631/ipp/print" }
[ordinary-printer]
address = 'ipp://[2001:db8::17]/ipp/print'
`;
    expect(printers(both)).toEqual({ code: 0, lines: ['192.0.2.17', '2001:db8::17'] });
    const same = both.replace('[2001:db8::17]', '192.0.2.17');
    expect(printers(same)).toEqual({ code: 0, lines: ['192.0.2.17'] });
  });

  it('prints none where the settings name none', () => {
    expect(printers('data-folder = "/srv/kiosk"\n')).toEqual({ code: 0, lines: [] });
  });

  it('prints no address of settings that are not right', () => {
    const { code, lines } = printers(
      'data-foldr = "/srv/kiosk"\n[card-printer]\naddress = "ipp://192.0.2.17"\n',
    );
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('unknown key data-foldr');
  });
});

it('these two are all that there is of config', () => {
  for (const words of [[], ['chekc'], ['check', 'a', 'b'], ['printers', 'a']])
    expect(runConfigCommand(words, asked({}))).toEqual({
      code: 2,
      lines: ['Use: counterfoil config check [FILE]', 'or:  counterfoil config printers'],
    });
});
