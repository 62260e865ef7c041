import { reachAdministratorPrograms } from '../../build/machine/command.ts';
import { prepareMachine } from '../../build/machine/prepare.ts';

/** Without mmdebstrap and systemd-nspawn there is nothing to install into: root gets them, anybody else the one command. */
export default async function setUp(): Promise<void> {
  reachAdministratorPrograms();
  const prepared = await prepareMachine({ needs: ['package'] });
  if (!prepared.ok) throw new Error(prepared.error.say);
}
