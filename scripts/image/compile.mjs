#!/usr/bin/env node
// Part of the Dockerfile: compiles src into dist. Whether the types are right was seen where it was written, so that of all the tools
// only the compiler is installed.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { install } from '../ship/install.mjs';

const TOOLS = '/tmp/tools';
install('.', TOOLS, ({ name, version, devDependencies: { typescript } }) => ({ name, version, devDependencies: { typescript } }));
const compiler = `${TOOLS}/node_modules/typescript/bin/tsc`;
execFileSync(process.execPath, [compiler, '--noCheck', '--types', 'null', '--incremental', 'false'], { stdio: 'inherit' });
rmSync(TOOLS, { recursive: true });
