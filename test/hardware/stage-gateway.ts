import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './build-lab.js';

/** What an installed gateway consists of; dist/test and what only development needs are not there to be missed. */
const PARTS = ['dist/src', 'dist/generated', 'openapi', 'panel', 'package.json'];

/** Copies the built gateway, with the packages it has in production, as if it were installed in a folder. */
export function stageGateway(folder: string): void {
  for (const part of [...PARTS, ...productionPackages()])
    if (existsSync(join(repository, part)))
      cpSync(join(repository, part), join(folder, part), { recursive: true, dereference: true });
}

/** The paths that the lock file has for packages that are not for development. */
function productionPackages(): string[] {
  const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: true }>;
  };
  return Object.entries(lock.packages).flatMap(([path, { dev }]) => (path !== '' && !dev ? [path] : []));
}
