#!/usr/bin/env node
// Part of the Dockerfile: installs what is shipped of the lock file, for the Node.js in /node.
//   packages.mjs amd64|arm64|arm FOLDER
import { nodeVersion } from '../ship/node-version.mjs';
import { installPackages } from '../ship/packages.mjs';

/** npm's names of processors, by those of Docker. */
const CPUS = { amd64: 'x64', arm64: 'arm64', arm: 'arm' };

const [architecture, folder] = process.argv.slice(2);
const cpu = CPUS[architecture];
if (cpu === undefined) throw new Error(`no image is made for ${architecture}`);
installPackages('.', { cpu, version: nodeVersion('/node/usr/local/bin/node') }, folder);
