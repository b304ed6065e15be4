import type { ServiceEntry } from '../model.js';
import { specificationOf } from '../specification.js';
import { texts } from '../texts/index.js';
import { Table } from './table.js';

export function ServiceTable({ services }: { services: readonly ServiceEntry[] }) {
  return (
    <Table
      {...{
        caption: texts.street.services,
        columns: texts.street.serviceColumns,
        none: texts.registry.noServices,
        rows: services,
      }}
      keyOf={({ serInstanceId }) => serInstanceId}
      cells={(service) => [
        service.serName,
        service.state,
        service.uris[0],
        <SpecificationLink key="specification" service={service} />,
      ]}
    />
  );
}

/** Whoever is there is not told where somebody came from. */
function SpecificationLink({ service }: { service: ServiceEntry }) {
  const specification = specificationOf(service);
  return specification ? (
    <a href={specification.href} rel="noreferrer">
      {specification.name}
    </a>
  ) : null;
}
