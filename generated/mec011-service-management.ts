// Generated from openapi/mec011-service-management.yaml by `npm run generate`; change that file, not this one.
import type { Document } from '../src/http/document.js';

export interface paths {
    "/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every service
         * @description At most one of `ser_instance_id`, `ser_name` and `ser_category_id` may be given.
         */
        get: operations["Services_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{serviceId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `serInstanceId` of the service.
                 * @example 13d39c7a-4f09-48f4-bb1d-eac0a967c6da
                 */
                serviceId: components["parameters"]["serviceId"];
            };
            cookie?: never;
        };
        /** One service */
        get: operations["ServicesServiceId_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The transports that the platform provides */
        get: operations["Transports_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/services": {
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
        /**
         * The services of one application
         * @description At most one of `ser_instance_id`, `ser_name` and `ser_category_id` may be given.
         */
        get: operations["AppServices_GET"];
        put?: never;
        /**
         * Offer a service
         * @description A `serName` that begins with `umec-` is for the services of gateways, this one and those of its street. It takes the scope `street:write` too, and a client of the host; anybody else is answered 403, and nothing has changed.
         */
        post: operations["AppServices_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/services/{serviceId}": {
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
                 * @description The `serInstanceId` of the service.
                 * @example 13d39c7a-4f09-48f4-bb1d-eac0a967c6da
                 */
                serviceId: components["parameters"]["serviceId"];
            };
            cookie?: never;
        };
        /** One service of one application */
        get: operations["AppServicesServiceId_GET"];
        /**
         * Replace what a service says of itself
         * @description A `serName` that begins with `umec-` is for the services of gateways, this one and those of its street. It takes the scope `street:write` too, and a client of the host; anybody else is answered 403, and nothing has changed.
         */
        put: operations["AppServicesServiceId_PUT"];
        post?: never;
        /** Offer a service no more */
        delete: operations["AppServicesServiceId_DELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/services/{serviceId}/liveness": {
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
                 * @description The `serInstanceId` of the service.
                 * @example 13d39c7a-4f09-48f4-bb1d-eac0a967c6da
                 */
                serviceId: components["parameters"]["serviceId"];
            };
            cookie?: never;
        };
        /**
         * Whether a service is alive
         * @description 404 for a service that has not offered to send signs of life.
         */
        get: operations["ServiceLiveness_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Say that a service is alive
         * @description To be sent every `livenessInterval` seconds to the address in `_links.liveness`. A service of which nothing was heard for that long and one second more is SUSPENDED; this makes it ACTIVE again, and is then answered with 200, as it is when the interval has become another. 409 for a service that its application has made INACTIVE.
         */
        patch: operations["ServiceLiveness_PATCH"];
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
        /** The subscriptions of one application to changes of services */
        get: operations["AppSubscriptions_GET"];
        put?: never;
        /**
         * Subscribe to changes of services
         * @description Notifications go to `callbackReference`, or through a WebSocket when `websockNotifConfig` asks for one (ETSI GS MEC 009, clause 6.12a), as long as the subscription is there: at least once, and in order.
         */
        post: operations["AppSubscriptions_POST"];
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
        get: operations["AppSubscriptionsSubscriptionId_GET"];
        /**
         * Replace a subscription
         * @description Not part of MEC 011: what ETSI GS MEC 009, clause 6.12a describes for a subscriber that no test notification reached, and that asks for a WebSocket instead. What waits for delivery goes on waiting.
         */
        put: operations["AppSubscriptionsSubscriptionId_PUT"];
        post?: never;
        /** Unsubscribe */
        delete: operations["AppSubscriptionsSubscriptionId_DELETE"];
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
        get: operations["AppSubscriptionsSubscriptionIdWebsocket_GET"];
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
        /** @description What a service says of itself (clause 8.1.2.2). */
        ServiceInfo: {
            serInstanceId: components["schemas"]["SerInstanceId"];
            serName: components["schemas"]["SerName"];
            serCategory?: components["schemas"]["CategoryRef"];
            version: components["schemas"]["ServiceVersion"];
            state: components["schemas"]["ServiceState"];
            transportInfo: components["schemas"]["TransportInfo"];
            serializer: components["schemas"]["SerializerType"];
            scopeOfLocality?: components["schemas"]["LocalityType"];
            /** @description Whether it may be consumed only from the same locality. */
            consumedLocalOnly?: boolean;
            /** @description Whether it is in the locality of the one who asks. */
            isLocal?: boolean;
            /** @description Seconds between two signs of life. */
            livenessInterval?: number;
            _links: components["schemas"]["ServiceInfoLinks"];
        };
        ServiceInfoLinks: {
            self: components["schemas"]["LinkType"];
            liveness?: components["schemas"]["LinkType"];
        };
        /** @description What an application says of its service: exactly one of `transportId` and `transportInfo`. The identifier and the links are the platform's to give; when they are sent all the same they are not looked at. */
        ServiceInfoRequest: {
            serInstanceId?: components["schemas"]["SerInstanceId"];
            serName: components["schemas"]["SerName"];
            serCategory?: components["schemas"]["CategoryRef"];
            version: components["schemas"]["ServiceVersion"];
            state: components["schemas"]["ServiceInfoRequestState"];
            /** @description One of the transports of the platform. */
            transportId?: string;
            transportInfo?: components["schemas"]["TransportInfo"];
            serializer: components["schemas"]["SerializerType"];
            scopeOfLocality?: components["schemas"]["LocalityType"];
            /** @description True when absent. */
            consumedLocalOnly?: boolean;
            /** @description Not looked at; the platform answers it for each who asks. */
            isLocal?: boolean;
            /** @description Seconds between two signs of life. */
            livenessInterval?: number;
            _links?: components["schemas"]["ServiceInfoRequestLinks"];
        } & (unknown | unknown);
        ServiceInfoRequestLinks: {
            self?: components["schemas"]["SentLink"];
            liveness?: components["schemas"]["SentLink"];
        };
        /**
         * @description An application may say ACTIVE or INACTIVE; SUSPENDED is the platform's word.
         * @enum {string}
         */
        ServiceInfoRequestState: "ACTIVE" | "INACTIVE";
        /** @description How a service is reached (clause 8.1.2.3). */
        TransportInfo: {
            id: string;
            name: string;
            description?: string;
            type: components["schemas"]["TransportType"];
            /** @description HTTP for a REST API. */
            protocol: string;
            /** @description The version of the protocol. */
            version: string;
            endpoint: components["schemas"]["EndPointInfo"];
            security: components["schemas"]["SecurityInfo"];
            /** @description What else an implementation wants to say. */
            implSpecificInfo?: {
                [key: string]: unknown;
            };
        };
        /** @description The platform's identifier of the service. */
        SerInstanceId: string;
        ServiceVersion: string;
        /** @enum {string} */
        LocalityType: "MEC_SYSTEM" | "MEC_HOST" | "NFVI_POP" | "ZONE" | "ZONE_GROUP" | "NFVI_NODE";
        /** @enum {string} */
        ServiceState: "ACTIVE" | "INACTIVE" | "SUSPENDED";
        /** @description Of what and when the service was last heard (clause 8.1.2.4). */
        ServiceLivenessInfo: {
            state: components["schemas"]["ServiceState"];
            timeStamp: components["schemas"]["TimeStamp"];
            /** @description Seconds between two signs of life. */
            interval: number;
        };
        /** @description A sign of life (clause 8.1.2.5). */
        ServiceLivenessUpdate: {
            /** @enum {string} */
            state: "ACTIVE";
        };
        /** @description At least one of `callbackReference` and `websockNotifConfig`; of both, the WebSocket is taken. Links are the platform's to give; when they are sent all the same they are not looked at. */
        SerAvailabilityNotificationSubscriptionRequest: {
            /** @enum {string} */
            subscriptionType: "SerAvailabilityNotificationSubscription";
            callbackReference?: components["schemas"]["CallbackReference"];
            /** @description Whether a test notification is to be sent to `callbackReference` at once. */
            requestTestNotification?: boolean;
            websockNotifConfig?: components["schemas"]["WebsockNotifConfigRequest"];
            filteringCriteria?: components["schemas"]["FilteringCriteria"];
            _links?: components["schemas"]["SentLinks"];
        } & (unknown | unknown);
        SerAvailabilityNotificationSubscription: {
            /** @enum {string} */
            subscriptionType: "SerAvailabilityNotificationSubscription";
            callbackReference?: components["schemas"]["CallbackReference"];
            /** @description Whether a test notification is to be sent to `callbackReference` at once. */
            requestTestNotification?: boolean;
            websockNotifConfig?: components["schemas"]["WebsockNotifConfig"];
            filteringCriteria?: components["schemas"]["FilteringCriteria"];
            _links: components["schemas"]["SerAvailabilityNotificationSubscriptionLinks"];
        };
        SerAvailabilityNotificationSubscriptionLinks: {
            self: components["schemas"]["LinkType"];
        };
        /** @description Which changes are told: those that fit all that is given. At most one of `serInstanceIds`, `serNames` and `serCategories` may be given (clause 8.1.3.2). */
        FilteringCriteria: {
            serInstanceIds?: components["schemas"]["SerInstanceId"][];
            serNames?: components["schemas"]["SerName"][];
            serCategories?: components["schemas"]["CategoryRef"][];
            /** @description The state after the change. */
            states?: components["schemas"]["ServiceState"][];
            /** @description Whether the service is on the host of the platform. */
            isLocal?: boolean;
        };
        /** @description What comes to a subscriber (ETSI GS MEC 009, clause 6.12a). */
        SerAvailabilityMessage: components["schemas"]["SerAvailabilityNotification"] | components["schemas"]["TestNotification"];
        /** @description What happened to services (clause 8.1.4.2). */
        SerAvailabilityNotification: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            notificationType: "SerAvailabilityNotification";
            serviceReferences: components["schemas"]["ServiceReference"][];
            _links: components["schemas"]["SubscriptionLink"];
        };
        ServiceReference: {
            link?: components["schemas"]["LinkType"];
            serName: components["schemas"]["SerName"];
            serInstanceId: components["schemas"]["SerInstanceId"];
            state: components["schemas"]["ServiceState"];
            changeType: components["schemas"]["ChangeType"];
        };
        /** @enum {string} */
        ChangeType: "ADDED" | "REMOVED" | "STATE_CHANGED" | "ATTRIBUTES_CHANGED";
        /** @description The name of the service. */
        SerName: string;
        /** @description The kind of service (clause 8.1.5.2). */
        CategoryRef: {
            /** Format: uri-reference */
            href: string;
            id: string;
            name: string;
            version: string;
        };
        /** @enum {string} */
        TransportType: "REST_HTTP" | "MB_TOPIC_BASED" | "MB_ROUTING" | "MB_PUBSUB" | "RPC" | "RPC_STREAMING" | "WEBSOCKET";
        EndPointAddress: {
            host: string;
            port: number;
        };
        /** @description Where it is; exactly one of the four (clause 8.1.5.3). A REST service gives `uris`. */
        EndPointInfo: {
            uris?: string[];
            fqdn?: string[];
            addresses?: components["schemas"]["EndPointAddress"][];
            alternative?: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        GrantType: "OAUTH2_AUTHORIZATION_CODE" | "OAUTH2_IMPLICIT_GRANT" | "OAUTH2_RESOURCE_OWNER" | "OAUTH2_CLIENT_CREDENTIALS";
        OAuth2Info: {
            grantTypes: components["schemas"]["GrantType"][];
            /** Format: uri-reference */
            tokenEndpoint?: string;
        };
        /** @description What a consumer needs to be let in (clause 8.1.5.4). */
        SecurityInfo: {
            oAuth2Info?: components["schemas"]["OAuth2Info"];
        };
        /** @enum {string} */
        SerializerType: "JSON" | "XML" | "PROTOBUF3";
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
        SentLink: {
            href?: string;
        };
        /** @description A point in time. */
        TimeStamp: {
            /** @description Since the epoch, in UTC. */
            seconds: number;
            nanoSeconds: number;
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
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
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
        /** @description The service. */
        ServiceInfo: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "serInstanceId": "13d39c7a-4f09-48f4-bb1d-eac0a967c6da",
                 *       "serName": "plates",
                 *       "serCategory": {
                 *         "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                 *         "id": "plates",
                 *         "name": "Number plates",
                 *         "version": "1.0"
                 *       },
                 *       "version": "1.0",
                 *       "state": "ACTIVE",
                 *       "transportInfo": {
                 *         "id": "plates-rest",
                 *         "name": "REST",
                 *         "type": "REST_HTTP",
                 *         "protocol": "HTTP",
                 *         "version": "1.1",
                 *         "endpoint": {
                 *           "uris": [
                 *             "http://192.168.7.31:9000/plates"
                 *           ]
                 *         },
                 *         "security": {}
                 *       },
                 *       "serializer": "JSON",
                 *       "scopeOfLocality": "MEC_HOST",
                 *       "consumedLocalOnly": false,
                 *       "livenessInterval": 60,
                 *       "isLocal": true,
                 *       "_links": {
                 *         "self": {
                 *           "href": "/mec_service_mgmt/v1/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
                 *         },
                 *         "liveness": {
                 *           "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da/liveness"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ServiceInfo"];
            };
        };
        /** @description The services, in the order in which they came, 500 to a page; none is an empty list. */
        ServiceInfoList: {
            headers: {
                ETag: components["headers"]["ETag"];
                /** @description Leads to the next page, with `rel="next"`; absent on the last. */
                Link?: string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "serInstanceId": "13d39c7a-4f09-48f4-bb1d-eac0a967c6da",
                 *         "serName": "plates",
                 *         "serCategory": {
                 *           "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                 *           "id": "plates",
                 *           "name": "Number plates",
                 *           "version": "1.0"
                 *         },
                 *         "version": "1.0",
                 *         "state": "ACTIVE",
                 *         "transportInfo": {
                 *           "id": "plates-rest",
                 *           "name": "REST",
                 *           "type": "REST_HTTP",
                 *           "protocol": "HTTP",
                 *           "version": "1.1",
                 *           "endpoint": {
                 *             "uris": [
                 *               "http://192.168.7.31:9000/plates"
                 *             ]
                 *           },
                 *           "security": {}
                 *         },
                 *         "serializer": "JSON",
                 *         "scopeOfLocality": "MEC_HOST",
                 *         "consumedLocalOnly": false,
                 *         "livenessInterval": 60,
                 *         "isLocal": true,
                 *         "_links": {
                 *           "self": {
                 *             "href": "/mec_service_mgmt/v1/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
                 *           },
                 *           "liveness": {
                 *             "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da/liveness"
                 *           }
                 *         }
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["ServiceInfo"][];
            };
        };
        /** @description How the service does, and how often it is expected to say so. */
        ServiceLivenessInfo: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "state": "ACTIVE",
                 *       "interval": 60,
                 *       "timeStamp": {
                 *         "seconds": 1782043200,
                 *         "nanoSeconds": 215000000
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ServiceLivenessInfo"];
            };
        };
        /** @description The subscriptions; none is an empty list. */
        SerAvailabilitySubscriptionLinkList: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "_links": {
                 *         "self": {
                 *           "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                 *         },
                 *         "subscriptions": [
                 *           {
                 *             "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a",
                 *             "subscriptionType": "SerAvailabilityNotificationSubscription",
                 *             "rel": "SerAvailabilityNotificationSubscription"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionLinkList"];
            };
        };
        /** @description The subscription. */
        SerAvailabilityNotificationSubscription: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "SerAvailabilityNotificationSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true,
                 *         "websocketUri": "ws://192.168.7.20:8080/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
                 *       },
                 *       "filteringCriteria": {
                 *         "serNames": [
                 *           "plates"
                 *         ],
                 *         "states": [
                 *           "ACTIVE"
                 *         ],
                 *         "isLocal": true
                 *       },
                 *       "_links": {
                 *         "self": {
                 *           "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SerAvailabilityNotificationSubscription"];
            };
        };
        /** @description It is subscribed, and survives a restart of the gateway. */
        SerAvailabilityNotificationSubscriptionCreated: {
            headers: {
                ETag: components["headers"]["ETag"];
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "SerAvailabilityNotificationSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true,
                 *         "websocketUri": "ws://192.168.7.20:8080/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
                 *       },
                 *       "filteringCriteria": {
                 *         "serNames": [
                 *           "plates"
                 *         ],
                 *         "states": [
                 *           "ACTIVE"
                 *         ],
                 *         "isLocal": true
                 *       },
                 *       "_links": {
                 *         "self": {
                 *           "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SerAvailabilityNotificationSubscription"];
            };
        };
    };
    parameters: {
        /**
         * @description The `serInstanceId` of the service.
         * @example 13d39c7a-4f09-48f4-bb1d-eac0a967c6da
         */
        serviceId: string;
        /**
         * @description Services with one of these identifiers; repeat it, or separate them by commas.
         * @example [
         *       "13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
         *     ]
         */
        ser_instance_id: string[];
        /**
         * @description Services with one of these names; repeat it, or separate them by commas.
         * @example [
         *       "plates"
         *     ]
         */
        ser_name: string[];
        /**
         * @description Services of this category.
         * @example plates
         */
        ser_category_id: string;
        /** @description Services with this scope of locality. */
        scope_of_locality: components["schemas"]["LocalityType"];
        /** @description Services that may, or may not, be consumed from elsewhere. */
        consumed_local_only: boolean;
        /** @description Services that are, or are not, in the locality of the one who asks. */
        is_local: boolean;
        /** @description Only items for which all conditions hold, written `(op,attribute,value)` and joined by `;` (ETSI GS MEC 009, clause 6.19). Operators are `eq`, `neq`, `gt`, `lt`, `gte`, `lte` with one value, and `in`, `nin`, `cont`, `ncont` with one or more. A `/` leads into an attribute, `@key` is the key of a map. A value that has `,`, `)` or `'` stands in single quotes, with each quote in it doubled. Of an array one element must fit, the same one for all conditions with the same beginning. */
        filter: string;
        /** @description Every attribute, also those that are left out otherwise; it has no value (ETSI GS MEC 009, clause 6.18). */
        all_fields: string;
        /**
         * @description Of the complex attributes (objects and arrays) that may be absent only these, separated by commas; a `/` leads into an attribute. With `exclude_default`, these in addition to what is given anyway.
         * @example [
         *       "_links"
         *     ]
         */
        fields: string[];
        /**
         * @description All but these complex attributes (objects and arrays) that may be absent, separated by commas; a `/` leads into one.
         * @example [
         *       "_links"
         *     ]
         */
        exclude_fields: string[];
        /** @description All but what is left out of this list unless it is asked for, which is what no selector at all means too; it has no value. */
        exclude_default: string;
        /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
        nextpage_opaque_marker: string;
        /**
         * @description The application instance, as the platform or whoever started it named it.
         * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
         */
        appInstanceId: string;
        /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
        "If-Match": string;
        /**
         * @description The identifier of the subscription, which the platform gave it.
         * @example a70519cd-944d-4991-81c6-4af180f1684a
         */
        subscriptionId: string;
    };
    requestBodies: {
        ServiceInfo: {
            content: {
                /**
                 * @example {
                 *       "serName": "plates",
                 *       "serCategory": {
                 *         "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                 *         "id": "plates",
                 *         "name": "Number plates",
                 *         "version": "1.0"
                 *       },
                 *       "version": "1.0",
                 *       "state": "ACTIVE",
                 *       "transportInfo": {
                 *         "id": "plates-rest",
                 *         "name": "REST",
                 *         "type": "REST_HTTP",
                 *         "protocol": "HTTP",
                 *         "version": "1.1",
                 *         "endpoint": {
                 *           "uris": [
                 *             "http://192.168.7.31:9000/plates"
                 *           ]
                 *         },
                 *         "security": {}
                 *       },
                 *       "serializer": "JSON",
                 *       "scopeOfLocality": "MEC_HOST",
                 *       "consumedLocalOnly": false,
                 *       "livenessInterval": 60
                 *     }
                 */
                "application/json": components["schemas"]["ServiceInfoRequest"];
            };
        };
        SerAvailabilityNotificationSubscription: {
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "SerAvailabilityNotificationSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true
                 *       },
                 *       "filteringCriteria": {
                 *         "serNames": [
                 *           "plates"
                 *         ],
                 *         "states": [
                 *           "ACTIVE"
                 *         ],
                 *         "isLocal": true
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SerAvailabilityNotificationSubscriptionRequest"];
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
    Services_GET: {
        parameters: {
            query?: {
                /**
                 * @description Services with one of these identifiers; repeat it, or separate them by commas.
                 * @example [
                 *       "13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
                 *     ]
                 */
                ser_instance_id?: components["parameters"]["ser_instance_id"];
                /**
                 * @description Services with one of these names; repeat it, or separate them by commas.
                 * @example [
                 *       "plates"
                 *     ]
                 */
                ser_name?: components["parameters"]["ser_name"];
                /**
                 * @description Services of this category.
                 * @example plates
                 */
                ser_category_id?: components["parameters"]["ser_category_id"];
                /** @description Services with this scope of locality. */
                scope_of_locality?: components["parameters"]["scope_of_locality"];
                /** @description Services that may, or may not, be consumed from elsewhere. */
                consumed_local_only?: components["parameters"]["consumed_local_only"];
                /** @description Services that are, or are not, in the locality of the one who asks. */
                is_local?: components["parameters"]["is_local"];
                /** @description Only items for which all conditions hold, written `(op,attribute,value)` and joined by `;` (ETSI GS MEC 009, clause 6.19). Operators are `eq`, `neq`, `gt`, `lt`, `gte`, `lte` with one value, and `in`, `nin`, `cont`, `ncont` with one or more. A `/` leads into an attribute, `@key` is the key of a map. A value that has `,`, `)` or `'` stands in single quotes, with each quote in it doubled. Of an array one element must fit, the same one for all conditions with the same beginning. */
                filter?: components["parameters"]["filter"];
                /** @description Every attribute, also those that are left out otherwise; it has no value (ETSI GS MEC 009, clause 6.18). */
                all_fields?: components["parameters"]["all_fields"];
                /**
                 * @description Of the complex attributes (objects and arrays) that may be absent only these, separated by commas; a `/` leads into an attribute. With `exclude_default`, these in addition to what is given anyway.
                 * @example [
                 *       "_links"
                 *     ]
                 */
                fields?: components["parameters"]["fields"];
                /**
                 * @description All but these complex attributes (objects and arrays) that may be absent, separated by commas; a `/` leads into one.
                 * @example [
                 *       "_links"
                 *     ]
                 */
                exclude_fields?: components["parameters"]["exclude_fields"];
                /** @description All but what is left out of this list unless it is asked for, which is what no selector at all means too; it has no value. */
                exclude_default?: components["parameters"]["exclude_default"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ServiceInfoList"];
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    ServicesServiceId_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `serInstanceId` of the service.
                 * @example 13d39c7a-4f09-48f4-bb1d-eac0a967c6da
                 */
                serviceId: components["parameters"]["serviceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ServiceInfo"];
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
    Transports_GET: {
        parameters: {
            query?: {
                /** @description Only items for which all conditions hold, written `(op,attribute,value)` and joined by `;` (ETSI GS MEC 009, clause 6.19). Operators are `eq`, `neq`, `gt`, `lt`, `gte`, `lte` with one value, and `in`, `nin`, `cont`, `ncont` with one or more. A `/` leads into an attribute, `@key` is the key of a map. A value that has `,`, `)` or `'` stands in single quotes, with each quote in it doubled. Of an array one element must fit, the same one for all conditions with the same beginning. */
                filter?: components["parameters"]["filter"];
                /** @description Every attribute, also those that are left out otherwise; it has no value (ETSI GS MEC 009, clause 6.18). */
                all_fields?: components["parameters"]["all_fields"];
                /**
                 * @description Of the complex attributes (objects and arrays) that may be absent only these, separated by commas; a `/` leads into an attribute. With `exclude_default`, these in addition to what is given anyway.
                 * @example [
                 *       "_links"
                 *     ]
                 */
                fields?: components["parameters"]["fields"];
                /**
                 * @description All but these complex attributes (objects and arrays) that may be absent, separated by commas; a `/` leads into one.
                 * @example [
                 *       "_links"
                 *     ]
                 */
                exclude_fields?: components["parameters"]["exclude_fields"];
                /** @description All but what is left out of this list unless it is asked for, which is what no selector at all means too; it has no value. */
                exclude_default?: components["parameters"]["exclude_default"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transports; a service may name one by `transportId`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example [] */
                    "application/json": components["schemas"]["TransportInfo"][];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    AppServices_GET: {
        parameters: {
            query?: {
                /**
                 * @description Services with one of these identifiers; repeat it, or separate them by commas.
                 * @example [
                 *       "13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
                 *     ]
                 */
                ser_instance_id?: components["parameters"]["ser_instance_id"];
                /**
                 * @description Services with one of these names; repeat it, or separate them by commas.
                 * @example [
                 *       "plates"
                 *     ]
                 */
                ser_name?: components["parameters"]["ser_name"];
                /**
                 * @description Services of this category.
                 * @example plates
                 */
                ser_category_id?: components["parameters"]["ser_category_id"];
                /** @description Services with this scope of locality. */
                scope_of_locality?: components["parameters"]["scope_of_locality"];
                /** @description Services that may, or may not, be consumed from elsewhere. */
                consumed_local_only?: components["parameters"]["consumed_local_only"];
                /** @description Services that are, or are not, in the locality of the one who asks. */
                is_local?: components["parameters"]["is_local"];
                /** @description Only items for which all conditions hold, written `(op,attribute,value)` and joined by `;` (ETSI GS MEC 009, clause 6.19). Operators are `eq`, `neq`, `gt`, `lt`, `gte`, `lte` with one value, and `in`, `nin`, `cont`, `ncont` with one or more. A `/` leads into an attribute, `@key` is the key of a map. A value that has `,`, `)` or `'` stands in single quotes, with each quote in it doubled. Of an array one element must fit, the same one for all conditions with the same beginning. */
                filter?: components["parameters"]["filter"];
                /** @description Every attribute, also those that are left out otherwise; it has no value (ETSI GS MEC 009, clause 6.18). */
                all_fields?: components["parameters"]["all_fields"];
                /**
                 * @description Of the complex attributes (objects and arrays) that may be absent only these, separated by commas; a `/` leads into an attribute. With `exclude_default`, these in addition to what is given anyway.
                 * @example [
                 *       "_links"
                 *     ]
                 */
                fields?: components["parameters"]["fields"];
                /**
                 * @description All but these complex attributes (objects and arrays) that may be absent, separated by commas; a `/` leads into one.
                 * @example [
                 *       "_links"
                 *     ]
                 */
                exclude_fields?: components["parameters"]["exclude_fields"];
                /** @description All but what is left out of this list unless it is asked for, which is what no selector at all means too; it has no value. */
                exclude_default?: components["parameters"]["exclude_default"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
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
            200: components["responses"]["ServiceInfoList"];
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
    AppServices_POST: {
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
        requestBody: components["requestBodies"]["ServiceInfo"];
        responses: {
            /** @description It is registered, and survives a restart of the gateway. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "serInstanceId": "13d39c7a-4f09-48f4-bb1d-eac0a967c6da",
                     *       "serName": "plates",
                     *       "serCategory": {
                     *         "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                     *         "id": "plates",
                     *         "name": "Number plates",
                     *         "version": "1.0"
                     *       },
                     *       "version": "1.0",
                     *       "state": "ACTIVE",
                     *       "transportInfo": {
                     *         "id": "plates-rest",
                     *         "name": "REST",
                     *         "type": "REST_HTTP",
                     *         "protocol": "HTTP",
                     *         "version": "1.1",
                     *         "endpoint": {
                     *           "uris": [
                     *             "http://192.168.7.31:9000/plates"
                     *           ]
                     *         },
                     *         "security": {}
                     *       },
                     *       "serializer": "JSON",
                     *       "scopeOfLocality": "MEC_HOST",
                     *       "consumedLocalOnly": false,
                     *       "livenessInterval": 60,
                     *       "isLocal": true,
                     *       "_links": {
                     *         "self": {
                     *           "href": "/mec_service_mgmt/v1/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
                     *         },
                     *         "liveness": {
                     *           "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da/liveness"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ServiceInfo"];
                };
            };
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
    AppServicesServiceId_GET: {
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
                 * @description The `serInstanceId` of the service.
                 * @example 13d39c7a-4f09-48f4-bb1d-eac0a967c6da
                 */
                serviceId: components["parameters"]["serviceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ServiceInfo"];
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
    AppServicesServiceId_PUT: {
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
                 * @description The `serInstanceId` of the service.
                 * @example 13d39c7a-4f09-48f4-bb1d-eac0a967c6da
                 */
                serviceId: components["parameters"]["serviceId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ServiceInfo"];
        responses: {
            200: components["responses"]["ServiceInfo"];
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
    AppServicesServiceId_DELETE: {
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
                 * @description The `serInstanceId` of the service.
                 * @example 13d39c7a-4f09-48f4-bb1d-eac0a967c6da
                 */
                serviceId: components["parameters"]["serviceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
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
    ServiceLiveness_GET: {
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
                 * @description The `serInstanceId` of the service.
                 * @example 13d39c7a-4f09-48f4-bb1d-eac0a967c6da
                 */
                serviceId: components["parameters"]["serviceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ServiceLivenessInfo"];
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
    ServiceLiveness_PATCH: {
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
                 * @description The `serInstanceId` of the service.
                 * @example 13d39c7a-4f09-48f4-bb1d-eac0a967c6da
                 */
                serviceId: components["parameters"]["serviceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": "ACTIVE"
                 *     }
                 */
                "application/json": components["schemas"]["ServiceLivenessUpdate"];
                /**
                 * @example {
                 *       "state": "ACTIVE"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["ServiceLivenessUpdate"];
            };
        };
        responses: {
            200: components["responses"]["ServiceLivenessInfo"];
            /** @description It was alive before, and nothing has changed. */
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
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    AppSubscriptions_GET: {
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
            200: components["responses"]["SerAvailabilitySubscriptionLinkList"];
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
    AppSubscriptions_POST: {
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
        requestBody: components["requestBodies"]["SerAvailabilityNotificationSubscription"];
        responses: {
            201: components["responses"]["SerAvailabilityNotificationSubscriptionCreated"];
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
    AppSubscriptionsSubscriptionId_GET: {
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
            200: components["responses"]["SerAvailabilityNotificationSubscription"];
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
    AppSubscriptionsSubscriptionId_PUT: {
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
        requestBody: components["requestBodies"]["SerAvailabilityNotificationSubscription"];
        responses: {
            200: components["responses"]["SerAvailabilityNotificationSubscription"];
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
    AppSubscriptionsSubscriptionId_DELETE: {
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
    AppSubscriptionsSubscriptionIdWebsocket_GET: {
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
    "title": "MEC service management",
    "version": "3.1.1",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "Services that applications on this host and the gateway itself offer, and how to reach them: ETSI GS MEC 011 V3.1.1, clause 8, in our own words. What differs from ETSI's own OpenAPI file is listed in openapi/README.md."
  },
  "servers": [
    {
      "url": "/mec_service_mgmt/v1"
    }
  ],
  "security": [
    {
      "oauth2": [
        "mec_service_mgmt:read"
      ]
    }
  ],
  "tags": [
    {
      "name": "services",
      "description": "MEC services and transports."
    },
    {
      "name": "availability-subscriptions",
      "description": "Who is told when services change."
    }
  ],
  "paths": {
    "/services": {
      "get": {
        "tags": [
          "services"
        ],
        "operationId": "Services_GET",
        "summary": "Every service",
        "description": "At most one of `ser_instance_id`, `ser_name` and `ser_category_id` may be given.",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ser_instance_id"
          },
          {
            "$ref": "#/components/parameters/ser_name"
          },
          {
            "$ref": "#/components/parameters/ser_category_id"
          },
          {
            "$ref": "#/components/parameters/scope_of_locality"
          },
          {
            "$ref": "#/components/parameters/consumed_local_only"
          },
          {
            "$ref": "#/components/parameters/is_local"
          },
          {
            "$ref": "#/components/parameters/filter"
          },
          {
            "$ref": "#/components/parameters/all_fields"
          },
          {
            "$ref": "#/components/parameters/fields"
          },
          {
            "$ref": "#/components/parameters/exclude_fields"
          },
          {
            "$ref": "#/components/parameters/exclude_default"
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/ServiceInfoList"
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
    "/services/{serviceId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/serviceId"
        }
      ],
      "get": {
        "tags": [
          "services"
        ],
        "operationId": "ServicesServiceId_GET",
        "summary": "One service",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/ServiceInfo"
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
      }
    },
    "/transports": {
      "get": {
        "tags": [
          "services"
        ],
        "operationId": "Transports_GET",
        "summary": "The transports that the platform provides",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/filter"
          },
          {
            "$ref": "#/components/parameters/all_fields"
          },
          {
            "$ref": "#/components/parameters/fields"
          },
          {
            "$ref": "#/components/parameters/exclude_fields"
          },
          {
            "$ref": "#/components/parameters/exclude_default"
          }
        ],
        "responses": {
          "200": {
            "description": "The transports; a service may name one by `transportId`.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 64,
                  "items": {
                    "$ref": "#/components/schemas/TransportInfo"
                  }
                },
                "example": []
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
    "/applications/{appInstanceId}/services": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "get": {
        "tags": [
          "services"
        ],
        "operationId": "AppServices_GET",
        "summary": "The services of one application",
        "description": "At most one of `ser_instance_id`, `ser_name` and `ser_category_id` may be given.",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ser_instance_id"
          },
          {
            "$ref": "#/components/parameters/ser_name"
          },
          {
            "$ref": "#/components/parameters/ser_category_id"
          },
          {
            "$ref": "#/components/parameters/scope_of_locality"
          },
          {
            "$ref": "#/components/parameters/consumed_local_only"
          },
          {
            "$ref": "#/components/parameters/is_local"
          },
          {
            "$ref": "#/components/parameters/filter"
          },
          {
            "$ref": "#/components/parameters/all_fields"
          },
          {
            "$ref": "#/components/parameters/fields"
          },
          {
            "$ref": "#/components/parameters/exclude_fields"
          },
          {
            "$ref": "#/components/parameters/exclude_default"
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/ServiceInfoList"
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
          "services"
        ],
        "operationId": "AppServices_POST",
        "summary": "Offer a service",
        "description": "A `serName` that begins with `umec-` is for the services of gateways, this one and those of its street. It takes the scope `street:write` too, and a client of the host; anybody else is answered 403, and nothing has changed.",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:write"
            ]
          }
        ],
        "x-further-scope": "street:write",
        "requestBody": {
          "$ref": "#/components/requestBodies/ServiceInfo"
        },
        "responses": {
          "201": {
            "description": "It is registered, and survives a restart of the gateway.",
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
                  "$ref": "#/components/schemas/ServiceInfo"
                },
                "example": {
                  "serInstanceId": "13d39c7a-4f09-48f4-bb1d-eac0a967c6da",
                  "serName": "plates",
                  "serCategory": {
                    "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                    "id": "plates",
                    "name": "Number plates",
                    "version": "1.0"
                  },
                  "version": "1.0",
                  "state": "ACTIVE",
                  "transportInfo": {
                    "id": "plates-rest",
                    "name": "REST",
                    "type": "REST_HTTP",
                    "protocol": "HTTP",
                    "version": "1.1",
                    "endpoint": {
                      "uris": [
                        "http://192.168.7.31:9000/plates"
                      ]
                    },
                    "security": {}
                  },
                  "serializer": "JSON",
                  "scopeOfLocality": "MEC_HOST",
                  "consumedLocalOnly": false,
                  "livenessInterval": 60,
                  "isLocal": true,
                  "_links": {
                    "self": {
                      "href": "/mec_service_mgmt/v1/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
                    },
                    "liveness": {
                      "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da/liveness"
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
    "/applications/{appInstanceId}/services/{serviceId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        },
        {
          "$ref": "#/components/parameters/serviceId"
        }
      ],
      "get": {
        "tags": [
          "services"
        ],
        "operationId": "AppServicesServiceId_GET",
        "summary": "One service of one application",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/ServiceInfo"
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
          "services"
        ],
        "operationId": "AppServicesServiceId_PUT",
        "summary": "Replace what a service says of itself",
        "description": "A `serName` that begins with `umec-` is for the services of gateways, this one and those of its street. It takes the scope `street:write` too, and a client of the host; anybody else is answered 403, and nothing has changed.",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:write"
            ]
          }
        ],
        "x-further-scope": "street:write",
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/ServiceInfo"
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/ServiceInfo"
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
          "services"
        ],
        "operationId": "AppServicesServiceId_DELETE",
        "summary": "Offer a service no more",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:write"
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
            "description": "It is gone."
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
    "/applications/{appInstanceId}/services/{serviceId}/liveness": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        },
        {
          "$ref": "#/components/parameters/serviceId"
        }
      ],
      "get": {
        "tags": [
          "services"
        ],
        "operationId": "ServiceLiveness_GET",
        "summary": "Whether a service is alive",
        "description": "404 for a service that has not offered to send signs of life.",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/ServiceLivenessInfo"
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
      "patch": {
        "tags": [
          "services"
        ],
        "operationId": "ServiceLiveness_PATCH",
        "summary": "Say that a service is alive",
        "description": "To be sent every `livenessInterval` seconds to the address in `_links.liveness`. A service of which nothing was heard for that long and one second more is SUSPENDED; this makes it ACTIVE again, and is then answered with 200, as it is when the interval has become another. 409 for a service that its application has made INACTIVE.",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ServiceLivenessUpdate"
              },
              "example": {
                "state": "ACTIVE"
              }
            },
            "application/merge-patch+json": {
              "schema": {
                "$ref": "#/components/schemas/ServiceLivenessUpdate"
              },
              "example": {
                "state": "ACTIVE"
              }
            }
          }
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/ServiceLivenessInfo"
          },
          "204": {
            "description": "It was alive before, and nothing has changed."
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
    "/applications/{appInstanceId}/subscriptions": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "get": {
        "tags": [
          "availability-subscriptions"
        ],
        "operationId": "AppSubscriptions_GET",
        "summary": "The subscriptions of one application to changes of services",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/SerAvailabilitySubscriptionLinkList"
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
          "availability-subscriptions"
        ],
        "operationId": "AppSubscriptions_POST",
        "summary": "Subscribe to changes of services",
        "description": "Notifications go to `callbackReference`, or through a WebSocket when `websockNotifConfig` asks for one (ETSI GS MEC 009, clause 6.12a), as long as the subscription is there: at least once, and in order.",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:write"
            ]
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/SerAvailabilityNotificationSubscription"
        },
        "callbacks": {
          "SerAvailabilityNotification": {
            "{$request.body#/callbackReference}": {
              "post": {
                "summary": "What happened to services",
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/SerAvailabilityMessage"
                      },
                      "example": {
                        "notificationType": "SerAvailabilityNotification",
                        "serviceReferences": [
                          {
                            "link": {
                              "href": "/mec_service_mgmt/v1/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
                            },
                            "serName": "plates",
                            "serInstanceId": "13d39c7a-4f09-48f4-bb1d-eac0a967c6da",
                            "state": "ACTIVE",
                            "changeType": "ADDED"
                          }
                        ],
                        "_links": {
                          "subscription": {
                            "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
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
            "$ref": "#/components/responses/SerAvailabilityNotificationSubscriptionCreated"
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
          "availability-subscriptions"
        ],
        "operationId": "AppSubscriptionsSubscriptionId_GET",
        "summary": "One subscription",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/SerAvailabilityNotificationSubscription"
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
          "availability-subscriptions"
        ],
        "operationId": "AppSubscriptionsSubscriptionId_PUT",
        "summary": "Replace a subscription",
        "description": "Not part of MEC 011: what ETSI GS MEC 009, clause 6.12a describes for a subscriber that no test notification reached, and that asks for a WebSocket instead. What waits for delivery goes on waiting.",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/SerAvailabilityNotificationSubscription"
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/SerAvailabilityNotificationSubscription"
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
          "availability-subscriptions"
        ],
        "operationId": "AppSubscriptionsSubscriptionId_DELETE",
        "summary": "Unsubscribe",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:write"
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
          "availability-subscriptions"
        ],
        "operationId": "AppSubscriptionsSubscriptionIdWebsocket_GET",
        "summary": "Receive the notifications of one subscription (WebSocket)",
        "description": "Each text frame is a request in the form of HTTP/1.1 with the notification as its body. The next one comes when this one was answered with a text frame that begins with `HTTP/1.1 204`; what is not answered within 10 seconds comes again. 409 when the subscription has asked for no WebSocket. A new connection takes the place of the one before.",
        "security": [
          {
            "oauth2": [
              "mec_service_mgmt:read"
            ]
          },
          {
            "ticket": [
              "mec_service_mgmt:read"
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
              "mec_service_mgmt:read": "Find services, and be told of their changes.",
              "mec_service_mgmt:write": "Offer services, and subscribe.",
              "street:write": "Offer services under names that begin with `umec-`, as gateways do."
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
      "serviceId": {
        "name": "serviceId",
        "in": "path",
        "required": true,
        "description": "The `serInstanceId` of the service.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        },
        "example": "13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
      },
      "ser_instance_id": {
        "name": "ser_instance_id",
        "in": "query",
        "allowReserved": true,
        "description": "Services with one of these identifiers; repeat it, or separate them by commas.",
        "explode": true,
        "schema": {
          "type": "array",
          "minItems": 1,
          "maxItems": 100,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          }
        },
        "example": [
          "13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
        ]
      },
      "ser_name": {
        "name": "ser_name",
        "in": "query",
        "allowReserved": true,
        "description": "Services with one of these names; repeat it, or separate them by commas.",
        "explode": true,
        "schema": {
          "type": "array",
          "minItems": 1,
          "maxItems": 100,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          }
        },
        "example": [
          "plates"
        ]
      },
      "ser_category_id": {
        "name": "ser_category_id",
        "in": "query",
        "allowReserved": true,
        "description": "Services of this category.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        },
        "example": "plates"
      },
      "scope_of_locality": {
        "name": "scope_of_locality",
        "in": "query",
        "description": "Services with this scope of locality.",
        "schema": {
          "$ref": "#/components/schemas/LocalityType"
        }
      },
      "consumed_local_only": {
        "name": "consumed_local_only",
        "in": "query",
        "description": "Services that may, or may not, be consumed from elsewhere.",
        "schema": {
          "type": "boolean"
        }
      },
      "is_local": {
        "name": "is_local",
        "in": "query",
        "description": "Services that are, or are not, in the locality of the one who asks.",
        "schema": {
          "type": "boolean"
        }
      },
      "filter": {
        "name": "filter",
        "in": "query",
        "allowReserved": true,
        "description": "Only items for which all conditions hold, written `(op,attribute,value)` and joined by `;` (ETSI GS MEC 009, clause 6.19). Operators are `eq`, `neq`, `gt`, `lt`, `gte`, `lte` with one value, and `in`, `nin`, `cont`, `ncont` with one or more. A `/` leads into an attribute, `@key` is the key of a map. A value that has `,`, `)` or `'` stands in single quotes, with each quote in it doubled. Of an array one element must fit, the same one for all conditions with the same beginning.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 2048
        },
        "examples": {
          "one": {
            "value": "(eq,state,ACTIVE)"
          },
          "two": {
            "value": "(in,serName,plates,people);(neq,serCategory/id,'a,b')"
          }
        }
      },
      "all_fields": {
        "name": "all_fields",
        "in": "query",
        "allowEmptyValue": true,
        "description": "Every attribute, also those that are left out otherwise; it has no value (ETSI GS MEC 009, clause 6.18).",
        "schema": {
          "type": "string",
          "maxLength": 0
        }
      },
      "fields": {
        "name": "fields",
        "in": "query",
        "style": "form",
        "explode": false,
        "allowReserved": true,
        "description": "Of the complex attributes (objects and arrays) that may be absent only these, separated by commas; a `/` leads into an attribute. With `exclude_default`, these in addition to what is given anyway.",
        "schema": {
          "type": "array",
          "minItems": 1,
          "maxItems": 32,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 256
          }
        },
        "example": [
          "_links"
        ]
      },
      "exclude_fields": {
        "name": "exclude_fields",
        "in": "query",
        "style": "form",
        "explode": false,
        "allowReserved": true,
        "description": "All but these complex attributes (objects and arrays) that may be absent, separated by commas; a `/` leads into one.",
        "schema": {
          "type": "array",
          "minItems": 1,
          "maxItems": 32,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 256
          }
        },
        "example": [
          "_links"
        ]
      },
      "exclude_default": {
        "name": "exclude_default",
        "in": "query",
        "allowEmptyValue": true,
        "description": "All but what is left out of this list unless it is asked for, which is what no selector at all means too; it has no value.",
        "schema": {
          "type": "string",
          "maxLength": 0
        }
      },
      "nextpage_opaque_marker": {
        "name": "nextpage_opaque_marker",
        "in": "query",
        "description": "Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20).",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 256
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
      "ServiceInfo": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ServiceInfoRequest"
            },
            "example": {
              "serName": "plates",
              "serCategory": {
                "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                "id": "plates",
                "name": "Number plates",
                "version": "1.0"
              },
              "version": "1.0",
              "state": "ACTIVE",
              "transportInfo": {
                "id": "plates-rest",
                "name": "REST",
                "type": "REST_HTTP",
                "protocol": "HTTP",
                "version": "1.1",
                "endpoint": {
                  "uris": [
                    "http://192.168.7.31:9000/plates"
                  ]
                },
                "security": {}
              },
              "serializer": "JSON",
              "scopeOfLocality": "MEC_HOST",
              "consumedLocalOnly": false,
              "livenessInterval": 60
            }
          }
        }
      },
      "SerAvailabilityNotificationSubscription": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/SerAvailabilityNotificationSubscriptionRequest"
            },
            "example": {
              "subscriptionType": "SerAvailabilityNotificationSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true
              },
              "filteringCriteria": {
                "serNames": [
                  "plates"
                ],
                "states": [
                  "ACTIVE"
                ],
                "isLocal": true
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
      "ServiceInfo": {
        "description": "The service.",
        "headers": {
          "ETag": {
            "$ref": "#/components/headers/ETag"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ServiceInfo"
            },
            "example": {
              "serInstanceId": "13d39c7a-4f09-48f4-bb1d-eac0a967c6da",
              "serName": "plates",
              "serCategory": {
                "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                "id": "plates",
                "name": "Number plates",
                "version": "1.0"
              },
              "version": "1.0",
              "state": "ACTIVE",
              "transportInfo": {
                "id": "plates-rest",
                "name": "REST",
                "type": "REST_HTTP",
                "protocol": "HTTP",
                "version": "1.1",
                "endpoint": {
                  "uris": [
                    "http://192.168.7.31:9000/plates"
                  ]
                },
                "security": {}
              },
              "serializer": "JSON",
              "scopeOfLocality": "MEC_HOST",
              "consumedLocalOnly": false,
              "livenessInterval": 60,
              "isLocal": true,
              "_links": {
                "self": {
                  "href": "/mec_service_mgmt/v1/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
                },
                "liveness": {
                  "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da/liveness"
                }
              }
            }
          }
        }
      },
      "ServiceInfoList": {
        "description": "The services, in the order in which they came, 500 to a page; none is an empty list.",
        "headers": {
          "ETag": {
            "$ref": "#/components/headers/ETag"
          },
          "Link": {
            "description": "Leads to the next page, with `rel=\"next\"`; absent on the last.",
            "required": false,
            "schema": {
              "type": "string",
              "maxLength": 16384
            }
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "type": "array",
              "maxItems": 500,
              "items": {
                "$ref": "#/components/schemas/ServiceInfo"
              }
            },
            "example": [
              {
                "serInstanceId": "13d39c7a-4f09-48f4-bb1d-eac0a967c6da",
                "serName": "plates",
                "serCategory": {
                  "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                  "id": "plates",
                  "name": "Number plates",
                  "version": "1.0"
                },
                "version": "1.0",
                "state": "ACTIVE",
                "transportInfo": {
                  "id": "plates-rest",
                  "name": "REST",
                  "type": "REST_HTTP",
                  "protocol": "HTTP",
                  "version": "1.1",
                  "endpoint": {
                    "uris": [
                      "http://192.168.7.31:9000/plates"
                    ]
                  },
                  "security": {}
                },
                "serializer": "JSON",
                "scopeOfLocality": "MEC_HOST",
                "consumedLocalOnly": false,
                "livenessInterval": 60,
                "isLocal": true,
                "_links": {
                  "self": {
                    "href": "/mec_service_mgmt/v1/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
                  },
                  "liveness": {
                    "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services/13d39c7a-4f09-48f4-bb1d-eac0a967c6da/liveness"
                  }
                }
              }
            ]
          }
        }
      },
      "ServiceLivenessInfo": {
        "description": "How the service does, and how often it is expected to say so.",
        "headers": {
          "ETag": {
            "$ref": "#/components/headers/ETag"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ServiceLivenessInfo"
            },
            "example": {
              "state": "ACTIVE",
              "interval": 60,
              "timeStamp": {
                "seconds": 1782043200,
                "nanoSeconds": 215000000
              }
            }
          }
        }
      },
      "SerAvailabilitySubscriptionLinkList": {
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
                  "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                },
                "subscriptions": [
                  {
                    "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a",
                    "subscriptionType": "SerAvailabilityNotificationSubscription",
                    "rel": "SerAvailabilityNotificationSubscription"
                  }
                ]
              }
            }
          }
        }
      },
      "SerAvailabilityNotificationSubscription": {
        "description": "The subscription.",
        "headers": {
          "ETag": {
            "$ref": "#/components/headers/ETag"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/SerAvailabilityNotificationSubscription"
            },
            "example": {
              "subscriptionType": "SerAvailabilityNotificationSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true,
                "websocketUri": "ws://192.168.7.20:8080/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
              },
              "filteringCriteria": {
                "serNames": [
                  "plates"
                ],
                "states": [
                  "ACTIVE"
                ],
                "isLocal": true
              },
              "_links": {
                "self": {
                  "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                }
              }
            }
          }
        }
      },
      "SerAvailabilityNotificationSubscriptionCreated": {
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
              "$ref": "#/components/schemas/SerAvailabilityNotificationSubscription"
            },
            "example": {
              "subscriptionType": "SerAvailabilityNotificationSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true,
                "websocketUri": "ws://192.168.7.20:8080/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
              },
              "filteringCriteria": {
                "serNames": [
                  "plates"
                ],
                "states": [
                  "ACTIVE"
                ],
                "isLocal": true
              },
              "_links": {
                "self": {
                  "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                }
              }
            }
          }
        }
      }
    },
    "schemas": {
      "ServiceInfo": {
        "description": "What a service says of itself (clause 8.1.2.2).",
        "type": "object",
        "required": [
          "serInstanceId",
          "serName",
          "version",
          "state",
          "transportInfo",
          "serializer",
          "_links"
        ],
        "properties": {
          "serInstanceId": {
            "$ref": "#/components/schemas/SerInstanceId"
          },
          "serName": {
            "$ref": "#/components/schemas/SerName"
          },
          "serCategory": {
            "$ref": "#/components/schemas/CategoryRef"
          },
          "version": {
            "$ref": "#/components/schemas/ServiceVersion"
          },
          "state": {
            "$ref": "#/components/schemas/ServiceState"
          },
          "transportInfo": {
            "$ref": "#/components/schemas/TransportInfo"
          },
          "serializer": {
            "$ref": "#/components/schemas/SerializerType"
          },
          "scopeOfLocality": {
            "$ref": "#/components/schemas/LocalityType"
          },
          "consumedLocalOnly": {
            "type": "boolean",
            "description": "Whether it may be consumed only from the same locality."
          },
          "isLocal": {
            "type": "boolean",
            "description": "Whether it is in the locality of the one who asks."
          },
          "livenessInterval": {
            "type": "integer",
            "minimum": 0,
            "maximum": 86400,
            "description": "Seconds between two signs of life."
          },
          "_links": {
            "$ref": "#/components/schemas/ServiceInfoLinks"
          }
        }
      },
      "ServiceInfoLinks": {
        "type": "object",
        "required": [
          "self"
        ],
        "properties": {
          "self": {
            "$ref": "#/components/schemas/LinkType"
          },
          "liveness": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
      },
      "ServiceInfoRequest": {
        "description": "What an application says of its service: exactly one of `transportId` and `transportInfo`. The identifier and the links are the platform's to give; when they are sent all the same they are not looked at.",
        "type": "object",
        "maxProperties": 64,
        "required": [
          "serName",
          "version",
          "state",
          "serializer"
        ],
        "oneOf": [
          {
            "required": [
              "transportId"
            ]
          },
          {
            "required": [
              "transportInfo"
            ]
          }
        ],
        "properties": {
          "serInstanceId": {
            "$ref": "#/components/schemas/SerInstanceId"
          },
          "serName": {
            "$ref": "#/components/schemas/SerName"
          },
          "serCategory": {
            "$ref": "#/components/schemas/CategoryRef"
          },
          "version": {
            "$ref": "#/components/schemas/ServiceVersion"
          },
          "state": {
            "$ref": "#/components/schemas/ServiceInfoRequestState"
          },
          "transportId": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128,
            "description": "One of the transports of the platform."
          },
          "transportInfo": {
            "$ref": "#/components/schemas/TransportInfo"
          },
          "serializer": {
            "$ref": "#/components/schemas/SerializerType"
          },
          "scopeOfLocality": {
            "$ref": "#/components/schemas/LocalityType"
          },
          "consumedLocalOnly": {
            "type": "boolean",
            "description": "True when absent."
          },
          "isLocal": {
            "type": "boolean",
            "description": "Not looked at; the platform answers it for each who asks."
          },
          "livenessInterval": {
            "type": "integer",
            "minimum": 0,
            "maximum": 86400,
            "description": "Seconds between two signs of life."
          },
          "_links": {
            "$ref": "#/components/schemas/ServiceInfoRequestLinks"
          }
        }
      },
      "ServiceInfoRequestLinks": {
        "type": "object",
        "maxProperties": 16,
        "properties": {
          "self": {
            "$ref": "#/components/schemas/SentLink"
          },
          "liveness": {
            "$ref": "#/components/schemas/SentLink"
          }
        }
      },
      "ServiceInfoRequestState": {
        "description": "An application may say ACTIVE or INACTIVE; SUSPENDED is the platform's word.",
        "type": "string",
        "enum": [
          "ACTIVE",
          "INACTIVE"
        ]
      },
      "TransportInfo": {
        "description": "How a service is reached (clause 8.1.2.3).",
        "type": "object",
        "required": [
          "id",
          "name",
          "type",
          "protocol",
          "version",
          "endpoint",
          "security"
        ],
        "properties": {
          "id": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "description": {
            "type": "string",
            "maxLength": 1024
          },
          "type": {
            "$ref": "#/components/schemas/TransportType"
          },
          "protocol": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "HTTP for a REST API."
          },
          "version": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "The version of the protocol."
          },
          "endpoint": {
            "$ref": "#/components/schemas/EndPointInfo"
          },
          "security": {
            "$ref": "#/components/schemas/SecurityInfo"
          },
          "implSpecificInfo": {
            "type": "object",
            "maxProperties": 64,
            "additionalProperties": true,
            "description": "What else an implementation wants to say."
          }
        }
      },
      "SerInstanceId": {
        "type": "string",
        "maxLength": 128,
        "description": "The platform's identifier of the service."
      },
      "ServiceVersion": {
        "type": "string",
        "minLength": 1,
        "maxLength": 64
      },
      "LocalityType": {
        "type": "string",
        "enum": [
          "MEC_SYSTEM",
          "MEC_HOST",
          "NFVI_POP",
          "ZONE",
          "ZONE_GROUP",
          "NFVI_NODE"
        ]
      },
      "ServiceState": {
        "type": "string",
        "enum": [
          "ACTIVE",
          "INACTIVE",
          "SUSPENDED"
        ]
      },
      "ServiceLivenessInfo": {
        "description": "Of what and when the service was last heard (clause 8.1.2.4).",
        "type": "object",
        "required": [
          "state",
          "timeStamp",
          "interval"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/ServiceState"
          },
          "timeStamp": {
            "$ref": "#/components/schemas/TimeStamp"
          },
          "interval": {
            "type": "integer",
            "minimum": 1,
            "maximum": 86400,
            "description": "Seconds between two signs of life."
          }
        }
      },
      "ServiceLivenessUpdate": {
        "description": "A sign of life (clause 8.1.2.5).",
        "type": "object",
        "maxProperties": 16,
        "required": [
          "state"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "ACTIVE"
            ]
          }
        }
      },
      "SerAvailabilityNotificationSubscriptionRequest": {
        "description": "At least one of `callbackReference` and `websockNotifConfig`; of both, the WebSocket is taken. Links are the platform's to give; when they are sent all the same they are not looked at.",
        "type": "object",
        "maxProperties": 64,
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
              "SerAvailabilityNotificationSubscription"
            ]
          },
          "callbackReference": {
            "$ref": "#/components/schemas/CallbackReference"
          },
          "requestTestNotification": {
            "type": "boolean",
            "description": "Whether a test notification is to be sent to `callbackReference` at once."
          },
          "websockNotifConfig": {
            "$ref": "#/components/schemas/WebsockNotifConfigRequest"
          },
          "filteringCriteria": {
            "$ref": "#/components/schemas/FilteringCriteria"
          },
          "_links": {
            "$ref": "#/components/schemas/SentLinks"
          }
        }
      },
      "SerAvailabilityNotificationSubscription": {
        "type": "object",
        "required": [
          "subscriptionType",
          "_links"
        ],
        "properties": {
          "subscriptionType": {
            "type": "string",
            "enum": [
              "SerAvailabilityNotificationSubscription"
            ]
          },
          "callbackReference": {
            "$ref": "#/components/schemas/CallbackReference"
          },
          "requestTestNotification": {
            "type": "boolean",
            "description": "Whether a test notification is to be sent to `callbackReference` at once."
          },
          "websockNotifConfig": {
            "$ref": "#/components/schemas/WebsockNotifConfig"
          },
          "filteringCriteria": {
            "$ref": "#/components/schemas/FilteringCriteria"
          },
          "_links": {
            "$ref": "#/components/schemas/SerAvailabilityNotificationSubscriptionLinks"
          }
        }
      },
      "SerAvailabilityNotificationSubscriptionLinks": {
        "type": "object",
        "required": [
          "self"
        ],
        "properties": {
          "self": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
      },
      "FilteringCriteria": {
        "description": "Which changes are told: those that fit all that is given. At most one of `serInstanceIds`, `serNames` and `serCategories` may be given (clause 8.1.3.2).",
        "type": "object",
        "maxProperties": 16,
        "properties": {
          "serInstanceIds": {
            "type": "array",
            "minItems": 1,
            "maxItems": 64,
            "items": {
              "$ref": "#/components/schemas/SerInstanceId"
            }
          },
          "serNames": {
            "type": "array",
            "minItems": 1,
            "maxItems": 64,
            "items": {
              "$ref": "#/components/schemas/SerName"
            }
          },
          "serCategories": {
            "type": "array",
            "minItems": 1,
            "maxItems": 64,
            "items": {
              "$ref": "#/components/schemas/CategoryRef"
            }
          },
          "states": {
            "description": "The state after the change.",
            "type": "array",
            "minItems": 1,
            "maxItems": 3,
            "items": {
              "$ref": "#/components/schemas/ServiceState"
            }
          },
          "isLocal": {
            "type": "boolean",
            "description": "Whether the service is on the host of the platform."
          }
        }
      },
      "SerAvailabilityMessage": {
        "description": "What comes to a subscriber (ETSI GS MEC 009, clause 6.12a).",
        "oneOf": [
          {
            "$ref": "#/components/schemas/SerAvailabilityNotification"
          },
          {
            "$ref": "#/components/schemas/TestNotification"
          }
        ],
        "discriminator": {
          "propertyName": "notificationType",
          "mapping": {
            "SerAvailabilityNotification": "#/components/schemas/SerAvailabilityNotification",
            "TestNotification": "#/components/schemas/TestNotification"
          }
        }
      },
      "SerAvailabilityNotification": {
        "description": "What happened to services (clause 8.1.4.2).",
        "type": "object",
        "required": [
          "notificationType",
          "serviceReferences",
          "_links"
        ],
        "properties": {
          "notificationType": {
            "type": "string",
            "enum": [
              "SerAvailabilityNotification"
            ]
          },
          "serviceReferences": {
            "type": "array",
            "minItems": 1,
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/ServiceReference"
            }
          },
          "_links": {
            "$ref": "#/components/schemas/SubscriptionLink"
          }
        }
      },
      "ServiceReference": {
        "type": "object",
        "required": [
          "serName",
          "serInstanceId",
          "state",
          "changeType"
        ],
        "properties": {
          "link": {
            "$ref": "#/components/schemas/LinkType"
          },
          "serName": {
            "$ref": "#/components/schemas/SerName"
          },
          "serInstanceId": {
            "$ref": "#/components/schemas/SerInstanceId"
          },
          "state": {
            "$ref": "#/components/schemas/ServiceState"
          },
          "changeType": {
            "$ref": "#/components/schemas/ChangeType"
          }
        }
      },
      "ChangeType": {
        "type": "string",
        "enum": [
          "ADDED",
          "REMOVED",
          "STATE_CHANGED",
          "ATTRIBUTES_CHANGED"
        ]
      },
      "SerName": {
        "type": "string",
        "minLength": 1,
        "maxLength": 128,
        "description": "The name of the service."
      },
      "CategoryRef": {
        "description": "The kind of service (clause 8.1.5.2).",
        "type": "object",
        "required": [
          "href",
          "id",
          "name",
          "version"
        ],
        "properties": {
          "href": {
            "type": "string",
            "format": "uri-reference",
            "maxLength": 2048
          },
          "id": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "version": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64
          }
        }
      },
      "TransportType": {
        "type": "string",
        "enum": [
          "REST_HTTP",
          "MB_TOPIC_BASED",
          "MB_ROUTING",
          "MB_PUBSUB",
          "RPC",
          "RPC_STREAMING",
          "WEBSOCKET"
        ]
      },
      "EndPointAddress": {
        "type": "object",
        "required": [
          "host",
          "port"
        ],
        "properties": {
          "host": {
            "type": "string",
            "minLength": 1,
            "maxLength": 253
          },
          "port": {
            "type": "integer",
            "minimum": 1,
            "maximum": 65535
          }
        }
      },
      "EndPointInfo": {
        "description": "Where it is; exactly one of the four (clause 8.1.5.3). A REST service gives `uris`.",
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": false,
        "properties": {
          "uris": {
            "type": "array",
            "minItems": 1,
            "maxItems": 16,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 2048
            }
          },
          "fqdn": {
            "type": "array",
            "minItems": 1,
            "maxItems": 16,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 253
            }
          },
          "addresses": {
            "type": "array",
            "minItems": 1,
            "maxItems": 16,
            "items": {
              "$ref": "#/components/schemas/EndPointAddress"
            }
          },
          "alternative": {
            "type": "object",
            "maxProperties": 64,
            "additionalProperties": true
          }
        }
      },
      "GrantType": {
        "type": "string",
        "enum": [
          "OAUTH2_AUTHORIZATION_CODE",
          "OAUTH2_IMPLICIT_GRANT",
          "OAUTH2_RESOURCE_OWNER",
          "OAUTH2_CLIENT_CREDENTIALS"
        ]
      },
      "OAuth2Info": {
        "type": "object",
        "required": [
          "grantTypes"
        ],
        "properties": {
          "grantTypes": {
            "type": "array",
            "minItems": 1,
            "maxItems": 4,
            "items": {
              "$ref": "#/components/schemas/GrantType"
            }
          },
          "tokenEndpoint": {
            "type": "string",
            "format": "uri-reference",
            "maxLength": 2048
          }
        }
      },
      "SecurityInfo": {
        "description": "What a consumer needs to be let in (clause 8.1.5.4).",
        "type": "object",
        "maxProperties": 16,
        "properties": {
          "oAuth2Info": {
            "$ref": "#/components/schemas/OAuth2Info"
          }
        }
      },
      "SerializerType": {
        "type": "string",
        "enum": [
          "JSON",
          "XML",
          "PROTOBUF3"
        ]
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
      "TimeStamp": {
        "description": "A point in time.",
        "type": "object",
        "required": [
          "seconds",
          "nanoSeconds"
        ],
        "properties": {
          "seconds": {
            "type": "integer",
            "minimum": 0,
            "maximum": 4294967295,
            "description": "Since the epoch, in UTC."
          },
          "nanoSeconds": {
            "type": "integer",
            "minimum": 0,
            "maximum": 999999999
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
