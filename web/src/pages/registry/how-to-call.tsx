import type { components } from '../../../../generated/mec011-service-management.js';
import { answerOf, mecServices } from '../../api.js';
import type { ServiceEntry } from '../../model.js';
import { useAsked } from '../../parts/asked.js';
import { Facts } from '../../parts/facts.js';
import { isHttp } from '../../specification.js';
import { texts } from '../../texts/index.js';
import { callingOf } from './calling.js';
import { Copyable } from './copyable.js';

type ServiceInfo = components['schemas']['ServiceInfo'];

/** What a service says of itself, and a line for a shell. */
export function HowToCall({ service }: { service: ServiceEntry }) {
  const { serInstanceId, version, category, type, uris } = service;
  const info = useInfo(serInstanceId);
  const { apiName, apiVersion, specification, pages, curl } = callingOf(service);
  return (
    <>
      {info?.transportInfo.description !== undefined && <p>{info.transportInfo.description}</p>}
      <Facts
        of={[
          [texts.registry.api, apiName && `${apiName} ${apiVersion ?? ''}`],
          [texts.registry.version, version],
          [texts.registry.category, category],
          [texts.registry.transport, info ? transportOf(info) : type],
          [texts.registry.where, uris.length === 0 ? undefined : uris.map((uri) => <Uri key={uri} uri={uri} />)],
          [texts.registry.specification, specification && <Away href={specification.href} text={specification.name} />],
          [texts.registry.apiPages, pages && <a href={pages}>{texts.registry.tryIt}</a>],
          [texts.registry.locality, info?.scopeOfLocality],
          [texts.registry.liveness, info?.livenessInterval && texts.registry.livesEvery(info.livenessInterval)],
          [texts.registry.identifier, serInstanceId],
        ]}
      />
      {curl !== undefined && (
        <>
          <h3>{texts.registry.call}</h3>
          <Copyable text={curl} />
          {curl.includes('$UMEC_TOKEN') && <p class="faint">{texts.registry.token}</p>}
        </>
      )}
    </>
  );
}

/** As ETSI GS MEC 011 has it, which says more than the inventory; undefined until it is there, and without it the rest is shown. */
function useInfo(serviceId: string): ServiceInfo | undefined {
  const params = { path: { serviceId } };
  return useAsked(() => answerOf(mecServices.GET('/services/{serviceId}', { params })), [serviceId]).value;
}

const transportOf = ({ transportInfo: { type, protocol, version }, serializer }: ServiceInfo): string =>
  `${type}, ${protocol} ${version}, ${serializer}`;

function Uri({ uri }: { uri: string }) {
  return <span class="uri">{isHttp(uri) ? <Away href={uri} text={uri} /> : uri}</span>;
}

/** Whoever is there is not told where somebody came from. */
function Away({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  );
}
