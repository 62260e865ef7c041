import { expect, it } from 'vitest';
import {
  environmentOfKnowledge,
  type KioskKnowledge,
  knowledgeEnvironment,
} from '../../../shared/contract/doctor/kiosk-knowledge.ts';
import { CARD_PRINTER, ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import { counter } from '../start/scripted-core.test-support.ts';
import { scriptedDoctor } from './doctor.test-support.ts';
import type { DoctorLaunch } from './examine-by-process.ts';

/** A kiosk whose doctor is asked by a supervisor, and what that one is told. */
async function kiosk() {
  const told: KioskKnowledge[] = [];
  const { keeper, core } = await counter({
    examineByProcess(launch: DoctorLaunch, order) {
      told.push(launch.knows);
      return scriptedDoctor()(launch, order);
    },
  });
  await core.call('signIn', SUPERVISOR);
  const ask = async (): Promise<KioskKnowledge | undefined> => {
    await core.call('runDoctor', {});
    return told.at(-1);
  };
  return { ...keeper, ask };
}

it('a doctor is told which printers are chosen as it is started, how they are, and the policy in force', async () => {
  const { services, ask } = await kiosk();
  const { hash, rules } = services.policies.inForce;
  const policy = { program: rules.id, version: rules.version, hash, isInstalled: false };
  expect(await ask()).toEqual({
    cardPrinter: {
      ...{ driver: 'virtual', name: null, address: null, media: null },
      ...{ condition: { kind: 'unknown' }, awaitsTestCard: false },
    },
    ordinaryPrinter: null,
    policy,
    timeZone: services.clock.timeZone,
  });
  services.printer.choose({ ...CARD_PRINTER, isQueue: true });
  services.printer.chooseOrdinary(ORDINARY_PRINTER);
  const { name, address, media } = ORDINARY_PRINTER;
  expect(await ask()).toMatchObject({
    cardPrinter: {
      ...{ driver: 'ipp', name: CARD_PRINTER.name, address: CARD_PRINTER.address },
      ...{ media: CARD_PRINTER.media, awaitsTestCard: true },
    },
    ordinaryPrinter: { name, address, media },
    policy,
  });
});

it('reads as it was written, and has room for nothing of a person', async () => {
  const { services, ask } = await kiosk();
  services.printer.choose(CARD_PRINTER);
  const knows = await ask();
  if (knows === undefined) throw new Error('it was told nothing');
  const environment = environmentOfKnowledge(knows);
  expect(knowledgeEnvironment.parse(environment).COUNTERFOIL_KNOWLEDGE).toEqual(knows);
  expect(Object.keys(knows).sort()).toEqual(['cardPrinter', 'ordinaryPrinter', 'policy', 'timeZone']);
});
