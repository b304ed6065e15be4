import { rmSync } from 'node:fs';
import { dirname } from 'node:path';

export default function forgetPackage() {
  const { OWN_PACKAGE: file } = process.env;
  if (file) rmSync(dirname(file), { recursive: true, force: true });
}
