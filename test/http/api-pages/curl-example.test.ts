import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from '@jest/globals';
import { curlExample } from '../../../src/http/api-pages/curl-example.js';
import { hasProgram } from '../../has-program.js';
import { runProgram } from '../../sdk/run-program.js';
import { tempDirectory } from '../../temp-directory.js';
import { runExamples } from './run-examples.js';

/** Says the names of those that failed. */
const ALL = `for name in "$@"; do
  UMEC_URL=$ROOT/$name sh ./$name.sh > output.txt 2>&1 || echo $name
done
`;

if (hasProgram('curl', '--version'))
  it('The curl examples of every operation are answered as the specifications say', async () => {
    using directory = tempDirectory();
    const folder = directory.path;
    writeFileSync(join(folder, 'all'), ALL);
    await runExamples({
      ...{ exampleOf: curlExample, folder, extension: 'sh' },
      one: (name) => ['sh', `${name}.sh`],
      all: async (names, { url, token }) => {
        const said = await runProgram('sh', ['all', ...names], { cwd: folder, env: { ROOT: url, UMEC_TOKEN: token } });
        return said.split('\n').filter((line) => line !== '');
      },
    });
  });
else it.todo('The curl examples of every operation are answered as the specifications say (apt-get install curl)');
