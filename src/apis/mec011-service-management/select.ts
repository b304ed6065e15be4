import type { components } from '../../../generated/mec011-service-management.js';
import { GatewayError } from '../../errors.js';
import { mapOnce } from '../../http/memo.js';
import type { Immutable } from '../../immutable.js';
import type { Service } from '../../registry/service.js';
import type { Services } from '../../registry/services.js';
import { isLocalTo } from './mapping.js';

/** What a client asks of the list of services. */
export interface ServiceQuery {
  readonly ser_instance_id?: readonly string[];
  readonly ser_name?: readonly string[];
  readonly ser_category_id?: string;
  readonly scope_of_locality?: Immutable<components['schemas']>['LocalityType'];
  readonly consumed_local_only?: boolean;
  readonly is_local?: boolean;
}

interface Selected {
  readonly appInstanceId: string | undefined;
  readonly services: readonly Service[];
}

/** What was selected since the last change, by the query and whether the consumer is here: that says what is local. */
const selectedIn = mapOnce((_revision: object) => ({
  here: new WeakMap<ServiceQuery, Selected>(),
  elsewhere: new WeakMap<ServiceQuery, Selected>(),
}));

/**
 * The services that a query asks for, in the order in which they came. What names services is looked up and not searched for.
 * The same query object gives the same array until a service changes.
 *
 * @param appInstanceId only those of this application
 * @throws GatewayError `invalid` when more than one of the three ways to name services is used
 * @see ETSI GS MEC 011, clause 8.2.3.3.1, note to the query parameters
 */
export function select(
  services: Services,
  query: ServiceQuery,
  consumerIsHere: boolean,
  appInstanceId?: string,
): readonly Service[] {
  const selected = selectedIn(services.revision)[consumerIsHere ? 'here' : 'elsewhere'];
  const known = selected.get(query);
  if (known && known.appInstanceId === appInstanceId) return known.services;
  const found = selectNow(services, query, consumerIsHere, appInstanceId);
  selected.set(query, { appInstanceId, services: found });
  return found;
}

function selectNow(services: Services, query: ServiceQuery, consumerIsHere: boolean, appInstanceId: string | undefined) {
  const named = lookUp(services, query);
  const candidates = named ?? (appInstanceId === undefined ? services.list() : services.ofApplication(appInstanceId));
  const tests = testsOf(query, consumerIsHere, named ? appInstanceId : undefined);
  return tests.length === 0 ? candidates : candidates.filter((service) => tests.every((test) => test(service)));
}

/** Undefined when the query names none. */
function lookUp(services: Services, query: ServiceQuery): readonly Service[] | undefined {
  const { ser_instance_id: ids, ser_name: names, ser_category_id: category } = query;
  if ([ids, names, category].filter((given) => given !== undefined).length > 1)
    throw new GatewayError('invalid', 'query may have only one of ser_instance_id, ser_name and ser_category_id');
  if (ids)
    return inOrder(
      eachOf(ids)
        .map((id) => services.find(id))
        .flatMap((found) => found ?? []),
    );
  if (names) return joined(eachOf(names).map((name) => services.named(name)));
  return category === undefined ? undefined : services.inCategory(category);
}

function joined(lists: readonly (readonly Service[])[]): readonly Service[] {
  const found = lists.filter((list) => list.length > 0);
  // the very list that the registry keeps, so that it is written only once
  return found.length === 1 ? (found[0] ?? []) : inOrder(found.flat());
}

function inOrder(services: readonly Service[]): readonly Service[] {
  return [...services].sort((a, b) => a.number - b.number);
}

type Test = (service: Service) => boolean;

function testsOf(query: ServiceQuery, consumerIsHere: boolean, appInstanceId: string | undefined): Test[] {
  const { scope_of_locality: scope, consumed_local_only: localOnly, is_local: local } = query;
  return [
    ...(appInstanceId === undefined ? [] : [(service: Service) => service.appInstanceId === appInstanceId]),
    ...(scope === undefined ? [] : [({ info }: Service) => info.scopeOfLocality === scope]),
    ...(localOnly === undefined ? [] : [({ info }: Service) => info.consumedLocalOnly === localOnly]),
    ...(local === undefined ? [] : [(service: Service) => isLocalTo(service, consumerIsHere) === local]),
  ];
}

/**
 * A list may be repeated (`a=1&a=2`, as in ETSI's OpenAPI files) or separated by commas, as in ETSI GS MEC 009, clause 6.7; a
 * value that has commas of its own is found as a whole as well.
 */
function eachOf(values: readonly string[]): readonly string[] {
  return [...new Set(values.flatMap((value) => [value, ...value.split(',')]))];
}
