import type { CheckSpec, KindSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { REALTIME, REALTIME_GROUNDS, realtimeContent } from './realtime.ts';

const NO_CONTENT: CheckSpec = {
  check: 'content-among-traffic',
  level: 'BLOCK',
  paragraph: 'RTT-1',
  when: { some: { list: 'objects', where: { field: 'data_class', equals: 'content' } } },
  says: words(
    'Content is among the objects, and only traffic data were asked for. Take it out; content is a matter of data.content_intercept.',
    'Du contenu figure parmi les pièces, alors que seules des données de trafic étaient demandées. Le retirer ; le contenu relève de data.content_intercept.',
  ),
  instead: ['data.content_intercept'],
};

/** RTT: traffic data of specified communications, while they happen. */
export const DATA_TRAFFIC_REALTIME: KindSpec = {
  ...REALTIME,
  kind: 'data.traffic_realtime',
  title: words('Real-time collection of traffic data', 'Collecte en temps réel de données de trafic'),
  articles: ['RTT-1', 'RTT-2', 'MLA-20'],
  regimes: ['domestic_conditions'],
  content: realtimeContent('RTT-1', []),
  grounds: [
    { code: 'G-DOMESTIC-UNAVAILABLE', paragraph: 'RTT-2', consultFirst: false, reasons: 'ack' },
    ...REALTIME_GROUNDS,
  ],
  checks: {
    PARTIAL_RESULT: [NO_CONTENT],
    RESULT: [NO_CONTENT],
    REFUSE: [
      {
        check: 'available-in-domestic-case',
        level: 'BLOCK',
        paragraph: 'RTT-2',
        when: {
          some: {
            list: 'grounds',
            where: {
              all: [
                { field: 'code', equals: 'G-DOMESTIC-UNAVAILABLE' },
                { field: 'available_domestically', equals: true },
              ],
            },
          },
        },
        says: words(
          'You say that it would be available in a similar domestic case: then this is no ground for refusal.',
          'Vous dites que ce serait possible dans une affaire interne analogue : ce n’est donc pas un motif de refus.',
        ),
      },
    ],
  },
  drafting: [
    {
      check: 'partner-has-conditions-of-collection',
      level: 'HELP',
      paragraph: 'RTT-1',
      when: { declares: { by: 'requested', field: 'traffic_realtime.conditions' } },
      says: words(
        'The other State has published its conditions for real-time collection: read them in its profile (`traffic_realtime.conditions`).',
        'L’autre État a publié ses conditions de collecte en temps réel : les lire dans son profil (`traffic_realtime.conditions`).',
      ),
    },
  ],
};
