import type { Static, TSchema } from 'typebox';
import type { RouteName } from './routes.ts';
import type { SCHEMAS } from './schemas.ts';

type Schemas = typeof SCHEMAS;

type Part<Name extends RouteName, Key extends 'params' | 'query' | 'body'> = Schemas[Name] extends {
  readonly [K in Key]: infer Schema extends TSchema;
}
  ? { readonly [K in Key]: Static<Schema> }
  : unknown;

/** What a client gives to a route, and a handler is given: only the parts that the route has. */
export type Request<Name extends RouteName> = Part<Name, 'params'> & Part<Name, 'query'> & Part<Name, 'body'>;

/** What a route answers; of `watch`, one event. */
export type Reply<Name extends RouteName> = Static<Schemas[Name]['reply']>;

export type WatchEvent = Reply<'watch'>;
export type StatusReply = Reply<'status'>;
export type ProfileView = Reply<'profile.show'>;
export type KeyView = Reply<'keys.list'>['rows'][number];
export type PartnerView = Reply<'partners.list'>['rows'][number];
export type PartnerDetails = Reply<'partners.show'>;
export type OfficerView = Reply<'officers.list'>['rows'][number];
export type SessionView = Reply<'whoami'>;
export type Prepared = Reply<'acts.prepare'>;
export type Draft = NonNullable<Prepared['draft']>;
export type Submitted = Reply<'acts.submit'>;
export type Outcome = Reply<'acts.submitEach'>['outcomes'][number];
export type CaseRow = Reply<'cases.list'>['rows'][number];
export type CaseList = Reply<'cases.list'>;
export type CaseView = Reply<'cases.show'>;
export type Timeline = Reply<'cases.timeline'>;
export type ReplyOptions = Reply<'cases.replies'>;
export type OpenedItem = Reply<'items.open'>;
export type Delivery = Reply<'items.delivery'>;
