// Generated from openapi/sensors.yaml by `npm run generate`; change that file, not this one.
import type { Document } from '../src/http/document.js';

export interface paths {
    "/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every tag the gateway knows */
        get: operations["Tags_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags/{mac}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag's Bluetooth address. */
                mac: components["parameters"]["mac"];
            };
            cookie?: never;
        };
        /** One tag */
        get: operations["TagsMac_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags/{mac}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag's Bluetooth address. */
                mac: components["parameters"]["mac"];
            };
            cookie?: never;
        };
        /** The history of one tag */
        get: operations["TagReadings_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags/{mac}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag's Bluetooth address. */
                mac: components["parameters"]["mac"];
            };
            cookie?: never;
        };
        /**
         * What the values of one tag came to, in equal parts of time
         * @description Count, mean, least, greatest, first and last value of each measured field in each bucket: values that are derived from others, such as the dew point, are in readings only. Buckets begin at multiples of `every` since 1970 in UTC, and all are given that have some of the time wanted. One without a reading is absent. Of time whose readings have gone, what is kept of them is given: minutes, quarters of an hour, hours; where that is longer than `every`, in the bucket in which it begins. A page may have fewer buckets than asked for; there is more as long as there is a `Link`.
         */
        get: operations["TagStatistics_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags/{mac}/trends": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag's Bluetooth address. */
                mac: components["parameters"]["mac"];
            };
            cookie?: never;
        };
        /**
         * Where the battery and the signal of one tag are going
         * @description By the straight line that fits best: the battery in the last 30 days, the signal in the last two. Absent of a tag that has not been heard for long enough to say.
         */
        get: operations["TagTrends_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags/{mac}/readings/latest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag's Bluetooth address. */
                mac: components["parameters"]["mac"];
            };
            cookie?: never;
        };
        /** The latest reading of one tag */
        get: operations["TagLatestReading_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readings/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest reading of every tag */
        get: operations["LatestReadings_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readings/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was measured since you last asked
         * @description All that the caller may see, of tags and of applications, in the order in which it was kept, whatever its times say: whoever goes on with the `next` of the page before misses nothing and gets nothing twice. A point to which fields were added later comes again, whole. An empty page means that there is nothing more yet; with `wait` it comes only after that time. A token that ends meanwhile ends the waiting with 401, and a gateway that stops with an empty page.
         */
        get: operations["Arrivals_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readings/arrivals/websocket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was measured since you were last here, and from then on what is kept (WebSocket)
         * @description Each message is one CloudEvent 1.0 in JSON, of type `org.umec.sensors.arrival.v1` with a point as `data`. Its attribute `cursor` is the `after` of whoever has dealt with it: a reader that comes back with the last one goes on behind it, misses nothing and gets nothing twice. An event of type `org.umec.sensors.missed.v1` says that readings were dropped which this reader had not got, and how many (`data.missed`, absent when that is not known any more). Everything comes from the history, when it is on disk; a reader that is slow gets it later. Closed with 1008 when the token, client or session ends, and with 1013 when the history cannot be read: come back with the last `cursor`.
         */
        get: operations["ArrivalsWebsocket_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history of any measurement, applications' own included */
        get: operations["Readings_GET"];
        put?: never;
        /**
         * Add readings of your own
         * @description A number plate, a people count: kept like the readings of tags, and sent to the same destinations. Answered when they are on disk. All are taken or none. Sending the same points again changes nothing, so a lost answer is no trouble.
         */
        post: operations["Readings_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What applications have added, each series by its newest point
         * @description A series is what one measurement has for one set of tags, as `people` at the gate in the north. They are in the order in which they were first added to; one of which nothing is kept any more is not among them.
         */
        get: operations["Series_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receivers/{receiverId}/advertisements": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The radio's name in the configuration.
                 * @example attic
                 */
                receiverId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring what a radio elsewhere has heard
         * @description As a Ruuvi Gateway posts it, with and without times. Answered when all of it is on disk, and refused (503) when it cannot be kept; what was brought before is not kept twice. Entries that are none are counted, and the others are taken.
         */
        post: operations["ReceiverAdvertisements_POST"];
        delete?: never;
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
        /** The subscriptions of one application to conditions */
        get: operations["ConditionSubscriptions_GET"];
        put?: never;
        /**
         * Subscribe to a condition
         * @description A tag that enters or leaves the condition is one notification, and goes to `callbackReference`, or through a WebSocket when `websockNotifConfig` asks for one (ETSI GS MEC 009, clause 6.12a), as long as the subscription is there: at least once, in order, and also what happened while the application was away. Which tags are beyond it is kept through a restart of the gateway. Of more than 11000 notifications that wait, the oldest are given up: `dropped` of `/registry/v1/subscriptions` counts them. 404 is also for a tag that there is not.
         */
        post: operations["ConditionSubscriptions_POST"];
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
        get: operations["ConditionSubscriptionsSubscriptionId_GET"];
        /**
         * Replace a subscription
         * @description What waits for delivery goes on waiting, whatever is wanted from now on. Of another condition every tag begins anew, as one that is not beyond it.
         */
        put: operations["ConditionSubscriptionsSubscriptionId_PUT"];
        post?: never;
        /** Unsubscribe */
        delete: operations["ConditionSubscriptionsSubscriptionId_DELETE"];
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
        get: operations["ConditionSubscriptionsSubscriptionIdWebsocket_GET"];
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
        /** @description A place in the history. It is for nobody to read, and names this place in this history only. */
        Cursor: string;
        Arrivals: {
            points: components["schemas"]["Point"][];
            next: components["schemas"]["Cursor"];
            /** @description How many readings that you may see were dropped before you came for them, for they were too old or the disk was full; it can be some more than that, never fewer. Each is counted in one page only. Absent when that is not known any more. */
            missed?: number;
        };
        /** @description As Ruuvi's documentation has it; what it says besides is not looked at. */
        Advertisements: {
            data: components["schemas"]["AdvertisementsData"];
        };
        AdvertisementsData: {
            /** @description By the tag's Bluetooth address: `rssi` (dBm), `data` (its advertising data, hexadecimal) and, where the radio has a clock, `timestamp` (s since the epoch). Numbers may be text. */
            tags: {
                [key: string]: unknown;
            };
        };
        Brought: {
            /** @description Entries that were heard. */
            taken: number;
            /** @description Entries that are none. */
            malformed: number;
        };
        Tag: {
            mac: components["schemas"]["Mac"];
            name?: components["schemas"]["DeviceName"];
            adoption: components["schemas"]["TagAdoption"];
            place?: components["schemas"]["Place"];
            room?: string;
            presence: components["schemas"]["TagPresence"];
            /** @description How long it usually is from one time it is heard to the next; absent until that is known. */
            expectedIntervalS?: number;
            state: components["schemas"]["State"];
            reason?: components["schemas"]["Reason"];
            dataFormat: components["schemas"]["DataFormat"];
            receiver: components["schemas"]["Receiver"];
            /** @description Every radio that has heard it since the gateway started. */
            receivers: components["schemas"]["Reception"][];
            lastSeen: components["schemas"]["DateTime"];
            _links: components["schemas"]["TagLinks"];
        };
        TagLinks: {
            self: components["schemas"]["LinkType"];
            configuration: components["schemas"]["LinkType"];
            readings: components["schemas"]["LinkType"];
        };
        /**
         * @description ONLINE is heard as often as usual, LATE is overdue by its own measure (`expectedIntervalS`), OFFLINE is given up until it is heard again, and SUSPENDED then.
         * @enum {string}
         */
        TagPresence: "ONLINE" | "LATE" | "OFFLINE";
        /**
         * @description Whether somebody has decided to read it.
         * @enum {string}
         */
        TagAdoption: "NEW" | "ADOPTED";
        Trends: {
            batteryVoltage?: components["schemas"]["Trend"];
            rssi?: components["schemas"]["Trend"];
        };
        /** @description In which direction a value goes, in its unit. */
        Trend: {
            /** @description How much more each day; less than 0 when it falls. */
            perDay: number;
            mean: number;
            from: components["schemas"]["DateTime"];
            to: components["schemas"]["DateTime"];
            /** @description Readings that it was made of. */
            count: number;
        };
        /** @description How one radio heard a tag last. */
        Reception: {
            receiver: components["schemas"]["Receiver"];
            /** @description Signal strength, dBm. */
            rssi?: number;
            lastSeen: components["schemas"]["DateTime"];
        };
        /** @description What the tag itself said, of the values that its calibration or precision have changed. */
        MeasuredValues: {
            temperature?: number;
            humidity?: number;
            pressure?: number;
            accelerationX?: number;
            accelerationY?: number;
            accelerationZ?: number;
            batteryVoltage?: number;
            pm1p0?: number;
            pm2p5?: number;
            pm4p0?: number;
            pm10p0?: number;
            co2?: number;
            voc?: number;
            nox?: number;
            illuminance?: number;
        };
        /** @description What one tag measured at one moment. */
        Reading: {
            mac: components["schemas"]["Mac"];
            name?: components["schemas"]["DeviceName"];
            time: components["schemas"]["DateTime"];
            dataFormat: components["schemas"]["DataFormat"];
            receiver: components["schemas"]["Receiver"];
            /** @description Signal strength, dBm. */
            rssi?: number;
            /** @description °C */
            temperature?: number;
            /** @description % relative humidity; above 100 the sensor is at fault. */
            humidity?: number;
            /** @description Pa */
            pressure?: number;
            /** @description g */
            accelerationX?: number;
            /** @description g */
            accelerationY?: number;
            /** @description g */
            accelerationZ?: number;
            /** @description V */
            batteryVoltage?: number;
            /** @description dBm */
            txPower?: number;
            movementCounter?: number;
            measurementSequenceNumber?: number;
            /** @description µg/m³ */
            pm1p0?: number;
            /** @description µg/m³ */
            pm2p5?: number;
            /** @description µg/m³ */
            pm4p0?: number;
            /** @description µg/m³ */
            pm10p0?: number;
            /** @description ppm */
            co2?: number;
            /** @description Volatile organic compounds index. */
            voc?: number;
            /** @description Nitrogen oxides index. */
            nox?: number;
            /** @description lux */
            illuminance?: number;
            measured?: components["schemas"]["MeasuredValues"];
            /** @description The gas sensors are still calibrating. */
            calibrating?: boolean;
            /** @description Derived: of saturated vapour at this temperature, Pa. */
            equilibriumVaporPressure?: number;
            /** @description Derived: what is missing to saturation, Pa. */
            vaporPressureDeficit?: number;
            /** @description Derived: g/m³ */
            absoluteHumidity?: number;
            /** @description Derived: °C */
            dewPoint?: number;
            /** @description Derived: of moist air, kg/m³. */
            airDensity?: number;
            /** @description Derived: g */
            accelerationTotal?: number;
            /** @description Derived: degrees between acceleration and axis. */
            accelerationAngleFromX?: number;
            /** @description Derived: the same. */
            accelerationAngleFromY?: number;
            /** @description Derived: the same. */
            accelerationAngleFromZ?: number;
            /** @description Derived: Ruuvi’s indoor air quality score, 100 is good. */
            airQualityIndex?: number;
        };
        /** @description What a tag's values came to in some time. */
        Bucket: {
            time: components["schemas"]["DateTime"];
            /** @description By the name of the field, in the unit of `Reading`; a field that was not measured is absent. */
            fields: {
                [key: string]: components["schemas"]["Statistics"];
            };
        };
        Statistics: {
            count: number;
            mean: number;
            min: number;
            max: number;
            first: number;
            last: number;
        };
        /**
         * @description What a tag may measure; `rssi` is how its receiver heard it.
         * @enum {string}
         */
        MeasuredField: "temperature" | "humidity" | "pressure" | "accelerationX" | "accelerationY" | "accelerationZ" | "batteryVoltage" | "txPower" | "movementCounter" | "measurementSequenceNumber" | "pm1p0" | "pm2p5" | "pm4p0" | "pm10p0" | "co2" | "voc" | "nox" | "illuminance" | "rssi";
        /**
         * @description A value of `Reading`, measured or derived.
         * @enum {string}
         */
        ReadingField: "temperature" | "humidity" | "pressure" | "accelerationX" | "accelerationY" | "accelerationZ" | "batteryVoltage" | "txPower" | "movementCounter" | "measurementSequenceNumber" | "pm1p0" | "pm2p5" | "pm4p0" | "pm10p0" | "co2" | "voc" | "nox" | "illuminance" | "rssi" | "calibrating" | "equilibriumVaporPressure" | "vaporPressureDeficit" | "absoluteHumidity" | "dewPoint" | "airDensity" | "accelerationTotal" | "accelerationAngleFromX" | "accelerationAngleFromY" | "accelerationAngleFromZ" | "airQualityIndex";
        /** @description A line of names, then a line for each (RFC 4180, UTF-8); times and numbers as in JSON, what is absent empty. The columns are the same whatever was measured. A text that a spreadsheet would take for a formula stands behind a `'`. */
        Csv: string;
        /** @description One JSON object to a line, as in the list. */
        Lines: string;
        /** @description One point of one series, in InfluxDB's terms. */
        Point: {
            measurement: components["schemas"]["MeasurementName"];
            tags: components["schemas"]["KeptTagSet"];
            time: components["schemas"]["DateTime"];
            fields: components["schemas"]["FieldSet"];
        };
        NewPoint: {
            measurement: components["schemas"]["MeasurementName"];
            tags?: components["schemas"]["TagSet"];
            /**
             * Format: date-time
             * @description When it was so, from 1970 to 2261; absent means now, a millisecond apart in the order of the list, and is refused (503) while the gateway's clock is not set, or nobody knows yet whether it is right. Give it, and sending again is harmless.
             */
            time?: string;
            fields: components["schemas"]["FieldSet"];
        };
        /**
         * @description A name of letters, digits, `_` and `-`; those that begin with `_` are InfluxDB's own. Query languages want quotes around one with `-`.
         * @example people
         */
        MeasurementName: string;
        /** @description Names and values that together with the measurement make the series. The name `tenant` is the gateway's own. */
        TagSet: {
            [key: string]: string;
        };
        /** @description As they were added. Whoever looks after the whole gateway sees the tag `tenant` beside them, by which points of a tenant other than the host are told from others. */
        KeptTagSet: {
            [key: string]: string;
        };
        /** @description Names and values. Every number is kept as a floating point number. */
        FieldSet: {
            [key: string]: components["schemas"]["FieldValue"];
        };
        FieldValue: number | string | boolean;
        /** @description At least one of `callbackReference` and `websockNotifConfig`; of both, the WebSocket is taken. Links are the gateway's to give; when they are sent all the same they are not looked at. */
        ConditionSubscriptionRequest: {
            /** @enum {string} */
            subscriptionType: "ConditionSubscription";
            callbackReference?: components["schemas"]["CallbackReference"];
            /** @description Whether a test notification is to be sent at once. */
            requestTestNotification?: boolean;
            websockNotifConfig?: components["schemas"]["WebsockNotifConfigRequest"];
            filteringCriteria: components["schemas"]["ConditionCriteria"];
            _links?: components["schemas"]["SentLinks"];
        } & (unknown | unknown);
        ConditionSubscription: {
            /** @enum {string} */
            subscriptionType: "ConditionSubscription";
            callbackReference?: components["schemas"]["CallbackReference"];
            /** @description Whether a test notification is to be sent at once. */
            requestTestNotification?: boolean;
            websockNotifConfig?: components["schemas"]["WebsockNotifConfig"];
            filteringCriteria: components["schemas"]["ConditionCriteria"];
            _links: components["schemas"]["SelfLinks"];
        };
        /** @description Which condition, and of which tags that the application may see; absent, of all of them, later ones included. */
        ConditionCriteria: {
            macs?: components["schemas"]["Mac"][];
            condition: components["schemas"]["Condition"];
        };
        /** @description A tag enters it, and leaves it again; each is told once. A value that a tag marks as not available changes nothing. */
        Condition: components["schemas"]["ThresholdCondition"] | components["schemas"]["SilenceCondition"] | components["schemas"]["RateCondition"];
        /** @description Either of `above` and `below`. Entered when the value is above (below) the limit, also by the first reading; left when it is back at the limit, or as far on this side of it as `hysteresis` says. */
        ThresholdCondition: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "THRESHOLD";
            field: components["schemas"]["NumericField"];
            above?: components["schemas"]["Limit"];
            below?: components["schemas"]["Limit"];
            hysteresis?: components["schemas"]["Hysteresis"];
        } & (unknown | unknown);
        /** @description Entered when there was no new reading for so long, and left with the next one. Tags that are silent already are told; the time in which the gateway itself was not there does not count. */
        SilenceCondition: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "SILENCE";
            seconds: number;
        };
        /** @description Entered when the value rises or falls faster than `perMinute`, left when it is as slow as that again, or slower by `hysteresis`. What counts is the difference to an earlier reading that came at least `seconds` before, per minute; as long as there is none, nothing is told. */
        RateCondition: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "RATE";
            field: components["schemas"]["NumericField"];
            /** @description In the unit of the field, either way. */
            perMinute: number;
            seconds: number;
            hysteresis?: components["schemas"]["Hysteresis"];
        };
        /** @description In the unit of the field. */
        Limit: number;
        /** @description In the unit of what is compared; absent, 0. */
        Hysteresis: number;
        /**
         * @description What a reading has a number of, derived or not.
         * @enum {string}
         */
        NumericField: "rssi" | "temperature" | "humidity" | "pressure" | "accelerationX" | "accelerationY" | "accelerationZ" | "batteryVoltage" | "txPower" | "movementCounter" | "measurementSequenceNumber" | "pm1p0" | "pm2p5" | "pm4p0" | "pm10p0" | "co2" | "voc" | "nox" | "illuminance" | "equilibriumVaporPressure" | "vaporPressureDeficit" | "absoluteHumidity" | "dewPoint" | "airDensity" | "accelerationTotal" | "accelerationAngleFromX" | "accelerationAngleFromY" | "accelerationAngleFromZ" | "airQualityIndex";
        /** @description A tag has entered or left a condition: one CloudEvent 1.0 in JSON (structured mode). `source` and `id` name it once and for all, so whoever is told of it twice can tell. */
        ConditionEvent: {
            /** @enum {string} */
            specversion: "1.0";
            id: string;
            /** @description The gateway: `urn:uuid:` and its identifier. */
            source: string;
            /** @enum {string} */
            type: "org.umec.sensors.condition.v1";
            /** @description `sensors/{mac}/condition` */
            subject: string;
            time: components["schemas"]["DateTime"];
            /** @enum {string} */
            datacontenttype: "application/json";
            data: components["schemas"]["ConditionEventData"];
        };
        ConditionEventData: {
            subscriptionId: string;
            mac: components["schemas"]["Mac"];
            name?: components["schemas"]["DeviceName"];
            change: components["schemas"]["ConditionChange"];
            condition: components["schemas"]["Condition"];
            /** @description Of the field; of RATE its change per minute, below zero when it falls; of SILENCE absent. */
            value?: number;
            /** @description Since when it is so, or, when it was left, was; the time of a reading, of SILENCE of the last one. */
            since: components["schemas"]["DateTime"];
        };
        /** @enum {string} */
        ConditionChange: "ENTERED" | "LEFT";
        Name: components["schemas"]["DeviceName"];
        /**
         * @description Ruuvi's name for the layout of the advertisement.
         * @enum {string}
         */
        DataFormat: "2" | "3" | "4" | "5" | "C5" | "6" | "8" | "E1";
        /** @description The radio that heard it. */
        Receiver: string;
        /**
         * @description A Bluetooth address.
         * @example CB:B8:33:4C:88:4F
         */
        Mac: string;
        /**
         * @description What people call it. It becomes a tag in InfluxDB, where a backslash at the end would swallow what follows.
         * @example Sauna
         */
        DeviceName: string;
        /** @description Where on the picture of `/registry/v1/plan`, whether there is one or not; shares of its width and its height. */
        PlaceOnPlan: {
            /** @description From the left. */
            x: number;
            /** @description From the top. */
            y: number;
        };
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
        /**
         * @description Whether it can be used now, in the words of ETSI GS MEC 011.
         * @enum {string}
         */
        State: "ACTIVE" | "INACTIVE" | "SUSPENDED";
        /** @description Why it is not ACTIVE, and what would help. */
        Reason: string;
        /**
         * Format: date-time
         * @description A point in time, in UTC with milliseconds (RFC 3339).
         */
        DateTime: string;
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
        SelfLinks: {
            self: components["schemas"]["LinkType"];
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
        /** @description The history that this cursor is of has been replaced, or put back from an older copy: begin again without `after`, and expect what you know already. */
        HistoryGone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The subscriptions; none is an empty list. */
        ConditionSubscriptionLinkList: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "_links": {
                 *         "self": {
                 *           "href": "/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                 *         },
                 *         "subscriptions": [
                 *           {
                 *             "href": "/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a",
                 *             "subscriptionType": "ConditionSubscription",
                 *             "rel": "ConditionSubscription"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionLinkList"];
            };
        };
        /** @description The subscription. */
        ConditionSubscription: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "ConditionSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true,
                 *         "websocketUri": "ws://192.168.7.20:8080/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
                 *       },
                 *       "filteringCriteria": {
                 *         "condition": {
                 *           "kind": "THRESHOLD",
                 *           "field": "temperature",
                 *           "above": 25,
                 *           "hysteresis": 0.5
                 *         }
                 *       },
                 *       "_links": {
                 *         "self": {
                 *           "href": "/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConditionSubscription"];
            };
        };
        /** @description It is subscribed, and survives a restart of the gateway. */
        ConditionSubscriptionCreated: {
            headers: {
                ETag: components["headers"]["ETag"];
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "ConditionSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true,
                 *         "websocketUri": "ws://192.168.7.20:8080/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
                 *       },
                 *       "filteringCriteria": {
                 *         "condition": {
                 *           "kind": "THRESHOLD",
                 *           "field": "temperature",
                 *           "above": 25,
                 *           "hysteresis": 0.5
                 *         }
                 *       },
                 *       "_links": {
                 *         "self": {
                 *           "href": "/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConditionSubscription"];
            };
        };
    };
    parameters: {
        /** @description The tag's Bluetooth address. */
        mac: components["schemas"]["Mac"];
        /**
         * @description Where to go on: the `next` of the page before, or the `cursor` of an event. `now`: with what comes from now on. Absent: with the oldest that is kept.
         * @example now
         */
        after: components["schemas"]["Cursor"];
        /** @description Only points of this measurement; absent, of any. */
        measurement: components["schemas"]["MeasurementName"];
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
        /**
         * @description The earliest time wanted.
         * @example 2026-06-21T00:00:00Z
         */
        from: components["schemas"]["DateTime"];
        /**
         * @description The time at which to stop; what is of this very moment is left out.
         * @example 2026-06-22T00:00:00Z
         */
        to: components["schemas"]["DateTime"];
        /** @description How many to give at the most. When there are more, the `Link` header leads to the next page. */
        limit: number;
        /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
        nextpage_opaque_marker: string;
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
        /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
        "If-Match": string;
    };
    requestBodies: {
        ConditionSubscription: {
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "ConditionSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true
                 *       },
                 *       "filteringCriteria": {
                 *         "condition": {
                 *           "kind": "THRESHOLD",
                 *           "field": "temperature",
                 *           "above": 25,
                 *           "hysteresis": 0.5
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConditionSubscriptionRequest"];
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
    Tags_GET: {
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
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tags, in order of their addresses. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "mac": "CB:B8:33:4C:88:4F",
                     *         "name": "Market square",
                     *         "presence": "ONLINE",
                     *         "adoption": "ADOPTED",
                     *         "state": "ACTIVE",
                     *         "dataFormat": "5",
                     *         "receiver": "hci0",
                     *         "receivers": [
                     *           {
                     *             "receiver": "hci0",
                     *             "rssi": -65,
                     *             "lastSeen": "2026-06-21T12:00:00.000Z"
                     *           }
                     *         ],
                     *         "lastSeen": "2026-06-21T12:00:00.000Z",
                     *         "_links": {
                     *           "self": {
                     *             "href": "/sensors/v1/tags/CB:B8:33:4C:88:4F"
                     *           },
                     *           "readings": {
                     *             "href": "/sensors/v1/tags/CB:B8:33:4C:88:4F/readings"
                     *           },
                     *           "configuration": {
                     *             "href": "/registry/v1/devices/tag-CBB8334C884F/configuration"
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Tag"][];
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
    TagsMac_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag's Bluetooth address. */
                mac: components["parameters"]["mac"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tag. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mac": "CB:B8:33:4C:88:4F",
                     *       "name": "Market square",
                     *       "presence": "ONLINE",
                     *       "adoption": "ADOPTED",
                     *       "state": "ACTIVE",
                     *       "dataFormat": "5",
                     *       "receiver": "hci0",
                     *       "receivers": [
                     *         {
                     *           "receiver": "hci0",
                     *           "rssi": -65,
                     *           "lastSeen": "2026-06-21T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "lastSeen": "2026-06-21T12:00:00.000Z",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/sensors/v1/tags/CB:B8:33:4C:88:4F"
                     *         },
                     *         "readings": {
                     *           "href": "/sensors/v1/tags/CB:B8:33:4C:88:4F/readings"
                     *         },
                     *         "configuration": {
                     *           "href": "/registry/v1/devices/tag-CBB8334C884F/configuration"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Tag"];
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
    TagReadings_GET: {
        parameters: {
            query?: {
                /**
                 * @description The earliest time wanted.
                 * @example 2026-06-21T00:00:00Z
                 */
                from?: components["parameters"]["from"];
                /**
                 * @description The time at which to stop; what is of this very moment is left out.
                 * @example 2026-06-22T00:00:00Z
                 */
                to?: components["parameters"]["to"];
                /** @description Of the values only these, separated by commas; absent, all. */
                fields?: components["schemas"]["ReadingField"][];
                /** @description How many to give at the most. When there are more, the `Link` header leads to the next page. */
                limit?: components["parameters"]["limit"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path: {
                /** @description The tag's Bluetooth address. */
                mac: components["parameters"]["mac"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Readings in order of time, oldest first. */
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
                     *         "time": "2026-06-21T12:00:00.000Z",
                     *         "mac": "CB:B8:33:4C:88:4F",
                     *         "name": "Market square",
                     *         "receiver": "hci0",
                     *         "dataFormat": "5",
                     *         "temperature": 21.83,
                     *         "humidity": 42.09,
                     *         "pressure": 100133,
                     *         "accelerationX": 0.004,
                     *         "accelerationY": -0.004,
                     *         "accelerationZ": 1.036,
                     *         "batteryVoltage": 2.977,
                     *         "txPower": 4,
                     *         "movementCounter": 66,
                     *         "measurementSequenceNumber": 205,
                     *         "rssi": -65,
                     *         "dewPoint": 8.33,
                     *         "absoluteHumidity": 8.1
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Reading"][];
                    /**
                     * @example time,mac,name,dataFormat,receiver,temperature,humidity
                     *     2026-06-21T12:00:00.000Z,CB:B8:33:4C:88:4F,Market square,5,hci0,21.83,42.09
                     */
                    "text/csv": components["schemas"]["Csv"];
                    /** @example {"time":"2026-06-21T12:00:00.000Z","mac":"CB:B8:33:4C:88:4F","receiver":"hci0","dataFormat":"5","temperature":21.83,"humidity":42.09,"name":"Market square"} */
                    "application/x-ndjson": components["schemas"]["Lines"];
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
    TagStatistics_GET: {
        parameters: {
            query?: {
                /**
                 * @description The earliest time wanted; absent, 24 hours before `to`, or before now.
                 * @example 2026-06-21T00:00:00Z
                 */
                from?: components["schemas"]["DateTime"];
                /**
                 * @description The time at which to stop; what is of this very moment is left out.
                 * @example 2026-06-22T00:00:00Z
                 */
                to?: components["parameters"]["to"];
                /** @description How long a bucket is, in seconds, minutes, hours or days. */
                every?: string;
                /** @description Only these fields, separated by commas. */
                fields?: components["schemas"]["MeasuredField"][];
                /** @description How many to give at the most. When there are more, the `Link` header leads to the next page. */
                limit?: components["parameters"]["limit"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path: {
                /** @description The tag's Bluetooth address. */
                mac: components["parameters"]["mac"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Buckets in order of time, oldest first. */
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
                     *         "time": "2026-06-21T12:00:00.000Z",
                     *         "fields": {
                     *           "temperature": {
                     *             "count": 360,
                     *             "mean": 21.6,
                     *             "min": 21.1,
                     *             "max": 22.05,
                     *             "first": 21.1,
                     *             "last": 21.83
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Bucket"][];
                    /**
                     * @example time,temperature_count,temperature_mean,temperature_min,temperature_max,temperature_first,temperature_last
                     *     2026-06-21T12:00:00.000Z,360,21.6,21.1,22.05,21.1,21.83
                     */
                    "text/csv": components["schemas"]["Csv"];
                    /** @example {"time":"2026-06-21T12:00:00.000Z","fields":{"temperature":{"count":360,"mean":21.6,"min":21.1,"max":22.05,"first":21.1,"last":21.83}}} */
                    "application/x-ndjson": components["schemas"]["Lines"];
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
    TagTrends_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag's Bluetooth address. */
                mac: components["parameters"]["mac"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The trends. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batteryVoltage": {
                     *         "perDay": -0.0004,
                     *         "mean": 2.97,
                     *         "from": "2026-05-22T12:00:00.000Z",
                     *         "to": "2026-06-21T12:00:00.000Z",
                     *         "count": 259200
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Trends"];
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
    TagLatestReading_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag's Bluetooth address. */
                mac: components["parameters"]["mac"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reading; of a tag that fell silent, its last one. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "time": "2026-06-21T12:00:00.000Z",
                     *       "mac": "CB:B8:33:4C:88:4F",
                     *       "name": "Market square",
                     *       "receiver": "hci0",
                     *       "dataFormat": "5",
                     *       "temperature": 21.83,
                     *       "humidity": 42.09,
                     *       "pressure": 100133,
                     *       "accelerationX": 0.004,
                     *       "accelerationY": -0.004,
                     *       "accelerationZ": 1.036,
                     *       "batteryVoltage": 2.977,
                     *       "txPower": 4,
                     *       "movementCounter": 66,
                     *       "measurementSequenceNumber": 205,
                     *       "rssi": -65,
                     *       "dewPoint": 8.33,
                     *       "absoluteHumidity": 8.1
                     *     }
                     */
                    "application/json": components["schemas"]["Reading"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
        };
    };
    LatestReadings_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One reading per tag, in order of their addresses; a tag that fell silent keeps its last one. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "time": "2026-06-21T12:00:00.000Z",
                     *         "mac": "CB:B8:33:4C:88:4F",
                     *         "name": "Market square",
                     *         "receiver": "hci0",
                     *         "dataFormat": "5",
                     *         "temperature": 21.83,
                     *         "humidity": 42.09,
                     *         "pressure": 100133,
                     *         "accelerationX": 0.004,
                     *         "accelerationY": -0.004,
                     *         "accelerationZ": 1.036,
                     *         "batteryVoltage": 2.977,
                     *         "txPower": 4,
                     *         "movementCounter": 66,
                     *         "measurementSequenceNumber": 205,
                     *         "rssi": -65,
                     *         "dewPoint": 8.33,
                     *         "absoluteHumidity": 8.1
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Reading"][];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
        };
    };
    Arrivals_GET: {
        parameters: {
            query?: {
                /**
                 * @description Where to go on: the `next` of the page before, or the `cursor` of an event. `now`: with what comes from now on. Absent: with the oldest that is kept.
                 * @example now
                 */
                after?: components["parameters"]["after"];
                /** @description Only points of this measurement; absent, of any. */
                measurement?: components["parameters"]["measurement"];
                /** @description How many to give at the most. */
                limit?: number;
                /** @description How long to wait for something to give, in seconds. */
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The next points, and where to go on. In lines the points alone; the rest is in the headers then too. */
            200: {
                headers: {
                    /** @description Nobody is to keep it: no two are the same. */
                    "Cache-Control": "no-store";
                    /** @description As `next`. */
                    "Umec-Next": components["schemas"]["Cursor"];
                    /** @description As `missed`. */
                    "Umec-Missed"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "points": [
                     *         {
                     *           "measurement": "people",
                     *           "tags": {
                     *             "gate": "north"
                     *           },
                     *           "time": "2026-06-21T12:00:00.000Z",
                     *           "fields": {
                     *             "count": 3
                     *           }
                     *         }
                     *       ],
                     *       "next": "pBNMXOnvZKuqCaYXVh_WB_Cxk739vAp6Cqe6",
                     *       "missed": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Arrivals"];
                    /** @example {"measurement":"people","tags":{"gate":"north"},"fields":{"count":3},"time":"2026-06-21T12:00:00.000Z"} */
                    "application/x-ndjson": components["schemas"]["Lines"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            410: components["responses"]["HistoryGone"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    ArrivalsWebsocket_GET: {
        parameters: {
            query?: {
                /**
                 * @description Where to go on: the `next` of the page before, or the `cursor` of an event. `now`: with what comes from now on. Absent: with the oldest that is kept.
                 * @example now
                 */
                after?: components["parameters"]["after"];
                /** @description Only points of this measurement; absent, of any. */
                measurement?: components["parameters"]["measurement"];
            };
            header?: never;
            path?: never;
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
            410: components["responses"]["HistoryGone"];
            426: components["responses"]["426"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Readings_GET: {
        parameters: {
            query: {
                measurement: components["schemas"]["MeasurementName"];
                /**
                 * @description Only points with this tag: `name=value`. Repeat it to ask for several at once.
                 * @example [
                 *       "gate=north"
                 *     ]
                 */
                tag?: string[];
                /**
                 * @description The earliest time wanted.
                 * @example 2026-06-21T00:00:00Z
                 */
                from?: components["parameters"]["from"];
                /**
                 * @description The time at which to stop; what is of this very moment is left out.
                 * @example 2026-06-22T00:00:00Z
                 */
                to?: components["parameters"]["to"];
                /** @description How many to give at the most. When there are more, the `Link` header leads to the next page. */
                limit?: components["parameters"]["limit"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Points in order of time, oldest first; none is an empty list. */
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
                     *         "measurement": "people",
                     *         "tags": {
                     *           "gate": "north"
                     *         },
                     *         "time": "2026-06-21T12:00:00.000Z",
                     *         "fields": {
                     *           "count": 3
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Point"][];
                    /**
                     * @example time,measurement,tags,fields
                     *     2026-06-21T12:00:00.000Z,people,"{""gate"":""north""}","{""count"":3}"
                     */
                    "text/csv": components["schemas"]["Csv"];
                    /** @example {"measurement":"people","tags":{"gate":"north"},"time":"2026-06-21T12:00:00.000Z","fields":{"count":3}} */
                    "application/x-ndjson": components["schemas"]["Lines"];
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
    Readings_POST: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "measurement": "people",
                 *         "tags": {
                 *           "gate": "north"
                 *         },
                 *         "time": "2026-06-21T12:00:00.000Z",
                 *         "fields": {
                 *           "count": 3
                 *         }
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["NewPoint"][];
            };
        };
        responses: {
            /** @description They are kept. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Series_GET: {
        parameters: {
            query?: {
                /** @description How many to give at the most. When there are more, the `Link` header leads to the next page. */
                limit?: components["parameters"]["limit"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest point of each series; none is an empty list. */
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
                     *         "measurement": "people",
                     *         "tags": {
                     *           "gate": "north"
                     *         },
                     *         "time": "2026-06-21T12:00:00.000Z",
                     *         "fields": {
                     *           "count": 3
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Point"][];
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
    ReceiverAdvertisements_POST: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The radio's name in the configuration.
                 * @example attic
                 */
                receiverId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "tags": {
                 *           "CB:B8:33:4C:88:4F": {
                 *             "rssi": -65,
                 *             "timestamp": 1782043200,
                 *             "data": "0201061BFF99040512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F"
                 *           }
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Advertisements"];
            };
        };
        responses: {
            /** @description It is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taken": 1,
                     *       "malformed": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Brought"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    ConditionSubscriptions_GET: {
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
            200: components["responses"]["ConditionSubscriptionLinkList"];
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
    ConditionSubscriptions_POST: {
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
        requestBody: components["requestBodies"]["ConditionSubscription"];
        responses: {
            201: components["responses"]["ConditionSubscriptionCreated"];
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
    ConditionSubscriptionsSubscriptionId_GET: {
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
            200: components["responses"]["ConditionSubscription"];
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
    ConditionSubscriptionsSubscriptionId_PUT: {
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
        requestBody: components["requestBodies"]["ConditionSubscription"];
        responses: {
            200: components["responses"]["ConditionSubscription"];
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
    ConditionSubscriptionsSubscriptionId_DELETE: {
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
    ConditionSubscriptionsSubscriptionIdWebsocket_GET: {
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
    "title": "Sensors",
    "version": "0.1.0",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "Bluetooth tags that the gateway hears, their latest readings and their history, and readings that applications add. A value that a tag marks as not available is absent, never a number, and so is what is derived from it. Units: °C, % relative humidity, Pa, g, V, dBm, µg/m³, ppm, lux."
  },
  "servers": [
    {
      "url": "/sensors/v1"
    }
  ],
  "security": [
    {
      "oauth2": [
        "sensors:read"
      ]
    }
  ],
  "tags": [
    {
      "name": "sensors",
      "description": "Tags and readings."
    },
    {
      "name": "condition-subscriptions",
      "description": "Applications that are told of conditions, durably and in order."
    }
  ],
  "paths": {
    "/tags": {
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "Tags_GET",
        "summary": "Every tag the gateway knows",
        "security": [
          {
            "oauth2": [
              "sensors:read"
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
          }
        ],
        "responses": {
          "200": {
            "description": "The tags, in order of their addresses.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 10000,
                  "items": {
                    "$ref": "#/components/schemas/Tag"
                  }
                },
                "example": [
                  {
                    "mac": "CB:B8:33:4C:88:4F",
                    "name": "Market square",
                    "presence": "ONLINE",
                    "adoption": "ADOPTED",
                    "state": "ACTIVE",
                    "dataFormat": "5",
                    "receiver": "hci0",
                    "receivers": [
                      {
                        "receiver": "hci0",
                        "rssi": -65,
                        "lastSeen": "2026-06-21T12:00:00.000Z"
                      }
                    ],
                    "lastSeen": "2026-06-21T12:00:00.000Z",
                    "_links": {
                      "self": {
                        "href": "/sensors/v1/tags/CB:B8:33:4C:88:4F"
                      },
                      "readings": {
                        "href": "/sensors/v1/tags/CB:B8:33:4C:88:4F/readings"
                      },
                      "configuration": {
                        "href": "/registry/v1/devices/tag-CBB8334C884F/configuration"
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
    "/tags/{mac}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/mac"
        }
      ],
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "TagsMac_GET",
        "summary": "One tag",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The tag.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Tag"
                },
                "example": {
                  "mac": "CB:B8:33:4C:88:4F",
                  "name": "Market square",
                  "presence": "ONLINE",
                  "adoption": "ADOPTED",
                  "state": "ACTIVE",
                  "dataFormat": "5",
                  "receiver": "hci0",
                  "receivers": [
                    {
                      "receiver": "hci0",
                      "rssi": -65,
                      "lastSeen": "2026-06-21T12:00:00.000Z"
                    }
                  ],
                  "lastSeen": "2026-06-21T12:00:00.000Z",
                  "_links": {
                    "self": {
                      "href": "/sensors/v1/tags/CB:B8:33:4C:88:4F"
                    },
                    "readings": {
                      "href": "/sensors/v1/tags/CB:B8:33:4C:88:4F/readings"
                    },
                    "configuration": {
                      "href": "/registry/v1/devices/tag-CBB8334C884F/configuration"
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
    "/tags/{mac}/readings": {
      "parameters": [
        {
          "$ref": "#/components/parameters/mac"
        }
      ],
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "TagReadings_GET",
        "summary": "The history of one tag",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/from"
          },
          {
            "$ref": "#/components/parameters/to"
          },
          {
            "name": "fields",
            "in": "query",
            "style": "form",
            "explode": false,
            "description": "Of the values only these, separated by commas; absent, all.",
            "schema": {
              "type": "array",
              "minItems": 1,
              "maxItems": 64,
              "items": {
                "$ref": "#/components/schemas/ReadingField"
              }
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "Readings in order of time, oldest first.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Link": {
                "description": "Leads to the next page, with `rel=\"next\"`; absent on the last.",
                "required": false,
                "schema": {
                  "type": "string",
                  "maxLength": 4096
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 1000,
                  "items": {
                    "$ref": "#/components/schemas/Reading"
                  }
                },
                "example": [
                  {
                    "time": "2026-06-21T12:00:00.000Z",
                    "mac": "CB:B8:33:4C:88:4F",
                    "name": "Market square",
                    "receiver": "hci0",
                    "dataFormat": "5",
                    "temperature": 21.83,
                    "humidity": 42.09,
                    "pressure": 100133,
                    "accelerationX": 0.004,
                    "accelerationY": -0.004,
                    "accelerationZ": 1.036,
                    "batteryVoltage": 2.977,
                    "txPower": 4,
                    "movementCounter": 66,
                    "measurementSequenceNumber": 205,
                    "rssi": -65,
                    "dewPoint": 8.33,
                    "absoluteHumidity": 8.1
                  }
                ]
              },
              "text/csv": {
                "schema": {
                  "$ref": "#/components/schemas/Csv"
                },
                "example": "time,mac,name,dataFormat,receiver,temperature,humidity\n2026-06-21T12:00:00.000Z,CB:B8:33:4C:88:4F,Market square,5,hci0,21.83,42.09\n"
              },
              "application/x-ndjson": {
                "schema": {
                  "$ref": "#/components/schemas/Lines"
                },
                "example": "{\"time\":\"2026-06-21T12:00:00.000Z\",\"mac\":\"CB:B8:33:4C:88:4F\",\"receiver\":\"hci0\",\"dataFormat\":\"5\",\"temperature\":21.83,\"humidity\":42.09,\"name\":\"Market square\"}\n"
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
    "/tags/{mac}/statistics": {
      "parameters": [
        {
          "$ref": "#/components/parameters/mac"
        }
      ],
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "TagStatistics_GET",
        "summary": "What the values of one tag came to, in equal parts of time",
        "description": "Count, mean, least, greatest, first and last value of each measured field in each bucket: values that are derived from others, such as the dew point, are in readings only. Buckets begin at multiples of `every` since 1970 in UTC, and all are given that have some of the time wanted. One without a reading is absent. Of time whose readings have gone, what is kept of them is given: minutes, quarters of an hour, hours; where that is longer than `every`, in the bucket in which it begins. A page may have fewer buckets than asked for; there is more as long as there is a `Link`.",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "parameters": [
          {
            "name": "from",
            "in": "query",
            "allowReserved": true,
            "description": "The earliest time wanted; absent, 24 hours before `to`, or before now.",
            "schema": {
              "$ref": "#/components/schemas/DateTime"
            },
            "example": "2026-06-21T00:00:00Z"
          },
          {
            "$ref": "#/components/parameters/to"
          },
          {
            "name": "every",
            "in": "query",
            "description": "How long a bucket is, in seconds, minutes, hours or days.",
            "schema": {
              "type": "string",
              "pattern": "^[1-9][0-9]{0,3}[smhd]$",
              "maxLength": 5,
              "default": "15m"
            }
          },
          {
            "name": "fields",
            "in": "query",
            "style": "form",
            "explode": false,
            "description": "Only these fields, separated by commas.",
            "schema": {
              "type": "array",
              "minItems": 1,
              "maxItems": 32,
              "items": {
                "$ref": "#/components/schemas/MeasuredField"
              }
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "Buckets in order of time, oldest first.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Link": {
                "description": "Leads to the next page, with `rel=\"next\"`; absent on the last.",
                "required": false,
                "schema": {
                  "type": "string",
                  "maxLength": 4096
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 1000,
                  "items": {
                    "$ref": "#/components/schemas/Bucket"
                  }
                },
                "example": [
                  {
                    "time": "2026-06-21T12:00:00.000Z",
                    "fields": {
                      "temperature": {
                        "count": 360,
                        "mean": 21.6,
                        "min": 21.1,
                        "max": 22.05,
                        "first": 21.1,
                        "last": 21.83
                      }
                    }
                  }
                ]
              },
              "text/csv": {
                "schema": {
                  "$ref": "#/components/schemas/Csv"
                },
                "example": "time,temperature_count,temperature_mean,temperature_min,temperature_max,temperature_first,temperature_last\n2026-06-21T12:00:00.000Z,360,21.6,21.1,22.05,21.1,21.83\n"
              },
              "application/x-ndjson": {
                "schema": {
                  "$ref": "#/components/schemas/Lines"
                },
                "example": "{\"time\":\"2026-06-21T12:00:00.000Z\",\"fields\":{\"temperature\":{\"count\":360,\"mean\":21.6,\"min\":21.1,\"max\":22.05,\"first\":21.1,\"last\":21.83}}}\n"
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
    "/tags/{mac}/trends": {
      "parameters": [
        {
          "$ref": "#/components/parameters/mac"
        }
      ],
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "TagTrends_GET",
        "summary": "Where the battery and the signal of one tag are going",
        "description": "By the straight line that fits best: the battery in the last 30 days, the signal in the last two. Absent of a tag that has not been heard for long enough to say.",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The trends.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Trends"
                },
                "example": {
                  "batteryVoltage": {
                    "perDay": -0.0004,
                    "mean": 2.97,
                    "from": "2026-05-22T12:00:00.000Z",
                    "to": "2026-06-21T12:00:00.000Z",
                    "count": 259200
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
    "/tags/{mac}/readings/latest": {
      "parameters": [
        {
          "$ref": "#/components/parameters/mac"
        }
      ],
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "TagLatestReading_GET",
        "summary": "The latest reading of one tag",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The reading; of a tag that fell silent, its last one.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Reading"
                },
                "example": {
                  "time": "2026-06-21T12:00:00.000Z",
                  "mac": "CB:B8:33:4C:88:4F",
                  "name": "Market square",
                  "receiver": "hci0",
                  "dataFormat": "5",
                  "temperature": 21.83,
                  "humidity": 42.09,
                  "pressure": 100133,
                  "accelerationX": 0.004,
                  "accelerationY": -0.004,
                  "accelerationZ": 1.036,
                  "batteryVoltage": 2.977,
                  "txPower": 4,
                  "movementCounter": 66,
                  "measurementSequenceNumber": 205,
                  "rssi": -65,
                  "dewPoint": 8.33,
                  "absoluteHumidity": 8.1
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
          }
        }
      }
    },
    "/readings/latest": {
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "LatestReadings_GET",
        "summary": "The latest reading of every tag",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "One reading per tag, in order of their addresses; a tag that fell silent keeps its last one.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 10000,
                  "items": {
                    "$ref": "#/components/schemas/Reading"
                  }
                },
                "example": [
                  {
                    "time": "2026-06-21T12:00:00.000Z",
                    "mac": "CB:B8:33:4C:88:4F",
                    "name": "Market square",
                    "receiver": "hci0",
                    "dataFormat": "5",
                    "temperature": 21.83,
                    "humidity": 42.09,
                    "pressure": 100133,
                    "accelerationX": 0.004,
                    "accelerationY": -0.004,
                    "accelerationZ": 1.036,
                    "batteryVoltage": 2.977,
                    "txPower": 4,
                    "movementCounter": 66,
                    "measurementSequenceNumber": 205,
                    "rssi": -65,
                    "dewPoint": 8.33,
                    "absoluteHumidity": 8.1
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
          }
        }
      }
    },
    "/readings/arrivals": {
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "Arrivals_GET",
        "summary": "What was measured since you last asked",
        "description": "All that the caller may see, of tags and of applications, in the order in which it was kept, whatever its times say: whoever goes on with the `next` of the page before misses nothing and gets nothing twice. A point to which fields were added later comes again, whole. An empty page means that there is nothing more yet; with `wait` it comes only after that time. A token that ends meanwhile ends the waiting with 401, and a gateway that stops with an empty page.",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "x-once": "each page has an address of its own",
        "parameters": [
          {
            "$ref": "#/components/parameters/after"
          },
          {
            "$ref": "#/components/parameters/measurement"
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
          },
          {
            "name": "wait",
            "in": "query",
            "description": "How long to wait for something to give, in seconds.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 60,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The next points, and where to go on. In lines the points alone; the rest is in the headers then too.",
            "headers": {
              "Cache-Control": {
                "description": "Nobody is to keep it: no two are the same.",
                "required": true,
                "schema": {
                  "type": "string",
                  "enum": [
                    "no-store"
                  ]
                }
              },
              "Umec-Next": {
                "description": "As `next`.",
                "required": true,
                "schema": {
                  "$ref": "#/components/schemas/Cursor"
                }
              },
              "Umec-Missed": {
                "description": "As `missed`.",
                "required": false,
                "schema": {
                  "type": "integer",
                  "minimum": 0,
                  "maximum": 9007199254740991
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Arrivals"
                },
                "example": {
                  "points": [
                    {
                      "measurement": "people",
                      "tags": {
                        "gate": "north"
                      },
                      "time": "2026-06-21T12:00:00.000Z",
                      "fields": {
                        "count": 3
                      }
                    }
                  ],
                  "next": "pBNMXOnvZKuqCaYXVh_WB_Cxk739vAp6Cqe6",
                  "missed": 0
                }
              },
              "application/x-ndjson": {
                "schema": {
                  "$ref": "#/components/schemas/Lines"
                },
                "example": "{\"measurement\":\"people\",\"tags\":{\"gate\":\"north\"},\"fields\":{\"count\":3},\"time\":\"2026-06-21T12:00:00.000Z\"}\n"
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
          "410": {
            "$ref": "#/components/responses/HistoryGone"
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
    "/readings/arrivals/websocket": {
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "ArrivalsWebsocket_GET",
        "summary": "What was measured since you were last here, and from then on what is kept (WebSocket)",
        "description": "Each message is one CloudEvent 1.0 in JSON, of type `org.umec.sensors.arrival.v1` with a point as `data`. Its attribute `cursor` is the `after` of whoever has dealt with it: a reader that comes back with the last one goes on behind it, misses nothing and gets nothing twice. An event of type `org.umec.sensors.missed.v1` says that readings were dropped which this reader had not got, and how many (`data.missed`, absent when that is not known any more). Everything comes from the history, when it is on disk; a reader that is slow gets it later. Closed with 1008 when the token, client or session ends, and with 1013 when the history cannot be read: come back with the last `cursor`.",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          },
          {
            "ticket": [
              "sensors:read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/after"
          },
          {
            "$ref": "#/components/parameters/measurement"
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
          "410": {
            "$ref": "#/components/responses/HistoryGone"
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
    "/readings": {
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "Readings_GET",
        "summary": "The history of any measurement, applications' own included",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "parameters": [
          {
            "name": "measurement",
            "in": "query",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/MeasurementName"
            }
          },
          {
            "name": "tag",
            "in": "query",
            "allowReserved": true,
            "description": "Only points with this tag: `name=value`. Repeat it to ask for several at once.",
            "explode": true,
            "schema": {
              "type": "array",
              "maxItems": 16,
              "items": {
                "type": "string",
                "pattern": "^[^=]{1,64}=.{1,256}$",
                "maxLength": 321
              }
            },
            "example": [
              "gate=north"
            ]
          },
          {
            "$ref": "#/components/parameters/from"
          },
          {
            "$ref": "#/components/parameters/to"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "Points in order of time, oldest first; none is an empty list.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Link": {
                "description": "Leads to the next page, with `rel=\"next\"`; absent on the last.",
                "required": false,
                "schema": {
                  "type": "string",
                  "maxLength": 4096
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 1000,
                  "items": {
                    "$ref": "#/components/schemas/Point"
                  }
                },
                "example": [
                  {
                    "measurement": "people",
                    "tags": {
                      "gate": "north"
                    },
                    "time": "2026-06-21T12:00:00.000Z",
                    "fields": {
                      "count": 3
                    }
                  }
                ]
              },
              "text/csv": {
                "schema": {
                  "$ref": "#/components/schemas/Csv"
                },
                "example": "time,measurement,tags,fields\n2026-06-21T12:00:00.000Z,people,\"{\"\"gate\"\":\"\"north\"\"}\",\"{\"\"count\"\":3}\"\n"
              },
              "application/x-ndjson": {
                "schema": {
                  "$ref": "#/components/schemas/Lines"
                },
                "example": "{\"measurement\":\"people\",\"tags\":{\"gate\":\"north\"},\"time\":\"2026-06-21T12:00:00.000Z\",\"fields\":{\"count\":3}}\n"
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
      "post": {
        "tags": [
          "sensors"
        ],
        "operationId": "Readings_POST",
        "summary": "Add readings of your own",
        "description": "A number plate, a people count: kept like the readings of tags, and sent to the same destinations. Answered when they are on disk. All are taken or none. Sending the same points again changes nothing, so a lost answer is no trouble.",
        "security": [
          {
            "oauth2": [
              "sensors:write"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1000,
                "items": {
                  "$ref": "#/components/schemas/NewPoint"
                }
              },
              "example": [
                {
                  "measurement": "people",
                  "tags": {
                    "gate": "north"
                  },
                  "time": "2026-06-21T12:00:00.000Z",
                  "fields": {
                    "count": 3
                  }
                }
              ]
            }
          }
        },
        "responses": {
          "204": {
            "description": "They are kept."
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
    "/series": {
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "Series_GET",
        "summary": "What applications have added, each series by its newest point",
        "description": "A series is what one measurement has for one set of tags, as `people` at the gate in the north. They are in the order in which they were first added to; one of which nothing is kept any more is not among them.",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "The newest point of each series; none is an empty list.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Link": {
                "description": "Leads to the next page, with `rel=\"next\"`; absent on the last.",
                "required": false,
                "schema": {
                  "type": "string",
                  "maxLength": 4096
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 1000,
                  "items": {
                    "$ref": "#/components/schemas/Point"
                  }
                },
                "example": [
                  {
                    "measurement": "people",
                    "tags": {
                      "gate": "north"
                    },
                    "time": "2026-06-21T12:00:00.000Z",
                    "fields": {
                      "count": 3
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
    "/receivers/{receiverId}/advertisements": {
      "parameters": [
        {
          "name": "receiverId",
          "in": "path",
          "required": true,
          "description": "The radio's name in the configuration.",
          "schema": {
            "type": "string",
            "pattern": "^[a-z0-9-]{1,32}$",
            "maxLength": 32
          },
          "example": "attic"
        }
      ],
      "post": {
        "tags": [
          "sensors"
        ],
        "operationId": "ReceiverAdvertisements_POST",
        "summary": "Bring what a radio elsewhere has heard",
        "description": "As a Ruuvi Gateway posts it, with and without times. Answered when all of it is on disk, and refused (503) when it cannot be kept; what was brought before is not kept twice. Entries that are none are counted, and the others are taken.",
        "security": [],
        "x-open": "What brings it can send nothing but a fixed token: it shows the radio's own (`devices.radios.<name>.token`), as a bearer token or as the password of HTTP Basic, and that lets nobody do anything else.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Advertisements"
              },
              "example": {
                "data": {
                  "tags": {
                    "CB:B8:33:4C:88:4F": {
                      "rssi": -65,
                      "timestamp": 1782043200,
                      "data": "0201061BFF99040512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "It is kept.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Brought"
                },
                "example": {
                  "taken": 1,
                  "malformed": 0
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
    "/applications/{appInstanceId}/subscriptions": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "get": {
        "tags": [
          "condition-subscriptions"
        ],
        "operationId": "ConditionSubscriptions_GET",
        "summary": "The subscriptions of one application to conditions",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/ConditionSubscriptionLinkList"
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
          "condition-subscriptions"
        ],
        "operationId": "ConditionSubscriptions_POST",
        "summary": "Subscribe to a condition",
        "description": "A tag that enters or leaves the condition is one notification, and goes to `callbackReference`, or through a WebSocket when `websockNotifConfig` asks for one (ETSI GS MEC 009, clause 6.12a), as long as the subscription is there: at least once, in order, and also what happened while the application was away. Which tags are beyond it is kept through a restart of the gateway. Of more than 11000 notifications that wait, the oldest are given up: `dropped` of `/registry/v1/subscriptions` counts them. 404 is also for a tag that there is not.",
        "security": [
          {
            "oauth2": [
              "sensors:write"
            ]
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/ConditionSubscription"
        },
        "callbacks": {
          "ConditionNotification": {
            "{$request.body#/callbackReference}": {
              "post": {
                "summary": "A condition has been entered or left",
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/cloudevents+json": {
                      "schema": {
                        "$ref": "#/components/schemas/ConditionEvent"
                      },
                      "example": {
                        "specversion": "1.0",
                        "id": "1f9b93e0-fe0a-466a-9b5c-3d1bfc0bf9d7-42",
                        "source": "urn:uuid:74d44eee-7404-423f-9c39-4699e17918b4",
                        "type": "org.umec.sensors.condition.v1",
                        "subject": "sensors/CB:B8:33:4C:88:4F/condition",
                        "time": "2026-06-21T12:00:00.000Z",
                        "datacontenttype": "application/json",
                        "data": {
                          "subscriptionId": "a70519cd-944d-4991-81c6-4af180f1684a",
                          "mac": "CB:B8:33:4C:88:4F",
                          "name": "Market square",
                          "change": "ENTERED",
                          "condition": {
                            "kind": "THRESHOLD",
                            "field": "temperature",
                            "above": 25,
                            "hysteresis": 0.5
                          },
                          "value": 25.31,
                          "since": "2026-06-21T12:00:00.000Z"
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
                            "href": "/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
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
            "$ref": "#/components/responses/ConditionSubscriptionCreated"
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
          "condition-subscriptions"
        ],
        "operationId": "ConditionSubscriptionsSubscriptionId_GET",
        "summary": "One subscription",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/ConditionSubscription"
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
          "condition-subscriptions"
        ],
        "operationId": "ConditionSubscriptionsSubscriptionId_PUT",
        "summary": "Replace a subscription",
        "description": "What waits for delivery goes on waiting, whatever is wanted from now on. Of another condition every tag begins anew, as one that is not beyond it.",
        "security": [
          {
            "oauth2": [
              "sensors:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/ConditionSubscription"
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/ConditionSubscription"
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
          "condition-subscriptions"
        ],
        "operationId": "ConditionSubscriptionsSubscriptionId_DELETE",
        "summary": "Unsubscribe",
        "security": [
          {
            "oauth2": [
              "sensors:write"
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
          "condition-subscriptions"
        ],
        "operationId": "ConditionSubscriptionsSubscriptionIdWebsocket_GET",
        "summary": "Receive the notifications of one subscription (WebSocket)",
        "description": "Each text frame is a request in the form of HTTP/1.1 with the notification as its body. The next one comes when this one was answered with a text frame that begins with `HTTP/1.1 204`; what is not answered within 10 seconds comes again. 409 when the subscription has asked for no WebSocket. A new connection takes the place of the one before.",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          },
          {
            "ticket": [
              "sensors:read"
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
              "sensors:read": "See tags and readings, and be told of conditions.",
              "sensors:write": "Add readings, and subscribe to conditions."
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
      "mac": {
        "name": "mac",
        "in": "path",
        "required": true,
        "description": "The tag's Bluetooth address.",
        "schema": {
          "$ref": "#/components/schemas/Mac"
        }
      },
      "after": {
        "name": "after",
        "in": "query",
        "description": "Where to go on: the `next` of the page before, or the `cursor` of an event. `now`: with what comes from now on. Absent: with the oldest that is kept.",
        "schema": {
          "$ref": "#/components/schemas/Cursor"
        },
        "example": "now"
      },
      "measurement": {
        "name": "measurement",
        "in": "query",
        "description": "Only points of this measurement; absent, of any.",
        "schema": {
          "$ref": "#/components/schemas/MeasurementName"
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
      "from": {
        "name": "from",
        "in": "query",
        "allowReserved": true,
        "description": "The earliest time wanted.",
        "schema": {
          "$ref": "#/components/schemas/DateTime"
        },
        "example": "2026-06-21T00:00:00Z"
      },
      "to": {
        "name": "to",
        "in": "query",
        "allowReserved": true,
        "description": "The time at which to stop; what is of this very moment is left out.",
        "schema": {
          "$ref": "#/components/schemas/DateTime"
        },
        "example": "2026-06-22T00:00:00Z"
      },
      "limit": {
        "name": "limit",
        "in": "query",
        "description": "How many to give at the most. When there are more, the `Link` header leads to the next page.",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "default": 100
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
      "If-Match": {
        "name": "If-Match",
        "in": "header",
        "description": "The `ETag` of what you have read; the change is refused with 412 when it is no longer that.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1024
        }
      }
    },
    "requestBodies": {
      "ConditionSubscription": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ConditionSubscriptionRequest"
            },
            "example": {
              "subscriptionType": "ConditionSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true
              },
              "filteringCriteria": {
                "condition": {
                  "kind": "THRESHOLD",
                  "field": "temperature",
                  "above": 25,
                  "hysteresis": 0.5
                }
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
      "HistoryGone": {
        "description": "The history that this cursor is of has been replaced, or put back from an older copy: begin again without `after`, and expect what you know already.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "ConditionSubscriptionLinkList": {
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
                  "href": "/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                },
                "subscriptions": [
                  {
                    "href": "/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a",
                    "subscriptionType": "ConditionSubscription",
                    "rel": "ConditionSubscription"
                  }
                ]
              }
            }
          }
        }
      },
      "ConditionSubscription": {
        "description": "The subscription.",
        "headers": {
          "ETag": {
            "$ref": "#/components/headers/ETag"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ConditionSubscription"
            },
            "example": {
              "subscriptionType": "ConditionSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true,
                "websocketUri": "ws://192.168.7.20:8080/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
              },
              "filteringCriteria": {
                "condition": {
                  "kind": "THRESHOLD",
                  "field": "temperature",
                  "above": 25,
                  "hysteresis": 0.5
                }
              },
              "_links": {
                "self": {
                  "href": "/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                }
              }
            }
          }
        }
      },
      "ConditionSubscriptionCreated": {
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
              "$ref": "#/components/schemas/ConditionSubscription"
            },
            "example": {
              "subscriptionType": "ConditionSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true,
                "websocketUri": "ws://192.168.7.20:8080/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
              },
              "filteringCriteria": {
                "condition": {
                  "kind": "THRESHOLD",
                  "field": "temperature",
                  "above": 25,
                  "hysteresis": 0.5
                }
              },
              "_links": {
                "self": {
                  "href": "/sensors/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                }
              }
            }
          }
        }
      }
    },
    "schemas": {
      "Cursor": {
        "description": "A place in the history. It is for nobody to read, and names this place in this history only.",
        "type": "string",
        "pattern": "^[A-Za-z0-9_-]{1,64}$",
        "maxLength": 64
      },
      "Arrivals": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "points",
          "next"
        ],
        "properties": {
          "points": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/Point"
            }
          },
          "next": {
            "$ref": "#/components/schemas/Cursor"
          },
          "missed": {
            "description": "How many readings that you may see were dropped before you came for them, for they were too old or the disk was full; it can be some more than that, never fewer. Each is counted in one page only. Absent when that is not known any more.",
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991
          }
        }
      },
      "Advertisements": {
        "description": "As Ruuvi's documentation has it; what it says besides is not looked at.",
        "type": "object",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "$ref": "#/components/schemas/AdvertisementsData"
          }
        }
      },
      "AdvertisementsData": {
        "type": "object",
        "required": [
          "tags"
        ],
        "properties": {
          "tags": {
            "description": "By the tag's Bluetooth address: `rssi` (dBm), `data` (its advertising data, hexadecimal) and, where the radio has a clock, `timestamp` (s since the epoch). Numbers may be text.",
            "type": "object",
            "maxProperties": 1000,
            "additionalProperties": true
          }
        }
      },
      "Brought": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "taken",
          "malformed"
        ],
        "properties": {
          "taken": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000,
            "description": "Entries that were heard."
          },
          "malformed": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000,
            "description": "Entries that are none."
          }
        }
      },
      "Tag": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "mac",
          "adoption",
          "state",
          "presence",
          "dataFormat",
          "receiver",
          "receivers",
          "lastSeen",
          "_links"
        ],
        "properties": {
          "mac": {
            "$ref": "#/components/schemas/Mac"
          },
          "name": {
            "$ref": "#/components/schemas/DeviceName"
          },
          "adoption": {
            "$ref": "#/components/schemas/TagAdoption"
          },
          "place": {
            "$ref": "#/components/schemas/Place"
          },
          "room": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64
          },
          "presence": {
            "$ref": "#/components/schemas/TagPresence"
          },
          "expectedIntervalS": {
            "type": "number",
            "minimum": 0,
            "maximum": 86400,
            "description": "How long it usually is from one time it is heard to the next; absent until that is known."
          },
          "state": {
            "$ref": "#/components/schemas/State"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          },
          "dataFormat": {
            "$ref": "#/components/schemas/DataFormat"
          },
          "receiver": {
            "$ref": "#/components/schemas/Receiver"
          },
          "receivers": {
            "description": "Every radio that has heard it since the gateway started.",
            "type": "array",
            "maxItems": 8,
            "items": {
              "$ref": "#/components/schemas/Reception"
            }
          },
          "lastSeen": {
            "$ref": "#/components/schemas/DateTime"
          },
          "_links": {
            "$ref": "#/components/schemas/TagLinks"
          }
        }
      },
      "TagLinks": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "self",
          "readings",
          "configuration"
        ],
        "properties": {
          "self": {
            "$ref": "#/components/schemas/LinkType"
          },
          "configuration": {
            "$ref": "#/components/schemas/LinkType"
          },
          "readings": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
      },
      "TagPresence": {
        "description": "ONLINE is heard as often as usual, LATE is overdue by its own measure (`expectedIntervalS`), OFFLINE is given up until it is heard again, and SUSPENDED then.",
        "type": "string",
        "enum": [
          "ONLINE",
          "LATE",
          "OFFLINE"
        ]
      },
      "TagAdoption": {
        "type": "string",
        "enum": [
          "NEW",
          "ADOPTED"
        ],
        "description": "Whether somebody has decided to read it."
      },
      "Trends": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "batteryVoltage": {
            "$ref": "#/components/schemas/Trend"
          },
          "rssi": {
            "$ref": "#/components/schemas/Trend"
          }
        }
      },
      "Trend": {
        "description": "In which direction a value goes, in its unit.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "perDay",
          "mean",
          "from",
          "to",
          "count"
        ],
        "properties": {
          "perDay": {
            "type": "number",
            "minimum": -100000,
            "maximum": 100000,
            "description": "How much more each day; less than 0 when it falls."
          },
          "mean": {
            "type": "number",
            "minimum": -128,
            "maximum": 127
          },
          "from": {
            "$ref": "#/components/schemas/DateTime"
          },
          "to": {
            "$ref": "#/components/schemas/DateTime"
          },
          "count": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "Readings that it was made of."
          }
        }
      },
      "Reception": {
        "description": "How one radio heard a tag last.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "receiver",
          "lastSeen"
        ],
        "properties": {
          "receiver": {
            "$ref": "#/components/schemas/Receiver"
          },
          "rssi": {
            "type": "integer",
            "minimum": -128,
            "maximum": 127,
            "description": "Signal strength, dBm."
          },
          "lastSeen": {
            "$ref": "#/components/schemas/DateTime"
          }
        }
      },
      "MeasuredValues": {
        "description": "What the tag itself said, of the values that its calibration or precision have changed.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "temperature": {
            "type": "number",
            "minimum": -164,
            "maximum": 164
          },
          "humidity": {
            "type": "number",
            "minimum": 0,
            "maximum": 164
          },
          "pressure": {
            "type": "number",
            "minimum": 50000,
            "maximum": 115535
          },
          "accelerationX": {
            "type": "number",
            "minimum": -33,
            "maximum": 33
          },
          "accelerationY": {
            "type": "number",
            "minimum": -33,
            "maximum": 33
          },
          "accelerationZ": {
            "type": "number",
            "minimum": -33,
            "maximum": 33
          },
          "batteryVoltage": {
            "type": "number",
            "minimum": 0,
            "maximum": 66
          },
          "pm1p0": {
            "type": "number",
            "minimum": 0,
            "maximum": 6554
          },
          "pm2p5": {
            "type": "number",
            "minimum": 0,
            "maximum": 6554
          },
          "pm4p0": {
            "type": "number",
            "minimum": 0,
            "maximum": 6554
          },
          "pm10p0": {
            "type": "number",
            "minimum": 0,
            "maximum": 6554
          },
          "co2": {
            "type": "number",
            "minimum": 0,
            "maximum": 65535
          },
          "voc": {
            "type": "number",
            "minimum": 0,
            "maximum": 511
          },
          "nox": {
            "type": "number",
            "minimum": 0,
            "maximum": 511
          },
          "illuminance": {
            "type": "number",
            "minimum": 0,
            "maximum": 167773
          }
        }
      },
      "Reading": {
        "description": "What one tag measured at one moment.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "mac",
          "time",
          "dataFormat",
          "receiver"
        ],
        "properties": {
          "mac": {
            "$ref": "#/components/schemas/Mac"
          },
          "name": {
            "$ref": "#/components/schemas/DeviceName"
          },
          "time": {
            "$ref": "#/components/schemas/DateTime"
          },
          "dataFormat": {
            "$ref": "#/components/schemas/DataFormat"
          },
          "receiver": {
            "$ref": "#/components/schemas/Receiver"
          },
          "rssi": {
            "type": "integer",
            "minimum": -128,
            "maximum": 127,
            "description": "Signal strength, dBm."
          },
          "temperature": {
            "type": "number",
            "minimum": -164,
            "maximum": 164,
            "description": "°C"
          },
          "humidity": {
            "type": "number",
            "minimum": 0,
            "maximum": 164,
            "description": "% relative humidity; above 100 the sensor is at fault."
          },
          "pressure": {
            "type": "number",
            "minimum": 50000,
            "maximum": 115535,
            "description": "Pa"
          },
          "accelerationX": {
            "type": "number",
            "minimum": -33,
            "maximum": 33,
            "description": "g"
          },
          "accelerationY": {
            "type": "number",
            "minimum": -33,
            "maximum": 33,
            "description": "g"
          },
          "accelerationZ": {
            "type": "number",
            "minimum": -33,
            "maximum": 33,
            "description": "g"
          },
          "batteryVoltage": {
            "type": "number",
            "minimum": 0,
            "maximum": 66,
            "description": "V"
          },
          "txPower": {
            "type": "integer",
            "minimum": -40,
            "maximum": 22,
            "description": "dBm"
          },
          "movementCounter": {
            "type": "integer",
            "minimum": 0,
            "maximum": 255
          },
          "measurementSequenceNumber": {
            "type": "integer",
            "minimum": 0,
            "maximum": 16777215
          },
          "pm1p0": {
            "type": "number",
            "minimum": 0,
            "maximum": 6554,
            "description": "µg/m³"
          },
          "pm2p5": {
            "type": "number",
            "minimum": 0,
            "maximum": 6554,
            "description": "µg/m³"
          },
          "pm4p0": {
            "type": "number",
            "minimum": 0,
            "maximum": 6554,
            "description": "µg/m³"
          },
          "pm10p0": {
            "type": "number",
            "minimum": 0,
            "maximum": 6554,
            "description": "µg/m³"
          },
          "co2": {
            "type": "number",
            "minimum": 0,
            "maximum": 65535,
            "description": "ppm"
          },
          "voc": {
            "type": "number",
            "minimum": 0,
            "maximum": 511,
            "description": "Volatile organic compounds index."
          },
          "nox": {
            "type": "number",
            "minimum": 0,
            "maximum": 511,
            "description": "Nitrogen oxides index."
          },
          "illuminance": {
            "type": "number",
            "minimum": 0,
            "maximum": 167773,
            "description": "lux"
          },
          "measured": {
            "$ref": "#/components/schemas/MeasuredValues"
          },
          "calibrating": {
            "type": "boolean",
            "description": "The gas sensors are still calibrating."
          },
          "equilibriumVaporPressure": {
            "type": "number",
            "minimum": 0,
            "maximum": 800000,
            "description": "Derived: of saturated vapour at this temperature, Pa."
          },
          "vaporPressureDeficit": {
            "type": "number",
            "minimum": -800000,
            "maximum": 800000,
            "description": "Derived: what is missing to saturation, Pa."
          },
          "absoluteHumidity": {
            "type": "number",
            "minimum": 0,
            "maximum": 10000,
            "description": "Derived: g/m³"
          },
          "dewPoint": {
            "type": "number",
            "minimum": -244,
            "maximum": 250,
            "description": "Derived: °C"
          },
          "airDensity": {
            "type": "number",
            "minimum": 0,
            "maximum": 10,
            "description": "Derived: of moist air, kg/m³."
          },
          "accelerationTotal": {
            "type": "number",
            "minimum": 0,
            "maximum": 58,
            "description": "Derived: g"
          },
          "accelerationAngleFromX": {
            "type": "number",
            "minimum": 0,
            "maximum": 180,
            "description": "Derived: degrees between acceleration and axis."
          },
          "accelerationAngleFromY": {
            "type": "number",
            "minimum": 0,
            "maximum": 180,
            "description": "Derived: the same."
          },
          "accelerationAngleFromZ": {
            "type": "number",
            "minimum": 0,
            "maximum": 180,
            "description": "Derived: the same."
          },
          "airQualityIndex": {
            "type": "number",
            "minimum": 0,
            "maximum": 100,
            "description": "Derived: Ruuvi’s indoor air quality score, 100 is good."
          }
        }
      },
      "Bucket": {
        "description": "What a tag's values came to in some time.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "time",
          "fields"
        ],
        "properties": {
          "time": {
            "$ref": "#/components/schemas/DateTime"
          },
          "fields": {
            "type": "object",
            "description": "By the name of the field, in the unit of `Reading`; a field that was not measured is absent.",
            "minProperties": 1,
            "maxProperties": 64,
            "propertyNames": {
              "$ref": "#/components/schemas/MeasuredField"
            },
            "additionalProperties": {
              "$ref": "#/components/schemas/Statistics"
            }
          }
        }
      },
      "Statistics": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "count",
          "mean",
          "min",
          "max",
          "first",
          "last"
        ],
        "properties": {
          "count": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991
          },
          "mean": {
            "type": "number",
            "minimum": -1000,
            "maximum": 20000000
          },
          "min": {
            "type": "number",
            "minimum": -1000,
            "maximum": 20000000
          },
          "max": {
            "type": "number",
            "minimum": -1000,
            "maximum": 20000000
          },
          "first": {
            "type": "number",
            "minimum": -1000,
            "maximum": 20000000
          },
          "last": {
            "type": "number",
            "minimum": -1000,
            "maximum": 20000000
          }
        }
      },
      "MeasuredField": {
        "description": "What a tag may measure; `rssi` is how its receiver heard it.",
        "type": "string",
        "maxLength": 32,
        "enum": [
          "temperature",
          "humidity",
          "pressure",
          "accelerationX",
          "accelerationY",
          "accelerationZ",
          "batteryVoltage",
          "txPower",
          "movementCounter",
          "measurementSequenceNumber",
          "pm1p0",
          "pm2p5",
          "pm4p0",
          "pm10p0",
          "co2",
          "voc",
          "nox",
          "illuminance",
          "rssi"
        ]
      },
      "ReadingField": {
        "description": "A value of `Reading`, measured or derived.",
        "type": "string",
        "maxLength": 32,
        "enum": [
          "temperature",
          "humidity",
          "pressure",
          "accelerationX",
          "accelerationY",
          "accelerationZ",
          "batteryVoltage",
          "txPower",
          "movementCounter",
          "measurementSequenceNumber",
          "pm1p0",
          "pm2p5",
          "pm4p0",
          "pm10p0",
          "co2",
          "voc",
          "nox",
          "illuminance",
          "rssi",
          "calibrating",
          "equilibriumVaporPressure",
          "vaporPressureDeficit",
          "absoluteHumidity",
          "dewPoint",
          "airDensity",
          "accelerationTotal",
          "accelerationAngleFromX",
          "accelerationAngleFromY",
          "accelerationAngleFromZ",
          "airQualityIndex"
        ]
      },
      "Csv": {
        "description": "A line of names, then a line for each (RFC 4180, UTF-8); times and numbers as in JSON, what is absent empty. The columns are the same whatever was measured. A text that a spreadsheet would take for a formula stands behind a `'`.",
        "type": "string",
        "maxLength": 67108864
      },
      "Lines": {
        "description": "One JSON object to a line, as in the list.",
        "type": "string",
        "maxLength": 67108864
      },
      "Point": {
        "description": "One point of one series, in InfluxDB's terms.",
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
      "NewPoint": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "measurement",
          "fields"
        ],
        "properties": {
          "measurement": {
            "$ref": "#/components/schemas/MeasurementName"
          },
          "tags": {
            "$ref": "#/components/schemas/TagSet"
          },
          "time": {
            "description": "When it was so, from 1970 to 2261; absent means now, a millisecond apart in the order of the list, and is refused (503) while the gateway's clock is not set, or nobody knows yet whether it is right. Give it, and sending again is harmless.",
            "type": "string",
            "format": "date-time",
            "maxLength": 40
          },
          "fields": {
            "$ref": "#/components/schemas/FieldSet"
          }
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
      "TagSet": {
        "description": "Names and values that together with the measurement make the series. The name `tenant` is the gateway's own.",
        "type": "object",
        "maxProperties": 16,
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
      "ConditionSubscriptionRequest": {
        "description": "At least one of `callbackReference` and `websockNotifConfig`; of both, the WebSocket is taken. Links are the gateway's to give; when they are sent all the same they are not looked at.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "subscriptionType",
          "filteringCriteria"
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
              "ConditionSubscription"
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
            "$ref": "#/components/schemas/ConditionCriteria"
          },
          "_links": {
            "$ref": "#/components/schemas/SentLinks"
          }
        }
      },
      "ConditionSubscription": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "subscriptionType",
          "filteringCriteria",
          "_links"
        ],
        "properties": {
          "subscriptionType": {
            "type": "string",
            "enum": [
              "ConditionSubscription"
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
            "$ref": "#/components/schemas/ConditionCriteria"
          },
          "_links": {
            "$ref": "#/components/schemas/SelfLinks"
          }
        }
      },
      "ConditionCriteria": {
        "description": "Which condition, and of which tags that the application may see; absent, of all of them, later ones included.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "condition"
        ],
        "properties": {
          "macs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 64,
            "uniqueItems": true,
            "items": {
              "$ref": "#/components/schemas/Mac"
            }
          },
          "condition": {
            "$ref": "#/components/schemas/Condition"
          }
        }
      },
      "Condition": {
        "description": "A tag enters it, and leaves it again; each is told once. A value that a tag marks as not available changes nothing.",
        "oneOf": [
          {
            "$ref": "#/components/schemas/ThresholdCondition"
          },
          {
            "$ref": "#/components/schemas/SilenceCondition"
          },
          {
            "$ref": "#/components/schemas/RateCondition"
          }
        ],
        "discriminator": {
          "propertyName": "kind",
          "mapping": {
            "THRESHOLD": "#/components/schemas/ThresholdCondition",
            "SILENCE": "#/components/schemas/SilenceCondition",
            "RATE": "#/components/schemas/RateCondition"
          }
        }
      },
      "ThresholdCondition": {
        "description": "Either of `above` and `below`. Entered when the value is above (below) the limit, also by the first reading; left when it is back at the limit, or as far on this side of it as `hysteresis` says.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "kind",
          "field"
        ],
        "oneOf": [
          {
            "required": [
              "above"
            ]
          },
          {
            "required": [
              "below"
            ]
          }
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "THRESHOLD"
            ]
          },
          "field": {
            "$ref": "#/components/schemas/NumericField"
          },
          "above": {
            "$ref": "#/components/schemas/Limit"
          },
          "below": {
            "$ref": "#/components/schemas/Limit"
          },
          "hysteresis": {
            "$ref": "#/components/schemas/Hysteresis"
          }
        }
      },
      "SilenceCondition": {
        "description": "Entered when there was no new reading for so long, and left with the next one. Tags that are silent already are told; the time in which the gateway itself was not there does not count.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "kind",
          "seconds"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "SILENCE"
            ]
          },
          "seconds": {
            "type": "integer",
            "minimum": 10,
            "maximum": 2592000
          }
        }
      },
      "RateCondition": {
        "description": "Entered when the value rises or falls faster than `perMinute`, left when it is as slow as that again, or slower by `hysteresis`. What counts is the difference to an earlier reading that came at least `seconds` before, per minute; as long as there is none, nothing is told.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "kind",
          "field",
          "perMinute",
          "seconds"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "RATE"
            ]
          },
          "field": {
            "$ref": "#/components/schemas/NumericField"
          },
          "perMinute": {
            "type": "number",
            "minimum": 0.000001,
            "maximum": 1000000000,
            "description": "In the unit of the field, either way."
          },
          "seconds": {
            "type": "integer",
            "minimum": 10,
            "maximum": 3600
          },
          "hysteresis": {
            "$ref": "#/components/schemas/Hysteresis"
          }
        }
      },
      "Limit": {
        "type": "number",
        "minimum": -1000000000,
        "maximum": 1000000000,
        "description": "In the unit of the field."
      },
      "Hysteresis": {
        "type": "number",
        "minimum": 0,
        "maximum": 1000000000,
        "description": "In the unit of what is compared; absent, 0."
      },
      "NumericField": {
        "description": "What a reading has a number of, derived or not.",
        "type": "string",
        "enum": [
          "rssi",
          "temperature",
          "humidity",
          "pressure",
          "accelerationX",
          "accelerationY",
          "accelerationZ",
          "batteryVoltage",
          "txPower",
          "movementCounter",
          "measurementSequenceNumber",
          "pm1p0",
          "pm2p5",
          "pm4p0",
          "pm10p0",
          "co2",
          "voc",
          "nox",
          "illuminance",
          "equilibriumVaporPressure",
          "vaporPressureDeficit",
          "absoluteHumidity",
          "dewPoint",
          "airDensity",
          "accelerationTotal",
          "accelerationAngleFromX",
          "accelerationAngleFromY",
          "accelerationAngleFromZ",
          "airQualityIndex"
        ]
      },
      "ConditionEvent": {
        "description": "A tag has entered or left a condition: one CloudEvent 1.0 in JSON (structured mode). `source` and `id` name it once and for all, so whoever is told of it twice can tell.",
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
              "org.umec.sensors.condition.v1"
            ]
          },
          "subject": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "`sensors/{mac}/condition`"
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
            "$ref": "#/components/schemas/ConditionEventData"
          }
        }
      },
      "ConditionEventData": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "subscriptionId",
          "mac",
          "change",
          "condition",
          "since"
        ],
        "properties": {
          "subscriptionId": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "mac": {
            "$ref": "#/components/schemas/Mac"
          },
          "name": {
            "$ref": "#/components/schemas/DeviceName"
          },
          "change": {
            "$ref": "#/components/schemas/ConditionChange"
          },
          "condition": {
            "$ref": "#/components/schemas/Condition"
          },
          "value": {
            "description": "Of the field; of RATE its change per minute, below zero when it falls; of SILENCE absent.",
            "type": "number",
            "minimum": -1000000000,
            "maximum": 1000000000
          },
          "since": {
            "description": "Since when it is so, or, when it was left, was; the time of a reading, of SILENCE of the last one.",
            "$ref": "#/components/schemas/DateTime"
          }
        }
      },
      "ConditionChange": {
        "type": "string",
        "enum": [
          "ENTERED",
          "LEFT"
        ]
      },
      "Name": {
        "$ref": "#/components/schemas/DeviceName"
      },
      "DataFormat": {
        "description": "Ruuvi's name for the layout of the advertisement.",
        "type": "string",
        "enum": [
          "2",
          "3",
          "4",
          "5",
          "C5",
          "6",
          "8",
          "E1"
        ]
      },
      "Receiver": {
        "type": "string",
        "maxLength": 64,
        "description": "The radio that heard it."
      },
      "Mac": {
        "description": "A Bluetooth address.",
        "type": "string",
        "pattern": "^([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$",
        "maxLength": 17,
        "examples": [
          "CB:B8:33:4C:88:4F"
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
      "DateTime": {
        "description": "A point in time, in UTC with milliseconds (RFC 3339).",
        "type": "string",
        "format": "date-time",
        "maxLength": 40
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
