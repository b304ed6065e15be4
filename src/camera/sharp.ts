import type sharp from 'sharp';

let loaded: Promise<typeof sharp> | undefined;

/** Loaded when the first picture is made: a tenth of a second and 30 MB that a gateway without readers does not spend. */
export function loadSharp(): Promise<typeof sharp> {
  loaded ??= import('sharp').then((module) => module.default);
  return loaded;
}
