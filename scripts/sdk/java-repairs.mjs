import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the generator's `native` library gets wrong, and what there should be. A new version may need fewer, and then says so here. */
const REPAIRS = [
  {
    // Java 17 takes the encoding of the machine for bytes that nobody says one of; JSON is UTF-8
    wrong: /new String\((\w+)\.readAllBytes\(\)\)/g,
    right: 'new String($1.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)',
  },
  {
    // bytes, as the signature has them, and no file in a temporary folder
    wrong: /File responseValue = downloadFileFromResponse\(localVarResponse, localVarResponseBody\);/g,
    right: 'byte[] responseValue = localVarResponseBody.readAllBytes();',
  },
  {
    // a part that is an object is JSON, and not what toString makes of it
    wrong: /multiPartBuilder\.addTextBody\("request", request\.toString\(\)\);/g,
    right: `try {
            multiPartBuilder.addTextBody("request", memberVarObjectMapper.writeValueAsString(request), org.apache.http.entity.ContentType.APPLICATION_JSON);
        } catch (IOException e) {
            throw new ApiException(e);
        }`,
  },
  {
    // a part that is a file has a name
    wrong: /multiPartBuilder\.addBinaryBody\("picture", picture\);/g,
    right:
      'multiPartBuilder.addBinaryBody("picture", picture, org.apache.http.entity.ContentType.APPLICATION_OCTET_STREAM, "picture");',
  },
];

/**
 * Repairs generated APIs in place.
 * @throws Error for a repair that nothing needed
 */
export function repair(folder) {
  const found = new Set();
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    let repaired = text;
    for (const { wrong, right } of REPAIRS) {
      const before = repaired;
      repaired = repaired.replace(wrong, right);
      if (repaired !== before) found.add(wrong);
    }
    if (repaired !== text) writeFileSync(path, repaired);
  }
  for (const { wrong } of REPAIRS) if (!found.has(wrong)) throw new Error(`nothing in ${folder} is like ${wrong} any more`);
}
