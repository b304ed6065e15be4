#!/usr/bin/env node
// Part of the Dockerfile: compiles src and web into dist. Whether the types are right was seen where it was written, so that of all the
// tools only the compiler is installed, and what makes the panel.
import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { install } from '../ship/install.mjs';

const TOOLS = ['typescript', 'vite', 'preact', '@preact/signals', 'openapi-fetch', 'uplot', 'yaml'];
const FOLDER = '/tmp/tools';

install('.', FOLDER, ({ name, version, dependencies, devDependencies }) => ({
  ...{ name, version },
  devDependencies: Object.fromEntries(TOOLS.map((tool) => [tool, devDependencies[tool] ?? dependencies[tool]])),
}));
symlinkSync(`${FOLDER}/node_modules`, 'node_modules');
run('typescript/bin/tsc', '--noCheck', '--types', 'null', '--incremental', 'false');
run('vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts');
rmSync('node_modules');
rmSync(FOLDER, { recursive: true });

function run(program, ...args) {
  execFileSync(process.execPath, [`node_modules/${program}`, ...args], { stdio: 'inherit' });
}
