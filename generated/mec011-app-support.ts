// Generated from openapi/mec011-app-support.yaml by `npm run generate`; change that file, not this one.
import type { Document } from '../src/http/document.js';

export interface paths {
    "/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register an application instance
         * @description Whoever was not started by the platform's management gives an `endpoint` and gets an `appInstanceId`. Whoever was (`isInsByMec`) gives the `appInstanceId` that the management has made, and its `appDId`.
         */
        post: operations["Registrations_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations/{appInstanceId}": {
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
        /** What an application instance says of itself */
        get: operations["Registration_GET"];
        /** Replace what an application instance says of itself */
        put: operations["Registration_PUT"];
        post?: never;
        /**
         * End the registration of an application instance
         * @description An instance that the platform's management has made stays, with its rules; every other one goes.
         */
        delete: operations["Registration_DELETE"];
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
        /** The subscriptions of one application to the end of the application */
        get: operations["ApplicationsSubscriptions_GET"];
        put?: never;
        /**
         * Subscribe to the end of the application
         * @description Notifications go to `callbackReference`, or through a WebSocket when `websockNotifConfig` asks for one (ETSI GS MEC 009, clause 6.12a), as long as the subscription is there: at least once, and in order.
         */
        post: operations["ApplicationsSubscriptions_POST"];
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
        get: operations["ApplicationsSubscription_GET"];
        /**
         * Replace a subscription
         * @description Not part of MEC 011: what ETSI GS MEC 009, clause 6.12a describes for a subscriber that no test notification reached, and that asks for a WebSocket instead. What waits for delivery goes on waiting.
         */
        put: operations["ApplicationsSubscription_PUT"];
        post?: never;
        /** Unsubscribe */
        delete: operations["ApplicationsSubscription_DELETE"];
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
        get: operations["ApplicationsSubscriptionWebsocket_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/traffic_rules": {
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
        /** The traffic rules of one application */
        get: operations["ApplicationsTrafficRules_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/traffic_rules/{trafficRuleId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @example no-telnet */
                trafficRuleId: components["parameters"]["trafficRuleId"];
            };
            cookie?: never;
        };
        /** One traffic rule */
        get: operations["ApplicationsTrafficRule_GET"];
        /**
         * Replace a traffic rule
         * @description The identifier in the address counts, whatever the body says. Rules are made and removed by the platform's management.
         */
        put: operations["ApplicationsTrafficRule_PUT"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/dns_rules": {
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
        /** The DNS rules of one application */
        get: operations["ApplicationsDnsRules_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/dns_rules/{dnsRuleId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @example plates */
                dnsRuleId: components["parameters"]["dnsRuleId"];
            };
            cookie?: never;
        };
        /** One DNS rule */
        get: operations["ApplicationsDnsRule_GET"];
        /**
         * Replace a DNS rule
         * @description The identifier in the address counts, whatever the body says. Rules are made and removed by the platform's management.
         */
        put: operations["ApplicationsDnsRule_PUT"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/confirm_ready": {
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
        get?: never;
        put?: never;
        /** Say that an application instance is ready */
        post: operations["ApplicationsConfirmReady_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/confirm_termination": {
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
        get?: never;
        put?: never;
        /**
         * Say that an application instance may be stopped or ended now
         * @description Where nothing is under way there is nothing to do, and the answer is 204 as well; 409 when something else is under way than what is confirmed.
         */
        post: operations["ApplicationsConfirmTermination_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timing/timing_caps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the platform has its time from */
        get: operations["TimingCaps_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timing/current_time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The time */
        get: operations["TimingCurrentTime_GET"];
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
        /** @description What an application instance says of itself (clause 7.1.2.6). */
        AppInfoRequest: {
            appName: string;
            appProvider?: string;
            appCategory?: components["schemas"]["CategoryRef"];
            /** @description The application descriptor. */
            appDId?: string;
            appInstanceId?: string;
            endpoint?: components["schemas"]["EndPointInfo"];
            appServiceRequired?: components["schemas"]["ServiceDependencies"];
            appServiceOptional?: components["schemas"]["ServiceDependencies"];
            appFeatureRequired?: components["schemas"]["FeatureDependencies"];
            appFeatureOptional?: components["schemas"]["FeatureDependencies"];
            /** @description Whether the platform's management has started it; false when absent. */
            isInsByMec?: boolean;
            /** @description As 3GPP TS 29.558 has it. */
            appProfile?: {
                [key: string]: unknown;
            };
        };
        AppInfo: {
            appName: string;
            appProvider?: string;
            appCategory?: components["schemas"]["CategoryRef"];
            /** @description The application descriptor. */
            appDId?: string;
            appInstanceId: string;
            endpoint?: components["schemas"]["EndPointInfo"];
            appServiceRequired?: components["schemas"]["ServiceDependencies"];
            appServiceOptional?: components["schemas"]["ServiceDependencies"];
            appFeatureRequired?: components["schemas"]["FeatureDependencies"];
            appFeatureOptional?: components["schemas"]["FeatureDependencies"];
            /** @description Whether the platform's management has started it; false when absent. */
            isInsByMec: boolean;
            /** @description As 3GPP TS 29.558 has it. */
            appProfile?: {
                [key: string]: unknown;
            };
        };
        ServiceDependencies: components["schemas"]["ServiceDependency"][];
        /** @description A service that is needed (ETSI GS MEC 010-2, clause 6.2.1.17). */
        ServiceDependency: {
            serName: components["schemas"]["SerName"];
            serCategory?: components["schemas"]["CategoryRef"];
            version: string;
            serTransportDependencies?: components["schemas"]["TransportDependency"][];
            requestedPermissions?: string[];
        };
        TransportDependency: {
            transport: components["schemas"]["TransportDescriptor"];
            serializers: components["schemas"]["SerializerType"][];
            labels: string[];
        };
        TransportDescriptor: {
            name: string;
            description?: string;
            type: components["schemas"]["TransportType"];
            protocol: string;
            version: string;
            security: components["schemas"]["SecurityInfo"];
            implSpecificInfo?: {
                [key: string]: unknown;
            };
        };
        FeatureDependencies: components["schemas"]["FeatureDependency"][];
        FeatureDependency: {
            featureName: string;
            version: string;
        };
        /** @description At least one of `callbackReference` and `websockNotifConfig`; of both, the WebSocket is taken. Links are the platform's to give; when they are sent all the same they are not looked at. */
        AppTerminationNotificationSubscriptionRequest: {
            /** @enum {string} */
            subscriptionType: "AppTerminationNotificationSubscription";
            callbackReference?: components["schemas"]["CallbackReference"];
            /** @description Whether a test notification is to be sent to `callbackReference` at once. */
            requestTestNotification?: boolean;
            websockNotifConfig?: components["schemas"]["WebsockNotifConfigRequest"];
            /** @description The one in the address counts. */
            appInstanceId: string;
            _links?: components["schemas"]["SentLinks"];
        } & (unknown | unknown);
        AppTerminationNotificationSubscription: {
            /** @enum {string} */
            subscriptionType: "AppTerminationNotificationSubscription";
            callbackReference?: components["schemas"]["CallbackReference"];
            /** @description Whether a test notification is to be sent to `callbackReference` at once. */
            requestTestNotification?: boolean;
            websockNotifConfig?: components["schemas"]["WebsockNotifConfig"];
            /** @description The one in the address counts. */
            appInstanceId: string;
            _links: components["schemas"]["AppTerminationNotificationSubscriptionLinks"];
        };
        AppTerminationNotificationSubscriptionLinks: {
            self: components["schemas"]["LinkType"];
        };
        /** @description What comes to a subscriber (ETSI GS MEC 009, clause 6.12a). */
        AppTerminationMessage: components["schemas"]["AppTerminationNotification"] | components["schemas"]["TestNotification"];
        /** @description The application will be stopped or ended (clause 7.1.4.2). */
        AppTerminationNotification: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            notificationType: "AppTerminationNotification";
            operationAction: components["schemas"]["OperationActionType"];
            /** @description Seconds until it happens without being confirmed. */
            maxGracefulTimeout: number;
            _links: components["schemas"]["AppTerminationNotificationLinks"];
        };
        AppTerminationNotificationLinks: {
            subscription: components["schemas"]["LinkType"];
            confirmTermination?: components["schemas"]["LinkType"];
        };
        /** @enum {string} */
        OperationActionType: "STOPPING" | "TERMINATING";
        AppTerminationConfirmation: {
            operationAction: components["schemas"]["OperationActionType"];
        };
        AppReadyConfirmation: {
            /** @enum {string} */
            indication: "READY";
        };
        /** @description What is to happen to packets of the application (clause 7.1.2.2). `FORWARD_DECAPSULATED`, `FORWARD_ENCAPSULATED` and `PASSTHROUGH` have one `dstInterface`, `DUPLICATE_DECAPSULATED` and `DUPLICATE_ENCAPSULATED` two, `DROP` none. */
        TrafficRule: {
            trafficRuleId: string;
            filterType: components["schemas"]["FilterType"];
            /** @description 0 is the highest. */
            priority: number;
            trafficFilter: components["schemas"]["TrafficFilter"][];
            action: components["schemas"]["TrafficRuleAction"];
            dstInterface?: components["schemas"]["DestinationInterfaces"];
            state: components["schemas"]["RuleState"];
        };
        DestinationInterfaces: components["schemas"]["DestinationInterface"] | components["schemas"]["DestinationInterface"][];
        /** @enum {string} */
        TrafficRuleAction: "DROP" | "FORWARD_DECAPSULATED" | "FORWARD_ENCAPSULATED" | "PASSTHROUGH" | "DUPLICATE_DECAPSULATED" | "DUPLICATE_ENCAPSULATED";
        /** @enum {string} */
        FilterType: "FLOW" | "PACKET";
        /** @description A packet fits when it fits all that is given; of a list, any (clause 7.1.5.2). */
        TrafficFilter: {
            /** @description Addresses, ranges or prefixes. */
            srcAddress?: string[];
            /** @description Addresses, ranges or prefixes. */
            dstAddress?: string[];
            /** @description Ports or ranges. */
            srcPort?: string[];
            /** @description Ports or ranges. */
            dstPort?: string[];
            protocol?: string[];
            tag?: string[];
            /** @description The name of `tag` until V2.1.1. */
            token?: string[];
            /** @description For GTP tunnels. */
            srcTunnelAddress?: string[];
            /** @description For GTP tunnels. */
            tgtTunnelAddress?: string[];
            /** @description For GTP tunnels. */
            srcTunnelPort?: string[];
            /** @description For GTP tunnels. */
            dstTunnelPort?: string[];
            qCI?: number;
            dSCP?: number;
            tC?: number;
        };
        /** @description Where packets go (clause 7.1.5.3). */
        DestinationInterface: {
            interfaceType: components["schemas"]["InterfaceType"];
            tunnelInfo?: components["schemas"]["TunnelInfo"];
            srcMacAddress?: string;
            dstMacAddress?: string;
            dstIpAddress?: string;
        };
        TunnelInfo: {
            tunnelType: components["schemas"]["TunnelType"];
            tunnelDstAddress?: string;
            tunnelSrcAddress?: string;
        };
        /** @enum {string} */
        TunnelType: "GTP_U" | "GRE";
        /** @enum {string} */
        InterfaceType: "TUNNEL" | "MAC" | "IP";
        /** @description A name and the address it is to resolve to (clause 7.1.2.3). */
        DnsRule: {
            dnsRuleId: string;
            domainName: string;
            ipAddressType: components["schemas"]["IpAddressType"];
            ipAddress: string;
            /** @description Seconds. */
            ttl?: number;
            state: components["schemas"]["RuleState"];
        };
        /** @enum {string} */
        IpAddressType: "IP_V6" | "IP_V4";
        /** @enum {string} */
        RuleState: "ACTIVE" | "INACTIVE";
        /** @description Where the platform has its time from (clause 7.1.2.4). */
        TimingCaps: {
            timeStamp: components["schemas"]["TimeStamp"];
            ntpServers: components["schemas"]["NtpServer"][];
            /** @description None, as long as nothing on the machine names one. */
            ptpMasters: components["schemas"]["PtpMaster"][];
        };
        NtpServer: {
            ntpServerAddrType: components["schemas"]["NtpServerAddrType"];
            ntpServerAddr: string;
            /** @description Seconds, as a power of two. */
            minPollingInterval: number;
            /** @description Seconds, as a power of two. */
            maxPollingInterval: number;
            /** @description 1 is the first choice. */
            localPriority: number;
            authenticationOption: components["schemas"]["AuthenticationOption"];
            /** @description With SYMMETRIC_KEY. */
            authenticationKeyNum?: number;
        };
        /** @enum {string} */
        AuthenticationOption: "NONE" | "SYMMETRIC_KEY" | "AUTO_KEY";
        /** @enum {string} */
        NtpServerAddrType: "IP_ADDRESS" | "DNS_NAME";
        PtpMaster: {
            ptpMasterIpAddress: string;
            ptpMasterLocalPriority: number;
            delayReqMaxRate: number;
        };
        /** @description The time (clause 7.1.2.5). */
        CurrentTime: {
            /** @description Since the epoch, in UTC. */
            seconds: number;
            nanoSeconds: number;
            timeSourceStatus: components["schemas"]["TimeSourceStatus"];
        };
        /**
         * @description TRACEABLE when the kernel's clock is synchronised.
         * @enum {string}
         */
        TimeSourceStatus: "TRACEABLE" | "NONTRACEABLE";
        /** @description The kind of service (clause 8.1.5.2). */
        CategoryRef: {
            /** Format: uri-reference */
            href: string;
            id: string;
            name: string;
            version: string;
        };
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
        /** @description The name of the service. */
        SerName: string;
        /** @enum {string} */
        TransportType: "REST_HTTP" | "MB_TOPIC_BASED" | "MB_ROUTING" | "MB_PUBSUB" | "RPC" | "RPC_STREAMING" | "WEBSOCKET";
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
        LinkType: {
            /** Format: uri-reference */
            href: string;
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
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            notificationType: "TestNotification";
            _links: components["schemas"]["SubscriptionLink"];
        };
        /** @description A point in time. */
        TimeStamp: {
            /** @description Since the epoch, in UTC. */
            seconds: number;
            nanoSeconds: number;
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
        AppTerminationSubscriptionLinkList: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "_links": {
                 *         "self": {
                 *           "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                 *         },
                 *         "subscriptions": [
                 *           {
                 *             "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a",
                 *             "subscriptionType": "AppTerminationNotificationSubscription",
                 *             "rel": "AppTerminationNotificationSubscription"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionLinkList"];
            };
        };
        /** @description The subscription. */
        AppTerminationNotificationSubscription: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "AppTerminationNotificationSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true,
                 *         "websocketUri": "ws://192.168.7.20:8080/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
                 *       },
                 *       "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                 *       "_links": {
                 *         "self": {
                 *           "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AppTerminationNotificationSubscription"];
            };
        };
        /** @description It is subscribed, and survives a restart of the gateway. */
        AppTerminationNotificationSubscriptionCreated: {
            headers: {
                ETag: components["headers"]["ETag"];
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "AppTerminationNotificationSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true,
                 *         "websocketUri": "ws://192.168.7.20:8080/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
                 *       },
                 *       "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                 *       "_links": {
                 *         "self": {
                 *           "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AppTerminationNotificationSubscription"];
            };
        };
    };
    parameters: {
        /** @example no-telnet */
        trafficRuleId: string;
        /** @example plates */
        dnsRuleId: string;
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
    };
    requestBodies: {
        AppInfo: {
            content: {
                /**
                 * @example {
                 *       "appName": "plates",
                 *       "endpoint": {
                 *         "uris": [
                 *           "http://192.168.7.31:9000/plates"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AppInfoRequest"];
            };
        };
        AppTerminationNotificationSubscription: {
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "AppTerminationNotificationSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true
                 *       },
                 *       "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                 *     }
                 */
                "application/json": components["schemas"]["AppTerminationNotificationSubscriptionRequest"];
            };
        };
        TrafficRule: {
            content: {
                /**
                 * @example {
                 *       "trafficRuleId": "no-telnet",
                 *       "filterType": "FLOW",
                 *       "priority": 1,
                 *       "trafficFilter": [
                 *         {
                 *           "dstAddress": [
                 *             "192.168.7.31/32"
                 *           ],
                 *           "dstPort": [
                 *             "23"
                 *           ],
                 *           "protocol": [
                 *             "6"
                 *           ]
                 *         }
                 *       ],
                 *       "action": "DROP",
                 *       "state": "ACTIVE"
                 *     }
                 */
                "application/json": components["schemas"]["TrafficRule"];
            };
        };
        DnsRule: {
            content: {
                /**
                 * @example {
                 *       "dnsRuleId": "plates",
                 *       "domainName": "plates.oulu.example",
                 *       "ipAddressType": "IP_V4",
                 *       "ipAddress": "192.168.7.31",
                 *       "ttl": 60,
                 *       "state": "ACTIVE"
                 *     }
                 */
                "application/json": components["schemas"]["DnsRule"];
            };
        };
        AppReadyConfirmation: {
            content: {
                /**
                 * @example {
                 *       "indication": "READY"
                 *     }
                 */
                "application/json": components["schemas"]["AppReadyConfirmation"];
            };
        };
        AppTerminationConfirmation: {
            content: {
                /**
                 * @example {
                 *       "operationAction": "STOPPING"
                 *     }
                 */
                "application/json": components["schemas"]["AppTerminationConfirmation"];
            };
        };
    };
    headers: {
        /** @description Names this very representation; send it back in `If-None-Match` or `If-Match`. */
        ETag: string;
        /** @description Where the new resource is. */
        Location: string;
        /** @description In how many seconds it may be tried again. */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Registrations_POST: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AppInfo"];
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
                     *       "appName": "plates",
                     *       "endpoint": {
                     *         "uris": [
                     *           "http://192.168.7.31:9000/plates"
                     *         ]
                     *       },
                     *       "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                     *       "isInsByMec": false
                     *     }
                     */
                    "application/json": components["schemas"]["AppInfo"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Registration_GET: {
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
            /** @description The registration. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "appName": "plates",
                     *       "endpoint": {
                     *         "uris": [
                     *           "http://192.168.7.31:9000/plates"
                     *         ]
                     *       },
                     *       "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                     *       "isInsByMec": false
                     *     }
                     */
                    "application/json": components["schemas"]["AppInfo"];
                };
            };
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
    Registration_PUT: {
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
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AppInfo"];
        responses: {
            /** @description It is replaced. */
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
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Registration_DELETE: {
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
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone, and so are its services and its subscriptions. */
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
    ApplicationsSubscriptions_GET: {
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
            200: components["responses"]["AppTerminationSubscriptionLinkList"];
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
    ApplicationsSubscriptions_POST: {
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
        requestBody: components["requestBodies"]["AppTerminationNotificationSubscription"];
        responses: {
            201: components["responses"]["AppTerminationNotificationSubscriptionCreated"];
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
    ApplicationsSubscription_GET: {
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
            200: components["responses"]["AppTerminationNotificationSubscription"];
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
    ApplicationsSubscription_PUT: {
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
        requestBody: components["requestBodies"]["AppTerminationNotificationSubscription"];
        responses: {
            200: components["responses"]["AppTerminationNotificationSubscription"];
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
    ApplicationsSubscription_DELETE: {
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
    ApplicationsSubscriptionWebsocket_GET: {
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
    ApplicationsTrafficRules_GET: {
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
            /** @description The rules; none is an empty list. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "trafficRuleId": "no-telnet",
                     *         "filterType": "FLOW",
                     *         "priority": 1,
                     *         "trafficFilter": [
                     *           {
                     *             "dstAddress": [
                     *               "192.168.7.31/32"
                     *             ],
                     *             "dstPort": [
                     *               "23"
                     *             ],
                     *             "protocol": [
                     *               "6"
                     *             ]
                     *           }
                     *         ],
                     *         "action": "DROP",
                     *         "state": "ACTIVE"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["TrafficRule"][];
                };
            };
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
    ApplicationsTrafficRule_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @example no-telnet */
                trafficRuleId: components["parameters"]["trafficRuleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "trafficRuleId": "no-telnet",
                     *       "filterType": "FLOW",
                     *       "priority": 1,
                     *       "trafficFilter": [
                     *         {
                     *           "dstAddress": [
                     *             "192.168.7.31/32"
                     *           ],
                     *           "dstPort": [
                     *             "23"
                     *           ],
                     *           "protocol": [
                     *             "6"
                     *           ]
                     *         }
                     *       ],
                     *       "action": "DROP",
                     *       "state": "ACTIVE"
                     *     }
                     */
                    "application/json": components["schemas"]["TrafficRule"];
                };
            };
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
    ApplicationsTrafficRule_PUT: {
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
                /** @example no-telnet */
                trafficRuleId: components["parameters"]["trafficRuleId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TrafficRule"];
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "trafficRuleId": "no-telnet",
                     *       "filterType": "FLOW",
                     *       "priority": 1,
                     *       "trafficFilter": [
                     *         {
                     *           "dstAddress": [
                     *             "192.168.7.31/32"
                     *           ],
                     *           "dstPort": [
                     *             "23"
                     *           ],
                     *           "protocol": [
                     *             "6"
                     *           ]
                     *         }
                     *       ],
                     *       "action": "DROP",
                     *       "state": "ACTIVE"
                     *     }
                     */
                    "application/json": components["schemas"]["TrafficRule"];
                };
            };
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
    ApplicationsDnsRules_GET: {
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
            /** @description The rules; none is an empty list. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "dnsRuleId": "plates",
                     *         "domainName": "plates.oulu.example",
                     *         "ipAddressType": "IP_V4",
                     *         "ipAddress": "192.168.7.31",
                     *         "ttl": 60,
                     *         "state": "ACTIVE"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["DnsRule"][];
                };
            };
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
    ApplicationsDnsRule_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @example plates */
                dnsRuleId: components["parameters"]["dnsRuleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dnsRuleId": "plates",
                     *       "domainName": "plates.oulu.example",
                     *       "ipAddressType": "IP_V4",
                     *       "ipAddress": "192.168.7.31",
                     *       "ttl": 60,
                     *       "state": "ACTIVE"
                     *     }
                     */
                    "application/json": components["schemas"]["DnsRule"];
                };
            };
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
    ApplicationsDnsRule_PUT: {
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
                /** @example plates */
                dnsRuleId: components["parameters"]["dnsRuleId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["DnsRule"];
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dnsRuleId": "plates",
                     *       "domainName": "plates.oulu.example",
                     *       "ipAddressType": "IP_V4",
                     *       "ipAddress": "192.168.7.31",
                     *       "ttl": 60,
                     *       "state": "ACTIVE"
                     *     }
                     */
                    "application/json": components["schemas"]["DnsRule"];
                };
            };
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
    ApplicationsConfirmReady_POST: {
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
        requestBody: components["requestBodies"]["AppReadyConfirmation"];
        responses: {
            /** @description It is noted. */
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
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    ApplicationsConfirmTermination_POST: {
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
        requestBody: components["requestBodies"]["AppTerminationConfirmation"];
        responses: {
            /** @description It is noted. */
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
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    TimingCaps_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The servers that the configuration of this machine names. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timeStamp": {
                     *         "seconds": 1782043200,
                     *         "nanoSeconds": 504000000
                     *       },
                     *       "ntpServers": [],
                     *       "ptpMasters": []
                     *     }
                     */
                    "application/json": components["schemas"]["TimingCaps"];
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
    TimingCurrentTime_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The time, and whether it can be relied on. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "seconds": 1782043200,
                     *       "nanoSeconds": 504000000,
                     *       "timeSourceStatus": "TRACEABLE"
                     *     }
                     */
                    "application/json": components["schemas"]["CurrentTime"];
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
}

/** The whole specification, with what it shares with others. */
export const document: Document = {
  "openapi": "3.1.0",
  "info": {
    "title": "MEC application support",
    "version": "3.1.1",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "What the platform does for an application: it registers, says that it is ready, is told when it has to stop, reads and switches its traffic and DNS rules, and asks for the time: ETSI GS MEC 011 V3.1.1, clause 7, in our own words. What differs from ETSI's own OpenAPI file is listed in openapi/README.md."
  },
  "servers": [
    {
      "url": "/mec_app_support/v1"
    }
  ],
  "security": [
    {
      "oauth2": [
        "mec_app_support:read"
      ]
    }
  ],
  "tags": [
    {
      "name": "registrations",
      "description": "Application instances and what they say of themselves."
    },
    {
      "name": "lifecycle",
      "description": "Ready and termination."
    },
    {
      "name": "rules",
      "description": "Traffic and DNS rules."
    },
    {
      "name": "timing",
      "description": "The platform's clock."
    }
  ],
  "paths": {
    "/registrations": {
      "post": {
        "tags": [
          "registrations"
        ],
        "operationId": "Registrations_POST",
        "summary": "Register an application instance",
        "description": "Whoever was not started by the platform's management gives an `endpoint` and gets an `appInstanceId`. Whoever was (`isInsByMec`) gives the `appInstanceId` that the management has made, and its `appDId`.",
        "security": [
          {
            "oauth2": [
              "mec_app_support:write"
            ]
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/AppInfo"
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
                  "$ref": "#/components/schemas/AppInfo"
                },
                "example": {
                  "appName": "plates",
                  "endpoint": {
                    "uris": [
                      "http://192.168.7.31:9000/plates"
                    ]
                  },
                  "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                  "isInsByMec": false
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
    "/registrations/{appInstanceId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "get": {
        "tags": [
          "registrations"
        ],
        "operationId": "Registration_GET",
        "summary": "What an application instance says of itself",
        "security": [
          {
            "oauth2": [
              "mec_app_support:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The registration.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AppInfo"
                },
                "example": {
                  "appName": "plates",
                  "endpoint": {
                    "uris": [
                      "http://192.168.7.31:9000/plates"
                    ]
                  },
                  "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                  "isInsByMec": false
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
          "registrations"
        ],
        "operationId": "Registration_PUT",
        "summary": "Replace what an application instance says of itself",
        "security": [
          {
            "oauth2": [
              "mec_app_support:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/AppInfo"
        },
        "responses": {
          "204": {
            "description": "It is replaced."
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
          "registrations"
        ],
        "operationId": "Registration_DELETE",
        "summary": "End the registration of an application instance",
        "description": "An instance that the platform's management has made stays, with its rules; every other one goes.",
        "security": [
          {
            "oauth2": [
              "mec_app_support:write"
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
            "description": "It is gone, and so are its services and its subscriptions."
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
    "/applications/{appInstanceId}/subscriptions": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "get": {
        "tags": [
          "lifecycle"
        ],
        "operationId": "ApplicationsSubscriptions_GET",
        "summary": "The subscriptions of one application to the end of the application",
        "security": [
          {
            "oauth2": [
              "mec_app_support:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/AppTerminationSubscriptionLinkList"
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
          "lifecycle"
        ],
        "operationId": "ApplicationsSubscriptions_POST",
        "summary": "Subscribe to the end of the application",
        "description": "Notifications go to `callbackReference`, or through a WebSocket when `websockNotifConfig` asks for one (ETSI GS MEC 009, clause 6.12a), as long as the subscription is there: at least once, and in order.",
        "security": [
          {
            "oauth2": [
              "mec_app_support:write"
            ]
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/AppTerminationNotificationSubscription"
        },
        "callbacks": {
          "AppTerminationNotification": {
            "{$request.body#/callbackReference}": {
              "post": {
                "summary": "The platform is about to stop or to end the application",
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/AppTerminationMessage"
                      },
                      "example": {
                        "notificationType": "AppTerminationNotification",
                        "operationAction": "TERMINATING",
                        "maxGracefulTimeout": 30,
                        "_links": {
                          "subscription": {
                            "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                          },
                          "confirmTermination": {
                            "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/confirm_termination"
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
            "$ref": "#/components/responses/AppTerminationNotificationSubscriptionCreated"
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
          "lifecycle"
        ],
        "operationId": "ApplicationsSubscription_GET",
        "summary": "One subscription",
        "security": [
          {
            "oauth2": [
              "mec_app_support:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/AppTerminationNotificationSubscription"
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
          "lifecycle"
        ],
        "operationId": "ApplicationsSubscription_PUT",
        "summary": "Replace a subscription",
        "description": "Not part of MEC 011: what ETSI GS MEC 009, clause 6.12a describes for a subscriber that no test notification reached, and that asks for a WebSocket instead. What waits for delivery goes on waiting.",
        "security": [
          {
            "oauth2": [
              "mec_app_support:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/AppTerminationNotificationSubscription"
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/AppTerminationNotificationSubscription"
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
          "lifecycle"
        ],
        "operationId": "ApplicationsSubscription_DELETE",
        "summary": "Unsubscribe",
        "security": [
          {
            "oauth2": [
              "mec_app_support:write"
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
          "lifecycle"
        ],
        "operationId": "ApplicationsSubscriptionWebsocket_GET",
        "summary": "Receive the notifications of one subscription (WebSocket)",
        "description": "Each text frame is a request in the form of HTTP/1.1 with the notification as its body. The next one comes when this one was answered with a text frame that begins with `HTTP/1.1 204`; what is not answered within 10 seconds comes again. 409 when the subscription has asked for no WebSocket. A new connection takes the place of the one before.",
        "security": [
          {
            "oauth2": [
              "mec_app_support:read"
            ]
          },
          {
            "ticket": [
              "mec_app_support:read"
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
    },
    "/applications/{appInstanceId}/traffic_rules": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "get": {
        "tags": [
          "rules"
        ],
        "operationId": "ApplicationsTrafficRules_GET",
        "x-secret": "a filter may have a token",
        "summary": "The traffic rules of one application",
        "security": [
          {
            "oauth2": [
              "mec_app_support:read"
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
            "description": "The rules; none is an empty list.",
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
                    "$ref": "#/components/schemas/TrafficRule"
                  }
                },
                "example": [
                  {
                    "trafficRuleId": "no-telnet",
                    "filterType": "FLOW",
                    "priority": 1,
                    "trafficFilter": [
                      {
                        "dstAddress": [
                          "192.168.7.31/32"
                        ],
                        "dstPort": [
                          "23"
                        ],
                        "protocol": [
                          "6"
                        ]
                      }
                    ],
                    "action": "DROP",
                    "state": "ACTIVE"
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
    "/applications/{appInstanceId}/traffic_rules/{trafficRuleId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        },
        {
          "$ref": "#/components/parameters/trafficRuleId"
        }
      ],
      "get": {
        "tags": [
          "rules"
        ],
        "operationId": "ApplicationsTrafficRule_GET",
        "x-secret": "a filter may have a token",
        "summary": "One traffic rule",
        "security": [
          {
            "oauth2": [
              "mec_app_support:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The rule.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TrafficRule"
                },
                "example": {
                  "trafficRuleId": "no-telnet",
                  "filterType": "FLOW",
                  "priority": 1,
                  "trafficFilter": [
                    {
                      "dstAddress": [
                        "192.168.7.31/32"
                      ],
                      "dstPort": [
                        "23"
                      ],
                      "protocol": [
                        "6"
                      ]
                    }
                  ],
                  "action": "DROP",
                  "state": "ACTIVE"
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
          "rules"
        ],
        "operationId": "ApplicationsTrafficRule_PUT",
        "summary": "Replace a traffic rule",
        "description": "The identifier in the address counts, whatever the body says. Rules are made and removed by the platform's management.",
        "security": [
          {
            "oauth2": [
              "mec_app_support:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/TrafficRule"
        },
        "responses": {
          "200": {
            "description": "The rule.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TrafficRule"
                },
                "example": {
                  "trafficRuleId": "no-telnet",
                  "filterType": "FLOW",
                  "priority": 1,
                  "trafficFilter": [
                    {
                      "dstAddress": [
                        "192.168.7.31/32"
                      ],
                      "dstPort": [
                        "23"
                      ],
                      "protocol": [
                        "6"
                      ]
                    }
                  ],
                  "action": "DROP",
                  "state": "ACTIVE"
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
    "/applications/{appInstanceId}/dns_rules": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "get": {
        "tags": [
          "rules"
        ],
        "operationId": "ApplicationsDnsRules_GET",
        "summary": "The DNS rules of one application",
        "security": [
          {
            "oauth2": [
              "mec_app_support:read"
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
            "description": "The rules; none is an empty list.",
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
                    "$ref": "#/components/schemas/DnsRule"
                  }
                },
                "example": [
                  {
                    "dnsRuleId": "plates",
                    "domainName": "plates.oulu.example",
                    "ipAddressType": "IP_V4",
                    "ipAddress": "192.168.7.31",
                    "ttl": 60,
                    "state": "ACTIVE"
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
    "/applications/{appInstanceId}/dns_rules/{dnsRuleId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        },
        {
          "$ref": "#/components/parameters/dnsRuleId"
        }
      ],
      "get": {
        "tags": [
          "rules"
        ],
        "operationId": "ApplicationsDnsRule_GET",
        "summary": "One DNS rule",
        "security": [
          {
            "oauth2": [
              "mec_app_support:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The rule.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DnsRule"
                },
                "example": {
                  "dnsRuleId": "plates",
                  "domainName": "plates.oulu.example",
                  "ipAddressType": "IP_V4",
                  "ipAddress": "192.168.7.31",
                  "ttl": 60,
                  "state": "ACTIVE"
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
          "rules"
        ],
        "operationId": "ApplicationsDnsRule_PUT",
        "summary": "Replace a DNS rule",
        "description": "The identifier in the address counts, whatever the body says. Rules are made and removed by the platform's management.",
        "security": [
          {
            "oauth2": [
              "mec_app_support:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/DnsRule"
        },
        "responses": {
          "200": {
            "description": "The rule.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DnsRule"
                },
                "example": {
                  "dnsRuleId": "plates",
                  "domainName": "plates.oulu.example",
                  "ipAddressType": "IP_V4",
                  "ipAddress": "192.168.7.31",
                  "ttl": 60,
                  "state": "ACTIVE"
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
    "/applications/{appInstanceId}/confirm_ready": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "post": {
        "tags": [
          "lifecycle"
        ],
        "operationId": "ApplicationsConfirmReady_POST",
        "summary": "Say that an application instance is ready",
        "security": [
          {
            "oauth2": [
              "mec_app_support:write"
            ]
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/AppReadyConfirmation"
        },
        "responses": {
          "204": {
            "description": "It is noted."
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
    "/applications/{appInstanceId}/confirm_termination": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "post": {
        "tags": [
          "lifecycle"
        ],
        "operationId": "ApplicationsConfirmTermination_POST",
        "summary": "Say that an application instance may be stopped or ended now",
        "description": "Where nothing is under way there is nothing to do, and the answer is 204 as well; 409 when something else is under way than what is confirmed.",
        "security": [
          {
            "oauth2": [
              "mec_app_support:write"
            ]
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/AppTerminationConfirmation"
        },
        "responses": {
          "204": {
            "description": "It is noted."
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
    "/timing/timing_caps": {
      "get": {
        "tags": [
          "timing"
        ],
        "operationId": "TimingCaps_GET",
        "summary": "Where the platform has its time from",
        "security": [
          {
            "oauth2": [
              "mec_app_support:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The servers that the configuration of this machine names.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TimingCaps"
                },
                "example": {
                  "timeStamp": {
                    "seconds": 1782043200,
                    "nanoSeconds": 504000000
                  },
                  "ntpServers": [],
                  "ptpMasters": []
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
    "/timing/current_time": {
      "get": {
        "tags": [
          "timing"
        ],
        "operationId": "TimingCurrentTime_GET",
        "summary": "The time",
        "security": [
          {
            "oauth2": [
              "mec_app_support:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The time, and whether it can be relied on.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CurrentTime"
                },
                "example": {
                  "seconds": 1782043200,
                  "nanoSeconds": 504000000,
                  "timeSourceStatus": "TRACEABLE"
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
              "mec_app_support:read": "See what the platform knows of an application, and be told of its end.",
              "mec_app_support:write": "Register an application, and switch its rules."
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
      "trafficRuleId": {
        "name": "trafficRuleId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        },
        "example": "no-telnet"
      },
      "dnsRuleId": {
        "name": "dnsRuleId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        },
        "example": "plates"
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
      }
    },
    "requestBodies": {
      "AppInfo": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/AppInfoRequest"
            },
            "example": {
              "appName": "plates",
              "endpoint": {
                "uris": [
                  "http://192.168.7.31:9000/plates"
                ]
              }
            }
          }
        }
      },
      "AppTerminationNotificationSubscription": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/AppTerminationNotificationSubscriptionRequest"
            },
            "example": {
              "subscriptionType": "AppTerminationNotificationSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true
              },
              "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961"
            }
          }
        }
      },
      "TrafficRule": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/TrafficRule"
            },
            "example": {
              "trafficRuleId": "no-telnet",
              "filterType": "FLOW",
              "priority": 1,
              "trafficFilter": [
                {
                  "dstAddress": [
                    "192.168.7.31/32"
                  ],
                  "dstPort": [
                    "23"
                  ],
                  "protocol": [
                    "6"
                  ]
                }
              ],
              "action": "DROP",
              "state": "ACTIVE"
            }
          }
        }
      },
      "DnsRule": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/DnsRule"
            },
            "example": {
              "dnsRuleId": "plates",
              "domainName": "plates.oulu.example",
              "ipAddressType": "IP_V4",
              "ipAddress": "192.168.7.31",
              "ttl": 60,
              "state": "ACTIVE"
            }
          }
        }
      },
      "AppReadyConfirmation": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/AppReadyConfirmation"
            },
            "example": {
              "indication": "READY"
            }
          }
        }
      },
      "AppTerminationConfirmation": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/AppTerminationConfirmation"
            },
            "example": {
              "operationAction": "STOPPING"
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
      "AppTerminationSubscriptionLinkList": {
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
                  "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                },
                "subscriptions": [
                  {
                    "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a",
                    "subscriptionType": "AppTerminationNotificationSubscription",
                    "rel": "AppTerminationNotificationSubscription"
                  }
                ]
              }
            }
          }
        }
      },
      "AppTerminationNotificationSubscription": {
        "description": "The subscription.",
        "headers": {
          "ETag": {
            "$ref": "#/components/headers/ETag"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/AppTerminationNotificationSubscription"
            },
            "example": {
              "subscriptionType": "AppTerminationNotificationSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true,
                "websocketUri": "ws://192.168.7.20:8080/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
              },
              "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
              "_links": {
                "self": {
                  "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                }
              }
            }
          }
        }
      },
      "AppTerminationNotificationSubscriptionCreated": {
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
              "$ref": "#/components/schemas/AppTerminationNotificationSubscription"
            },
            "example": {
              "subscriptionType": "AppTerminationNotificationSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true,
                "websocketUri": "ws://192.168.7.20:8080/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
              },
              "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
              "_links": {
                "self": {
                  "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                }
              }
            }
          }
        }
      }
    },
    "schemas": {
      "AppInfoRequest": {
        "description": "What an application instance says of itself (clause 7.1.2.6).",
        "type": "object",
        "maxProperties": 64,
        "required": [
          "appName"
        ],
        "properties": {
          "appName": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "appProvider": {
            "type": "string",
            "maxLength": 128
          },
          "appCategory": {
            "$ref": "#/components/schemas/CategoryRef"
          },
          "appDId": {
            "type": "string",
            "maxLength": 128,
            "description": "The application descriptor."
          },
          "appInstanceId": {
            "type": "string",
            "maxLength": 128
          },
          "endpoint": {
            "$ref": "#/components/schemas/EndPointInfo"
          },
          "appServiceRequired": {
            "$ref": "#/components/schemas/ServiceDependencies"
          },
          "appServiceOptional": {
            "$ref": "#/components/schemas/ServiceDependencies"
          },
          "appFeatureRequired": {
            "$ref": "#/components/schemas/FeatureDependencies"
          },
          "appFeatureOptional": {
            "$ref": "#/components/schemas/FeatureDependencies"
          },
          "isInsByMec": {
            "type": "boolean",
            "description": "Whether the platform's management has started it; false when absent."
          },
          "appProfile": {
            "type": "object",
            "maxProperties": 64,
            "additionalProperties": true,
            "description": "As 3GPP TS 29.558 has it."
          }
        }
      },
      "AppInfo": {
        "type": "object",
        "required": [
          "appName",
          "appInstanceId",
          "isInsByMec"
        ],
        "properties": {
          "appName": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "appProvider": {
            "type": "string",
            "maxLength": 128
          },
          "appCategory": {
            "$ref": "#/components/schemas/CategoryRef"
          },
          "appDId": {
            "type": "string",
            "maxLength": 128,
            "description": "The application descriptor."
          },
          "appInstanceId": {
            "type": "string",
            "maxLength": 128
          },
          "endpoint": {
            "$ref": "#/components/schemas/EndPointInfo"
          },
          "appServiceRequired": {
            "$ref": "#/components/schemas/ServiceDependencies"
          },
          "appServiceOptional": {
            "$ref": "#/components/schemas/ServiceDependencies"
          },
          "appFeatureRequired": {
            "$ref": "#/components/schemas/FeatureDependencies"
          },
          "appFeatureOptional": {
            "$ref": "#/components/schemas/FeatureDependencies"
          },
          "isInsByMec": {
            "type": "boolean",
            "description": "Whether the platform's management has started it; false when absent."
          },
          "appProfile": {
            "type": "object",
            "maxProperties": 64,
            "additionalProperties": true,
            "description": "As 3GPP TS 29.558 has it."
          }
        }
      },
      "ServiceDependencies": {
        "type": "array",
        "maxItems": 64,
        "items": {
          "$ref": "#/components/schemas/ServiceDependency"
        }
      },
      "ServiceDependency": {
        "description": "A service that is needed (ETSI GS MEC 010-2, clause 6.2.1.17).",
        "type": "object",
        "required": [
          "serName",
          "version"
        ],
        "properties": {
          "serName": {
            "$ref": "#/components/schemas/SerName"
          },
          "serCategory": {
            "$ref": "#/components/schemas/CategoryRef"
          },
          "version": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64
          },
          "serTransportDependencies": {
            "type": "array",
            "maxItems": 16,
            "items": {
              "$ref": "#/components/schemas/TransportDependency"
            }
          },
          "requestedPermissions": {
            "type": "array",
            "maxItems": 64,
            "items": {
              "type": "string",
              "maxLength": 128
            }
          }
        }
      },
      "TransportDependency": {
        "type": "object",
        "required": [
          "transport",
          "serializers",
          "labels"
        ],
        "properties": {
          "transport": {
            "$ref": "#/components/schemas/TransportDescriptor"
          },
          "serializers": {
            "type": "array",
            "minItems": 1,
            "maxItems": 3,
            "items": {
              "$ref": "#/components/schemas/SerializerType"
            }
          },
          "labels": {
            "type": "array",
            "minItems": 1,
            "maxItems": 16,
            "items": {
              "type": "string",
              "maxLength": 64
            }
          }
        }
      },
      "TransportDescriptor": {
        "type": "object",
        "required": [
          "name",
          "type",
          "protocol",
          "version",
          "security"
        ],
        "properties": {
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
            "maxLength": 64
          },
          "version": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64
          },
          "security": {
            "$ref": "#/components/schemas/SecurityInfo"
          },
          "implSpecificInfo": {
            "type": "object",
            "maxProperties": 64,
            "additionalProperties": true
          }
        }
      },
      "FeatureDependencies": {
        "type": "array",
        "maxItems": 64,
        "items": {
          "$ref": "#/components/schemas/FeatureDependency"
        }
      },
      "FeatureDependency": {
        "type": "object",
        "required": [
          "featureName",
          "version"
        ],
        "properties": {
          "featureName": {
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
      "AppTerminationNotificationSubscriptionRequest": {
        "description": "At least one of `callbackReference` and `websockNotifConfig`; of both, the WebSocket is taken. Links are the platform's to give; when they are sent all the same they are not looked at.",
        "type": "object",
        "maxProperties": 64,
        "required": [
          "subscriptionType",
          "appInstanceId"
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
              "AppTerminationNotificationSubscription"
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
          "appInstanceId": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128,
            "description": "The one in the address counts."
          },
          "_links": {
            "$ref": "#/components/schemas/SentLinks"
          }
        }
      },
      "AppTerminationNotificationSubscription": {
        "type": "object",
        "required": [
          "subscriptionType",
          "appInstanceId",
          "_links"
        ],
        "properties": {
          "subscriptionType": {
            "type": "string",
            "enum": [
              "AppTerminationNotificationSubscription"
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
          "appInstanceId": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128,
            "description": "The one in the address counts."
          },
          "_links": {
            "$ref": "#/components/schemas/AppTerminationNotificationSubscriptionLinks"
          }
        }
      },
      "AppTerminationNotificationSubscriptionLinks": {
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
      "AppTerminationMessage": {
        "description": "What comes to a subscriber (ETSI GS MEC 009, clause 6.12a).",
        "oneOf": [
          {
            "$ref": "#/components/schemas/AppTerminationNotification"
          },
          {
            "$ref": "#/components/schemas/TestNotification"
          }
        ],
        "discriminator": {
          "propertyName": "notificationType",
          "mapping": {
            "AppTerminationNotification": "#/components/schemas/AppTerminationNotification",
            "TestNotification": "#/components/schemas/TestNotification"
          }
        }
      },
      "AppTerminationNotification": {
        "description": "The application will be stopped or ended (clause 7.1.4.2).",
        "type": "object",
        "required": [
          "notificationType",
          "operationAction",
          "maxGracefulTimeout",
          "_links"
        ],
        "properties": {
          "notificationType": {
            "type": "string",
            "enum": [
              "AppTerminationNotification"
            ]
          },
          "operationAction": {
            "$ref": "#/components/schemas/OperationActionType"
          },
          "maxGracefulTimeout": {
            "type": "integer",
            "minimum": 1,
            "maximum": 86400,
            "description": "Seconds until it happens without being confirmed."
          },
          "_links": {
            "$ref": "#/components/schemas/AppTerminationNotificationLinks"
          }
        }
      },
      "AppTerminationNotificationLinks": {
        "type": "object",
        "required": [
          "subscription"
        ],
        "properties": {
          "subscription": {
            "$ref": "#/components/schemas/LinkType"
          },
          "confirmTermination": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
      },
      "OperationActionType": {
        "type": "string",
        "enum": [
          "STOPPING",
          "TERMINATING"
        ]
      },
      "AppTerminationConfirmation": {
        "type": "object",
        "maxProperties": 16,
        "required": [
          "operationAction"
        ],
        "properties": {
          "operationAction": {
            "$ref": "#/components/schemas/OperationActionType"
          }
        }
      },
      "AppReadyConfirmation": {
        "type": "object",
        "maxProperties": 16,
        "required": [
          "indication"
        ],
        "properties": {
          "indication": {
            "type": "string",
            "enum": [
              "READY"
            ]
          }
        }
      },
      "TrafficRule": {
        "description": "What is to happen to packets of the application (clause 7.1.2.2). `FORWARD_DECAPSULATED`, `FORWARD_ENCAPSULATED` and `PASSTHROUGH` have one `dstInterface`, `DUPLICATE_DECAPSULATED` and `DUPLICATE_ENCAPSULATED` two, `DROP` none.",
        "type": "object",
        "maxProperties": 64,
        "required": [
          "trafficRuleId",
          "filterType",
          "priority",
          "trafficFilter",
          "action",
          "state"
        ],
        "properties": {
          "trafficRuleId": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "filterType": {
            "$ref": "#/components/schemas/FilterType"
          },
          "priority": {
            "type": "integer",
            "minimum": 0,
            "maximum": 255,
            "description": "0 is the highest."
          },
          "trafficFilter": {
            "type": "array",
            "minItems": 1,
            "maxItems": 32,
            "items": {
              "$ref": "#/components/schemas/TrafficFilter"
            }
          },
          "action": {
            "$ref": "#/components/schemas/TrafficRuleAction"
          },
          "dstInterface": {
            "$ref": "#/components/schemas/DestinationInterfaces"
          },
          "state": {
            "$ref": "#/components/schemas/RuleState"
          }
        }
      },
      "DestinationInterfaces": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/DestinationInterface"
          },
          {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
              "$ref": "#/components/schemas/DestinationInterface"
            }
          }
        ]
      },
      "TrafficRuleAction": {
        "type": "string",
        "enum": [
          "DROP",
          "FORWARD_DECAPSULATED",
          "FORWARD_ENCAPSULATED",
          "PASSTHROUGH",
          "DUPLICATE_DECAPSULATED",
          "DUPLICATE_ENCAPSULATED"
        ]
      },
      "FilterType": {
        "type": "string",
        "enum": [
          "FLOW",
          "PACKET"
        ]
      },
      "TrafficFilter": {
        "description": "A packet fits when it fits all that is given; of a list, any (clause 7.1.5.2).",
        "type": "object",
        "maxProperties": 32,
        "properties": {
          "srcAddress": {
            "type": "array",
            "maxItems": 32,
            "items": {
              "type": "string",
              "maxLength": 128
            },
            "description": "Addresses, ranges or prefixes."
          },
          "dstAddress": {
            "type": "array",
            "maxItems": 32,
            "items": {
              "type": "string",
              "maxLength": 128
            },
            "description": "Addresses, ranges or prefixes."
          },
          "srcPort": {
            "type": "array",
            "maxItems": 32,
            "items": {
              "type": "string",
              "maxLength": 128
            },
            "description": "Ports or ranges."
          },
          "dstPort": {
            "type": "array",
            "maxItems": 32,
            "items": {
              "type": "string",
              "maxLength": 128
            },
            "description": "Ports or ranges."
          },
          "protocol": {
            "type": "array",
            "maxItems": 32,
            "items": {
              "type": "string",
              "maxLength": 128
            }
          },
          "tag": {
            "type": "array",
            "maxItems": 32,
            "items": {
              "type": "string",
              "maxLength": 128
            }
          },
          "token": {
            "type": "array",
            "maxItems": 32,
            "items": {
              "type": "string",
              "maxLength": 128
            },
            "description": "The name of `tag` until V2.1.1."
          },
          "srcTunnelAddress": {
            "type": "array",
            "maxItems": 32,
            "items": {
              "type": "string",
              "maxLength": 128
            },
            "description": "For GTP tunnels."
          },
          "tgtTunnelAddress": {
            "type": "array",
            "maxItems": 32,
            "items": {
              "type": "string",
              "maxLength": 128
            },
            "description": "For GTP tunnels."
          },
          "srcTunnelPort": {
            "type": "array",
            "maxItems": 32,
            "items": {
              "type": "string",
              "maxLength": 128
            },
            "description": "For GTP tunnels."
          },
          "dstTunnelPort": {
            "type": "array",
            "maxItems": 32,
            "items": {
              "type": "string",
              "maxLength": 128
            },
            "description": "For GTP tunnels."
          },
          "qCI": {
            "type": "integer",
            "minimum": 0,
            "maximum": 255
          },
          "dSCP": {
            "type": "integer",
            "minimum": 0,
            "maximum": 63
          },
          "tC": {
            "type": "integer",
            "minimum": 0,
            "maximum": 255
          }
        }
      },
      "DestinationInterface": {
        "description": "Where packets go (clause 7.1.5.3).",
        "type": "object",
        "maxProperties": 16,
        "required": [
          "interfaceType"
        ],
        "properties": {
          "interfaceType": {
            "$ref": "#/components/schemas/InterfaceType"
          },
          "tunnelInfo": {
            "$ref": "#/components/schemas/TunnelInfo"
          },
          "srcMacAddress": {
            "type": "string",
            "maxLength": 17
          },
          "dstMacAddress": {
            "type": "string",
            "maxLength": 17
          },
          "dstIpAddress": {
            "type": "string",
            "maxLength": 45
          }
        }
      },
      "TunnelInfo": {
        "type": "object",
        "maxProperties": 16,
        "required": [
          "tunnelType"
        ],
        "properties": {
          "tunnelType": {
            "$ref": "#/components/schemas/TunnelType"
          },
          "tunnelDstAddress": {
            "type": "string",
            "maxLength": 128
          },
          "tunnelSrcAddress": {
            "type": "string",
            "maxLength": 128
          }
        }
      },
      "TunnelType": {
        "type": "string",
        "enum": [
          "GTP_U",
          "GRE"
        ]
      },
      "InterfaceType": {
        "type": "string",
        "enum": [
          "TUNNEL",
          "MAC",
          "IP"
        ]
      },
      "DnsRule": {
        "description": "A name and the address it is to resolve to (clause 7.1.2.3).",
        "type": "object",
        "maxProperties": 32,
        "required": [
          "dnsRuleId",
          "domainName",
          "ipAddressType",
          "ipAddress",
          "state"
        ],
        "properties": {
          "dnsRuleId": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "domainName": {
            "type": "string",
            "minLength": 1,
            "maxLength": 253
          },
          "ipAddressType": {
            "$ref": "#/components/schemas/IpAddressType"
          },
          "ipAddress": {
            "type": "string",
            "minLength": 2,
            "maxLength": 45
          },
          "ttl": {
            "type": "integer",
            "minimum": 0,
            "maximum": 2147483647,
            "description": "Seconds."
          },
          "state": {
            "$ref": "#/components/schemas/RuleState"
          }
        }
      },
      "IpAddressType": {
        "type": "string",
        "enum": [
          "IP_V6",
          "IP_V4"
        ]
      },
      "RuleState": {
        "type": "string",
        "enum": [
          "ACTIVE",
          "INACTIVE"
        ]
      },
      "TimingCaps": {
        "description": "Where the platform has its time from (clause 7.1.2.4).",
        "type": "object",
        "required": [
          "timeStamp",
          "ntpServers",
          "ptpMasters"
        ],
        "properties": {
          "timeStamp": {
            "$ref": "#/components/schemas/TimeStamp"
          },
          "ntpServers": {
            "type": "array",
            "maxItems": 64,
            "items": {
              "$ref": "#/components/schemas/NtpServer"
            }
          },
          "ptpMasters": {
            "description": "None, as long as nothing on the machine names one.",
            "type": "array",
            "maxItems": 64,
            "items": {
              "$ref": "#/components/schemas/PtpMaster"
            }
          }
        }
      },
      "NtpServer": {
        "type": "object",
        "required": [
          "ntpServerAddrType",
          "ntpServerAddr",
          "minPollingInterval",
          "maxPollingInterval",
          "localPriority",
          "authenticationOption"
        ],
        "properties": {
          "ntpServerAddrType": {
            "$ref": "#/components/schemas/NtpServerAddrType"
          },
          "ntpServerAddr": {
            "type": "string",
            "maxLength": 253
          },
          "minPollingInterval": {
            "type": "integer",
            "minimum": 0,
            "maximum": 24,
            "description": "Seconds, as a power of two."
          },
          "maxPollingInterval": {
            "type": "integer",
            "minimum": 0,
            "maximum": 24,
            "description": "Seconds, as a power of two."
          },
          "localPriority": {
            "type": "integer",
            "minimum": 1,
            "maximum": 64,
            "description": "1 is the first choice."
          },
          "authenticationOption": {
            "$ref": "#/components/schemas/AuthenticationOption"
          },
          "authenticationKeyNum": {
            "type": "integer",
            "minimum": 0,
            "maximum": 4294967295,
            "description": "With SYMMETRIC_KEY."
          }
        }
      },
      "AuthenticationOption": {
        "type": "string",
        "enum": [
          "NONE",
          "SYMMETRIC_KEY",
          "AUTO_KEY"
        ]
      },
      "NtpServerAddrType": {
        "type": "string",
        "enum": [
          "IP_ADDRESS",
          "DNS_NAME"
        ]
      },
      "PtpMaster": {
        "type": "object",
        "required": [
          "ptpMasterIpAddress",
          "ptpMasterLocalPriority",
          "delayReqMaxRate"
        ],
        "properties": {
          "ptpMasterIpAddress": {
            "type": "string",
            "maxLength": 45
          },
          "ptpMasterLocalPriority": {
            "type": "integer",
            "minimum": 0,
            "maximum": 255
          },
          "delayReqMaxRate": {
            "type": "integer",
            "minimum": 0,
            "maximum": 4294967295
          }
        }
      },
      "CurrentTime": {
        "description": "The time (clause 7.1.2.5).",
        "type": "object",
        "required": [
          "seconds",
          "nanoSeconds",
          "timeSourceStatus"
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
          },
          "timeSourceStatus": {
            "$ref": "#/components/schemas/TimeSourceStatus"
          }
        }
      },
      "TimeSourceStatus": {
        "description": "TRACEABLE when the kernel's clock is synchronised.",
        "type": "string",
        "enum": [
          "TRACEABLE",
          "NONTRACEABLE"
        ]
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
      "SerName": {
        "type": "string",
        "minLength": 1,
        "maxLength": 128,
        "description": "The name of the service."
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
      "Location": {
        "description": "Where the new resource is.",
        "required": true,
        "schema": {
          "type": "string",
          "format": "uri-reference",
          "maxLength": 2048
        }
      },
      "Retry-After": {
        "description": "In how many seconds it may be tried again.",
        "schema": {
          "type": "integer",
          "minimum": 0,
          "maximum": 86400
        }
      }
    }
  }
};
