import { describe, expect, it } from 'vitest';
import { SETTINGS_FILE } from '../../shared/settings/settings-place.ts';
import { foreignVariable, help } from './environment.ts';
import { startRefusal } from './start-refusal.ts';

describe('a start', () => {
  const start = { words: [], variables: ['PATH', 'HOME', 'XDG_STATE_HOME'], root: false, evaluation: true };

  it.each([
    'COUNTERFOIL_DATA',
    'COUNTERFOIL_POLICY',
    'COUNTERFOIL_SETTING',
    'counterfoil_data',
    'COUNTERFOILDATA',
  ])('with the variable %s is refused, and told where settings are', (name) => {
    const variables = [...start.variables, name];
    expect(startRefusal({ ...start, variables })).toEqual({
      ...{ kind: 'settings-in-environment', name },
      path: SETTINGS_FILE,
    });
  });

  it('with an argument is refused, and as root but for evaluation', () => {
    expect(startRefusal({ ...start, evaluation: false })).toBeNull();
    expect(startRefusal({ ...start, words: ['--fullscreen'] })).toEqual({
      kind: 'arguments',
    });
    expect(startRefusal({ ...start, root: true })).toBeNull();
    expect(startRefusal({ ...start, root: true, evaluation: false })).toEqual({ kind: 'root' });
  });

  it('for evaluation takes three variables, which are in the help', () => {
    const names = ['COUNTERFOIL_SETTINGS', 'COUNTERFOIL_DEBUGGING', 'COUNTERFOIL_CAMERA_FILE'];
    expect(foreignVariable(names)).toBeNull();
    for (const name of names) expect(help()).toContain(`  ${name} `);
    expect(help()).toContain(SETTINGS_FILE);
    for (const command of ['config check [FILE]', 'config printers', 'doctor', 'provision FOLDER'])
      expect(help()).toContain(`\ncounterfoil ${command} `);
  });
});
