/** What applications and the platform's management send, as small as it may be. */
export const endpoint = { uris: ['http://127.0.0.1:9000/plates'] };

export const transportInfo = {
  ...({ id: 't1', name: 'REST', type: 'REST_HTTP', protocol: 'HTTP', version: '1.1' } as const),
  endpoint,
  security: {},
};

export const service = {
  ...({ serName: 'plates', version: '1.0', state: 'ACTIVE', serializer: 'JSON' } as const),
  transportInfo,
};

export const registration = { appName: 'reader', endpoint };

export const trafficRule = {
  ...{ trafficRuleId: 'rule-1', filterType: 'FLOW', priority: 1, action: 'DROP', state: 'ACTIVE' },
  trafficFilter: [{ dstPort: ['80'] }],
};

export const dnsRule = {
  ...{ dnsRuleId: 'name-1', domainName: 'plates.local', ipAddressType: 'IP_V4', ipAddress: '10.0.0.1', state: 'ACTIVE' },
};

/** Through a WebSocket, so that nothing has to listen. */
export const toServices = {
  subscriptionType: 'SerAvailabilityNotificationSubscription',
  websockNotifConfig: { requestWebsocketUri: true },
};

/** Nothing listens there. */
export const callbackReference = 'http://127.0.0.1:9/callback';

export const toTheEnd = {
  subscriptionType: 'AppTerminationNotificationSubscription',
  websockNotifConfig: { requestWebsocketUri: true },
  appInstanceId: 'whoever',
};

/** Of whatever line: not every gateway that is asked has one. */
export const toEdges = {
  subscriptionType: 'EdgeSubscription',
  websockNotifConfig: { requestWebsocketUri: true },
  filteringCriteria: { edges: ['RISING'] },
};

/** Of whatever camera: not every gateway that is asked has one. */
export const toMotion = {
  subscriptionType: 'MotionSubscription',
  websockNotifConfig: { requestWebsocketUri: true },
  filteringCriteria: { changes: ['BEGUN'] },
};

/** Of whatever tag: not every gateway that is asked hears one. */
export const toConditions = {
  subscriptionType: 'ConditionSubscription',
  websockNotifConfig: { requestWebsocketUri: true },
  filteringCriteria: { condition: { kind: 'THRESHOLD', field: 'temperature', above: 25, hysteresis: 0.5 } },
};

/** A corner of what a camera sees. */
export const toHide = {
  masks: [
    {
      polygon: [
        { x: 0, y: 0 },
        { x: 0.2, y: 0 },
        { x: 0, y: 0.2 },
      ],
      fill: 'BLACK',
    },
  ],
};

export const managed = { appName: 'reader', appDId: 'descriptor', trafficRules: [trafficRule], dnsRules: [dnsRule] };
