import type { Role } from '../../protocol/control/roles.ts';
import type { DeskRole } from '../../protocol/convention/instrument.ts';
import { ComityError } from '../../protocol/errors.ts';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { createOfficerKey, hasOfficerKey, officerPublicKey } from '../folder/officer-key.ts';
import { readPassphrase } from '../passphrase.ts';
import { line, next, pairs, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { NODE_CREDENTIAL } from './node-credential.ts';
import { initHome, type InitOptions } from './offline.ts';
import { openStateKeyFile } from './state-key-file.ts';

/** Makes a node's home, with whoever runs this as its first operator. All of it or nothing. */
export async function init(context: Context, input: Input): Promise<Outcome> {
  const home = context.places.home ?? context.places.defaultHome;
  const state = input.required('state').toUpperCase();
  const name = input.required('name');
  const stateKeyOption = input.option('state-key');
  const stateKey =
    stateKeyOption === undefined ? undefined : await openStateKeyFile(context, stateKeyOption, input);
  const passphrase = await readPassphrase(context, {
    question: 'Passphrase for the keys of the node',
    folder: home,
    credential: NODE_CREDENTIAL,
    isNew: true,
  });
  const fingerprint = await operatorFingerprint(context);
  const made = await initHome({
    home,
    state,
    name,
    passphrase,
    ...(stateKey && { stateKey }),
    operator: { name: input.option('officer-name') ?? 'operator', fingerprint, roles: rolesFrom(input) },
    ...placesFrom(input),
  });
  const { stateKeyFile } = made;
  return {
    document: {
      state,
      home,
      fingerprint: made.fingerprint,
      ...(stateKeyFile !== undefined && { stateKeyFile }),
      officer: context.places.officer,
      officerFingerprint: fingerprint,
    },
    view: [
      line(toned('good', `The node of ${stateName(state)} is ready to be started.`)),
      pairs([
        ['home', home],
        ['State key', stateKeyFile ?? input.option('state-key')],
        ['fingerprint of the State', toned('strong', made.fingerprint)],
        ["operator's key", context.places.officer],
      ]),
      next(
        `comity start --home ${home}`,
        `then, in another terminal: comity login --home ${home} --officer ${context.places.officer}`,
        stateKeyFile && `move ${stateKeyFile} off line: whoever has it and its passphrase is the State`,
      ),
    ],
  };
}

/** Of the key in the officer's folder; one is made if there is none. */
async function operatorFingerprint(context: Context): Promise<string> {
  const { officer } = context.places;
  if (hasOfficerKey(officer)) return fingerprintOf(officerPublicKey(officer));
  await context.say(line(`You become the first operator, with a key in ${officer}.`));
  return fingerprintOf((await createOfficerKey(context)).publicKey);
}

function rolesFrom(input: Input): Role[] {
  return [...new Set(['operator', ...input.options('role')])] as Role[];
}

function placesFrom(input: Input): Pick<InitOptions, 'listen' | 'desks' | 'network' | 'addresses'> {
  const [listen, addresses, desks] = [
    input.options('listen'),
    input.options('address'),
    input.options('desk'),
  ];
  const network = input.option('network');
  return {
    ...(listen.length > 0 && { listen }),
    ...(addresses.length > 0 && { addresses }),
    ...(desks.length > 0 && { desks: desks.map(deskFrom) }),
    ...(network !== undefined && { network }),
  };
}

const DESK_ROLES: readonly DeskRole[] = ['CA', 'POC', 'JUD', 'EXA', 'LEA', 'COMP'];

/** `central:CA:Attorney General`. */
function deskFrom(text: string): NonNullable<InitOptions['desks']>[number] {
  const [id = '', role = 'CA', ...name] = text.split(':');
  const known = DESK_ROLES.find((each) => each === role.toUpperCase());
  if (known === undefined || id === '') {
    const wanted = `write ID:ROLE:NAME, with a role of ${DESK_ROLES.join(', ')}`;
    throw new ComityError('usage', `'${text}' is no desk — ${wanted}`);
  }
  return { id, role: known, name: name.join(':') || id };
}
