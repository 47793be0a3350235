import type { Recipe } from '../../model/diagnosis.ts';

/** Servers that are configured alike. */
export const families = ['Synapse', 'Dendrite', 'Conduit'] as const;

export type Family = (typeof families)[number];

/** What a homeserver may have to be told. */
export type Need = 'registration' | 'no rate limits';

const synapse = 'homeserver.yaml of Synapse';
const dendrite = 'dendrite.yaml of Dendrite';
const conduit = 'the configuration, in TOML, of conduwuit, continuwuity, tuwunel or Conduit';
const plenty = '{ per_second: 9999, burst_count: 9999 }';
const secret = 'a-long-secret-of-yours';
const bySecret = `Restart it, and run with the variable MATRIX_CONFORMANCE_SHARED_SECRET set to the same.`;

/** What to write, by what is needed and by who is to be told. Each file is named as its server does. */
export const recipes: Readonly<Record<Need, Readonly<Record<Family, readonly Recipe[]>>>> = {
  registration: {
    Synapse: [
      {
        title: 'Anybody may register',
        where: synapse,
        lines: ['enable_registration: true', 'enable_registration_without_verification: true'],
        also: 'Without the second line Synapse refuses to start. No registration_requires_token may stand beside them.',
      },
      {
        title: 'Only who knows a secret',
        where: synapse,
        lines: [`registration_shared_secret: "${secret}"`],
        also: bySecret,
      },
    ],
    Dendrite: [
      {
        title: 'Anybody may register',
        where: dendrite,
        lines: ['client_api:', '  registration_disabled: false'],
        also: 'Start it with the flag -really-enable-open-registration, without which it refuses to.',
      },
      {
        title: 'Only who knows a secret',
        where: dendrite,
        lines: ['client_api:', `  registration_shared_secret: "${secret}"`],
        also: bySecret,
      },
    ],
    Conduit: [
      {
        title: 'Only who knows a token',
        where: conduit,
        lines: ['[global]', 'allow_registration = true', `registration_token = "${secret}"`],
        also: 'Restart it, and run with the variable MATRIX_CONFORMANCE_REGISTRATION_TOKEN set to the same. Continuwuity lets its very first user in only by the token that it prints when it starts: register that one first.',
      },
      {
        title: 'Anybody may register',
        where: conduit,
        lines: [
          '[global]',
          'allow_registration = true',
          'yes_i_am_very_very_sure_i_want_an_open_registration_server_prone_to_abuse = true',
        ],
        also: 'No registration_token may stand beside them. Conduit itself does not know the last line, and does without.',
      },
    ],
  },
  'no rate limits': {
    Synapse: [
      {
        title: 'Limits that no run reaches',
        where: synapse,
        lines: [
          `rc_message: ${plenty}`,
          `rc_registration: ${plenty}`,
          'rc_login:',
          ...['address', 'account', 'failed_attempts'].map((one) => `  ${one}: ${plenty}`),
          'rc_joins:',
          ...['local', 'remote'].map((one) => `  ${one}: ${plenty}`),
          `rc_joins_per_room: ${plenty}`,
          'rc_invites:',
          ...['per_room', 'per_user', 'per_issuer'].map((one) => `  ${one}: ${plenty}`),
          `rc_room_creation: ${plenty}`,
        ],
      },
    ],
    Dendrite: [
      {
        title: 'No limits',
        where: dendrite,
        lines: ['client_api:', '  rate_limiting:', '    enabled: false'],
      },
    ],
    Conduit: [
      {
        title: 'Whoever is in front of it',
        where: 'the reverse proxy',
        lines: [],
        also: 'These servers limit none of what a run asks as they come: look for limits of the proxy, such as limit_req of nginx.',
      },
    ],
  },
};

const names: Readonly<Record<Family, RegExp>> = {
  Synapse: /synapse/i,
  Dendrite: /dendrite/i,
  Conduit: /conduit|conduwuit|continuwuity|tuwunel/i,
};

/** What to write for the software that is named so; for all of them, where it is none that is known. */
export function recipesFor(need: Need, software: string): readonly Recipe[] {
  const family = families.find((one) => names[one].test(software));
  return family === undefined
    ? families.flatMap((one) => recipes[need][one])
    : recipes[need][family];
}
