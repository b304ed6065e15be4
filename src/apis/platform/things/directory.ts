import type { Gateway } from '../../../registry/own-services.js';
import { CONTEXT, formOf, securityOf, serviceDescription, type ThingDescription } from './thing.js';

const SCOPES = ['registry:read'];
const THINGS = { type: 'array', items: { type: 'object', required: ['@context', 'id', 'title'] } };
const PAGE = {
  offset: { title: 'How many to leave out before the first', type: 'integer', minimum: 0, default: 0 },
  limit: { title: 'How many to give at the most', type: 'integer', minimum: 1, maximum: 100 },
  format: { title: 'The only one that there is', type: 'string', enum: ['array'], default: 'array' },
};
const THING_ID = { '@type': 'ThingID', title: 'The id of a thing', type: 'string', format: 'iri-reference' };

/**
 * The gateway as a thing: a directory of things that is to be read only. It says nothing of what there is.
 *
 * @see W3C WoT Discovery, clauses 6.2 and 7.3.2.3
 */
export function directoryOf(gateway: Gateway): ThingDescription {
  const list = formOf({
    op: ['readproperty'],
    href: 'things{?offset,limit,format}',
    contentType: 'application/ld+json',
    scopes: SCOPES,
  });
  const one = formOf({ op: ['invokeaction'], href: 'things/{id}', contentType: 'application/json', scopes: SCOPES });
  return {
    '@context': [CONTEXT, 'https://www.w3.org/2022/wot/discovery'],
    '@type': 'ThingDirectory',
    id: `urn:uuid:${gateway.id}`,
    title: 'µMEC gateway',
    description: 'Tags, cameras and pins of one gateway.',
    base: `${gateway.url}/`,
    ...securityOf(gateway),
    properties: {
      things: { ...THINGS, title: 'Every thing', readOnly: true, uriVariables: PAGE, forms: [list] },
    },
    actions: {
      retrieveThing: {
        ...{ title: 'One thing', uriVariables: { id: THING_ID }, output: { type: 'object' }, safe: true, idempotent: true },
        forms: [{ ...one, 'htv:methodName': 'GET', response: { contentType: 'application/td+json' } }],
      },
    },
    links: [serviceDescription('platform')],
  };
}
