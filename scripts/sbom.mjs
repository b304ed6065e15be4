#!/usr/bin/env node
// Writes sbom.cdx.json: what the gateway can be made of, whatever it runs on, from package-lock.json. What a package or an image is made
// of stands in it.
//   node scripts/sbom.mjs [FILE]
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { billOfMaterials, printed } from './ship/sbom.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = process.argv[2] ?? join(root, 'sbom.cdx.json');
const sbom = billOfMaterials({ root });
writeFileSync(file, printed(sbom));
console.error(`umec: ${file} names ${sbom.components.length} packages`);
