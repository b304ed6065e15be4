#!/usr/bin/env node
// Part of the Dockerfile: writes /sbom.cdx.json, what the image is made of.
import { writeFileSync } from 'node:fs';
import { billOfMaterials, debianComponents, nodeComponents, printed } from '../ship/sbom.mjs';

const others = [...nodeComponents('/node/usr/local/bin/node'), ...debianComponents('/status.d')];
const sbom = billOfMaterials({ root: '.', folder: '/out/app', others });
writeFileSync('/sbom.cdx.json', printed(sbom));
console.error(`umec: sbom.cdx.json names ${sbom.components.length} packages`);
