// Generated from openapi/gpio.yaml by `npm run generate`; change that file, not this one.
import type { Document } from '../src/http/document.js';

export interface paths {
    "/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every line */
        get: operations["Lines_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lines/{lineId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        /** One line */
        get: operations["LinesLineId_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lines/{lineId}/value": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        /**
         * Read a line
         * @description `1` is active: at a line that is active low the voltage is low then. Reading moves nothing.
         */
        get: operations["LineValue_GET"];
        /**
         * Set an output
         * @description What it showed by a pattern ends. 409 is for an input, and for a line that somebody else has leased.
         */
        put: operations["LineValue_PUT"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read all lines */
        get: operations["Values_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set several outputs
         * @description All of them or none: when one cannot be set, the others show again what they showed. Those of one chip change in the same moment where the chip can do it: outputs of the character device can, and those of sysfs follow each other.
         */
        patch: operations["Values_PATCH"];
        trace?: never;
    };
    "/lines/{lineId}/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        /** How a line behaves */
        get: operations["LineConfiguration_GET"];
        /**
         * Let a line behave in another way
         * @description `direction`, `activeLow` and `drive` are as the line is wired: unless its owner has set it `free`, they stay as they are (403). What the chip cannot do is a 400, and the line is then as it was. When its owner changes the configuration of the gateway, that counts again.
         */
        put: operations["LineConfiguration_PUT"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lines/{lineId}/pulse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an output for a while
         * @description Afterwards it shows what it showed before. It is never shorter than asked for; how much longer it was stands in the pattern.
         */
        post: operations["LinePulse_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lines/{lineId}/pattern": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        /** What an output shows, or showed last, by a pattern */
        get: operations["LinePattern_GET"];
        /**
         * Let an output show a pattern
         * @description The steps are timed by the gateway's event loop and not by hardware: a step is never shorter than asked for, usually one or two milliseconds longer, and more when the gateway is busy. `latestMs` and `meanLateMs` say what it really was. It ends with the next write, with the lease under which it began, and with the gateway.
         */
        put: operations["LinePattern_PUT"];
        post?: never;
        /** End a pattern */
        delete: operations["LinePattern_DELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have lines for oneself for a while
         * @description Whoever does not name the lease in `Umec-Lease` cannot set these lines until it ends; everybody can read them. All of the lines are leased, or none. A lease ends by itself, and with the gateway. 409 is for a line that is leased, and for one that shows a pattern.
         */
        post: operations["Leases_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leases/{leaseId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The identifier of the lease, which the gateway gave it. */
                leaseId: components["parameters"]["leaseId"];
            };
            cookie?: never;
        };
        /** One lease of this client */
        get: operations["LeasesLeaseId_GET"];
        /** Let a lease end at another time */
        put: operations["LeasesLeaseId_PUT"];
        post?: never;
        /** End a lease */
        delete: operations["LeasesLeaseId_DELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
            };
            cookie?: never;
        };
        /** The subscriptions of one application to edges */
        get: operations["EdgeSubscriptions_GET"];
        put?: never;
        /**
         * Subscribe to edges
         * @description Each edge is one notification, and goes to `callbackReference`, or through a WebSocket when `websockNotifConfig` asks for one (ETSI GS MEC 009, clause 6.12a), as long as the subscription is there: at least once, in order, and also what happened while the application was away. Of more than 11000 that wait, the oldest are given up: `dropped` of `/registry/v1/subscriptions` counts them. 404 is also for a line that there is not.
         */
        post: operations["EdgeSubscriptions_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/subscriptions/{subscriptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /**
                 * @description The identifier of the subscription, which the platform gave it.
                 * @example a70519cd-944d-4991-81c6-4af180f1684a
                 */
                subscriptionId: components["parameters"]["subscriptionId"];
            };
            cookie?: never;
        };
        /** One subscription */
        get: operations["EdgeSubscriptionsSubscriptionId_GET"];
        /**
         * Replace a subscription
         * @description What waits for delivery goes on waiting, whatever is wanted from now on.
         */
        put: operations["EdgeSubscriptionsSubscriptionId_PUT"];
        post?: never;
        /** Unsubscribe */
        delete: operations["EdgeSubscriptionsSubscriptionId_DELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/subscriptions/{subscriptionId}/websocket": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /**
                 * @description The identifier of the subscription, which the platform gave it.
                 * @example a70519cd-944d-4991-81c6-4af180f1684a
                 */
                subscriptionId: components["parameters"]["subscriptionId"];
            };
            cookie?: never;
        };
        /**
         * Receive the notifications of one subscription (WebSocket)
         * @description Each text frame is a request in the form of HTTP/1.1 with the notification as its body. The next one comes when this one was answered with a text frame that begins with `HTTP/1.1 204`; what is not answered within 10 seconds comes again. 409 when the subscription has asked for no WebSocket. A new connection takes the place of the one before.
         */
        get: operations["EdgeSubscriptionsSubscriptionIdWebsocket_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @example 17 */
        LineId: string;
        /** @example 8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f */
        LeaseId: string;
        /** @enum {integer} */
        LineValue: 0 | 1;
        /** @enum {string} */
        Direction: "INPUT" | "OUTPUT";
        /**
         * @description The resistor in the chip; AS_IS leaves it as it was.
         * @enum {string}
         */
        Bias: "AS_IS" | "PULL_UP" | "PULL_DOWN" | "DISABLED";
        /**
         * @description Of an output, which levels it drives itself; of an input PUSH_PULL.
         * @enum {string}
         */
        Drive: "PUSH_PULL" | "OPEN_DRAIN" | "OPEN_SOURCE";
        /**
         * @description Of an input, which changes are told; of an output NONE.
         * @enum {string}
         */
        Edge: "NONE" | "RISING" | "FALLING" | "BOTH";
        /** @description µs. Of an input, for how long it must have changed to count; of an output 0. */
        DebounceUs: number;
        Value: {
            value: components["schemas"]["LineValue"];
        };
        /**
         * @description By `lineId`.
         * @example {
         *       "22": 1,
         *       "27": 0
         *     }
         */
        NewValues: {
            [key: string]: components["schemas"]["LineValue"];
        };
        /**
         * @description By `lineId`; of those that can be read.
         * @example {
         *       "22": 1,
         *       "27": 0
         *     }
         */
        Values: {
            [key: string]: components["schemas"]["LineValue"];
        };
        Configuration: {
            direction: components["schemas"]["Direction"];
            /** @description Whether a low voltage is what counts as 1. */
            activeLow: boolean;
            bias: components["schemas"]["Bias"];
            drive: components["schemas"]["Drive"];
            edge: components["schemas"]["Edge"];
            debounceUs: components["schemas"]["DebounceUs"];
        };
        Line: {
            lineId: components["schemas"]["LineId"];
            /** @description What people call it. */
            name?: string;
            /** @description The chip's name in the configuration. */
            chipId: string;
            /** @description What reads and sets it; `simulated` is no real line. */
            driver: string;
            /** @description Its number on the chip. */
            offset?: number;
            /** @description What the board calls it. */
            lineName?: string;
            /** @description Who holds it, as the kernel has it; `umec` is this gateway. */
            consumer?: string;
            value?: components["schemas"]["LineValue"];
            direction: components["schemas"]["Direction"];
            activeLow: boolean;
            bias: components["schemas"]["Bias"];
            drive: components["schemas"]["Drive"];
            edge: components["schemas"]["Edge"];
            debounceUs: components["schemas"]["DebounceUs"];
            /** @description Whether clients may change direction, activeLow and drive. */
            free: boolean;
            initial: components["schemas"]["LineValue"];
            safe: components["schemas"]["LineValue"];
            lastEdge?: components["schemas"]["LineEdge"];
            leasedUntil?: components["schemas"]["DateTime"];
            /** @description The client that has leased it; told to that client, and to who looks after the whole gateway. */
            leasedBy?: string;
            patternState?: components["schemas"]["PatternState"];
            state: components["schemas"]["State"];
            reason?: components["schemas"]["Reason"];
            _links: components["schemas"]["LineLinks"];
        };
        LineLinks: {
            self: components["schemas"]["LinkType"];
            value: components["schemas"]["LinkType"];
            configuration: components["schemas"]["LinkType"];
            pattern: components["schemas"]["LinkType"];
        };
        /** @description What the events of a line say, too. */
        LineEdge: {
            edge: components["schemas"]["EdgeDirection"];
            value: components["schemas"]["LineValue"];
            time: components["schemas"]["DateTime"];
            timestampNs?: components["schemas"]["TimestampNs"];
            sequence: components["schemas"]["EdgeSequence"];
        };
        /**
         * @description What counts as active rises.
         * @enum {string}
         */
        EdgeDirection: "RISING" | "FALLING";
        /** @description ns of the kernel's monotonic clock, when it happened; absent where the kernel does not tell. */
        TimestampNs: string;
        /** @description Counts the edges of this line since the gateway started; a gap means edges that were lost. */
        EdgeSequence: number;
        /** @description At least one of `callbackReference` and `websockNotifConfig`; of both, the WebSocket is taken. Links are the gateway's to give; when they are sent all the same they are not looked at. */
        EdgeSubscriptionRequest: {
            /** @enum {string} */
            subscriptionType: "EdgeSubscription";
            callbackReference?: components["schemas"]["CallbackReference"];
            /** @description Whether a test notification is to be sent at once. */
            requestTestNotification?: boolean;
            websockNotifConfig?: components["schemas"]["WebsockNotifConfigRequest"];
            filteringCriteria?: components["schemas"]["EdgeCriteria"];
            _links?: components["schemas"]["SentLinks"];
        } & (unknown | unknown);
        EdgeSubscription: {
            /** @enum {string} */
            subscriptionType: "EdgeSubscription";
            callbackReference?: components["schemas"]["CallbackReference"];
            /** @description Whether a test notification is to be sent at once. */
            requestTestNotification?: boolean;
            websockNotifConfig?: components["schemas"]["WebsockNotifConfig"];
            filteringCriteria?: components["schemas"]["EdgeCriteria"];
            _links: components["schemas"]["SelfLinks"];
        };
        /** @description Which edges are told: those that fit all that is given, of lines that the application may see. A line has only the edges that its configuration names (`edge`). */
        EdgeCriteria: {
            lineIds?: components["schemas"]["LineId"][];
            edges?: components["schemas"]["EdgeDirection"][];
        };
        /** @description An edge: one CloudEvent 1.0 in JSON (structured mode), the same as at `/events/v1`. `source` and `id` name it once and for all, so whoever is told of it twice can tell. */
        EdgeEvent: {
            /** @enum {string} */
            specversion: "1.0";
            id: string;
            /** @description The gateway: `urn:uuid:` and its identifier. */
            source: string;
            /** @enum {string} */
            type: "org.umec.gpio.edge.v1";
            /** @description `lines/{lineId}/edge` */
            subject: string;
            time: components["schemas"]["DateTime"];
            /** @enum {string} */
            datacontenttype: "application/json";
            data: components["schemas"]["EdgeEventData"];
        };
        EdgeEventData: {
            lineId: components["schemas"]["LineId"];
            /** @description What people call the line. */
            name?: string;
            edge: components["schemas"]["EdgeDirection"];
            value: components["schemas"]["LineValue"];
            time: components["schemas"]["DateTime"];
            timestampNs?: components["schemas"]["TimestampNs"];
            sequence: components["schemas"]["EdgeSequence"];
        };
        Step: {
            value: components["schemas"]["LineValue"];
            /** @description ms; no shorter than the line may be set (`gpio.writesPerSecond`). */
            durationMs: number;
        };
        NewPattern: {
            steps: components["schemas"]["Step"][];
            /**
             * @description How often the steps are gone through.
             * @default 1
             */
            repeat: number;
            /** @description What it shows afterwards; absent, what the last step has shown. */
            finally?: components["schemas"]["LineValue"];
        };
        Pattern: {
            steps: components["schemas"]["Step"][];
            repeat: number;
            finally?: components["schemas"]["LineValue"];
            state: components["schemas"]["PatternState"];
            reason?: components["schemas"]["Reason"];
            startedAt: components["schemas"]["DateTime"];
            stepsDone: number;
            /** @description By how much the longest step was longer than asked for, ms. */
            latestMs: number;
            /** @description The same for all of them in the mean, ms. */
            meanLateMs: number;
        };
        /**
         * @description STOPPED is one that somebody ended, FAILED one whose line was lost.
         * @enum {string}
         */
        PatternState: "RUNNING" | "DONE" | "STOPPED" | "FAILED";
        /**
         * @description What its outputs show when it ends. SAFE is what an application that may die wants to leave behind.
         * @enum {string}
         */
        AtEnd: "KEEP" | "SAFE";
        /** @description s from now. */
        LeaseSeconds: number;
        NewLease: {
            lineIds: components["schemas"]["LineId"][];
            durationS: components["schemas"]["LeaseSeconds"];
            /** @default KEEP */
            atEnd: components["schemas"]["AtEnd"];
        };
        LeaseTime: {
            durationS: components["schemas"]["LeaseSeconds"];
        };
        Lease: {
            leaseId: components["schemas"]["LeaseId"];
            lineIds: components["schemas"]["LineId"][];
            expiresAt: components["schemas"]["DateTime"];
            atEnd: components["schemas"]["AtEnd"];
            _links: components["schemas"]["SelfLinks"];
        };
        /**
         * Format: date-time
         * @description A point in time, in UTC with milliseconds (RFC 3339).
         */
        DateTime: string;
        /**
         * @description Whether it can be used now, in the words of ETSI GS MEC 011.
         * @enum {string}
         */
        State: "ACTIVE" | "INACTIVE" | "SUSPENDED";
        /** @description Why it is not ACTIVE, and what would help. */
        Reason: string;
        LinkType: {
            /** Format: uri-reference */
            href: string;
        };
        /** @description What went wrong, and what was expected (RFC 9457; ETSI GS MEC 009, clause 6.15). */
        ProblemDetails: {
            /** @description A URI for the kind of problem; absent means about:blank. */
            type?: string;
            /** @description The kind of problem in a word. */
            title?: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What was wrong with this request and what was expected. */
            detail: string;
            instance?: string;
        };
        SelfLinks: {
            self: components["schemas"]["LinkType"];
        };
        SubscriptionLinkListLinksSubscription: {
            /** Format: uri-reference */
            href: string;
            subscriptionType: string;
            /** @description The name of `subscriptionType` until V2.1.1. */
            rel: string;
        };
        SubscriptionLinkListLinks: {
            self: components["schemas"]["LinkType"];
            subscriptions?: components["schemas"]["SubscriptionLinkListLinksSubscription"][];
        };
        /** @description The subscriptions of an application (clause 6.2.2). */
        SubscriptionLinkList: {
            _links: components["schemas"]["SubscriptionLinkListLinks"];
        };
        /** @description Where notifications are posted: an absolute http or https address without query, fragment and user (ETSI GS MEC 009, clause 6.12.3), in a network that the configuration allows (`callbacks.networks`). */
        CallbackReference: string;
        /** @description Asks for a WebSocket (ETSI GS MEC 009, clause 6.12a). */
        WebsockNotifConfigRequest: {
            /** @enum {boolean} */
            requestWebsocketUri: true;
            /** @description The platform's to give; not looked at. */
            websocketUri?: string;
        };
        SentLink: {
            href?: string;
        };
        SentLinks: {
            self?: components["schemas"]["SentLink"];
        };
        /** @description Where the WebSocket is on which notifications come. */
        WebsockNotifConfig: {
            requestWebsocketUri?: boolean;
            websocketUri: string;
        };
        SubscriptionLink: {
            subscription: components["schemas"]["LinkType"];
        };
        /** @description Shows a subscriber that notifications arrive (ETSI GS MEC 009, clause 6.12a). */
        TestNotification: {
            /** @enum {string} */
            notificationType: "TestNotification";
            _links: components["schemas"]["SubscriptionLink"];
        };
    };
    responses: {
        /** @description What you have is what there is. */
        304: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is not as the specification says; nothing was changed. */
        400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description A bearer token is missing or not valid. */
        401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The token does not allow this, or the present state of the resource forbids it. */
        403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description There is nothing at this address. */
        404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description None of the content types in `Accept` can be given. */
        406: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The request contradicts the state of the resource. */
        409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The resource has changed since you read it (`If-Match`). */
        412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The body is larger than this gateway takes. */
        413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The address is longer than this gateway reads. */
        414: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The body is of another content type than expected. */
        415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description This address speaks WebSocket only. */
        426: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description Too many requests; try again later. */
        429: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description What the answer needs is not available just now, or the gateway has more to do than it can. */
        503: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The subscriptions; none is an empty list. */
        EdgeSubscriptionLinkList: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "_links": {
                 *         "self": {
                 *           "href": "/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                 *         },
                 *         "subscriptions": [
                 *           {
                 *             "href": "/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a",
                 *             "subscriptionType": "EdgeSubscription",
                 *             "rel": "EdgeSubscription"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionLinkList"];
            };
        };
        /** @description The subscription. */
        EdgeSubscription: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "EdgeSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true,
                 *         "websocketUri": "ws://192.168.7.20:8080/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
                 *       },
                 *       "filteringCriteria": {
                 *         "edges": [
                 *           "RISING"
                 *         ]
                 *       },
                 *       "_links": {
                 *         "self": {
                 *           "href": "/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["EdgeSubscription"];
            };
        };
        /** @description It is subscribed, and survives a restart of the gateway. */
        EdgeSubscriptionCreated: {
            headers: {
                ETag: components["headers"]["ETag"];
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "EdgeSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true,
                 *         "websocketUri": "ws://192.168.7.20:8080/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
                 *       },
                 *       "filteringCriteria": {
                 *         "edges": [
                 *           "RISING"
                 *         ]
                 *       },
                 *       "_links": {
                 *         "self": {
                 *           "href": "/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["EdgeSubscription"];
            };
        };
    };
    parameters: {
        /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
        lineId: components["schemas"]["LineId"];
        /** @description The identifier of the lease, which the gateway gave it. */
        leaseId: components["schemas"]["LeaseId"];
        /** @description The lease that holds the line. When it has ended, nothing is changed (412). */
        "Umec-Lease": components["schemas"]["LeaseId"];
        /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
        "If-Match": string;
        /**
         * @description The application instance, as the platform or whoever started it named it.
         * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
         */
        appInstanceId: string;
        /**
         * @description The identifier of the subscription, which the platform gave it.
         * @example a70519cd-944d-4991-81c6-4af180f1684a
         */
        subscriptionId: string;
    };
    requestBodies: {
        EdgeSubscription: {
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "EdgeSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true
                 *       },
                 *       "filteringCriteria": {
                 *         "edges": [
                 *           "RISING"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["EdgeSubscriptionRequest"];
            };
        };
    };
    headers: {
        /** @description Names this very representation; send it back in `If-None-Match` or `If-Match`. */
        ETag: string;
        /** @description In how many seconds it may be tried again. */
        "Retry-After": number;
        /** @description Where the new resource is. */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Lines_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines; those with a number first, in its order. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "lineId": "17",
                     *         "chipId": "board",
                     *         "driver": "gpio",
                     *         "name": "Push button",
                     *         "offset": 17,
                     *         "lineName": "GPIO17",
                     *         "consumer": "umec",
                     *         "value": 0,
                     *         "direction": "INPUT",
                     *         "activeLow": true,
                     *         "bias": "PULL_UP",
                     *         "drive": "PUSH_PULL",
                     *         "edge": "BOTH",
                     *         "debounceUs": 5000,
                     *         "free": false,
                     *         "initial": 0,
                     *         "safe": 0,
                     *         "lastEdge": {
                     *           "edge": "FALLING",
                     *           "value": 0,
                     *           "time": "2026-06-21T12:00:00.000Z",
                     *           "sequence": 2
                     *         },
                     *         "state": "ACTIVE",
                     *         "_links": {
                     *           "self": {
                     *             "href": "/gpio/v1/lines/17"
                     *           },
                     *           "value": {
                     *             "href": "/gpio/v1/lines/17/value"
                     *           },
                     *           "configuration": {
                     *             "href": "/gpio/v1/lines/17/configuration"
                     *           },
                     *           "pattern": {
                     *             "href": "/gpio/v1/lines/17/pattern"
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Line"][];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    LinesLineId_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The line. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lineId": "17",
                     *       "chipId": "board",
                     *       "driver": "gpio",
                     *       "name": "Push button",
                     *       "offset": 17,
                     *       "lineName": "GPIO17",
                     *       "consumer": "umec",
                     *       "value": 0,
                     *       "direction": "INPUT",
                     *       "activeLow": true,
                     *       "bias": "PULL_UP",
                     *       "drive": "PUSH_PULL",
                     *       "edge": "BOTH",
                     *       "debounceUs": 5000,
                     *       "free": false,
                     *       "initial": 0,
                     *       "safe": 0,
                     *       "lastEdge": {
                     *         "edge": "FALLING",
                     *         "value": 0,
                     *         "time": "2026-06-21T12:00:00.000Z",
                     *         "sequence": 2
                     *       },
                     *       "state": "ACTIVE",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/gpio/v1/lines/17"
                     *         },
                     *         "value": {
                     *           "href": "/gpio/v1/lines/17/value"
                     *         },
                     *         "configuration": {
                     *           "href": "/gpio/v1/lines/17/configuration"
                     *         },
                     *         "pattern": {
                     *           "href": "/gpio/v1/lines/17/pattern"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Line"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    LineValue_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it is now. An output is read back from the chip. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "value": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Value"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    LineValue_PUT: {
        parameters: {
            query?: never;
            header?: {
                /** @description The lease that holds the line. When it has ended, nothing is changed (412). */
                "Umec-Lease"?: components["parameters"]["Umec-Lease"];
            };
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": 1
                 *     }
                 */
                "application/json": components["schemas"]["Value"];
            };
        };
        responses: {
            /** @description It is set; what it is now, as the chip says. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "value": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Value"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Values_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What each line is now, by its `lineId`; those that cannot be read are left out. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "17": 0,
                     *       "22": 1,
                     *       "27": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Values"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Values_PATCH: {
        parameters: {
            query?: never;
            header?: {
                /** @description The lease that holds the line. When it has ended, nothing is changed (412). */
                "Umec-Lease"?: components["parameters"]["Umec-Lease"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "27": 0
                 *     }
                 */
                "application/json": components["schemas"]["NewValues"];
            };
        };
        responses: {
            /** @description They are set; what each of them is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "27": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Values"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    LineConfiguration_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its configuration. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "direction": "INPUT",
                     *       "activeLow": true,
                     *       "bias": "PULL_UP",
                     *       "drive": "PUSH_PULL",
                     *       "edge": "BOTH",
                     *       "debounceUs": 5000
                     *     }
                     */
                    "application/json": components["schemas"]["Configuration"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    LineConfiguration_PUT: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description The lease that holds the line. When it has ended, nothing is changed (412). */
                "Umec-Lease"?: components["parameters"]["Umec-Lease"];
            };
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "direction": "INPUT",
                 *       "activeLow": true,
                 *       "bias": "PULL_UP",
                 *       "drive": "PUSH_PULL",
                 *       "edge": "BOTH",
                 *       "debounceUs": 5000
                 *     }
                 */
                "application/json": components["schemas"]["Configuration"];
            };
        };
        responses: {
            /** @description It behaves so from now on, also after a restart. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "direction": "INPUT",
                     *       "activeLow": true,
                     *       "bias": "PULL_UP",
                     *       "drive": "PUSH_PULL",
                     *       "edge": "BOTH",
                     *       "debounceUs": 5000
                     *     }
                     */
                    "application/json": components["schemas"]["Configuration"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    LinePulse_POST: {
        parameters: {
            query?: never;
            header?: {
                /** @description The lease that holds the line. When it has ended, nothing is changed (412). */
                "Umec-Lease"?: components["parameters"]["Umec-Lease"];
            };
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": 1,
                 *       "durationMs": 100
                 *     }
                 */
                "application/json": components["schemas"]["Step"];
            };
        };
        responses: {
            /** @description It has begun. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "steps": [
                     *         {
                     *           "value": 1,
                     *           "durationMs": 100
                     *         }
                     *       ],
                     *       "repeat": 1,
                     *       "finally": 0,
                     *       "state": "RUNNING",
                     *       "startedAt": "2026-06-21T12:00:00.000Z",
                     *       "stepsDone": 0,
                     *       "latestMs": 0,
                     *       "meanLateMs": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Pattern"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    LinePattern_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pattern, and how late its steps were. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "steps": [
                     *         {
                     *           "value": 1,
                     *           "durationMs": 100
                     *         },
                     *         {
                     *           "value": 0,
                     *           "durationMs": 100
                     *         }
                     *       ],
                     *       "repeat": 3,
                     *       "finally": 0,
                     *       "state": "RUNNING",
                     *       "startedAt": "2026-06-21T12:00:00.000Z",
                     *       "stepsDone": 2,
                     *       "latestMs": 0.4,
                     *       "meanLateMs": 0.2
                     *     }
                     */
                    "application/json": components["schemas"]["Pattern"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    LinePattern_PUT: {
        parameters: {
            query?: never;
            header?: {
                /** @description The lease that holds the line. When it has ended, nothing is changed (412). */
                "Umec-Lease"?: components["parameters"]["Umec-Lease"];
            };
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "steps": [
                 *         {
                 *           "value": 1,
                 *           "durationMs": 100
                 *         },
                 *         {
                 *           "value": 0,
                 *           "durationMs": 100
                 *         }
                 *       ],
                 *       "repeat": 3,
                 *       "finally": 0
                 *     }
                 */
                "application/json": components["schemas"]["NewPattern"];
            };
        };
        responses: {
            /** @description It has begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "steps": [
                     *         {
                     *           "value": 1,
                     *           "durationMs": 100
                     *         },
                     *         {
                     *           "value": 0,
                     *           "durationMs": 100
                     *         }
                     *       ],
                     *       "repeat": 3,
                     *       "finally": 0,
                     *       "state": "RUNNING",
                     *       "startedAt": "2026-06-21T12:00:00.000Z",
                     *       "stepsDone": 2,
                     *       "latestMs": 0.4,
                     *       "meanLateMs": 0.2
                     *     }
                     */
                    "application/json": components["schemas"]["Pattern"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    LinePattern_DELETE: {
        parameters: {
            query?: never;
            header?: {
                /** @description The lease that holds the line. When it has ended, nothing is changed (412). */
                "Umec-Lease"?: components["parameters"]["Umec-Lease"];
            };
            path: {
                /** @description The line's name in the configuration; on a Raspberry Pi the BCM number. */
                lineId: components["parameters"]["lineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended; the output shows what it showed last. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Leases_POST: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lineIds": [
                 *         "23"
                 *       ],
                 *       "durationS": 60,
                 *       "atEnd": "SAFE"
                 *     }
                 */
                "application/json": components["schemas"]["NewLease"];
            };
        };
        responses: {
            /** @description They are leased. The identifier is shown to nobody else. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "leaseId": "8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f",
                     *       "lineIds": [
                     *         "23"
                     *       ],
                     *       "expiresAt": "2026-06-21T12:05:00.000Z",
                     *       "atEnd": "SAFE",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/gpio/v1/leases/8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Lease"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    LeasesLeaseId_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The identifier of the lease, which the gateway gave it. */
                leaseId: components["parameters"]["leaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lease. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "leaseId": "8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f",
                     *       "lineIds": [
                     *         "23"
                     *       ],
                     *       "expiresAt": "2026-06-21T12:05:00.000Z",
                     *       "atEnd": "SAFE",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/gpio/v1/leases/8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Lease"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    LeasesLeaseId_PUT: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The identifier of the lease, which the gateway gave it. */
                leaseId: components["parameters"]["leaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "durationS": 300
                 *     }
                 */
                "application/json": components["schemas"]["LeaseTime"];
            };
        };
        responses: {
            /** @description It ends then. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "leaseId": "8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f",
                     *       "lineIds": [
                     *         "23"
                     *       ],
                     *       "expiresAt": "2026-06-21T12:05:00.000Z",
                     *       "atEnd": "SAFE",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/gpio/v1/leases/8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Lease"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    LeasesLeaseId_DELETE: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The identifier of the lease, which the gateway gave it. */
                leaseId: components["parameters"]["leaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended, as it would have by itself. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    EdgeSubscriptions_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EdgeSubscriptionLinkList"];
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    EdgeSubscriptions_POST: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["EdgeSubscription"];
        responses: {
            201: components["responses"]["EdgeSubscriptionCreated"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    EdgeSubscriptionsSubscriptionId_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /**
                 * @description The identifier of the subscription, which the platform gave it.
                 * @example a70519cd-944d-4991-81c6-4af180f1684a
                 */
                subscriptionId: components["parameters"]["subscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EdgeSubscription"];
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    EdgeSubscriptionsSubscriptionId_PUT: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /**
                 * @description The identifier of the subscription, which the platform gave it.
                 * @example a70519cd-944d-4991-81c6-4af180f1684a
                 */
                subscriptionId: components["parameters"]["subscriptionId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["EdgeSubscription"];
        responses: {
            200: components["responses"]["EdgeSubscription"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    EdgeSubscriptionsSubscriptionId_DELETE: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /**
                 * @description The identifier of the subscription, which the platform gave it.
                 * @example a70519cd-944d-4991-81c6-4af180f1684a
                 */
                subscriptionId: components["parameters"]["subscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone, and with it what waited for delivery. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            412: components["responses"]["412"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    EdgeSubscriptionsSubscriptionIdWebsocket_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /**
                 * @description The identifier of the subscription, which the platform gave it.
                 * @example a70519cd-944d-4991-81c6-4af180f1684a
                 */
                subscriptionId: components["parameters"]["subscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is a WebSocket from now on. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            414: components["responses"]["414"];
            426: components["responses"]["426"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
}

/** The whole specification, with what it shares with others. */
export const document: Document = {
  "openapi": "3.1.0",
  "info": {
    "title": "GPIO",
    "version": "0.1.0",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "Lines of the gateway's GPIO chips: read, set, configured, and held for oneself for a while. Only lines that the owner of the gateway has configured are there. Their edges are told at `/events/v1?topic=lines/**` to whoever listens at that moment, and to subscribers also later."
  },
  "servers": [
    {
      "url": "/gpio/v1"
    }
  ],
  "security": [
    {
      "oauth2": [
        "gpio:read"
      ]
    }
  ],
  "tags": [
    {
      "name": "gpio",
      "description": "Lines, what they show, and who holds them."
    },
    {
      "name": "edge-subscriptions",
      "description": "Applications that are told of edges, durably and in order."
    }
  ],
  "paths": {
    "/lines": {
      "get": {
        "tags": [
          "gpio"
        ],
        "operationId": "Lines_GET",
        "summary": "Every line",
        "security": [
          {
            "oauth2": [
              "gpio:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The lines; those with a number first, in its order.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 512,
                  "items": {
                    "$ref": "#/components/schemas/Line"
                  }
                },
                "example": [
                  {
                    "lineId": "17",
                    "chipId": "board",
                    "driver": "gpio",
                    "name": "Push button",
                    "offset": 17,
                    "lineName": "GPIO17",
                    "consumer": "umec",
                    "value": 0,
                    "direction": "INPUT",
                    "activeLow": true,
                    "bias": "PULL_UP",
                    "drive": "PUSH_PULL",
                    "edge": "BOTH",
                    "debounceUs": 5000,
                    "free": false,
                    "initial": 0,
                    "safe": 0,
                    "lastEdge": {
                      "edge": "FALLING",
                      "value": 0,
                      "time": "2026-06-21T12:00:00.000Z",
                      "sequence": 2
                    },
                    "state": "ACTIVE",
                    "_links": {
                      "self": {
                        "href": "/gpio/v1/lines/17"
                      },
                      "value": {
                        "href": "/gpio/v1/lines/17/value"
                      },
                      "configuration": {
                        "href": "/gpio/v1/lines/17/configuration"
                      },
                      "pattern": {
                        "href": "/gpio/v1/lines/17/pattern"
                      }
                    }
                  }
                ]
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/lines/{lineId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/lineId"
        }
      ],
      "get": {
        "tags": [
          "gpio"
        ],
        "operationId": "LinesLineId_GET",
        "summary": "One line",
        "security": [
          {
            "oauth2": [
              "gpio:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The line.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Line"
                },
                "example": {
                  "lineId": "17",
                  "chipId": "board",
                  "driver": "gpio",
                  "name": "Push button",
                  "offset": 17,
                  "lineName": "GPIO17",
                  "consumer": "umec",
                  "value": 0,
                  "direction": "INPUT",
                  "activeLow": true,
                  "bias": "PULL_UP",
                  "drive": "PUSH_PULL",
                  "edge": "BOTH",
                  "debounceUs": 5000,
                  "free": false,
                  "initial": 0,
                  "safe": 0,
                  "lastEdge": {
                    "edge": "FALLING",
                    "value": 0,
                    "time": "2026-06-21T12:00:00.000Z",
                    "sequence": 2
                  },
                  "state": "ACTIVE",
                  "_links": {
                    "self": {
                      "href": "/gpio/v1/lines/17"
                    },
                    "value": {
                      "href": "/gpio/v1/lines/17/value"
                    },
                    "configuration": {
                      "href": "/gpio/v1/lines/17/configuration"
                    },
                    "pattern": {
                      "href": "/gpio/v1/lines/17/pattern"
                    }
                  }
                }
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/lines/{lineId}/value": {
      "parameters": [
        {
          "$ref": "#/components/parameters/lineId"
        }
      ],
      "get": {
        "tags": [
          "gpio"
        ],
        "operationId": "LineValue_GET",
        "summary": "Read a line",
        "description": "`1` is active: at a line that is active low the voltage is low then. Reading moves nothing.",
        "security": [
          {
            "oauth2": [
              "gpio:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "What it is now. An output is read back from the chip.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Value"
                },
                "example": {
                  "value": 0
                }
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      },
      "put": {
        "tags": [
          "gpio"
        ],
        "operationId": "LineValue_PUT",
        "summary": "Set an output",
        "description": "What it showed by a pattern ends. 409 is for an input, and for a line that somebody else has leased.",
        "security": [
          {
            "oauth2": [
              "gpio:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Umec-Lease"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Value"
              },
              "example": {
                "value": 1
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "It is set; what it is now, as the chip says.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Value"
                },
                "example": {
                  "value": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "409": {
            "$ref": "#/components/responses/409"
          },
          "412": {
            "$ref": "#/components/responses/412"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/values": {
      "get": {
        "tags": [
          "gpio"
        ],
        "operationId": "Values_GET",
        "summary": "Read all lines",
        "security": [
          {
            "oauth2": [
              "gpio:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "What each line is now, by its `lineId`; those that cannot be read are left out.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Values"
                },
                "example": {
                  "17": 0,
                  "22": 1,
                  "27": 0
                }
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      },
      "patch": {
        "tags": [
          "gpio"
        ],
        "operationId": "Values_PATCH",
        "summary": "Set several outputs",
        "description": "All of them or none: when one cannot be set, the others show again what they showed. Those of one chip change in the same moment where the chip can do it: outputs of the character device can, and those of sysfs follow each other.",
        "security": [
          {
            "oauth2": [
              "gpio:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Umec-Lease"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewValues"
              },
              "example": {
                "27": 0
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "They are set; what each of them is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Values"
                },
                "example": {
                  "27": 0
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "409": {
            "$ref": "#/components/responses/409"
          },
          "412": {
            "$ref": "#/components/responses/412"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/lines/{lineId}/configuration": {
      "parameters": [
        {
          "$ref": "#/components/parameters/lineId"
        }
      ],
      "get": {
        "tags": [
          "gpio"
        ],
        "operationId": "LineConfiguration_GET",
        "summary": "How a line behaves",
        "security": [
          {
            "oauth2": [
              "gpio:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "Its configuration.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Configuration"
                },
                "example": {
                  "direction": "INPUT",
                  "activeLow": true,
                  "bias": "PULL_UP",
                  "drive": "PUSH_PULL",
                  "edge": "BOTH",
                  "debounceUs": 5000
                }
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      },
      "put": {
        "tags": [
          "gpio"
        ],
        "operationId": "LineConfiguration_PUT",
        "summary": "Let a line behave in another way",
        "description": "`direction`, `activeLow` and `drive` are as the line is wired: unless its owner has set it `free`, they stay as they are (403). What the chip cannot do is a 400, and the line is then as it was. When its owner changes the configuration of the gateway, that counts again.",
        "security": [
          {
            "oauth2": [
              "gpio:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          },
          {
            "$ref": "#/components/parameters/Umec-Lease"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Configuration"
              },
              "example": {
                "direction": "INPUT",
                "activeLow": true,
                "bias": "PULL_UP",
                "drive": "PUSH_PULL",
                "edge": "BOTH",
                "debounceUs": 5000
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "It behaves so from now on, also after a restart.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Configuration"
                },
                "example": {
                  "direction": "INPUT",
                  "activeLow": true,
                  "bias": "PULL_UP",
                  "drive": "PUSH_PULL",
                  "edge": "BOTH",
                  "debounceUs": 5000
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "409": {
            "$ref": "#/components/responses/409"
          },
          "412": {
            "$ref": "#/components/responses/412"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/lines/{lineId}/pulse": {
      "parameters": [
        {
          "$ref": "#/components/parameters/lineId"
        }
      ],
      "post": {
        "tags": [
          "gpio"
        ],
        "operationId": "LinePulse_POST",
        "summary": "Set an output for a while",
        "description": "Afterwards it shows what it showed before. It is never shorter than asked for; how much longer it was stands in the pattern.",
        "security": [
          {
            "oauth2": [
              "gpio:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Umec-Lease"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Step"
              },
              "example": {
                "value": 1,
                "durationMs": 100
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It has begun.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Pattern"
                },
                "example": {
                  "steps": [
                    {
                      "value": 1,
                      "durationMs": 100
                    }
                  ],
                  "repeat": 1,
                  "finally": 0,
                  "state": "RUNNING",
                  "startedAt": "2026-06-21T12:00:00.000Z",
                  "stepsDone": 0,
                  "latestMs": 0,
                  "meanLateMs": 0
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "409": {
            "$ref": "#/components/responses/409"
          },
          "412": {
            "$ref": "#/components/responses/412"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/lines/{lineId}/pattern": {
      "parameters": [
        {
          "$ref": "#/components/parameters/lineId"
        }
      ],
      "get": {
        "tags": [
          "gpio"
        ],
        "operationId": "LinePattern_GET",
        "summary": "What an output shows, or showed last, by a pattern",
        "security": [
          {
            "oauth2": [
              "gpio:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The pattern, and how late its steps were.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Pattern"
                },
                "example": {
                  "steps": [
                    {
                      "value": 1,
                      "durationMs": 100
                    },
                    {
                      "value": 0,
                      "durationMs": 100
                    }
                  ],
                  "repeat": 3,
                  "finally": 0,
                  "state": "RUNNING",
                  "startedAt": "2026-06-21T12:00:00.000Z",
                  "stepsDone": 2,
                  "latestMs": 0.4,
                  "meanLateMs": 0.2
                }
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      },
      "put": {
        "tags": [
          "gpio"
        ],
        "operationId": "LinePattern_PUT",
        "summary": "Let an output show a pattern",
        "description": "The steps are timed by the gateway's event loop and not by hardware: a step is never shorter than asked for, usually one or two milliseconds longer, and more when the gateway is busy. `latestMs` and `meanLateMs` say what it really was. It ends with the next write, with the lease under which it began, and with the gateway.",
        "security": [
          {
            "oauth2": [
              "gpio:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Umec-Lease"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewPattern"
              },
              "example": {
                "steps": [
                  {
                    "value": 1,
                    "durationMs": 100
                  },
                  {
                    "value": 0,
                    "durationMs": 100
                  }
                ],
                "repeat": 3,
                "finally": 0
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It has begun.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Pattern"
                },
                "example": {
                  "steps": [
                    {
                      "value": 1,
                      "durationMs": 100
                    },
                    {
                      "value": 0,
                      "durationMs": 100
                    }
                  ],
                  "repeat": 3,
                  "finally": 0,
                  "state": "RUNNING",
                  "startedAt": "2026-06-21T12:00:00.000Z",
                  "stepsDone": 2,
                  "latestMs": 0.4,
                  "meanLateMs": 0.2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "409": {
            "$ref": "#/components/responses/409"
          },
          "412": {
            "$ref": "#/components/responses/412"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      },
      "delete": {
        "tags": [
          "gpio"
        ],
        "operationId": "LinePattern_DELETE",
        "summary": "End a pattern",
        "security": [
          {
            "oauth2": [
              "gpio:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Umec-Lease"
          }
        ],
        "responses": {
          "204": {
            "description": "It has ended; the output shows what it showed last."
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "409": {
            "$ref": "#/components/responses/409"
          },
          "412": {
            "$ref": "#/components/responses/412"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/leases": {
      "post": {
        "tags": [
          "gpio"
        ],
        "operationId": "Leases_POST",
        "summary": "Have lines for oneself for a while",
        "description": "Whoever does not name the lease in `Umec-Lease` cannot set these lines until it ends; everybody can read them. All of the lines are leased, or none. A lease ends by itself, and with the gateway. 409 is for a line that is leased, and for one that shows a pattern.",
        "security": [
          {
            "oauth2": [
              "gpio:write"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewLease"
              },
              "example": {
                "lineIds": [
                  "23"
                ],
                "durationS": 60,
                "atEnd": "SAFE"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "They are leased. The identifier is shown to nobody else.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Lease"
                },
                "example": {
                  "leaseId": "8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f",
                  "lineIds": [
                    "23"
                  ],
                  "expiresAt": "2026-06-21T12:05:00.000Z",
                  "atEnd": "SAFE",
                  "_links": {
                    "self": {
                      "href": "/gpio/v1/leases/8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f"
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "409": {
            "$ref": "#/components/responses/409"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/leases/{leaseId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/leaseId"
        }
      ],
      "get": {
        "tags": [
          "gpio"
        ],
        "operationId": "LeasesLeaseId_GET",
        "summary": "One lease of this client",
        "security": [
          {
            "oauth2": [
              "gpio:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The lease.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Lease"
                },
                "example": {
                  "leaseId": "8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f",
                  "lineIds": [
                    "23"
                  ],
                  "expiresAt": "2026-06-21T12:05:00.000Z",
                  "atEnd": "SAFE",
                  "_links": {
                    "self": {
                      "href": "/gpio/v1/leases/8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f"
                    }
                  }
                }
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      },
      "put": {
        "tags": [
          "gpio"
        ],
        "operationId": "LeasesLeaseId_PUT",
        "summary": "Let a lease end at another time",
        "security": [
          {
            "oauth2": [
              "gpio:write"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/LeaseTime"
              },
              "example": {
                "durationS": 300
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "It ends then.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Lease"
                },
                "example": {
                  "leaseId": "8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f",
                  "lineIds": [
                    "23"
                  ],
                  "expiresAt": "2026-06-21T12:05:00.000Z",
                  "atEnd": "SAFE",
                  "_links": {
                    "self": {
                      "href": "/gpio/v1/leases/8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f"
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      },
      "delete": {
        "tags": [
          "gpio"
        ],
        "operationId": "LeasesLeaseId_DELETE",
        "summary": "End a lease",
        "security": [
          {
            "oauth2": [
              "gpio:write"
            ]
          }
        ],
        "responses": {
          "204": {
            "description": "It has ended, as it would have by itself."
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/applications/{appInstanceId}/subscriptions": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "get": {
        "tags": [
          "edge-subscriptions"
        ],
        "operationId": "EdgeSubscriptions_GET",
        "summary": "The subscriptions of one application to edges",
        "security": [
          {
            "oauth2": [
              "gpio:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/EdgeSubscriptionLinkList"
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "414": {
            "$ref": "#/components/responses/414"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      },
      "post": {
        "tags": [
          "edge-subscriptions"
        ],
        "operationId": "EdgeSubscriptions_POST",
        "summary": "Subscribe to edges",
        "description": "Each edge is one notification, and goes to `callbackReference`, or through a WebSocket when `websockNotifConfig` asks for one (ETSI GS MEC 009, clause 6.12a), as long as the subscription is there: at least once, in order, and also what happened while the application was away. Of more than 11000 that wait, the oldest are given up: `dropped` of `/registry/v1/subscriptions` counts them. 404 is also for a line that there is not.",
        "security": [
          {
            "oauth2": [
              "gpio:write"
            ]
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/EdgeSubscription"
        },
        "callbacks": {
          "EdgeNotification": {
            "{$request.body#/callbackReference}": {
              "post": {
                "summary": "A line has changed",
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/cloudevents+json": {
                      "schema": {
                        "$ref": "#/components/schemas/EdgeEvent"
                      },
                      "example": {
                        "specversion": "1.0",
                        "id": "1f9b93e0-fe0a-466a-9b5c-3d1bfc0bf9d7-42",
                        "source": "urn:uuid:74d44eee-7404-423f-9c39-4699e17918b4",
                        "type": "org.umec.gpio.edge.v1",
                        "subject": "lines/17/edge",
                        "time": "2026-06-21T12:00:00.000Z",
                        "datacontenttype": "application/json",
                        "data": {
                          "lineId": "17",
                          "name": "Push button",
                          "edge": "RISING",
                          "value": 1,
                          "time": "2026-06-21T12:00:00.000Z",
                          "sequence": 3
                        }
                      }
                    },
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/TestNotification"
                      },
                      "example": {
                        "notificationType": "TestNotification",
                        "_links": {
                          "subscription": {
                            "href": "/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "204": {
                    "description": "It was received."
                  },
                  "4XX": {
                    "$ref": "#/components/responses/400"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "$ref": "#/components/responses/EdgeSubscriptionCreated"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "414": {
            "$ref": "#/components/responses/414"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/applications/{appInstanceId}/subscriptions/{subscriptionId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        },
        {
          "$ref": "#/components/parameters/subscriptionId"
        }
      ],
      "get": {
        "tags": [
          "edge-subscriptions"
        ],
        "operationId": "EdgeSubscriptionsSubscriptionId_GET",
        "summary": "One subscription",
        "security": [
          {
            "oauth2": [
              "gpio:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/EdgeSubscription"
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "414": {
            "$ref": "#/components/responses/414"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      },
      "put": {
        "tags": [
          "edge-subscriptions"
        ],
        "operationId": "EdgeSubscriptionsSubscriptionId_PUT",
        "summary": "Replace a subscription",
        "description": "What waits for delivery goes on waiting, whatever is wanted from now on.",
        "security": [
          {
            "oauth2": [
              "gpio:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/EdgeSubscription"
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/EdgeSubscription"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "412": {
            "$ref": "#/components/responses/412"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "414": {
            "$ref": "#/components/responses/414"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      },
      "delete": {
        "tags": [
          "edge-subscriptions"
        ],
        "operationId": "EdgeSubscriptionsSubscriptionId_DELETE",
        "summary": "Unsubscribe",
        "security": [
          {
            "oauth2": [
              "gpio:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "responses": {
          "204": {
            "description": "It is gone, and with it what waited for delivery."
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "412": {
            "$ref": "#/components/responses/412"
          },
          "414": {
            "$ref": "#/components/responses/414"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/applications/{appInstanceId}/subscriptions/{subscriptionId}/websocket": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        },
        {
          "$ref": "#/components/parameters/subscriptionId"
        }
      ],
      "get": {
        "tags": [
          "edge-subscriptions"
        ],
        "operationId": "EdgeSubscriptionsSubscriptionIdWebsocket_GET",
        "summary": "Receive the notifications of one subscription (WebSocket)",
        "description": "Each text frame is a request in the form of HTTP/1.1 with the notification as its body. The next one comes when this one was answered with a text frame that begins with `HTTP/1.1 204`; what is not answered within 10 seconds comes again. 409 when the subscription has asked for no WebSocket. A new connection takes the place of the one before.",
        "security": [
          {
            "oauth2": [
              "gpio:read"
            ]
          },
          {
            "ticket": [
              "gpio:read"
            ]
          }
        ],
        "responses": {
          "101": {
            "description": "The connection is a WebSocket from now on."
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "409": {
            "$ref": "#/components/responses/409"
          },
          "414": {
            "$ref": "#/components/responses/414"
          },
          "426": {
            "$ref": "#/components/responses/426"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "oauth2": {
        "type": "oauth2",
        "description": "Client credentials (RFC 6749, section 4.4; ETSI GS MEC 009, clause 6.16).",
        "flows": {
          "clientCredentials": {
            "tokenUrl": "http://127.0.0.1:8080/oauth2/token",
            "scopes": {
              "gpio:read": "See lines and what they are, and be told of edges.",
              "gpio:write": "Set, configure and lease lines, and subscribe to edges."
            }
          }
        }
      },
      "ticket": {
        "type": "apiKey",
        "in": "query",
        "name": "ticket",
        "description": "Of `POST /tickets`, good once, for clients that cannot send a header with a WebSocket."
      }
    },
    "parameters": {
      "lineId": {
        "name": "lineId",
        "in": "path",
        "required": true,
        "description": "The line's name in the configuration; on a Raspberry Pi the BCM number.",
        "schema": {
          "$ref": "#/components/schemas/LineId"
        }
      },
      "leaseId": {
        "name": "leaseId",
        "in": "path",
        "required": true,
        "description": "The identifier of the lease, which the gateway gave it.",
        "schema": {
          "$ref": "#/components/schemas/LeaseId"
        }
      },
      "Umec-Lease": {
        "name": "Umec-Lease",
        "in": "header",
        "description": "The lease that holds the line. When it has ended, nothing is changed (412).",
        "schema": {
          "$ref": "#/components/schemas/LeaseId"
        }
      },
      "If-Match": {
        "name": "If-Match",
        "in": "header",
        "description": "The `ETag` of what you have read; the change is refused with 412 when it is no longer that.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1024
        }
      },
      "appInstanceId": {
        "name": "appInstanceId",
        "in": "path",
        "required": true,
        "description": "The application instance, as the platform or whoever started it named it.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        },
        "example": "28f38d38-7cf1-4be5-b8fa-6416d23d8961"
      },
      "subscriptionId": {
        "name": "subscriptionId",
        "in": "path",
        "required": true,
        "description": "The identifier of the subscription, which the platform gave it.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        },
        "example": "a70519cd-944d-4991-81c6-4af180f1684a"
      }
    },
    "requestBodies": {
      "EdgeSubscription": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/EdgeSubscriptionRequest"
            },
            "example": {
              "subscriptionType": "EdgeSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true
              },
              "filteringCriteria": {
                "edges": [
                  "RISING"
                ]
              }
            }
          }
        }
      }
    },
    "responses": {
      "304": {
        "description": "What you have is what there is."
      },
      "400": {
        "description": "The request is not as the specification says; nothing was changed.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "401": {
        "description": "A bearer token is missing or not valid.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "403": {
        "description": "The token does not allow this, or the present state of the resource forbids it.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "404": {
        "description": "There is nothing at this address.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "406": {
        "description": "None of the content types in `Accept` can be given.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "409": {
        "description": "The request contradicts the state of the resource.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "412": {
        "description": "The resource has changed since you read it (`If-Match`).",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "413": {
        "description": "The body is larger than this gateway takes.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "414": {
        "description": "The address is longer than this gateway reads.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "415": {
        "description": "The body is of another content type than expected.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "426": {
        "description": "This address speaks WebSocket only.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "429": {
        "description": "Too many requests; try again later.",
        "headers": {
          "Retry-After": {
            "$ref": "#/components/headers/Retry-After"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "503": {
        "description": "What the answer needs is not available just now, or the gateway has more to do than it can.",
        "headers": {
          "Retry-After": {
            "$ref": "#/components/headers/Retry-After"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "EdgeSubscriptionLinkList": {
        "description": "The subscriptions; none is an empty list.",
        "headers": {
          "ETag": {
            "$ref": "#/components/headers/ETag"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/SubscriptionLinkList"
            },
            "example": {
              "_links": {
                "self": {
                  "href": "/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                },
                "subscriptions": [
                  {
                    "href": "/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a",
                    "subscriptionType": "EdgeSubscription",
                    "rel": "EdgeSubscription"
                  }
                ]
              }
            }
          }
        }
      },
      "EdgeSubscription": {
        "description": "The subscription.",
        "headers": {
          "ETag": {
            "$ref": "#/components/headers/ETag"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/EdgeSubscription"
            },
            "example": {
              "subscriptionType": "EdgeSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true,
                "websocketUri": "ws://192.168.7.20:8080/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
              },
              "filteringCriteria": {
                "edges": [
                  "RISING"
                ]
              },
              "_links": {
                "self": {
                  "href": "/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                }
              }
            }
          }
        }
      },
      "EdgeSubscriptionCreated": {
        "description": "It is subscribed, and survives a restart of the gateway.",
        "headers": {
          "ETag": {
            "$ref": "#/components/headers/ETag"
          },
          "Location": {
            "$ref": "#/components/headers/Location"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/EdgeSubscription"
            },
            "example": {
              "subscriptionType": "EdgeSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true,
                "websocketUri": "ws://192.168.7.20:8080/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
              },
              "filteringCriteria": {
                "edges": [
                  "RISING"
                ]
              },
              "_links": {
                "self": {
                  "href": "/gpio/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                }
              }
            }
          }
        }
      }
    },
    "schemas": {
      "LineId": {
        "type": "string",
        "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$",
        "maxLength": 32,
        "examples": [
          "17"
        ]
      },
      "LeaseId": {
        "type": "string",
        "pattern": "^[0-9a-f-]{36}$",
        "maxLength": 36,
        "examples": [
          "8d3a9ea3-558b-4bb7-bcb7-6cbfd7371b6f"
        ]
      },
      "LineValue": {
        "type": "integer",
        "enum": [
          0,
          1
        ]
      },
      "Direction": {
        "type": "string",
        "enum": [
          "INPUT",
          "OUTPUT"
        ]
      },
      "Bias": {
        "type": "string",
        "enum": [
          "AS_IS",
          "PULL_UP",
          "PULL_DOWN",
          "DISABLED"
        ],
        "description": "The resistor in the chip; AS_IS leaves it as it was."
      },
      "Drive": {
        "type": "string",
        "enum": [
          "PUSH_PULL",
          "OPEN_DRAIN",
          "OPEN_SOURCE"
        ],
        "description": "Of an output, which levels it drives itself; of an input PUSH_PULL."
      },
      "Edge": {
        "type": "string",
        "enum": [
          "NONE",
          "RISING",
          "FALLING",
          "BOTH"
        ],
        "description": "Of an input, which changes are told; of an output NONE."
      },
      "DebounceUs": {
        "type": "integer",
        "minimum": 0,
        "maximum": 10000000,
        "description": "µs. Of an input, for how long it must have changed to count; of an output 0."
      },
      "Value": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "value"
        ],
        "properties": {
          "value": {
            "$ref": "#/components/schemas/LineValue"
          }
        }
      },
      "NewValues": {
        "description": "By `lineId`.",
        "type": "object",
        "minProperties": 1,
        "maxProperties": 512,
        "additionalProperties": {
          "$ref": "#/components/schemas/LineValue"
        },
        "examples": [
          {
            "22": 1,
            "27": 0
          }
        ]
      },
      "Values": {
        "description": "By `lineId`; of those that can be read.",
        "type": "object",
        "maxProperties": 512,
        "additionalProperties": {
          "$ref": "#/components/schemas/LineValue"
        },
        "examples": [
          {
            "22": 1,
            "27": 0
          }
        ]
      },
      "Configuration": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "direction",
          "activeLow",
          "bias",
          "drive",
          "edge",
          "debounceUs"
        ],
        "properties": {
          "direction": {
            "$ref": "#/components/schemas/Direction"
          },
          "activeLow": {
            "type": "boolean",
            "description": "Whether a low voltage is what counts as 1."
          },
          "bias": {
            "$ref": "#/components/schemas/Bias"
          },
          "drive": {
            "$ref": "#/components/schemas/Drive"
          },
          "edge": {
            "$ref": "#/components/schemas/Edge"
          },
          "debounceUs": {
            "$ref": "#/components/schemas/DebounceUs"
          }
        }
      },
      "Line": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "lineId",
          "chipId",
          "driver",
          "direction",
          "activeLow",
          "bias",
          "drive",
          "edge",
          "debounceUs",
          "free",
          "initial",
          "safe",
          "state",
          "_links"
        ],
        "properties": {
          "lineId": {
            "$ref": "#/components/schemas/LineId"
          },
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "What people call it."
          },
          "chipId": {
            "type": "string",
            "maxLength": 32,
            "description": "The chip's name in the configuration."
          },
          "driver": {
            "type": "string",
            "maxLength": 32,
            "description": "What reads and sets it; `simulated` is no real line."
          },
          "offset": {
            "type": "integer",
            "minimum": 0,
            "maximum": 65535,
            "description": "Its number on the chip."
          },
          "lineName": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "What the board calls it."
          },
          "consumer": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "Who holds it, as the kernel has it; `umec` is this gateway."
          },
          "value": {
            "$ref": "#/components/schemas/LineValue"
          },
          "direction": {
            "$ref": "#/components/schemas/Direction"
          },
          "activeLow": {
            "type": "boolean"
          },
          "bias": {
            "$ref": "#/components/schemas/Bias"
          },
          "drive": {
            "$ref": "#/components/schemas/Drive"
          },
          "edge": {
            "$ref": "#/components/schemas/Edge"
          },
          "debounceUs": {
            "$ref": "#/components/schemas/DebounceUs"
          },
          "free": {
            "type": "boolean",
            "description": "Whether clients may change direction, activeLow and drive."
          },
          "initial": {
            "$ref": "#/components/schemas/LineValue"
          },
          "safe": {
            "$ref": "#/components/schemas/LineValue"
          },
          "lastEdge": {
            "$ref": "#/components/schemas/LineEdge"
          },
          "leasedUntil": {
            "$ref": "#/components/schemas/DateTime"
          },
          "leasedBy": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "The client that has leased it; told to that client, and to who looks after the whole gateway."
          },
          "patternState": {
            "$ref": "#/components/schemas/PatternState"
          },
          "state": {
            "$ref": "#/components/schemas/State"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          },
          "_links": {
            "$ref": "#/components/schemas/LineLinks"
          }
        }
      },
      "LineLinks": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "self",
          "value",
          "configuration",
          "pattern"
        ],
        "properties": {
          "self": {
            "$ref": "#/components/schemas/LinkType"
          },
          "value": {
            "$ref": "#/components/schemas/LinkType"
          },
          "configuration": {
            "$ref": "#/components/schemas/LinkType"
          },
          "pattern": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
      },
      "LineEdge": {
        "description": "What the events of a line say, too.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "edge",
          "value",
          "time",
          "sequence"
        ],
        "properties": {
          "edge": {
            "$ref": "#/components/schemas/EdgeDirection"
          },
          "value": {
            "$ref": "#/components/schemas/LineValue"
          },
          "time": {
            "$ref": "#/components/schemas/DateTime"
          },
          "timestampNs": {
            "$ref": "#/components/schemas/TimestampNs"
          },
          "sequence": {
            "$ref": "#/components/schemas/EdgeSequence"
          }
        }
      },
      "EdgeDirection": {
        "type": "string",
        "enum": [
          "RISING",
          "FALLING"
        ],
        "description": "What counts as active rises."
      },
      "TimestampNs": {
        "description": "ns of the kernel's monotonic clock, when it happened; absent where the kernel does not tell.",
        "type": "string",
        "pattern": "^[0-9]+$",
        "maxLength": 20
      },
      "EdgeSequence": {
        "description": "Counts the edges of this line since the gateway started; a gap means edges that were lost.",
        "type": "integer",
        "minimum": 1,
        "maximum": 9007199254740991
      },
      "EdgeSubscriptionRequest": {
        "description": "At least one of `callbackReference` and `websockNotifConfig`; of both, the WebSocket is taken. Links are the gateway's to give; when they are sent all the same they are not looked at.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "subscriptionType"
        ],
        "oneOf": [
          {
            "required": [
              "callbackReference"
            ]
          },
          {
            "required": [
              "websockNotifConfig"
            ],
            "not": {
              "required": [
                "callbackReference"
              ],
              "properties": {
                "callbackReference": {}
              }
            }
          }
        ],
        "properties": {
          "subscriptionType": {
            "type": "string",
            "enum": [
              "EdgeSubscription"
            ]
          },
          "callbackReference": {
            "$ref": "#/components/schemas/CallbackReference"
          },
          "requestTestNotification": {
            "type": "boolean",
            "description": "Whether a test notification is to be sent at once."
          },
          "websockNotifConfig": {
            "$ref": "#/components/schemas/WebsockNotifConfigRequest"
          },
          "filteringCriteria": {
            "$ref": "#/components/schemas/EdgeCriteria"
          },
          "_links": {
            "$ref": "#/components/schemas/SentLinks"
          }
        }
      },
      "EdgeSubscription": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "subscriptionType",
          "_links"
        ],
        "properties": {
          "subscriptionType": {
            "type": "string",
            "enum": [
              "EdgeSubscription"
            ]
          },
          "callbackReference": {
            "$ref": "#/components/schemas/CallbackReference"
          },
          "requestTestNotification": {
            "type": "boolean",
            "description": "Whether a test notification is to be sent at once."
          },
          "websockNotifConfig": {
            "$ref": "#/components/schemas/WebsockNotifConfig"
          },
          "filteringCriteria": {
            "$ref": "#/components/schemas/EdgeCriteria"
          },
          "_links": {
            "$ref": "#/components/schemas/SelfLinks"
          }
        }
      },
      "EdgeCriteria": {
        "description": "Which edges are told: those that fit all that is given, of lines that the application may see. A line has only the edges that its configuration names (`edge`).",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "lineIds": {
            "type": "array",
            "minItems": 1,
            "maxItems": 64,
            "uniqueItems": true,
            "items": {
              "$ref": "#/components/schemas/LineId"
            }
          },
          "edges": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "uniqueItems": true,
            "items": {
              "$ref": "#/components/schemas/EdgeDirection"
            }
          }
        }
      },
      "EdgeEvent": {
        "description": "An edge: one CloudEvent 1.0 in JSON (structured mode), the same as at `/events/v1`. `source` and `id` name it once and for all, so whoever is told of it twice can tell.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "datacontenttype",
          "data"
        ],
        "properties": {
          "specversion": {
            "type": "string",
            "enum": [
              "1.0"
            ]
          },
          "id": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "source": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "The gateway: `urn:uuid:` and its identifier."
          },
          "type": {
            "type": "string",
            "enum": [
              "org.umec.gpio.edge.v1"
            ]
          },
          "subject": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "`lines/{lineId}/edge`"
          },
          "time": {
            "$ref": "#/components/schemas/DateTime"
          },
          "datacontenttype": {
            "type": "string",
            "enum": [
              "application/json"
            ]
          },
          "data": {
            "$ref": "#/components/schemas/EdgeEventData"
          }
        }
      },
      "EdgeEventData": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "lineId",
          "edge",
          "value",
          "time",
          "sequence"
        ],
        "properties": {
          "lineId": {
            "$ref": "#/components/schemas/LineId"
          },
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "What people call the line."
          },
          "edge": {
            "$ref": "#/components/schemas/EdgeDirection"
          },
          "value": {
            "$ref": "#/components/schemas/LineValue"
          },
          "time": {
            "$ref": "#/components/schemas/DateTime"
          },
          "timestampNs": {
            "$ref": "#/components/schemas/TimestampNs"
          },
          "sequence": {
            "$ref": "#/components/schemas/EdgeSequence"
          }
        }
      },
      "Step": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "value",
          "durationMs"
        ],
        "properties": {
          "value": {
            "$ref": "#/components/schemas/LineValue"
          },
          "durationMs": {
            "description": "ms; no shorter than the line may be set (`gpio.writesPerSecond`).",
            "type": "integer",
            "minimum": 1,
            "maximum": 3600000
          }
        }
      },
      "NewPattern": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "steps"
        ],
        "properties": {
          "steps": {
            "type": "array",
            "minItems": 1,
            "maxItems": 64,
            "items": {
              "$ref": "#/components/schemas/Step"
            }
          },
          "repeat": {
            "type": "integer",
            "minimum": 1,
            "maximum": 1000000,
            "default": 1,
            "description": "How often the steps are gone through."
          },
          "finally": {
            "description": "What it shows afterwards; absent, what the last step has shown.",
            "$ref": "#/components/schemas/LineValue"
          }
        }
      },
      "Pattern": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "steps",
          "repeat",
          "state",
          "startedAt",
          "stepsDone",
          "latestMs",
          "meanLateMs"
        ],
        "properties": {
          "steps": {
            "type": "array",
            "minItems": 1,
            "maxItems": 64,
            "items": {
              "$ref": "#/components/schemas/Step"
            }
          },
          "repeat": {
            "type": "integer",
            "minimum": 1,
            "maximum": 1000000
          },
          "finally": {
            "$ref": "#/components/schemas/LineValue"
          },
          "state": {
            "$ref": "#/components/schemas/PatternState"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          },
          "startedAt": {
            "$ref": "#/components/schemas/DateTime"
          },
          "stepsDone": {
            "type": "integer",
            "minimum": 0,
            "maximum": 64000000
          },
          "latestMs": {
            "type": "number",
            "minimum": 0,
            "maximum": 86400000,
            "description": "By how much the longest step was longer than asked for, ms."
          },
          "meanLateMs": {
            "type": "number",
            "minimum": 0,
            "maximum": 86400000,
            "description": "The same for all of them in the mean, ms."
          }
        }
      },
      "PatternState": {
        "description": "STOPPED is one that somebody ended, FAILED one whose line was lost.",
        "type": "string",
        "enum": [
          "RUNNING",
          "DONE",
          "STOPPED",
          "FAILED"
        ]
      },
      "AtEnd": {
        "description": "What its outputs show when it ends. SAFE is what an application that may die wants to leave behind.",
        "type": "string",
        "enum": [
          "KEEP",
          "SAFE"
        ]
      },
      "LeaseSeconds": {
        "type": "integer",
        "minimum": 1,
        "maximum": 300,
        "description": "s from now."
      },
      "NewLease": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "lineIds",
          "durationS"
        ],
        "properties": {
          "lineIds": {
            "type": "array",
            "minItems": 1,
            "maxItems": 64,
            "uniqueItems": true,
            "items": {
              "$ref": "#/components/schemas/LineId"
            }
          },
          "durationS": {
            "$ref": "#/components/schemas/LeaseSeconds"
          },
          "atEnd": {
            "$ref": "#/components/schemas/AtEnd",
            "default": "KEEP"
          }
        }
      },
      "LeaseTime": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "durationS"
        ],
        "properties": {
          "durationS": {
            "$ref": "#/components/schemas/LeaseSeconds"
          }
        }
      },
      "Lease": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "leaseId",
          "lineIds",
          "expiresAt",
          "atEnd",
          "_links"
        ],
        "properties": {
          "leaseId": {
            "$ref": "#/components/schemas/LeaseId"
          },
          "lineIds": {
            "type": "array",
            "minItems": 1,
            "maxItems": 64,
            "items": {
              "$ref": "#/components/schemas/LineId"
            }
          },
          "expiresAt": {
            "$ref": "#/components/schemas/DateTime"
          },
          "atEnd": {
            "$ref": "#/components/schemas/AtEnd"
          },
          "_links": {
            "$ref": "#/components/schemas/SelfLinks"
          }
        }
      },
      "DateTime": {
        "description": "A point in time, in UTC with milliseconds (RFC 3339).",
        "type": "string",
        "format": "date-time",
        "maxLength": 40
      },
      "State": {
        "description": "Whether it can be used now, in the words of ETSI GS MEC 011.",
        "type": "string",
        "enum": [
          "ACTIVE",
          "INACTIVE",
          "SUSPENDED"
        ]
      },
      "Reason": {
        "description": "Why it is not ACTIVE, and what would help.",
        "type": "string",
        "maxLength": 4096
      },
      "LinkType": {
        "type": "object",
        "required": [
          "href"
        ],
        "properties": {
          "href": {
            "type": "string",
            "format": "uri-reference",
            "maxLength": 2048
          }
        }
      },
      "ProblemDetails": {
        "description": "What went wrong, and what was expected (RFC 9457; ETSI GS MEC 009, clause 6.15).",
        "type": "object",
        "required": [
          "status",
          "detail"
        ],
        "properties": {
          "type": {
            "type": "string",
            "maxLength": 2048,
            "description": "A URI for the kind of problem; absent means about:blank."
          },
          "title": {
            "type": "string",
            "maxLength": 128,
            "description": "The kind of problem in a word."
          },
          "status": {
            "type": "integer",
            "minimum": 400,
            "maximum": 599,
            "description": "The HTTP status."
          },
          "detail": {
            "type": "string",
            "maxLength": 8192,
            "description": "What was wrong with this request and what was expected."
          },
          "instance": {
            "type": "string",
            "maxLength": 2048
          }
        }
      },
      "SelfLinks": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "self"
        ],
        "properties": {
          "self": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
      },
      "SubscriptionLinkListLinksSubscription": {
        "type": "object",
        "required": [
          "href",
          "subscriptionType",
          "rel"
        ],
        "properties": {
          "href": {
            "type": "string",
            "format": "uri-reference",
            "maxLength": 2048
          },
          "subscriptionType": {
            "type": "string",
            "maxLength": 64
          },
          "rel": {
            "type": "string",
            "maxLength": 64,
            "description": "The name of `subscriptionType` until V2.1.1."
          }
        }
      },
      "SubscriptionLinkListLinks": {
        "type": "object",
        "required": [
          "self"
        ],
        "properties": {
          "self": {
            "$ref": "#/components/schemas/LinkType"
          },
          "subscriptions": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/SubscriptionLinkListLinksSubscription"
            }
          }
        }
      },
      "SubscriptionLinkList": {
        "description": "The subscriptions of an application (clause 6.2.2).",
        "type": "object",
        "required": [
          "_links"
        ],
        "properties": {
          "_links": {
            "$ref": "#/components/schemas/SubscriptionLinkListLinks"
          }
        }
      },
      "CallbackReference": {
        "description": "Where notifications are posted: an absolute http or https address without query, fragment and user (ETSI GS MEC 009, clause 6.12.3), in a network that the configuration allows (`callbacks.networks`).",
        "type": "string",
        "minLength": 1,
        "maxLength": 2048
      },
      "WebsockNotifConfigRequest": {
        "description": "Asks for a WebSocket (ETSI GS MEC 009, clause 6.12a).",
        "type": "object",
        "maxProperties": 16,
        "required": [
          "requestWebsocketUri"
        ],
        "properties": {
          "requestWebsocketUri": {
            "type": "boolean",
            "enum": [
              true
            ]
          },
          "websocketUri": {
            "type": "string",
            "maxLength": 2048,
            "description": "The platform's to give; not looked at."
          }
        }
      },
      "SentLink": {
        "type": "object",
        "maxProperties": 16,
        "properties": {
          "href": {
            "type": "string",
            "maxLength": 2048
          }
        }
      },
      "SentLinks": {
        "type": "object",
        "maxProperties": 16,
        "properties": {
          "self": {
            "$ref": "#/components/schemas/SentLink"
          }
        }
      },
      "WebsockNotifConfig": {
        "description": "Where the WebSocket is on which notifications come.",
        "type": "object",
        "required": [
          "websocketUri"
        ],
        "properties": {
          "requestWebsocketUri": {
            "type": "boolean"
          },
          "websocketUri": {
            "type": "string",
            "maxLength": 2048
          }
        }
      },
      "SubscriptionLink": {
        "type": "object",
        "required": [
          "subscription"
        ],
        "properties": {
          "subscription": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
      },
      "TestNotification": {
        "description": "Shows a subscriber that notifications arrive (ETSI GS MEC 009, clause 6.12a).",
        "type": "object",
        "required": [
          "notificationType",
          "_links"
        ],
        "properties": {
          "notificationType": {
            "type": "string",
            "enum": [
              "TestNotification"
            ]
          },
          "_links": {
            "$ref": "#/components/schemas/SubscriptionLink"
          }
        }
      }
    },
    "headers": {
      "ETag": {
        "description": "Names this very representation; send it back in `If-None-Match` or `If-Match`.",
        "schema": {
          "type": "string",
          "maxLength": 128
        }
      },
      "Retry-After": {
        "description": "In how many seconds it may be tried again.",
        "schema": {
          "type": "integer",
          "minimum": 0,
          "maximum": 86400
        }
      },
      "Location": {
        "description": "Where the new resource is.",
        "required": true,
        "schema": {
          "type": "string",
          "format": "uri-reference",
          "maxLength": 2048
        }
      }
    }
  }
};
