const MEASUREMENT = 'car-plate';

/**
 * The plates that became sure with one picture, as `POST /sensors/v1/readings` takes them.
 *
 * A plate is a field, for there is no end of plates, and each value of a tag is a series. Of a series there is one reading in a
 * millisecond, so that each further plate of a picture comes a millisecond later.
 *
 * @param {string[]} plates
 * @param {string} camera its address
 * @param {number} time of the picture, ms since the epoch
 */
export function readingsOf(plates, camera, time) {
  const tags = { camera: decodeURIComponent(camera.split('/').at(-1)) };
  return plates.map((plate, at) => ({
    measurement: MEASUREMENT,
    tags,
    fields: { plate },
    time: new Date(time + at).toISOString(),
  }));
}
