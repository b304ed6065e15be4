import { describe, expect, it } from '@jest/globals';
import { checkPoint } from '../../src/store/check-point.js';
import { appPoint } from './points.js';

describe('A point', () => {
  it('with a tag or a field called time is refused, for InfluxDB drops it', () => {
    const point = appPoint();
    expect(() => checkPoint({ ...point, tags: { time: 'noon' } })).toThrow("tag time is InfluxDB's own name");
    expect(() => checkPoint({ ...point, fields: { time: 1 } })).toThrow("field time is InfluxDB's own name");
    expect(() => checkPoint({ ...point, measurement: 'time', tags: { Time: 'time' } })).not.toThrow();
  });
});
