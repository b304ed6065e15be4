import { rmSync } from 'node:fs';

/** Those of an earlier run would be printed with this one's. */
export default () => rmSync('dist/image', { recursive: true, force: true });
