import type { ServiceEntry } from './model.js';

/** Where a specification is, and what it is called there. */
export interface Specification {
  readonly href: string;
  readonly name: string;
}

/** Names that begin so are for gateways alone. */
export const isOfGateway = ({ serName }: Pick<ServiceEntry, 'serName'>): boolean => serName.startsWith('umec-');

/** What may be a link, and what curl is given; never the `javascript:` of somebody hostile. */
export function isHttp(uri: string): boolean {
  return /^https?:\/\//i.test(uri) && URL.canParse(uri);
}

/** The specification of a service; undefined where it names none, or what is no HTTP. */
export function specificationOf(service: ServiceEntry): Specification | undefined {
  const { spec } = service;
  if (spec === undefined || !isHttp(spec)) return undefined;
  return { href: isOfGateway(service) ? ownCopyOf(spec) : spec, name: nameIn(spec) };
}

/** The gateway serves its specifications also below the path where a proxy shows it. */
const ownCopyOf = (spec: string): string => `.${new URL(spec).pathname.replace(/^.*(?=\/openapi\/)/, '')}`;

function nameIn(spec: string): string {
  const name = new URL(spec).pathname.split('/').at(-1) ?? '';
  return name === '' ? spec : name;
}
