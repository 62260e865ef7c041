import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { protections } from '../tests/hostile/protections/protections.ts';
import { protectionOf, TAKEN_OUT } from '../tests/hostile/protections/take-out.ts';
import { attackFiles, isAttack, type Outcome, outcomeInWords } from './hostile/attacks.ts';
import { judgeProtection } from './hostile/judge-protection.ts';
import { runAttacks } from './hostile/run-attacks.ts';

/**
 * `npm run hostile [-- --all] [-- FILE …]`: every attack, a line each, and its outcome. Ends 0 if all of them were tried and held.
 * `-- --sabotages`: the names of the protections, a line each. `-- --sabotage NAME [FILE …]`: the attacks on a program without that
 * protection; ends 0 if exactly those fail that it declares. `-- --sabotage every`: one after the other. With FILE only these files are
 * run, with `--declared` those that the protection names. The attacks are tests of `npm test`, and `test:all` takes each protection out
 * on its declared files; this is a view of them.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    sabotages: { type: 'boolean', default: false },
    sabotage: { type: 'string' },
    declared: { type: 'boolean', default: false },
  },
});

// Of each attack every row, whatever `npm test` leaves out: those that a protection names are among them.
process.env.COUNTERFOIL_SAMPLE = '';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const files = positionals.length === 0 ? attackFiles(protections) : positionals;

if (values.sabotages) for (const { name } of protections) say(name);
else if (values.sabotage === undefined) process.exitCode = await tryAll();
else if (values.sabotage === 'every') process.exitCode = tryWithoutEach();
else if (!protections.some(({ name }) => name === values.sabotage)) {
  process.stderr.write(`no protection is called ${values.sabotage}: see npm run hostile -- --sabotages\n`);
  process.exitCode = 2;
} else process.exitCode = await tryWithout(values.sabotage);

/** With everything in its place. */
async function tryAll(): Promise<0 | 1> {
  process.env.COUNTERFOIL_ALL = values.all ? '1' : '';
  const isOne = (outcome: Outcome): boolean =>
    isAttack(outcome, protections) || outcome.kind === 'got-through';
  const { outcomes, errors } = await runAttacks(
    files,
    (file, told) => {
      const attacks = told.filter(isOne);
      if (attacks.length > 0) say(['', file, ...attacks.map(outcomeInWords)].join('\n'));
    },
    ({ file, name }, why) => void process.stderr.write(`${file}: ${name}\n${why}\n`),
  );
  for (const error of errors) say(`FAILED       ${error}`);
  const tried = outcomes.filter(isOne);
  const count = (kind: Outcome['kind']): number => tried.filter((outcome) => outcome.kind === kind).length;
  say('');
  say(`${count('held')} attacks held, ${count('got-through')} got through, ${count('not-tried')} not tried.`);
  // The short form draws fewer inputs; it leaves no attack out. One that is not tried has proven nothing.
  const isProven = count('held') > 0 && count('got-through') === 0 && count('not-tried') === 0;
  return isProven && errors.length === 0 ? 0 : 1;
}

/** Without one protection: it is missed by its own tests, and by no others. */
async function tryWithout(name: string): Promise<0 | 1> {
  const protection = protectionOf(name);
  process.env.COUNTERFOIL_ALL = '';
  process.env[TAKEN_OUT] = name;
  say(`without ${name}: ${protection.what}`);
  const run = await runAttacks(
    values.declared ? Object.keys(protection.failing) : files,
    (file, told) => {
      for (const outcome of told)
        if (outcome.kind === 'got-through') say(`${outcomeInWords(outcome)} (${file})`);
    },
    () => undefined,
  );
  const { isMissed, faults } = judgeProtection(protection, run);
  for (const fault of faults) say(`NOT SO: ${fault}`);
  say(isMissed ? `${name}: exactly its own tests fail` : `${name}: not as declared`);
  return isMissed ? 0 : 1;
}

/** A process for each: a test runner keeps what it has loaded. */
function tryWithoutEach(): 0 | 1 {
  const command = ['--import', './build/machine/require-node.mjs', 'build/hostile.ts'];
  const odd = protections.filter(({ name }) => {
    const words = [
      ...command,
      '--sabotage',
      name,
      ...(values.declared ? ['--declared'] : []),
      ...positionals,
    ];
    return spawnSync(process.execPath, words, { stdio: 'inherit' }).status !== 0;
  });
  say(`${protections.length - odd.length} of ${protections.length} are missed by exactly their own tests`);
  for (const { name } of odd) say(`not as declared: ${name}`);
  return odd.length === 0 ? 0 : 1;
}
