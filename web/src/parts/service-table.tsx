import type { ServiceEntry } from '../model.js';
import { specificationOf } from '../specification.js';
import { texts } from '../texts/index.js';

export function ServiceTable({ services }: { services: readonly ServiceEntry[] }) {
  return (
    <table class="cards">
      <thead>
        <tr>
          {texts.street.serviceColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <tr key={service.serInstanceId}>
            <td>{service.serName}</td>
            <td data-label={texts.street.serviceColumns[1]}>{service.state}</td>
            <td data-label={texts.street.serviceColumns[2]}>{service.uris[0]}</td>
            <td data-label={texts.street.serviceColumns[3]}>
              <SpecificationLink service={service} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
