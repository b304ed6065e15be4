// Generated from openapi/registry.yaml by `npm run generate`; change that file, not this one.
import type { Document } from '../src/http/document.js';

export interface paths {
    "/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every device */
        get: operations["Devices_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/devices/{deviceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One device */
        get: operations["DevicesDeviceId_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/devices/{deviceId}/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: components["schemas"]["DeviceId"];
            };
            cookie?: never;
        };
        /**
         * What people say of a device
         * @description Nobody has said anything of most; then it is empty.
         */
        get: operations["DeviceConfiguration_GET"];
        /**
         * Adopt, ignore, name, place or calibrate a device
         * @description The whole of it, so that what is left out counts no more; read it first and send `If-Match`. Everybody who reads sees it at once. What was measured before keeps the name and the calibration that it was taken with. A tag can be told of before it is heard for the first time.
         */
        put: operations["DeviceConfiguration_PUT"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The picture on which the places of devices are
         * @description What `place.plan` of a device speaks of: a floor plan, a map, a photograph. Only who looks after the whole gateway sees it.
         */
        get: operations["Plan_GET"];
        /**
         * Have another picture on which the places of devices are
         * @description One JPEG, PNG or WebP of at most 4 MiB and 32 megapixels, known by its content. It is drawn anew, as large as fits into 4096 by 4096 pixels and turned as its EXIF says; nothing else that is said in its file is kept. What is animated, another file as well, or SVG is refused before anything decodes it. Places of devices stay as they are.
         */
        put: operations["Plan_PUT"];
        post?: never;
        /**
         * Take the picture away
         * @description Places of devices stay as they are.
         */
        delete: operations["Plan_DELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every service, with where and how to call it */
        get: operations["RegistryServices_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every application instance */
        get: operations["Applications_GET"];
        put?: never;
        /**
         * Make an application instance
         * @description For whoever manages the platform. The application then says of itself what it wants to by `POST /mec_app_support/v1/registrations` with `isInsByMec`, which it need not do.
         */
        post: operations["Applications_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}": {
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
        /** One application instance */
        get: operations["ApplicationsAppInstanceId_GET"];
        put?: never;
        post?: never;
        /**
         * Remove an application instance at once
         * @description Its services, subscriptions and rules go with it. To let it say goodbye first, end it with `terminate`.
         */
        delete: operations["ApplicationsAppInstanceId_DELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/terminate": {
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
         * Stop or end an application instance, with time to say goodbye
         * @description Its subscribers get an AppTerminationNotification, and the end comes when the application confirms, or after `maxGracefulTimeout`; at once where nobody has subscribed. Its services and subscriptions then go. With TERMINATING the instance and its rules go too; with STOPPING it stays, its rules are INACTIVE, and it is ready again when it says so.
         */
        post: operations["ApplicationsTerminate_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every MEC subscription, and how delivery to it goes */
        get: operations["RegistrySubscriptions_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subsystems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The parts of the gateway itself, and how they do */
        get: operations["Subsystems_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the gateway has said lately
         * @description The newest thousand lines of its log, as far as `log.level` lets them be written, without what is secret in addresses. They are in memory: after a restart there are others. Only who looks after the whole gateway sees them.
         */
        get: operations["Log_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the gateway is configured to do
         * @description As `umec check` says it: what `umec.yaml` and the environment come to, with what is there unless one says otherwise. Instead of each secret stands `(hidden)`. Only who looks after the whole gateway sees it; it is changed in the file alone.
         */
        get: operations["Settings_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/validations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask whether a configuration would be good
         * @description What a gateway that is started with it would say, with the environment of this one. Nothing is changed, and nothing of it kept. Devices, files and addresses that it names are not looked for.
         */
        post: operations["SettingsValidations_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every database that readings are sent to, and how that goes
         * @description Whoever does not look after the whole gateway sees none.
         */
        get: operations["Destinations_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/destinations/{destinationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the destination in the configuration. */
                destinationId: components["parameters"]["destinationId"];
            };
            cookie?: never;
        };
        /** One destination */
        get: operations["DestinationsDestinationId_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/destinations/{destinationId}/rejections/{rejectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the destination in the configuration. */
                destinationId: components["parameters"]["destinationId"];
                rejectionId: components["schemas"]["RejectionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget one row that the destination would not take */
        delete: operations["RejectionsRejectionId_DELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/destinations/{destinationId}/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the destination in the configuration. */
                destinationId: components["parameters"]["destinationId"];
            };
            cookie?: never;
        };
        /**
         * What the destination would not take
         * @description The rows that the database refused, each with its words. The newest thousand are kept, with four million characters of points at most; older ones make room, which is counted.
         */
        get: operations["Rejections_GET"];
        put?: never;
        post?: never;
        /** Forget everything that the destination would not take */
        delete: operations["Rejections_DELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/destinations/{destinationId}/rejections/retries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the destination in the configuration. */
                destinationId: components["parameters"]["destinationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again what the destination would not take
         * @description When nothing else is to be sent. What is taken this time is a rejection no more; what is not has the new words of the server.
         */
        post: operations["RejectionsRetries_POST"];
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
        NewApplication: {
            /** @description Its identifier; the gateway makes one up when it is absent. */
            appInstanceId?: string;
            appName: string;
            appProvider?: string;
            /** @description The application descriptor. */
            appDId?: string;
            trafficRules?: components["schemas"]["TrafficRule"][];
            dnsRules?: components["schemas"]["DnsRule"][];
        };
        Application: {
            appInstanceId: string;
            appName: string;
            appProvider?: string;
            appDId?: string;
            origin: components["schemas"]["ApplicationOrigin"];
            state: components["schemas"]["ApplicationState"];
            _links: components["schemas"]["ApplicationLinks"];
        };
        ApplicationLinks: {
            self: components["schemas"]["LinkType"];
            services: components["schemas"]["LinkType"];
            subscriptions: components["schemas"]["LinkType"];
            trafficRules: components["schemas"]["LinkType"];
            dnsRules: components["schemas"]["LinkType"];
        };
        /**
         * @description NOT_READY until it confirms that it is ready; STOPPING and TERMINATING while it may say goodbye; STOPPED until it is ready again.
         * @enum {string}
         */
        ApplicationState: "NOT_READY" | "READY" | "STOPPING" | "TERMINATING" | "STOPPED";
        /**
         * @description Whether it came by itself (`/registrations`) or the platform's management made it.
         * @enum {string}
         */
        ApplicationOrigin: "REGISTRATION" | "MANAGEMENT";
        Termination: {
            operationAction: components["schemas"]["OperationActionType"];
            /**
             * @description Seconds that it has to say goodbye.
             * @default 10
             */
            maxGracefulTimeout: number;
        };
        Subscription: {
            subscriptionId: string;
            subscriptionType: string;
            appInstanceId: string;
            by: components["schemas"]["SubscriptionBy"];
            callbackReference?: string;
            state: components["schemas"]["State"];
            reason?: components["schemas"]["Reason"];
            lastSuccess?: components["schemas"]["DateTime"];
            lastFailure?: components["schemas"]["DateTime"];
            /** @description Notifications that wait for delivery. */
            pending: number;
            /** @description Since the gateway started. */
            delivered: number;
            /** @description The oldest of too many that waited, given up since the subscription was made. */
            dropped: number;
            _links: components["schemas"]["SelfLinks"];
        };
        /** @enum {string} */
        SubscriptionBy: "CALLBACK" | "WEBSOCKET";
        /**
         * @description `radio-`, `camera-`, `tag-`, `chip-` or `line-` and its name.
         * @example tag-CBB8334C884F
         * @example camera-lens-1
         * @example radio-hci0
         */
        DeviceId: string;
        /**
         * @description What people call it. It becomes a tag in InfluxDB, where a backslash at the end would swallow what follows.
         * @example Sauna
         */
        DeviceName: string;
        /** @description Where it is. */
        Place: {
            /** @description In words. */
            description?: string;
            /** @description Degrees, WGS 84. */
            latitude?: number;
            /** @description Degrees, WGS 84. */
            longitude?: number;
            /** @description Metres, WGS 84. */
            altitude?: number;
            plan?: components["schemas"]["PlaceOnPlan"];
        };
        /** @description Where on the picture of `/registry/v1/plan`, whether there is one or not; shares of its width and its height. */
        PlaceOnPlan: {
            /** @description From the left. */
            x: number;
            /** @description From the top. */
            y: number;
        };
        Plan: {
            /** @description Pixels. */
            width: number;
            /** @description Pixels. */
            height: number;
            /** @description How large its file is. */
            bytes: number;
            _links: components["schemas"]["SelfLinks"];
        };
        /** @description What people say of a device. `calibration`, `precision`, `minStoreIntervalS` and `adoption` are for tags. */
        DeviceConfiguration: {
            adoption?: components["schemas"]["DeviceConfigurationAdoption"];
            name?: components["schemas"]["DeviceName"];
            place?: components["schemas"]["Place"];
            /** @description The room it is in, or the pole it hangs on. */
            room?: string;
            notes?: string;
            calibration?: components["schemas"]["Calibration"];
            precision?: components["schemas"]["Precision"];
            /** @description A reading less than so many seconds after the one that was kept last is not kept, unless the tag was moved or a threshold was crossed; whoever listens hears it all the same. 0 keeps all. Absent: `sensors.minStoreIntervalS`. */
            minStoreIntervalS?: number;
        };
        /**
         * @description ADOPTED is read and kept; IGNORED is neither. Without either it is NEW, and `sensors.admit` of the gateway's configuration says whether it is read.
         * @enum {string}
         */
        DeviceConfigurationAdoption: "ADOPTED" | "IGNORED";
        /** @description How what a tag says becomes what is so, by field. Derived values follow from what comes out. */
        Calibration: {
            temperature?: components["schemas"]["FieldCalibration"];
            humidity?: components["schemas"]["FieldCalibration"];
            pressure?: components["schemas"]["FieldCalibration"];
            accelerationX?: components["schemas"]["FieldCalibration"];
            accelerationY?: components["schemas"]["FieldCalibration"];
            accelerationZ?: components["schemas"]["FieldCalibration"];
            batteryVoltage?: components["schemas"]["FieldCalibration"];
            pm1p0?: components["schemas"]["FieldCalibration"];
            pm2p5?: components["schemas"]["FieldCalibration"];
            pm4p0?: components["schemas"]["FieldCalibration"];
            pm10p0?: components["schemas"]["FieldCalibration"];
            co2?: components["schemas"]["FieldCalibration"];
            voc?: components["schemas"]["FieldCalibration"];
            nox?: components["schemas"]["FieldCalibration"];
            illuminance?: components["schemas"]["FieldCalibration"];
        };
        FieldCalibration: components["schemas"]["OffsetCalibration"] | components["schemas"]["TwoPointCalibration"];
        /** @description The same is added to whatever it says. */
        OffsetCalibration: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "OFFSET";
            /** @description In the unit of the field. */
            offset: number;
        };
        /** @description What it said, and what was so, at two points; between and beyond them along a straight line. The line must rise, and be between a tenth and ten times as steep as what the tag says. */
        TwoPointCalibration: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "TWO_POINT";
            low: components["schemas"]["CalibrationPoint"];
            high: components["schemas"]["CalibrationPoint"];
        };
        CalibrationPoint: {
            /** @description What the tag said. */
            measured: number;
            /** @description What was so. */
            actual: number;
        };
        /** @description To how many decimals a field is given, by field; absent is as fine as the tag says it. */
        Precision: {
            temperature?: components["schemas"]["Decimals"];
            humidity?: components["schemas"]["Decimals"];
            pressure?: components["schemas"]["Decimals"];
            accelerationX?: components["schemas"]["Decimals"];
            accelerationY?: components["schemas"]["Decimals"];
            accelerationZ?: components["schemas"]["Decimals"];
            batteryVoltage?: components["schemas"]["Decimals"];
            pm1p0?: components["schemas"]["Decimals"];
            pm2p5?: components["schemas"]["Decimals"];
            pm4p0?: components["schemas"]["Decimals"];
            pm10p0?: components["schemas"]["Decimals"];
            co2?: components["schemas"]["Decimals"];
            voc?: components["schemas"]["Decimals"];
            nox?: components["schemas"]["Decimals"];
            illuminance?: components["schemas"]["Decimals"];
        };
        Decimals: number;
        Device: {
            deviceId: components["schemas"]["DeviceId"];
            kind: components["schemas"]["DeviceKind"];
            name?: components["schemas"]["DeviceName"];
            adoption?: components["schemas"]["DeviceAdoption"];
            place?: components["schemas"]["Place"];
            room?: string;
            /** @description What talks to it; `simulated` is no real device. */
            driver: string;
            state: components["schemas"]["State"];
            reason?: components["schemas"]["Reason"];
            /**
             * Format: date-time
             * @description Since when it is in this state.
             */
            since: string;
            _links: components["schemas"]["DeviceLinks"];
        };
        DeviceLinks: {
            self: components["schemas"]["LinkType"];
            configuration: components["schemas"]["LinkType"];
            resource?: components["schemas"]["LinkType"];
        };
        /**
         * @description Of a tag, whether somebody has decided to read it or to ignore it.
         * @enum {string}
         */
        DeviceAdoption: "NEW" | "ADOPTED" | "IGNORED";
        /** @enum {string} */
        DeviceKind: "RADIO" | "CAMERA" | "TAG" | "CHIP" | "LINE";
        Service: {
            serInstanceId: string;
            serName: string;
            /** @description The name of its MEC service category. */
            category?: string;
            version: string;
            state: components["schemas"]["State"];
            /** @description The MEC transport type, REST_HTTP or WEBSOCKET for example. */
            type: string;
            /** @description Where to call it. */
            uris: string[];
            /**
             * Format: uri-reference
             * @description Its OpenAPI document, when it is one of the gateway's own.
             */
            spec?: string;
            _links: components["schemas"]["SelfLinks"];
        };
        Subsystem: {
            name: string;
            state: components["schemas"]["State"];
            reason?: components["schemas"]["Reason"];
            counters: components["schemas"]["Counters"];
        };
        /** @description The settings by section, as in `umec.yaml` (docs/configuration.md). */
        Settings: {
            [key: string]: unknown;
        };
        SettingsValidation: {
            valid: boolean;
            /** @description What is wrong, the first hundred of it, each with what was expected; none when it is valid. */
            faults: string[];
        };
        LogPage: {
            lines: components["schemas"]["LogLine"][];
            /** @description What to ask for `after` next. It grows, also from one start of the gateway to the next. */
            next: number;
            /** @description How many lines, of any level, came after `after` and have made room since then. Of lines before the last start nothing is known. */
            dropped: number;
        };
        LogLine: {
            number: number;
            time: components["schemas"]["DateTime"];
            level: components["schemas"]["LogLevel"];
            message: string;
            details: components["schemas"]["LogDetails"];
        };
        /**
         * @description How grave it is, from the least to the most.
         * @enum {string}
         */
        LogLevel: "DEBUG" | "INFO" | "WARN" | "ERROR" | "FATAL";
        /** @description What it was said of, such as `deviceId`, `subsystem` and `reason`; of an error (`err`) its message. */
        LogDetails: {
            [key: string]: string;
        };
        /** @example cloud */
        DestinationId: string;
        /** @example 5 */
        RejectionId: string;
        Destination: {
            destinationId: components["schemas"]["DestinationId"];
            /** @description Without query and credentials. */
            url: string;
            speaks: components["schemas"]["DestinationSpeaks"];
            state: components["schemas"]["State"];
            reason?: components["schemas"]["Reason"];
            lag: components["schemas"]["Lag"];
            counters: components["schemas"]["Counters"];
            lastFailure?: components["schemas"]["DestinationFailure"];
            /**
             * @description Rows that made room before it had them, or had said so, since it has a place in the history, over all starts. Rows count too that
             *     it would have passed over.
             */
            droppedUnsent: number;
            /** @description How many rows that it refused are kept. */
            rejections: number;
            /** @description Rows that it refused which made room for newer ones, as `droppedUnsent` over all starts. */
            droppedRejections: number;
            _links: components["schemas"]["DestinationLinks"];
        };
        DestinationLinks: {
            self: components["schemas"]["LinkType"];
            rejections: components["schemas"]["LinkType"];
        };
        /** @description What went wrong last, since the gateway started. */
        DestinationFailure: {
            time: components["schemas"]["DateTime"];
            reason: string;
        };
        /** @enum {string} */
        DestinationSpeaks: "influxdb" | "victoriametrics";
        /** @description What is still to be sent. */
        Lag: {
            /** @description Rows. Of more than 20,000 it is how many there are at most, for places of rows that are gone count too. */
            readings: number;
            /** @description The age of the oldest of them, by its own time. */
            seconds: number;
        };
        Rejection: {
            rejectionId: components["schemas"]["RejectionId"];
            rejectedAt: components["schemas"]["DateTime"];
            /** @description In the words of the server. */
            reason: string;
            /** @description Whether it is to be sent again. */
            again: boolean;
            point: components["schemas"]["RejectedPoint"];
            _links: components["schemas"]["SelfLinks"];
        };
        /** @description As it is given, before the configuration of the destination renames anything. */
        RejectedPoint: {
            measurement: components["schemas"]["MeasurementName"];
            tags: components["schemas"]["KeptTagSet"];
            time: components["schemas"]["DateTime"];
            fields: components["schemas"]["FieldSet"];
        };
        NewRetry: {
            /** @description Which; all of them when absent. */
            rejectionIds?: components["schemas"]["RejectionId"][];
        };
        Retry: {
            /** @description How many of them there are. */
            rejections: number;
        };
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
        /** @enum {string} */
        TrafficRuleAction: "DROP" | "FORWARD_DECAPSULATED" | "FORWARD_ENCAPSULATED" | "PASSTHROUGH" | "DUPLICATE_DECAPSULATED" | "DUPLICATE_ENCAPSULATED";
        /** @enum {string} */
        InterfaceType: "TUNNEL" | "MAC" | "IP";
        /** @enum {string} */
        TunnelType: "GTP_U" | "GRE";
        TunnelInfo: {
            tunnelType: components["schemas"]["TunnelType"];
            tunnelDstAddress?: string;
            tunnelSrcAddress?: string;
        };
        /** @description Where packets go (clause 7.1.5.3). */
        DestinationInterface: {
            interfaceType: components["schemas"]["InterfaceType"];
            tunnelInfo?: components["schemas"]["TunnelInfo"];
            srcMacAddress?: string;
            dstMacAddress?: string;
            dstIpAddress?: string;
        };
        DestinationInterfaces: components["schemas"]["DestinationInterface"] | components["schemas"]["DestinationInterface"][];
        /** @enum {string} */
        RuleState: "ACTIVE" | "INACTIVE";
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
        /** @enum {string} */
        IpAddressType: "IP_V6" | "IP_V4";
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
        OperationActionType: "STOPPING" | "TERMINATING";
        /**
         * Format: date-time
         * @description A point in time, in UTC with milliseconds (RFC 3339).
         */
        DateTime: string;
        /** @description What is counted since the gateway started; each only ever grows. Beside what a radio counts stand the time of the last advertisement (`lastAdvertisementAt`, ms since the epoch), how many came per second in the last minute (`advertisementsPerSecond`) and whether it only listens (`passive`, 1 or 0). */
        Counters: {
            [key: string]: number;
        };
        /**
         * @description A name of letters, digits, `_` and `-`; those that begin with `_` are InfluxDB's own. Query languages want quotes around one with `-`.
         * @example people
         */
        MeasurementName: string;
        /** @description As they were added. Whoever looks after the whole gateway sees the tag `tenant` beside them, by which points of a tenant other than the host are told from others. */
        KeptTagSet: {
            [key: string]: string;
        };
        FieldValue: number | string | boolean;
        /** @description Names and values. Every number is kept as a floating point number. */
        FieldSet: {
            [key: string]: components["schemas"]["FieldValue"];
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
    };
    parameters: {
        /** @description The name of the destination in the configuration. */
        destinationId: components["schemas"]["DestinationId"];
        /** @description Only when the plan still has this `ETag`. */
        planIfMatch: string;
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
    };
    requestBodies: never;
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
    Devices_GET: {
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
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The devices, in order of their identifiers, 500 to a page. */
            200: {
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
                     *         "deviceId": "tag-CBB8334C884F",
                     *         "kind": "TAG",
                     *         "name": "Market square",
                     *         "driver": "bluez",
                     *         "state": "ACTIVE",
                     *         "since": "2026-06-21T09:00:00.000Z",
                     *         "_links": {
                     *           "self": {
                     *             "href": "/registry/v1/devices/tag-CBB8334C884F"
                     *           },
                     *           "configuration": {
                     *             "href": "/registry/v1/devices/tag-CBB8334C884F/configuration"
                     *           },
                     *           "resource": {
                     *             "href": "/sensors/v1/tags/CB:B8:33:4C:88:4F"
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Device"][];
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
    DevicesDeviceId_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: components["schemas"]["DeviceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The device. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deviceId": "tag-CBB8334C884F",
                     *       "kind": "TAG",
                     *       "name": "Market square",
                     *       "driver": "bluez",
                     *       "state": "ACTIVE",
                     *       "since": "2026-06-21T09:00:00.000Z",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/registry/v1/devices/tag-CBB8334C884F"
                     *         },
                     *         "configuration": {
                     *           "href": "/registry/v1/devices/tag-CBB8334C884F/configuration"
                     *         },
                     *         "resource": {
                     *           "href": "/sensors/v1/tags/CB:B8:33:4C:88:4F"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Device"];
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
    DeviceConfiguration_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: components["schemas"]["DeviceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was said. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Crossing",
                     *       "room": "Pole 7",
                     *       "place": {
                     *         "description": "Corner of Isokatu and Kajaaninkatu",
                     *         "latitude": 65.0121,
                     *         "longitude": 25.4721,
                     *         "plan": {
                     *           "x": 0.42,
                     *           "y": 0.7
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DeviceConfiguration"];
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
    DeviceConfiguration_PUT: {
        parameters: {
            query?: never;
            header?: {
                /** @description Only when the configuration still has this `ETag`. */
                "If-Match"?: string;
            };
            path: {
                deviceId: components["schemas"]["DeviceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Crossing",
                 *       "room": "Pole 7",
                 *       "place": {
                 *         "description": "Corner of Isokatu and Kajaaninkatu",
                 *         "latitude": 65.0121,
                 *         "longitude": 25.4721,
                 *         "plan": {
                 *           "x": 0.42,
                 *           "y": 0.7
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DeviceConfiguration"];
            };
        };
        responses: {
            /** @description It is so from now on, also after a restart. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Crossing",
                     *       "room": "Pole 7",
                     *       "place": {
                     *         "description": "Corner of Isokatu and Kajaaninkatu",
                     *         "latitude": 65.0121,
                     *         "longitude": 25.4721,
                     *         "plan": {
                     *           "x": 0.42,
                     *           "y": 0.7
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DeviceConfiguration"];
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
    Plan_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture, at most 4096 pixels wide and high. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description There is none; places of devices are kept all the same. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    Plan_PUT: {
        parameters: {
            query?: never;
            header?: {
                /** @description Only when the plan still has this `ETag`. */
                "If-Match"?: components["parameters"]["planIfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The bytes of the picture's file. */
        requestBody: {
            content: {
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description It is the plan from now on, also after a restart. The `ETag` is that of the picture as `GET` gives it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "width": 1600,
                     *       "height": 1200,
                     *       "bytes": 81240,
                     *       "_links": {
                     *         "self": {
                     *           "href": "/registry/v1/plan"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Plan"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Plan_DELETE: {
        parameters: {
            query?: never;
            header?: {
                /** @description Only when the plan still has this `ETag`. */
                "If-Match"?: components["parameters"]["planIfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none any more. */
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
    RegistryServices_GET: {
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
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The services, in the order in which they came, 500 to a page. */
            200: {
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
                     *         "serInstanceId": "02de680c-efff-870d-9284-692bb72dd46a",
                     *         "serName": "umec-camera-lens-1",
                     *         "category": "camera",
                     *         "version": "0.1.0",
                     *         "state": "ACTIVE",
                     *         "type": "REST_HTTP",
                     *         "uris": [
                     *           "http://192.168.7.20:8080/camera/v1/cameras/lens-1"
                     *         ],
                     *         "spec": "http://192.168.7.20:8080/openapi/camera.yaml",
                     *         "_links": {
                     *           "self": {
                     *             "href": "/mec_service_mgmt/v1/services/02de680c-efff-870d-9284-692bb72dd46a"
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Service"][];
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
    Applications_GET: {
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
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instances, in the order in which they came, 500 to a page. */
            200: {
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
                     *         "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                     *         "appName": "plates",
                     *         "origin": "MANAGEMENT",
                     *         "state": "READY",
                     *         "_links": {
                     *           "self": {
                     *             "href": "/registry/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                     *           },
                     *           "services": {
                     *             "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services"
                     *           },
                     *           "subscriptions": {
                     *             "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                     *           },
                     *           "trafficRules": {
                     *             "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/traffic_rules"
                     *           },
                     *           "dnsRules": {
                     *             "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/dns_rules"
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Application"][];
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
    Applications_POST: {
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
                 *       "appName": "plates",
                 *       "appProvider": "Town of Oulu"
                 *     }
                 */
                "application/json": components["schemas"]["NewApplication"];
            };
        };
        responses: {
            /** @description It is made, and survives a restart of the gateway. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                     *       "appName": "plates",
                     *       "origin": "MANAGEMENT",
                     *       "state": "READY",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/registry/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                     *         },
                     *         "services": {
                     *           "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services"
                     *         },
                     *         "subscriptions": {
                     *           "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                     *         },
                     *         "trafficRules": {
                     *           "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/traffic_rules"
                     *         },
                     *         "dnsRules": {
                     *           "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/dns_rules"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Application"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    ApplicationsAppInstanceId_GET: {
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
            /** @description The instance. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                     *       "appName": "plates",
                     *       "origin": "MANAGEMENT",
                     *       "state": "READY",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/registry/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                     *         },
                     *         "services": {
                     *           "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services"
                     *         },
                     *         "subscriptions": {
                     *           "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                     *         },
                     *         "trafficRules": {
                     *           "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/traffic_rules"
                     *         },
                     *         "dnsRules": {
                     *           "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/dns_rules"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Application"];
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
    ApplicationsAppInstanceId_DELETE: {
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
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    ApplicationsTerminate_POST: {
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
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operationAction": "STOPPING"
                 *     }
                 */
                "application/json": components["schemas"]["Termination"];
            };
        };
        responses: {
            /** @description It is under way, and goes on after a restart of the gateway. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                     *       "appName": "plates",
                     *       "origin": "MANAGEMENT",
                     *       "state": "STOPPING",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/registry/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                     *         },
                     *         "services": {
                     *           "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services"
                     *         },
                     *         "subscriptions": {
                     *           "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                     *         },
                     *         "trafficRules": {
                     *           "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/traffic_rules"
                     *         },
                     *         "dnsRules": {
                     *           "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/dns_rules"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Application"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    RegistrySubscriptions_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscriptions, in the order in which they came. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "subscriptionId": "a70519cd-944d-4991-81c6-4af180f1684a",
                     *         "subscriptionType": "SerAvailabilityNotificationSubscription",
                     *         "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                     *         "by": "WEBSOCKET",
                     *         "state": "ACTIVE",
                     *         "pending": 0,
                     *         "delivered": 18,
                     *         "dropped": 0,
                     *         "_links": {
                     *           "self": {
                     *             "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Subscription"][];
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
    Subsystems_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The store, the destinations and the like. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "name": "gpio",
                     *         "state": "ACTIVE",
                     *         "counters": {
                     *           "writes": 6,
                     *           "edges": 2,
                     *           "droppedEdges": 0
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Subsystem"][];
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
    Log_GET: {
        parameters: {
            query?: {
                /** @description The least grave that is wanted. */
                level?: components["schemas"]["LogLevel"];
                /** @description The `next` of an answer: the lines that came since then, the oldest first. Absent, the newest are given. */
                after?: number;
                /** @description How many to give at the most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines, the oldest first. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lines": [
                     *         {
                     *           "number": 1782032400007,
                     *           "time": "2026-06-21T09:00:00.000Z",
                     *           "level": "WARN",
                     *           "message": "device is SUSPENDED",
                     *           "details": {
                     *             "deviceId": "camera-lens-1",
                     *             "reason": "camera lens-1: no frame came within 10 s"
                     *           }
                     *         }
                     *       ],
                     *       "next": 1782032400007,
                     *       "dropped": 0
                     *     }
                     */
                    "application/json": components["schemas"]["LogPage"];
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
    Settings_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The configuration with which the gateway was started. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "http": {
                     *         "listen": "127.0.0.1:8080",
                     *         "maxBodyBytes": 1048576
                     *       },
                     *       "destinations": {
                     *         "cloud": {
                     *           "url": "https://influx.oulu.example/",
                     *           "token": "(hidden)",
                     *           "bucket": "street"
                     *         }
                     *       },
                     *       "log": {
                     *         "level": "info",
                     *         "format": "auto"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Settings"];
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
    SettingsValidations_POST: {
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
                 *       "log": {
                 *         "level": "debug"
                 *       },
                 *       "data": {
                 *         "dir": "/var/lib/umec"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Settings"];
            };
        };
        responses: {
            /** @description Whether it would be, and what would have to be otherwise. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "valid": false,
                     *       "faults": [
                     *         "log.levl: there is no such setting, did you mean level?"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SettingsValidation"];
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
    Destinations_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The destinations of the configuration, in its order. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "destinationId": "cloud",
                     *         "url": "https://influx.oulu.example/",
                     *         "speaks": "influxdb",
                     *         "lag": {
                     *           "readings": 12,
                     *           "seconds": 4
                     *         },
                     *         "counters": {
                     *           "stored": 182044,
                     *           "rejected": 1,
                     *           "filtered": 0,
                     *           "requests": 1822,
                     *           "failures": 3
                     *         },
                     *         "rejections": 1,
                     *         "droppedUnsent": 0,
                     *         "droppedRejections": 0,
                     *         "state": "ACTIVE",
                     *         "_links": {
                     *           "self": {
                     *             "href": "/registry/v1/destinations/cloud"
                     *           },
                     *           "rejections": {
                     *             "href": "/registry/v1/destinations/cloud/rejections"
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Destination"][];
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
    DestinationsDestinationId_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the destination in the configuration. */
                destinationId: components["parameters"]["destinationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The destination. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "destinationId": "cloud",
                     *       "url": "https://influx.oulu.example/",
                     *       "speaks": "influxdb",
                     *       "lag": {
                     *         "readings": 12,
                     *         "seconds": 4
                     *       },
                     *       "counters": {
                     *         "stored": 182044,
                     *         "rejected": 1,
                     *         "filtered": 0,
                     *         "requests": 1822,
                     *         "failures": 3
                     *       },
                     *       "rejections": 1,
                     *       "droppedUnsent": 0,
                     *       "droppedRejections": 0,
                     *       "state": "ACTIVE",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/registry/v1/destinations/cloud"
                     *         },
                     *         "rejections": {
                     *           "href": "/registry/v1/destinations/cloud/rejections"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Destination"];
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
    RejectionsRejectionId_DELETE: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the destination in the configuration. */
                destinationId: components["parameters"]["destinationId"];
                rejectionId: components["schemas"]["RejectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is forgotten. */
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
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Rejections_GET: {
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
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path: {
                /** @description The name of the destination in the configuration. */
                destinationId: components["parameters"]["destinationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rejections, in the order in which the rows arrived, 100 to a page. */
            200: {
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
                     *         "rejectionId": "5",
                     *         "rejectedAt": "2026-06-21T12:00:01.000Z",
                     *         "reason": "field type conflict: input field \"count\" on measurement \"people\" is type float",
                     *         "again": false,
                     *         "point": {
                     *           "measurement": "people",
                     *           "tags": {
                     *             "gate": "north"
                     *           },
                     *           "time": "2026-06-21T12:00:00.000Z",
                     *           "fields": {
                     *             "count": 3
                     *           }
                     *         },
                     *         "_links": {
                     *           "self": {
                     *             "href": "/registry/v1/destinations/cloud/rejections/5"
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Rejection"][];
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
    Rejections_DELETE: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the destination in the configuration. */
                destinationId: components["parameters"]["destinationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none any more. */
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
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    RejectionsRetries_POST: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the destination in the configuration. */
                destinationId: components["parameters"]["destinationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rejectionIds": [
                 *         "5"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewRetry"];
            };
        };
        responses: {
            /** @description They will be sent, also after a restart of the gateway. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rejections": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Retry"];
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
}

/** The whole specification, with what it shares with others. */
export const document: Document = {
  "openapi": "3.1.0",
  "info": {
    "title": "Registry",
    "version": "0.1.0",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "What the gateway has, flat and ready to use: the devices, every service with the address to call, and the parts of the gateway itself. The services are those of ETSI MEC 011, told shorter."
  },
  "servers": [
    {
      "url": "/registry/v1"
    }
  ],
  "security": [
    {
      "oauth2": [
        "registry:read"
      ]
    }
  ],
  "tags": [
    {
      "name": "registry",
      "description": "The inventory."
    },
    {
      "name": "applications",
      "description": "Application instances, for whoever manages the platform."
    },
    {
      "name": "gateway",
      "description": "The gateway itself, for whoever looks after the whole of it."
    },
    {
      "name": "destinations",
      "description": "Databases that readings are sent to, for whoever looks after the whole gateway."
    }
  ],
  "paths": {
    "/devices": {
      "get": {
        "tags": [
          "registry"
        ],
        "operationId": "Devices_GET",
        "summary": "Every device",
        "security": [
          {
            "oauth2": [
              "registry:read"
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
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "The devices, in order of their identifiers, 500 to a page.",
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
                    "$ref": "#/components/schemas/Device"
                  }
                },
                "example": [
                  {
                    "deviceId": "tag-CBB8334C884F",
                    "kind": "TAG",
                    "name": "Market square",
                    "driver": "bluez",
                    "state": "ACTIVE",
                    "since": "2026-06-21T09:00:00.000Z",
                    "_links": {
                      "self": {
                        "href": "/registry/v1/devices/tag-CBB8334C884F"
                      },
                      "configuration": {
                        "href": "/registry/v1/devices/tag-CBB8334C884F/configuration"
                      },
                      "resource": {
                        "href": "/sensors/v1/tags/CB:B8:33:4C:88:4F"
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
    "/devices/{deviceId}": {
      "get": {
        "tags": [
          "registry"
        ],
        "operationId": "DevicesDeviceId_GET",
        "summary": "One device",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "parameters": [
          {
            "name": "deviceId",
            "in": "path",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/DeviceId"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The device.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Device"
                },
                "example": {
                  "deviceId": "tag-CBB8334C884F",
                  "kind": "TAG",
                  "name": "Market square",
                  "driver": "bluez",
                  "state": "ACTIVE",
                  "since": "2026-06-21T09:00:00.000Z",
                  "_links": {
                    "self": {
                      "href": "/registry/v1/devices/tag-CBB8334C884F"
                    },
                    "configuration": {
                      "href": "/registry/v1/devices/tag-CBB8334C884F/configuration"
                    },
                    "resource": {
                      "href": "/sensors/v1/tags/CB:B8:33:4C:88:4F"
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
    "/devices/{deviceId}/configuration": {
      "parameters": [
        {
          "name": "deviceId",
          "in": "path",
          "required": true,
          "schema": {
            "$ref": "#/components/schemas/DeviceId"
          }
        }
      ],
      "get": {
        "tags": [
          "registry"
        ],
        "operationId": "DeviceConfiguration_GET",
        "summary": "What people say of a device",
        "description": "Nobody has said anything of most; then it is empty.",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "What was said.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DeviceConfiguration"
                },
                "example": {
                  "name": "Crossing",
                  "room": "Pole 7",
                  "place": {
                    "description": "Corner of Isokatu and Kajaaninkatu",
                    "latitude": 65.0121,
                    "longitude": 25.4721,
                    "plan": {
                      "x": 0.42,
                      "y": 0.7
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
          "registry"
        ],
        "operationId": "DeviceConfiguration_PUT",
        "summary": "Adopt, ignore, name, place or calibrate a device",
        "description": "The whole of it, so that what is left out counts no more; read it first and send `If-Match`. Everybody who reads sees it at once. What was measured before keeps the name and the calibration that it was taken with. A tag can be told of before it is heard for the first time.",
        "security": [
          {
            "oauth2": [
              "registry:write"
            ]
          }
        ],
        "parameters": [
          {
            "name": "If-Match",
            "in": "header",
            "description": "Only when the configuration still has this `ETag`.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DeviceConfiguration"
              },
              "example": {
                "name": "Crossing",
                "room": "Pole 7",
                "place": {
                  "description": "Corner of Isokatu and Kajaaninkatu",
                  "latitude": 65.0121,
                  "longitude": 25.4721,
                  "plan": {
                    "x": 0.42,
                    "y": 0.7
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "It is so from now on, also after a restart.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DeviceConfiguration"
                },
                "example": {
                  "name": "Crossing",
                  "room": "Pole 7",
                  "place": {
                    "description": "Corner of Isokatu and Kajaaninkatu",
                    "latitude": 65.0121,
                    "longitude": 25.4721,
                    "plan": {
                      "x": 0.42,
                      "y": 0.7
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
    "/plan": {
      "get": {
        "tags": [
          "registry"
        ],
        "operationId": "Plan_GET",
        "summary": "The picture on which the places of devices are",
        "description": "What `place.plan` of a device speaks of: a floor plan, a map, a photograph. Only who looks after the whole gateway sees it.",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The picture, at most 4096 pixels wide and high.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "image/webp": {
                "schema": {
                  "type": "string",
                  "format": "binary",
                  "maxLength": 16777216
                }
              }
            }
          },
          "204": {
            "description": "There is none; places of devices are kept all the same."
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
      },
      "put": {
        "tags": [
          "registry"
        ],
        "operationId": "Plan_PUT",
        "summary": "Have another picture on which the places of devices are",
        "description": "One JPEG, PNG or WebP of at most 4 MiB and 32 megapixels, known by its content. It is drawn anew, as large as fits into 4096 by 4096 pixels and turned as its EXIF says; nothing else that is said in its file is kept. What is animated, another file as well, or SVG is refused before anything decodes it. Places of devices stay as they are.",
        "security": [
          {
            "oauth2": [
              "registry:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/planIfMatch"
          }
        ],
        "requestBody": {
          "description": "The bytes of the picture's file.",
          "required": true,
          "content": {
            "image/png": {
              "schema": {
                "type": "string",
                "format": "binary",
                "maxLength": 4194304
              }
            },
            "image/jpeg": {
              "schema": {
                "type": "string",
                "format": "binary",
                "maxLength": 4194304
              }
            },
            "image/webp": {
              "schema": {
                "type": "string",
                "format": "binary",
                "maxLength": 4194304
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "It is the plan from now on, also after a restart. The `ETag` is that of the picture as `GET` gives it.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Plan"
                },
                "example": {
                  "width": 1600,
                  "height": 1200,
                  "bytes": 81240,
                  "_links": {
                    "self": {
                      "href": "/registry/v1/plan"
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
          "registry"
        ],
        "operationId": "Plan_DELETE",
        "summary": "Take the picture away",
        "description": "Places of devices stay as they are.",
        "security": [
          {
            "oauth2": [
              "registry:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/planIfMatch"
          }
        ],
        "responses": {
          "204": {
            "description": "There is none any more."
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
    "/services": {
      "get": {
        "tags": [
          "registry"
        ],
        "operationId": "RegistryServices_GET",
        "summary": "Every service, with where and how to call it",
        "security": [
          {
            "oauth2": [
              "registry:read"
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
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "The services, in the order in which they came, 500 to a page.",
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
                    "$ref": "#/components/schemas/Service"
                  }
                },
                "example": [
                  {
                    "serInstanceId": "02de680c-efff-870d-9284-692bb72dd46a",
                    "serName": "umec-camera-lens-1",
                    "category": "camera",
                    "version": "0.1.0",
                    "state": "ACTIVE",
                    "type": "REST_HTTP",
                    "uris": [
                      "http://192.168.7.20:8080/camera/v1/cameras/lens-1"
                    ],
                    "spec": "http://192.168.7.20:8080/openapi/camera.yaml",
                    "_links": {
                      "self": {
                        "href": "/mec_service_mgmt/v1/services/02de680c-efff-870d-9284-692bb72dd46a"
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
    "/applications": {
      "get": {
        "tags": [
          "applications"
        ],
        "operationId": "Applications_GET",
        "summary": "Every application instance",
        "security": [
          {
            "oauth2": [
              "registry:read"
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
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "The instances, in the order in which they came, 500 to a page.",
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
                    "$ref": "#/components/schemas/Application"
                  }
                },
                "example": [
                  {
                    "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                    "appName": "plates",
                    "origin": "MANAGEMENT",
                    "state": "READY",
                    "_links": {
                      "self": {
                        "href": "/registry/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                      },
                      "services": {
                        "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services"
                      },
                      "subscriptions": {
                        "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                      },
                      "trafficRules": {
                        "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/traffic_rules"
                      },
                      "dnsRules": {
                        "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/dns_rules"
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
          "applications"
        ],
        "operationId": "Applications_POST",
        "summary": "Make an application instance",
        "description": "For whoever manages the platform. The application then says of itself what it wants to by `POST /mec_app_support/v1/registrations` with `isInsByMec`, which it need not do.",
        "security": [
          {
            "oauth2": [
              "registry:write"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewApplication"
              },
              "example": {
                "appName": "plates",
                "appProvider": "Town of Oulu"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "It is made, and survives a restart of the gateway.",
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
                  "$ref": "#/components/schemas/Application"
                },
                "example": {
                  "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                  "appName": "plates",
                  "origin": "MANAGEMENT",
                  "state": "READY",
                  "_links": {
                    "self": {
                      "href": "/registry/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                    },
                    "services": {
                      "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services"
                    },
                    "subscriptions": {
                      "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                    },
                    "trafficRules": {
                      "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/traffic_rules"
                    },
                    "dnsRules": {
                      "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/dns_rules"
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
          "406": {
            "$ref": "#/components/responses/406"
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
    "/applications/{appInstanceId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "get": {
        "tags": [
          "applications"
        ],
        "operationId": "ApplicationsAppInstanceId_GET",
        "summary": "One application instance",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The instance.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Application"
                },
                "example": {
                  "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                  "appName": "plates",
                  "origin": "MANAGEMENT",
                  "state": "READY",
                  "_links": {
                    "self": {
                      "href": "/registry/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                    },
                    "services": {
                      "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services"
                    },
                    "subscriptions": {
                      "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                    },
                    "trafficRules": {
                      "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/traffic_rules"
                    },
                    "dnsRules": {
                      "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/dns_rules"
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
      "delete": {
        "tags": [
          "applications"
        ],
        "operationId": "ApplicationsAppInstanceId_DELETE",
        "summary": "Remove an application instance at once",
        "description": "Its services, subscriptions and rules go with it. To let it say goodbye first, end it with `terminate`.",
        "security": [
          {
            "oauth2": [
              "registry:write"
            ]
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
    "/applications/{appInstanceId}/terminate": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "post": {
        "tags": [
          "applications"
        ],
        "operationId": "ApplicationsTerminate_POST",
        "summary": "Stop or end an application instance, with time to say goodbye",
        "description": "Its subscribers get an AppTerminationNotification, and the end comes when the application confirms, or after `maxGracefulTimeout`; at once where nobody has subscribed. Its services and subscriptions then go. With TERMINATING the instance and its rules go too; with STOPPING it stays, its rules are INACTIVE, and it is ready again when it says so.",
        "security": [
          {
            "oauth2": [
              "registry:write"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Termination"
              },
              "example": {
                "operationAction": "STOPPING"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It is under way, and goes on after a restart of the gateway.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Application"
                },
                "example": {
                  "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                  "appName": "plates",
                  "origin": "MANAGEMENT",
                  "state": "STOPPING",
                  "_links": {
                    "self": {
                      "href": "/registry/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                    },
                    "services": {
                      "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/services"
                    },
                    "subscriptions": {
                      "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                    },
                    "trafficRules": {
                      "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/traffic_rules"
                    },
                    "dnsRules": {
                      "href": "/mec_app_support/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/dns_rules"
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
    "/subscriptions": {
      "get": {
        "tags": [
          "applications"
        ],
        "operationId": "RegistrySubscriptions_GET",
        "summary": "Every MEC subscription, and how delivery to it goes",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The subscriptions, in the order in which they came.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 1000,
                  "items": {
                    "$ref": "#/components/schemas/Subscription"
                  }
                },
                "example": [
                  {
                    "subscriptionId": "a70519cd-944d-4991-81c6-4af180f1684a",
                    "subscriptionType": "SerAvailabilityNotificationSubscription",
                    "appInstanceId": "28f38d38-7cf1-4be5-b8fa-6416d23d8961",
                    "by": "WEBSOCKET",
                    "state": "ACTIVE",
                    "pending": 0,
                    "delivered": 18,
                    "dropped": 0,
                    "_links": {
                      "self": {
                        "href": "/mec_service_mgmt/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
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
    "/subsystems": {
      "get": {
        "tags": [
          "registry"
        ],
        "operationId": "Subsystems_GET",
        "summary": "The parts of the gateway itself, and how they do",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The store, the destinations and the like.",
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
                    "$ref": "#/components/schemas/Subsystem"
                  }
                },
                "example": [
                  {
                    "name": "gpio",
                    "state": "ACTIVE",
                    "counters": {
                      "writes": 6,
                      "edges": 2,
                      "droppedEdges": 0
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
    "/log": {
      "get": {
        "tags": [
          "gateway"
        ],
        "operationId": "Log_GET",
        "summary": "What the gateway has said lately",
        "description": "The newest thousand lines of its log, as far as `log.level` lets them be written, without what is secret in addresses. They are in memory: after a restart there are others. Only who looks after the whole gateway sees them.",
        "security": [
          {
            "oauth2": [
              "log:read"
            ]
          }
        ],
        "parameters": [
          {
            "name": "level",
            "in": "query",
            "description": "The least grave that is wanted.",
            "schema": {
              "$ref": "#/components/schemas/LogLevel",
              "default": "DEBUG"
            }
          },
          {
            "name": "after",
            "in": "query",
            "description": "The `next` of an answer: the lines that came since then, the oldest first. Absent, the newest are given.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 9007199254740991
            }
          },
          {
            "name": "limit",
            "in": "query",
            "description": "How many to give at the most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The lines, the oldest first.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LogPage"
                },
                "example": {
                  "lines": [
                    {
                      "number": 1782032400007,
                      "time": "2026-06-21T09:00:00.000Z",
                      "level": "WARN",
                      "message": "device is SUSPENDED",
                      "details": {
                        "deviceId": "camera-lens-1",
                        "reason": "camera lens-1: no frame came within 10 s"
                      }
                    }
                  ],
                  "next": 1782032400007,
                  "dropped": 0
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
    "/settings": {
      "get": {
        "tags": [
          "gateway"
        ],
        "operationId": "Settings_GET",
        "summary": "What the gateway is configured to do",
        "description": "As `umec check` says it: what `umec.yaml` and the environment come to, with what is there unless one says otherwise. Instead of each secret stands `(hidden)`. Only who looks after the whole gateway sees it; it is changed in the file alone.",
        "security": [
          {
            "oauth2": [
              "settings:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The configuration with which the gateway was started.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Settings"
                },
                "example": {
                  "http": {
                    "listen": "127.0.0.1:8080",
                    "maxBodyBytes": 1048576
                  },
                  "destinations": {
                    "cloud": {
                      "url": "https://influx.oulu.example/",
                      "token": "(hidden)",
                      "bucket": "street"
                    }
                  },
                  "log": {
                    "level": "info",
                    "format": "auto"
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
    "/settings/validations": {
      "post": {
        "tags": [
          "gateway"
        ],
        "operationId": "SettingsValidations_POST",
        "summary": "Ask whether a configuration would be good",
        "description": "What a gateway that is started with it would say, with the environment of this one. Nothing is changed, and nothing of it kept. Devices, files and addresses that it names are not looked for.",
        "security": [
          {
            "oauth2": [
              "settings:read"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Settings"
              },
              "example": {
                "log": {
                  "level": "debug"
                },
                "data": {
                  "dir": "/var/lib/umec"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Whether it would be, and what would have to be otherwise.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SettingsValidation"
                },
                "example": {
                  "valid": false,
                  "faults": [
                    "log.levl: there is no such setting, did you mean level?"
                  ]
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
    "/destinations": {
      "get": {
        "tags": [
          "destinations"
        ],
        "operationId": "Destinations_GET",
        "summary": "Every database that readings are sent to, and how that goes",
        "description": "Whoever does not look after the whole gateway sees none.",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The destinations of the configuration, in its order.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 8,
                  "items": {
                    "$ref": "#/components/schemas/Destination"
                  }
                },
                "example": [
                  {
                    "destinationId": "cloud",
                    "url": "https://influx.oulu.example/",
                    "speaks": "influxdb",
                    "lag": {
                      "readings": 12,
                      "seconds": 4
                    },
                    "counters": {
                      "stored": 182044,
                      "rejected": 1,
                      "filtered": 0,
                      "requests": 1822,
                      "failures": 3
                    },
                    "rejections": 1,
                    "droppedUnsent": 0,
                    "droppedRejections": 0,
                    "state": "ACTIVE",
                    "_links": {
                      "self": {
                        "href": "/registry/v1/destinations/cloud"
                      },
                      "rejections": {
                        "href": "/registry/v1/destinations/cloud/rejections"
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
    "/destinations/{destinationId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/destinationId"
        }
      ],
      "get": {
        "tags": [
          "destinations"
        ],
        "operationId": "DestinationsDestinationId_GET",
        "summary": "One destination",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The destination.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Destination"
                },
                "example": {
                  "destinationId": "cloud",
                  "url": "https://influx.oulu.example/",
                  "speaks": "influxdb",
                  "lag": {
                    "readings": 12,
                    "seconds": 4
                  },
                  "counters": {
                    "stored": 182044,
                    "rejected": 1,
                    "filtered": 0,
                    "requests": 1822,
                    "failures": 3
                  },
                  "rejections": 1,
                  "droppedUnsent": 0,
                  "droppedRejections": 0,
                  "state": "ACTIVE",
                  "_links": {
                    "self": {
                      "href": "/registry/v1/destinations/cloud"
                    },
                    "rejections": {
                      "href": "/registry/v1/destinations/cloud/rejections"
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
    "/destinations/{destinationId}/rejections/{rejectionId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/destinationId"
        },
        {
          "name": "rejectionId",
          "in": "path",
          "required": true,
          "schema": {
            "$ref": "#/components/schemas/RejectionId"
          }
        }
      ],
      "delete": {
        "tags": [
          "destinations"
        ],
        "operationId": "RejectionsRejectionId_DELETE",
        "summary": "Forget one row that the destination would not take",
        "security": [
          {
            "oauth2": [
              "registry:write"
            ]
          }
        ],
        "responses": {
          "204": {
            "description": "It is forgotten."
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
    "/destinations/{destinationId}/rejections": {
      "parameters": [
        {
          "$ref": "#/components/parameters/destinationId"
        }
      ],
      "get": {
        "tags": [
          "destinations"
        ],
        "operationId": "Rejections_GET",
        "summary": "What the destination would not take",
        "description": "The rows that the database refused, each with its words. The newest thousand are kept, with four million characters of points at most; older ones make room, which is counted.",
        "security": [
          {
            "oauth2": [
              "registry:read"
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
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "The rejections, in the order in which the rows arrived, 100 to a page.",
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
                  "maxItems": 100,
                  "items": {
                    "$ref": "#/components/schemas/Rejection"
                  }
                },
                "example": [
                  {
                    "rejectionId": "5",
                    "rejectedAt": "2026-06-21T12:00:01.000Z",
                    "reason": "field type conflict: input field \"count\" on measurement \"people\" is type float",
                    "again": false,
                    "point": {
                      "measurement": "people",
                      "tags": {
                        "gate": "north"
                      },
                      "time": "2026-06-21T12:00:00.000Z",
                      "fields": {
                        "count": 3
                      }
                    },
                    "_links": {
                      "self": {
                        "href": "/registry/v1/destinations/cloud/rejections/5"
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
      "delete": {
        "tags": [
          "destinations"
        ],
        "operationId": "Rejections_DELETE",
        "summary": "Forget everything that the destination would not take",
        "security": [
          {
            "oauth2": [
              "registry:write"
            ]
          }
        ],
        "responses": {
          "204": {
            "description": "There is none any more."
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
    "/destinations/{destinationId}/rejections/retries": {
      "parameters": [
        {
          "$ref": "#/components/parameters/destinationId"
        }
      ],
      "post": {
        "tags": [
          "destinations"
        ],
        "operationId": "RejectionsRetries_POST",
        "summary": "Send again what the destination would not take",
        "description": "When nothing else is to be sent. What is taken this time is a rejection no more; what is not has the new words of the server.",
        "security": [
          {
            "oauth2": [
              "registry:write"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewRetry"
              },
              "example": {
                "rejectionIds": [
                  "5"
                ]
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "They will be sent, also after a restart of the gateway.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Retry"
                },
                "example": {
                  "rejections": 1
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
    }
  },
  "components": {
    "parameters": {
      "destinationId": {
        "name": "destinationId",
        "in": "path",
        "required": true,
        "description": "The name of the destination in the configuration.",
        "schema": {
          "$ref": "#/components/schemas/DestinationId"
        }
      },
      "planIfMatch": {
        "name": "If-Match",
        "in": "header",
        "description": "Only when the plan still has this `ETag`.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1024
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
      }
    },
    "securitySchemes": {
      "oauth2": {
        "type": "oauth2",
        "description": "Client credentials (RFC 6749, section 4.4; ETSI GS MEC 009, clause 6.16).",
        "flows": {
          "clientCredentials": {
            "tokenUrl": "http://127.0.0.1:8080/oauth2/token",
            "scopes": {
              "registry:read": "See devices, services, applications and the gateway's own state.",
              "registry:write": "Make and end application instances, configure devices, look after destinations.",
              "log:read": "Read what the gateway has said lately.",
              "settings:read": "Read what the gateway is configured to do, and ask whether another configuration would be good."
            }
          }
        }
      }
    },
    "schemas": {
      "NewApplication": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "appName"
        ],
        "properties": {
          "appInstanceId": {
            "description": "Its identifier; the gateway makes one up when it is absent.",
            "type": "string",
            "pattern": "^(?!\\.{1,2}$)[^\\x00-\\x1f\\x7f]+$",
            "minLength": 1,
            "maxLength": 128
          },
          "appName": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "appProvider": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "appDId": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128,
            "description": "The application descriptor."
          },
          "trafficRules": {
            "type": "array",
            "maxItems": 64,
            "items": {
              "$ref": "#/components/schemas/TrafficRule"
            }
          },
          "dnsRules": {
            "type": "array",
            "maxItems": 64,
            "items": {
              "$ref": "#/components/schemas/DnsRule"
            }
          }
        }
      },
      "Application": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "appInstanceId",
          "appName",
          "origin",
          "state",
          "_links"
        ],
        "properties": {
          "appInstanceId": {
            "type": "string",
            "maxLength": 128
          },
          "appName": {
            "type": "string",
            "maxLength": 128
          },
          "appProvider": {
            "type": "string",
            "maxLength": 128
          },
          "appDId": {
            "type": "string",
            "maxLength": 128
          },
          "origin": {
            "$ref": "#/components/schemas/ApplicationOrigin"
          },
          "state": {
            "$ref": "#/components/schemas/ApplicationState"
          },
          "_links": {
            "$ref": "#/components/schemas/ApplicationLinks"
          }
        }
      },
      "ApplicationLinks": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "self",
          "services",
          "subscriptions",
          "trafficRules",
          "dnsRules"
        ],
        "properties": {
          "self": {
            "$ref": "#/components/schemas/LinkType"
          },
          "services": {
            "$ref": "#/components/schemas/LinkType"
          },
          "subscriptions": {
            "$ref": "#/components/schemas/LinkType"
          },
          "trafficRules": {
            "$ref": "#/components/schemas/LinkType"
          },
          "dnsRules": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
      },
      "ApplicationState": {
        "description": "NOT_READY until it confirms that it is ready; STOPPING and TERMINATING while it may say goodbye; STOPPED until it is ready again.",
        "type": "string",
        "enum": [
          "NOT_READY",
          "READY",
          "STOPPING",
          "TERMINATING",
          "STOPPED"
        ]
      },
      "ApplicationOrigin": {
        "description": "Whether it came by itself (`/registrations`) or the platform's management made it.",
        "type": "string",
        "enum": [
          "REGISTRATION",
          "MANAGEMENT"
        ]
      },
      "Termination": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "operationAction"
        ],
        "properties": {
          "operationAction": {
            "$ref": "#/components/schemas/OperationActionType"
          },
          "maxGracefulTimeout": {
            "type": "integer",
            "minimum": 1,
            "maximum": 86400,
            "default": 10,
            "description": "Seconds that it has to say goodbye."
          }
        }
      },
      "Subscription": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "subscriptionId",
          "subscriptionType",
          "appInstanceId",
          "by",
          "state",
          "pending",
          "delivered",
          "dropped",
          "_links"
        ],
        "properties": {
          "subscriptionId": {
            "type": "string",
            "maxLength": 128
          },
          "subscriptionType": {
            "type": "string",
            "maxLength": 64
          },
          "appInstanceId": {
            "type": "string",
            "maxLength": 128
          },
          "by": {
            "$ref": "#/components/schemas/SubscriptionBy"
          },
          "callbackReference": {
            "type": "string",
            "maxLength": 2048
          },
          "state": {
            "$ref": "#/components/schemas/State"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          },
          "lastSuccess": {
            "$ref": "#/components/schemas/DateTime"
          },
          "lastFailure": {
            "$ref": "#/components/schemas/DateTime"
          },
          "pending": {
            "type": "integer",
            "minimum": 0,
            "maximum": 11000,
            "description": "Notifications that wait for delivery."
          },
          "delivered": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "Since the gateway started."
          },
          "dropped": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "The oldest of too many that waited, given up since the subscription was made."
          },
          "_links": {
            "$ref": "#/components/schemas/SelfLinks"
          }
        }
      },
      "SubscriptionBy": {
        "type": "string",
        "enum": [
          "CALLBACK",
          "WEBSOCKET"
        ]
      },
      "DeviceId": {
        "description": "`radio-`, `camera-`, `tag-`, `chip-` or `line-` and its name.",
        "type": "string",
        "pattern": "^[a-z]+-[A-Za-z0-9._-]+$",
        "maxLength": 64,
        "examples": [
          "tag-CBB8334C884F",
          "camera-lens-1",
          "radio-hci0"
        ]
      },
      "DeviceName": {
        "description": "What people call it. It becomes a tag in InfluxDB, where a backslash at the end would swallow what follows.",
        "type": "string",
        "pattern": "^[^\\x00-\\x1f\\x7f-\\x9f]{0,63}[^\\x00-\\x1f\\x7f-\\x9f\\\\]$",
        "minLength": 1,
        "maxLength": 64,
        "examples": [
          "Sauna"
        ]
      },
      "Place": {
        "description": "Where it is.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "description": {
            "type": "string",
            "minLength": 1,
            "maxLength": 256,
            "description": "In words."
          },
          "latitude": {
            "type": "number",
            "minimum": -90,
            "maximum": 90,
            "description": "Degrees, WGS 84."
          },
          "longitude": {
            "type": "number",
            "minimum": -180,
            "maximum": 180,
            "description": "Degrees, WGS 84."
          },
          "altitude": {
            "type": "number",
            "minimum": -500,
            "maximum": 9000,
            "description": "Metres, WGS 84."
          },
          "plan": {
            "$ref": "#/components/schemas/PlaceOnPlan"
          }
        }
      },
      "PlaceOnPlan": {
        "description": "Where on the picture of `/registry/v1/plan`, whether there is one or not; shares of its width and its height.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "x",
          "y"
        ],
        "properties": {
          "x": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "From the left."
          },
          "y": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "From the top."
          }
        }
      },
      "Plan": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "width",
          "height",
          "bytes",
          "_links"
        ],
        "properties": {
          "width": {
            "type": "integer",
            "minimum": 1,
            "maximum": 4096,
            "description": "Pixels."
          },
          "height": {
            "type": "integer",
            "minimum": 1,
            "maximum": 4096,
            "description": "Pixels."
          },
          "bytes": {
            "type": "integer",
            "minimum": 1,
            "maximum": 16777216,
            "description": "How large its file is."
          },
          "_links": {
            "$ref": "#/components/schemas/SelfLinks"
          }
        }
      },
      "DeviceConfiguration": {
        "description": "What people say of a device. `calibration`, `precision`, `minStoreIntervalS` and `adoption` are for tags.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "adoption": {
            "$ref": "#/components/schemas/DeviceConfigurationAdoption"
          },
          "name": {
            "$ref": "#/components/schemas/DeviceName"
          },
          "place": {
            "$ref": "#/components/schemas/Place"
          },
          "room": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "The room it is in, or the pole it hangs on."
          },
          "notes": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2048
          },
          "calibration": {
            "$ref": "#/components/schemas/Calibration"
          },
          "precision": {
            "$ref": "#/components/schemas/Precision"
          },
          "minStoreIntervalS": {
            "description": "A reading less than so many seconds after the one that was kept last is not kept, unless the tag was moved or a threshold was crossed; whoever listens hears it all the same. 0 keeps all. Absent: `sensors.minStoreIntervalS`.",
            "type": "number",
            "minimum": 0,
            "maximum": 86400
          }
        }
      },
      "DeviceConfigurationAdoption": {
        "description": "ADOPTED is read and kept; IGNORED is neither. Without either it is NEW, and `sensors.admit` of the gateway's configuration says whether it is read.",
        "type": "string",
        "enum": [
          "ADOPTED",
          "IGNORED"
        ]
      },
      "Calibration": {
        "description": "How what a tag says becomes what is so, by field. Derived values follow from what comes out.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "temperature": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "humidity": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "pressure": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "accelerationX": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "accelerationY": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "accelerationZ": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "batteryVoltage": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "pm1p0": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "pm2p5": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "pm4p0": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "pm10p0": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "co2": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "voc": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "nox": {
            "$ref": "#/components/schemas/FieldCalibration"
          },
          "illuminance": {
            "$ref": "#/components/schemas/FieldCalibration"
          }
        }
      },
      "FieldCalibration": {
        "oneOf": [
          {
            "$ref": "#/components/schemas/OffsetCalibration"
          },
          {
            "$ref": "#/components/schemas/TwoPointCalibration"
          }
        ],
        "discriminator": {
          "propertyName": "method",
          "mapping": {
            "OFFSET": "#/components/schemas/OffsetCalibration",
            "TWO_POINT": "#/components/schemas/TwoPointCalibration"
          }
        }
      },
      "OffsetCalibration": {
        "description": "The same is added to whatever it says.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "method",
          "offset"
        ],
        "properties": {
          "method": {
            "type": "string",
            "enum": [
              "OFFSET"
            ]
          },
          "offset": {
            "type": "number",
            "minimum": -100000,
            "maximum": 100000,
            "description": "In the unit of the field."
          }
        }
      },
      "TwoPointCalibration": {
        "description": "What it said, and what was so, at two points; between and beyond them along a straight line. The line must rise, and be between a tenth and ten times as steep as what the tag says.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "method",
          "low",
          "high"
        ],
        "properties": {
          "method": {
            "type": "string",
            "enum": [
              "TWO_POINT"
            ]
          },
          "low": {
            "$ref": "#/components/schemas/CalibrationPoint"
          },
          "high": {
            "$ref": "#/components/schemas/CalibrationPoint"
          }
        }
      },
      "CalibrationPoint": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "measured",
          "actual"
        ],
        "properties": {
          "measured": {
            "type": "number",
            "minimum": -200000,
            "maximum": 200000,
            "description": "What the tag said."
          },
          "actual": {
            "type": "number",
            "minimum": -200000,
            "maximum": 200000,
            "description": "What was so."
          }
        }
      },
      "Precision": {
        "description": "To how many decimals a field is given, by field; absent is as fine as the tag says it.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "temperature": {
            "$ref": "#/components/schemas/Decimals"
          },
          "humidity": {
            "$ref": "#/components/schemas/Decimals"
          },
          "pressure": {
            "$ref": "#/components/schemas/Decimals"
          },
          "accelerationX": {
            "$ref": "#/components/schemas/Decimals"
          },
          "accelerationY": {
            "$ref": "#/components/schemas/Decimals"
          },
          "accelerationZ": {
            "$ref": "#/components/schemas/Decimals"
          },
          "batteryVoltage": {
            "$ref": "#/components/schemas/Decimals"
          },
          "pm1p0": {
            "$ref": "#/components/schemas/Decimals"
          },
          "pm2p5": {
            "$ref": "#/components/schemas/Decimals"
          },
          "pm4p0": {
            "$ref": "#/components/schemas/Decimals"
          },
          "pm10p0": {
            "$ref": "#/components/schemas/Decimals"
          },
          "co2": {
            "$ref": "#/components/schemas/Decimals"
          },
          "voc": {
            "$ref": "#/components/schemas/Decimals"
          },
          "nox": {
            "$ref": "#/components/schemas/Decimals"
          },
          "illuminance": {
            "$ref": "#/components/schemas/Decimals"
          }
        }
      },
      "Decimals": {
        "type": "integer",
        "minimum": 0,
        "maximum": 6
      },
      "Device": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "deviceId",
          "kind",
          "driver",
          "state",
          "since",
          "_links"
        ],
        "properties": {
          "deviceId": {
            "$ref": "#/components/schemas/DeviceId"
          },
          "kind": {
            "$ref": "#/components/schemas/DeviceKind"
          },
          "name": {
            "$ref": "#/components/schemas/DeviceName"
          },
          "adoption": {
            "$ref": "#/components/schemas/DeviceAdoption"
          },
          "place": {
            "$ref": "#/components/schemas/Place"
          },
          "room": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64
          },
          "driver": {
            "type": "string",
            "maxLength": 32,
            "description": "What talks to it; `simulated` is no real device."
          },
          "state": {
            "$ref": "#/components/schemas/State"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          },
          "since": {
            "description": "Since when it is in this state.",
            "type": "string",
            "format": "date-time",
            "maxLength": 40
          },
          "_links": {
            "$ref": "#/components/schemas/DeviceLinks"
          }
        }
      },
      "DeviceLinks": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "self",
          "configuration"
        ],
        "properties": {
          "self": {
            "$ref": "#/components/schemas/LinkType"
          },
          "configuration": {
            "$ref": "#/components/schemas/LinkType"
          },
          "resource": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
      },
      "DeviceAdoption": {
        "description": "Of a tag, whether somebody has decided to read it or to ignore it.",
        "type": "string",
        "enum": [
          "NEW",
          "ADOPTED",
          "IGNORED"
        ]
      },
      "DeviceKind": {
        "type": "string",
        "enum": [
          "RADIO",
          "CAMERA",
          "TAG",
          "CHIP",
          "LINE"
        ]
      },
      "Service": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "serInstanceId",
          "serName",
          "version",
          "state",
          "type",
          "uris",
          "_links"
        ],
        "properties": {
          "serInstanceId": {
            "type": "string",
            "maxLength": 64
          },
          "serName": {
            "type": "string",
            "maxLength": 128
          },
          "category": {
            "type": "string",
            "maxLength": 128,
            "description": "The name of its MEC service category."
          },
          "version": {
            "type": "string",
            "maxLength": 64
          },
          "state": {
            "$ref": "#/components/schemas/State"
          },
          "type": {
            "type": "string",
            "maxLength": 32,
            "description": "The MEC transport type, REST_HTTP or WEBSOCKET for example."
          },
          "uris": {
            "description": "Where to call it.",
            "type": "array",
            "maxItems": 64,
            "items": {
              "type": "string",
              "maxLength": 2048
            }
          },
          "spec": {
            "type": "string",
            "format": "uri-reference",
            "maxLength": 2048,
            "description": "Its OpenAPI document, when it is one of the gateway's own."
          },
          "_links": {
            "$ref": "#/components/schemas/SelfLinks"
          }
        }
      },
      "Subsystem": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "state",
          "counters"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 64
          },
          "state": {
            "$ref": "#/components/schemas/State"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          },
          "counters": {
            "$ref": "#/components/schemas/Counters"
          }
        }
      },
      "Settings": {
        "description": "The settings by section, as in `umec.yaml` (docs/configuration.md).",
        "type": "object",
        "maxProperties": 64,
        "additionalProperties": true
      },
      "SettingsValidation": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "valid",
          "faults"
        ],
        "properties": {
          "valid": {
            "type": "boolean"
          },
          "faults": {
            "description": "What is wrong, the first hundred of it, each with what was expected; none when it is valid.",
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "string",
              "maxLength": 1024
            }
          }
        }
      },
      "LogPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "lines",
          "next",
          "dropped"
        ],
        "properties": {
          "lines": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/LogLine"
            }
          },
          "next": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "What to ask for `after` next. It grows, also from one start of the gateway to the next."
          },
          "dropped": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "How many lines, of any level, came after `after` and have made room since then. Of lines before the last start nothing is known."
          }
        }
      },
      "LogLine": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "number",
          "time",
          "level",
          "message",
          "details"
        ],
        "properties": {
          "number": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991
          },
          "time": {
            "$ref": "#/components/schemas/DateTime"
          },
          "level": {
            "$ref": "#/components/schemas/LogLevel"
          },
          "message": {
            "type": "string",
            "maxLength": 1024
          },
          "details": {
            "$ref": "#/components/schemas/LogDetails"
          }
        }
      },
      "LogLevel": {
        "description": "How grave it is, from the least to the most.",
        "type": "string",
        "enum": [
          "DEBUG",
          "INFO",
          "WARN",
          "ERROR",
          "FATAL"
        ]
      },
      "LogDetails": {
        "description": "What it was said of, such as `deviceId`, `subsystem` and `reason`; of an error (`err`) its message.",
        "type": "object",
        "maxProperties": 8,
        "additionalProperties": {
          "type": "string",
          "maxLength": 512
        }
      },
      "DestinationId": {
        "type": "string",
        "pattern": "^[a-z0-9-]{1,32}$",
        "maxLength": 32,
        "examples": [
          "cloud"
        ]
      },
      "RejectionId": {
        "type": "string",
        "pattern": "^[0-9]{1,15}$",
        "maxLength": 15,
        "examples": [
          "5"
        ]
      },
      "Destination": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "destinationId",
          "url",
          "speaks",
          "state",
          "lag",
          "counters",
          "droppedUnsent",
          "rejections",
          "droppedRejections",
          "_links"
        ],
        "properties": {
          "destinationId": {
            "$ref": "#/components/schemas/DestinationId"
          },
          "url": {
            "type": "string",
            "maxLength": 2048,
            "description": "Without query and credentials."
          },
          "speaks": {
            "$ref": "#/components/schemas/DestinationSpeaks"
          },
          "state": {
            "$ref": "#/components/schemas/State"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          },
          "lag": {
            "$ref": "#/components/schemas/Lag"
          },
          "counters": {
            "$ref": "#/components/schemas/Counters"
          },
          "lastFailure": {
            "$ref": "#/components/schemas/DestinationFailure"
          },
          "droppedUnsent": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "Rows that made room before it had them, or had said so, since it has a place in the history, over all starts. Rows count too that\nit would have passed over."
          },
          "rejections": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000,
            "description": "How many rows that it refused are kept."
          },
          "droppedRejections": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "Rows that it refused which made room for newer ones, as `droppedUnsent` over all starts."
          },
          "_links": {
            "$ref": "#/components/schemas/DestinationLinks"
          }
        }
      },
      "DestinationLinks": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "self",
          "rejections"
        ],
        "properties": {
          "self": {
            "$ref": "#/components/schemas/LinkType"
          },
          "rejections": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
      },
      "DestinationFailure": {
        "description": "What went wrong last, since the gateway started.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "time",
          "reason"
        ],
        "properties": {
          "time": {
            "$ref": "#/components/schemas/DateTime"
          },
          "reason": {
            "type": "string",
            "maxLength": 4096
          }
        }
      },
      "DestinationSpeaks": {
        "type": "string",
        "enum": [
          "influxdb",
          "victoriametrics"
        ]
      },
      "Lag": {
        "description": "What is still to be sent.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "readings",
          "seconds"
        ],
        "properties": {
          "readings": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "Rows. Of more than 20,000 it is how many there are at most, for places of rows that are gone count too."
          },
          "seconds": {
            "type": "number",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "The age of the oldest of them, by its own time."
          }
        }
      },
      "Rejection": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "rejectionId",
          "rejectedAt",
          "reason",
          "again",
          "point",
          "_links"
        ],
        "properties": {
          "rejectionId": {
            "$ref": "#/components/schemas/RejectionId"
          },
          "rejectedAt": {
            "$ref": "#/components/schemas/DateTime"
          },
          "reason": {
            "type": "string",
            "maxLength": 4096,
            "description": "In the words of the server."
          },
          "again": {
            "type": "boolean",
            "description": "Whether it is to be sent again."
          },
          "point": {
            "$ref": "#/components/schemas/RejectedPoint"
          },
          "_links": {
            "$ref": "#/components/schemas/SelfLinks"
          }
        }
      },
      "RejectedPoint": {
        "description": "As it is given, before the configuration of the destination renames anything.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "measurement",
          "tags",
          "time",
          "fields"
        ],
        "properties": {
          "measurement": {
            "$ref": "#/components/schemas/MeasurementName"
          },
          "tags": {
            "$ref": "#/components/schemas/KeptTagSet"
          },
          "time": {
            "$ref": "#/components/schemas/DateTime"
          },
          "fields": {
            "$ref": "#/components/schemas/FieldSet"
          }
        }
      },
      "NewRetry": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "rejectionIds": {
            "description": "Which; all of them when absent.",
            "type": "array",
            "minItems": 1,
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/RejectionId"
            }
          }
        }
      },
      "Retry": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "rejections"
        ],
        "properties": {
          "rejections": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000,
            "description": "How many of them there are."
          }
        }
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
      "InterfaceType": {
        "type": "string",
        "enum": [
          "TUNNEL",
          "MAC",
          "IP"
        ]
      },
      "TunnelType": {
        "type": "string",
        "enum": [
          "GTP_U",
          "GRE"
        ]
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
      "RuleState": {
        "type": "string",
        "enum": [
          "ACTIVE",
          "INACTIVE"
        ]
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
      "IpAddressType": {
        "type": "string",
        "enum": [
          "IP_V6",
          "IP_V4"
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
      "OperationActionType": {
        "type": "string",
        "enum": [
          "STOPPING",
          "TERMINATING"
        ]
      },
      "DateTime": {
        "description": "A point in time, in UTC with milliseconds (RFC 3339).",
        "type": "string",
        "format": "date-time",
        "maxLength": 40
      },
      "Counters": {
        "description": "What is counted since the gateway started; each only ever grows. Beside what a radio counts stand the time of the last advertisement (`lastAdvertisementAt`, ms since the epoch), how many came per second in the last minute (`advertisementsPerSecond`) and whether it only listens (`passive`, 1 or 0).",
        "type": "object",
        "maxProperties": 64,
        "additionalProperties": {
          "type": "number",
          "minimum": 0,
          "maximum": 9007199254740991
        }
      },
      "MeasurementName": {
        "description": "A name of letters, digits, `_` and `-`; those that begin with `_` are InfluxDB's own. Query languages want quotes around one with `-`.",
        "type": "string",
        "pattern": "^[A-Za-z][A-Za-z0-9_-]*$",
        "maxLength": 64,
        "examples": [
          "people"
        ]
      },
      "KeptTagSet": {
        "description": "As they were added. Whoever looks after the whole gateway sees the tag `tenant` beside them, by which points of a tenant other than the host are told from others.",
        "type": "object",
        "maxProperties": 17,
        "propertyNames": {
          "type": "string",
          "pattern": "^[A-Za-z][A-Za-z0-9_]*$",
          "maxLength": 64
        },
        "additionalProperties": {
          "type": "string",
          "minLength": 1,
          "maxLength": 256
        }
      },
      "FieldValue": {
        "oneOf": [
          {
            "type": "number"
          },
          {
            "type": "string",
            "maxLength": 1024
          },
          {
            "type": "boolean"
          }
        ]
      },
      "FieldSet": {
        "description": "Names and values. Every number is kept as a floating point number.",
        "type": "object",
        "minProperties": 1,
        "maxProperties": 64,
        "propertyNames": {
          "type": "string",
          "pattern": "^[A-Za-z][A-Za-z0-9_]*$",
          "maxLength": 64
        },
        "additionalProperties": {
          "$ref": "#/components/schemas/FieldValue"
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
      }
    }
  }
};
