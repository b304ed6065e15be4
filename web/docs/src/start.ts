import { FIRST_FILE, FIRST_PROGRAM } from '../../../src/http/api-pages/first-steps.js';
import type { Document } from '../../../src/http/document.js';
import type { JsonObject } from '../../../src/json.js';
import { addressOf } from '../../src/root.js';
import { copyable } from './code-block.js';
import { element } from './element.js';
import { environmentNodes } from './environment.js';
import { prose } from './prose.js';
import { texts } from './texts.js';

/** A tag of the document of everything, which says which specification it is of. */
interface Tag extends JsonObject {
  readonly name: string;
  readonly description: string;
  readonly externalDocs: { readonly description: string; readonly url: string };
}

/** The versions of OpenAPI in whose words a gateway has its specifications, and where. */
const FORMS: readonly (readonly [version: string, folder: string])[] = [
  ['3.1', 'openapi/'],
  ['3.0.3', 'openapi/3.0/'],
];

/** What there is, and every specification to download. */
export function startPage({ tags = [] }: Document): readonly Node[] {
  const bySpecification = Map.groupBy(tags as readonly Tag[], ({ externalDocs }) => externalDocs.url);
  return [
    ...texts.welcome.flatMap(prose),
    ...firstProgram(),
    element('h2', {}, texts.whole),
    ...downloads('umec'),
    element('p', {}, texts.asyncapi, element('a', { href: '#events' }, texts.events)),
    ...[...bySpecification].flatMap(([url, some]) => [
      element('h2', {}, String(some[0]?.externalDocs.description)),
      ...some.flatMap(({ description }) => prose(description)),
      ...downloads(url.replace(/\.json$/, '')),
    ]),
  ];
}

function firstProgram(): readonly Node[] {
  const { typescript, python } = texts.needs;
  return [
    element('h2', {}, texts.firstProgram),
    ...prose(texts.firstFile),
    ...copyable(FIRST_FILE, FIRST_PROGRAM).nodes,
    ...prose(texts.firstRun),
    ...environmentNodes(true, `node ${FIRST_FILE}\n`),
    ...prose(texts.firstNext),
    element('h2', {}, texts.packages),
    ...prose(`**TypeScript:** ${typescript}`),
    ...prose(`**Python:** ${python}`),
  ];
}

function downloads(stem: string): readonly Node[] {
  return FORMS.map(([version, folder]) => {
    const links = ['json', 'yaml'].flatMap((suffix) => {
      const file = `${stem}.${suffix}`;
      return [element('a', { href: addressOf(folder + file), download: file.replace(stem, `${stem}-${version}`) }, file), ' '];
    });
    return element('p', {}, texts.downloads(version), ...links);
  });
}
