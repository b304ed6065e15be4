import { audit } from './audit.js';
import { cameras } from './cameras.js';
import { clients } from './clients.js';
import { destinations } from './destinations.js';
import { fields } from './fields.js';
import { log } from './log.js';
import { pins } from './pins.js';
import { plan } from './plan.js';
import { registry } from './registry.js';
import { sensors } from './sensors.js';
import { settings } from './settings.js';
import { shell } from './shell.js';
import { street } from './street.js';
import { wall } from './wall.js';

/** All that the panel says, in English: a file for each page. */
export const en = {
  language: 'en',
  shell,
  fields,
  street,
  sensors,
  plan,
  cameras,
  pins,
  registry,
  destinations,
  clients,
  audit,
  log,
  settings,
  wall,
} as const;
