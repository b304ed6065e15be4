const PLACES = { mask: 'Mask', region: 'Region', zone: 'Zone' } as const;

interface Named {
  readonly kind: keyof typeof PLACES;
  /** from 0 */
  readonly index: number;
  readonly zoneId?: string;
}
const hundredths = (fraction: number): string => `${(fraction * 100).toFixed(1)} %`;
const inZone = (zoneId: string | undefined): string => (zoneId === undefined ? 'in the picture' : `in ${zoneId}`);

/** Every camera, and each of them. */
export const cameras = {
  title: 'Cameras',
  none: 'No camera is configured, or none that you may see.',
  toAll: 'All cameras',
  pictureOf: (cameraId: string) => `live picture of ${cameraId}`,
  noPicture: 'no picture now',
  placeName: ({ kind, index, zoneId }: Named) => `${PLACES[kind]} ${zoneId ?? index + 1}`,
  cornerOf: (place: string, index: number, { x, y }: { readonly x: number; readonly y: number }) =>
    `${place}, corner ${index + 1}: ${hundredths(x)} from the left, ${hundredths(y)} from the top. Arrow keys move it, with Shift finely.`,
  motionNews: 'Motion',
  nothingTold: 'No motion was told since you look.',
  nothingMoves: 'Nothing moves.',
  moves: (zoneId: string | undefined) => `Something moves ${inZone(zoneId)}.`,
  motionChange: {
    BEGUN: (zoneId: string | undefined) => `something began to move ${inZone(zoneId)}`,
    ENDED: (zoneId: string | undefined) => `nothing moves any more ${inZone(zoneId)}`,
  },
  area: (fraction: number) => `(${hundredths(fraction)} of the picture)`,
  snapshot: {
    title: 'Snapshot',
    take: 'Take a snapshot',
    pictureOf: (cameraId: string, at: string) => `${cameraId} at ${at}`,
    download: 'Download',
  },
  configuration: {
    title: 'What is hidden, watched and kept',
    draw: 'Draw on the picture',
    kinds: { mask: 'Mask', region: 'Region', zone: 'Motion zone' },
    meaning: {
      mask: 'Nobody sees what a mask covers.',
      region: 'Where there is a region, only what lies in one is seen.',
      zone: 'Where there is a zone, motion is looked for in zones alone.',
    },
    howToDraw: 'Draw a rectangle on the picture; its corners and edges can be pulled afterwards. Escape gives up.',
    inTheMiddle: 'Put it in the middle',
    noPlaces: 'Everything is seen, and no zone is drawn.',
    fill: 'What is seen instead',
    fills: { BLACK: 'black', PIXELATED: 'large blocks of colour (hides faces far away, not people)' },
    zoneId: 'Name',
    zoneIdIs: 'a to z, 0 to 9 and -, beginning with a letter or a digit',
    coordinate: {
      x: (index: number) => `Corner ${index + 1}, from the left, %`,
      y: (index: number) => `Corner ${index + 1}, from the top, %`,
    },
    axes: ['From the left, %', 'From the top, %'],
    addAfter: (index: number) => `Add a corner after ${index + 1}`,
    removeCorner: (index: number) => `Remove corner ${index + 1}`,
    removePlace: 'Remove this place',
    motion: 'Motion',
    lookForMotion: 'Look for motion',
    inZones: 'It is looked for in the zones.',
    everywhere: 'It is looked for in the whole picture, as there is no zone.',
    notLookedFor: 'Nobody looks for motion, and the camera may rest while nobody looks at it.',
    sensitivity: 'Sensitivity, 1 to 100',
    minimumArea: 'Least part of the picture, %',
    coolDownS: 'Still for this long before it has ended, s',
    keeping: 'What is kept',
    whenItMoves: 'When something moves',
    nothing: 'nothing',
    timeLapse: 'A picture every so many seconds (0: none)',
    save: 'Save',
    drop: 'Discard changes',
    unsaved: 'Not saved yet.',
    overtaken:
      'Somebody else has changed this camera meanwhile. What they saved is drawn in grey; what you drew is still here and not saved.',
    saveOver: 'Save mine in its place',
    takeTheirs: 'Discard mine',
  },
  controls: {
    title: 'Controls',
    none: 'This camera has nothing that can be set.',
    press: 'a button of the camera itself',
    reset: 'Set all of these to their defaults',
    inactive: 'another control decides',
    readOnly: 'cannot be changed now',
    bit: (number: number) => `bit ${number}`,
  },
  formats: {
    title: 'Formats',
    none: 'This camera does not say what it can give.',
    where: 'What the camera could give. What it is to give is said in the configuration of the gateway.',
    columns: ['Format', 'What it is', 'As inputFormat', 'Sizes'],
    fps: (rates: string) => `${rates} fps`,
  },
  recordings: {
    title: 'Recordings',
    none: 'Nothing is kept of this camera.',
    start: 'Record',
    kind: 'Kind',
    seconds: 'Seconds',
    count: 'Pictures',
    columns: ['Begun', 'Kind', 'Wanted by', 'State', 'Size', 'Action'],
    kinds: { CLIP: 'clip', BURST: 'burst', STILL: 'still', TIME_LAPSE: 'time lapse' },
    causes: { REQUEST: 'somebody', MOTION: 'motion', SCHEDULE: 'schedule' },
    states: { RECORDING: 'goes on', COMPLETE: 'complete', CUT_SHORT: 'cut short' },
    withheld: 'It shows what is hidden now, and is given to nobody.',
    size: (frames: number, bytes: number) => `${frames} ${frames === 1 ? 'picture' : 'pictures'}, ${(bytes / 1e6).toFixed(1)} MB`,
    look: 'Look',
    save: 'Download',
    remove: 'Delete',
    removeThat: (kind: string, at: string) => `Delete the ${kind} of ${at}? It cannot be had back.`,
    play: 'Play',
    pause: 'Pause',
    frame: 'Picture',
    frameOf: (index: number, count: number) => `picture ${index + 1} of ${count}`,
  },
} as const;
