#!/usr/bin/env node
// Draws docs/masked-street.jpg: what the simulated camera sees, with masks as everybody gets it, and marked where motion begins.
//   node scripts/prepare.mjs && node scripts/draw-masked-street.mjs
import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { hiddenIn } from '../dist/src/camera/masks/hidden.js';
import { paintOver } from '../dist/src/camera/masks/paint.js';
import { MotionDetector } from '../dist/src/camera/motion/motion-detector.js';
import { toGrey } from '../dist/src/camera/motion/to-grey.js';
import { StreetScene } from '../dist/src/devices/simulated/street-scene.js';

const SIZE = { width: 960, height: 540 };
const BEGIN = Date.parse('2026-06-01T12:00:00Z');
const LOOK_MS = 200;
/** The first pictures still show cars that are learned to be no part of the street. */
const LEARNING_LOOKS = 60;
const MOST_LOOKS = 300;

const rectangle = (left, top, right, bottom) => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

/** What is said to the camera; docs/masks-and-motion.md shows it. */
export const configuration = {
  masks: [
    { polygon: rectangle(0.29, 0.25, 0.4, 0.62), fill: 'BLACK' },
    { polygon: rectangle(0.78, 0.3, 0.97, 0.6), fill: 'PIXELATED' },
  ],
  motion: {
    zones: [{ zoneId: 'crossing', polygon: rectangle(0.3, 0.75, 0.65, 0.98) }],
    sensitivity: 70,
    minimumArea: 0.03,
    coolDownS: 1,
  },
};

/** @returns a JPEG image of the frame with which motion began, and the event's facts */
export async function draw() {
  const scene = new StreetScene(1, SIZE);
  const detector = new MotionDetector(configuration.motion);
  for (let look = 0; look < MOST_LOOKS; look++) {
    const capturedAt = BEGIN + look * LOOK_MS;
    const jpeg = await paintOver(await scene.render(capturedAt), (size) => hiddenIn(configuration, size));
    const changes = detector.look(await toGrey({ jpeg, capturedAt, sequence: look }), look * LOOK_MS);
    const begun = changes.find(({ change }) => change === 'BEGUN');
    if (begun && look >= LEARNING_LOOKS) return { begun, jpeg: await marked(jpeg, begun.box) };
  }
  throw new Error('nothing has moved');
}

/** The zone dashed, and the box around what moves in it. */
async function marked(jpeg, box) {
  const [{ polygon }] = configuration.motion.zones;
  const at = ({ x, y }) => `${x * SIZE.width},${y * SIZE.height}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}" fill="none" stroke-width="4">
    <polygon points="${polygon.map(at).join(' ')}" stroke="#ffd400" stroke-dasharray="14 9"/>
    <rect x="${box.x * SIZE.width}" y="${box.y * SIZE.height}" width="${box.width * SIZE.width}" height="${box.height * SIZE.height}" stroke="#ff2d2d"/>
  </svg>`;
  return sharp(jpeg)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality: 80 })
    .toBuffer();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { begun, jpeg } = await draw();
  writeFileSync(new URL('../docs/masked-street.jpg', import.meta.url), jpeg);
  console.log(JSON.stringify(begun));
}
