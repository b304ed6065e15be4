import { describe, expect, it } from '@jest/globals';
import type { Notice } from '../../src/events/notice.js';
import {
  type EdgeCriteria,
  type FilteringCriteria,
  isWanted,
  type MotionCriteria,
  type Subscription,
} from '../../src/events/subscription.js';
import { change, condition, edge, motion, request } from './post-office.js';

const subscription = (changes: Partial<Subscription> = {}): Subscription => ({
  ...request('http://127.0.0.1/'),
  ...{ number: 1, subscriptionId: 's1', appInstanceId: 'app-1', since: 0 },
  ...changes,
});
const category = (id: string) => ({ href: '', id, name: '', version: '1' });

describe('A subscriber to services', () => {
  const plates = change('plates', { serInstanceId: 'p1', serCategoryId: 'traffic', state: 'SUSPENDED', isLocal: false });
  it.each<[string, FilteringCriteria, boolean]>([
    ['nothing in particular', {}, true],
    ['its identifier', { serInstanceIds: ['x', 'p1'] }, true],
    ['another identifier', { serInstanceIds: ['x'] }, false],
    ['its name', { serNames: ['x', 'plates'] }, true],
    ['another name', { serNames: ['plate'] }, false],
    ['its category', { serCategories: [category('x'), category('traffic')] }, true],
    ['another category', { serCategories: [category('x')] }, false],
    ['the state that it has now', { states: ['SUSPENDED'] }, true],
    ['the state that it had', { states: ['ACTIVE', 'INACTIVE'] }, false],
    ['what is here', { isLocal: true }, false],
    ['what is elsewhere', { isLocal: false }, true],
    ['its name and its state', { serNames: ['plates'], states: ['SUSPENDED'] }, true],
    ['its name and another state', { serNames: ['plates'], states: ['ACTIVE'] }, false],
    ['no name at all', { serNames: [] }, false],
  ])('who wants %s is told as it says: %j, %s', (_, filteringCriteria, wanted) => {
    expect(isWanted(plates, subscription({ filteringCriteria }))).toBe(wanted);
  });

  it('who wants a category is not told of a service without one', () => {
    expect(isWanted(change('plates'), subscription({ filteringCriteria: { serCategories: [category('x')] } }))).toBe(false);
  });
});

describe('A subscriber to edges', () => {
  const subscriptionType = 'EdgeSubscription';

  it.each<[string, EdgeCriteria, boolean]>([
    ['nothing in particular', {}, true],
    ['its line', { lineIds: ['4', '17'] }, true],
    ['another line', { lineIds: ['1', '7', '177'] }, false],
    ['what rises', { edges: ['RISING'] }, true],
    ['what falls', { edges: ['FALLING'] }, false],
    ['both', { edges: ['FALLING', 'RISING'] }, true],
    ['its line, and what rises', { lineIds: ['17'], edges: ['RISING'] }, true],
    ['its line, and what falls', { lineIds: ['17'], edges: ['FALLING'] }, false],
    ['another line, and what rises', { lineIds: ['4'], edges: ['RISING'] }, false],
  ])('who wants %s is told as it says: %j, %s', (_, filteringCriteria, wanted) => {
    expect(isWanted(edge(1), subscription({ subscriptionType, filteringCriteria }))).toBe(wanted);
  });

  it('is told of nothing else, and nobody else of edges', () => {
    const toEdges = subscription({ subscriptionType });
    expect(isWanted(change('plates'), toEdges)).toBe(false);
    const end = { kind: 'termination', appInstanceId: 'app-1', operationAction: 'STOPPING', maxGracefulTimeout: 5 } as const;
    expect(isWanted(end, toEdges)).toBe(false);
    expect(isWanted(edge(1), subscription())).toBe(false);
    expect(isWanted(edge(1), subscription({ subscriptionType: 'AppTerminationNotificationSubscription' }))).toBe(false);
    expect(isWanted({ kind: 'test', subscriptionId: 's1' }, toEdges)).toBe(true);
  });
});

describe('A subscriber to motion', () => {
  const subscriptionType = 'MotionSubscription';

  it.each<[string, MotionCriteria, boolean]>([
    ['nothing in particular', {}, true],
    ['its camera', { cameraIds: ['lens-2', 'lens-1'] }, true],
    ['another camera', { cameraIds: ['lens-11'] }, false],
    ['its zone', { zoneIds: ['gate', 'door'] }, true],
    ['another zone', { zoneIds: ['door'] }, false],
    ['what begins', { changes: ['BEGUN'] }, true],
    ['what ends', { changes: ['ENDED'] }, false],
    ['its camera, its zone, and both', { cameraIds: ['lens-1'], zoneIds: ['gate'], changes: ['ENDED', 'BEGUN'] }, true],
    ['its camera and another zone', { cameraIds: ['lens-1'], zoneIds: ['door'] }, false],
  ])('who wants %s is told as it says: %j, %s', (_, filteringCriteria, wanted) => {
    expect(isWanted(motion(1), subscription({ subscriptionType, filteringCriteria }))).toBe(wanted);
  });

  it('who wants a zone is not told of a whole picture', () => {
    const { zoneId: _zone, ...whole } = motion(1);
    const wanting = (filteringCriteria: MotionCriteria) => subscription({ subscriptionType, filteringCriteria });
    expect([isWanted(whole, wanting({})), isWanted(whole, wanting({ zoneIds: ['gate'] }))]).toEqual([true, false]);
  });

  it('is told of nothing else, and nobody else of motion', () => {
    const toMotion = subscription({ subscriptionType });
    for (const notice of [change('plates'), edge(1), condition(1, 's2')]) expect(isWanted(notice, toMotion)).toBe(false);
    expect(isWanted(motion(1), subscription({ subscriptionType: 'EdgeSubscription' }))).toBe(false);
    expect(isWanted(motion(1), subscription())).toBe(false);
  });
});

it('A subscriber to a condition is told of its own, and of nothing else', () => {
  const toCondition = subscription({ subscriptionType: 'ConditionSubscription' });
  expect(isWanted(condition(1, 's1'), toCondition)).toBe(true);
  expect(isWanted(condition(1, 's2'), toCondition)).toBe(false);
  for (const notice of [change('plates'), edge(1)]) expect(isWanted(notice, toCondition)).toBe(false);
});

it('Everybody is told of a termination and of a test only when it is their own', () => {
  const end = (appInstanceId: string): Notice => ({
    ...{ kind: 'termination', appInstanceId },
    ...{ operationAction: 'STOPPING', maxGracefulTimeout: 5 },
  });
  const toTermination = subscription({ subscriptionType: 'AppTerminationNotificationSubscription' });
  expect(isWanted(end('app-1'), toTermination)).toBe(true);
  expect(isWanted(end('app-2'), toTermination)).toBe(false);
  expect(isWanted(end('app-1'), subscription())).toBe(false);
  expect(isWanted(change('plates'), toTermination)).toBe(false);
  expect(isWanted({ kind: 'test', subscriptionId: 's1' }, subscription())).toBe(true);
  expect(isWanted({ kind: 'test', subscriptionId: 's2' }, subscription())).toBe(false);
});
