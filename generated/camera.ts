// Generated from openapi/camera.yaml by `npm run generate`; change that file, not this one.
import type { Document } from '../src/http/document.js';

export interface paths {
    "/cameras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every camera */
        get: operations["Cameras_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{cameraId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
            };
            cookie?: never;
        };
        /** One camera */
        get: operations["CamerasCameraId_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{cameraId}/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
            };
            cookie?: never;
        };
        /**
         * A picture
         * @description Exposed after the request, unless `max_age_ms` allows an older one. Given as it comes from the camera when no size, quality or other format is asked for. The format follows `format`, else `Accept`, else it is JPEG.
         */
        get: operations["CameraSnapshot_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{cameraId}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
            };
            cookie?: never;
        };
        /**
         * Pictures as they come (MJPEG)
         * @description Each part is a whole JPEG image. A reader that is slow misses pictures; it never delays others.
         */
        get: operations["CameraStream_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{cameraId}/links": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign addresses of the pictures, for players that cannot send a header
         * @description Whoever has such an address sees this camera, and nothing else, until it ends: after `expiresIn`, with the token that asked, or when that token's client is changed. A stream that was begun goes on beyond `expiresIn`. To the snapshot's address the parameters of a size may be added. Where nobody needs a token, the addresses are not signed.
         */
        post: operations["CameraLinks_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{cameraId}/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
            };
            cookie?: never;
        };
        /**
         * What a camera shows and does
         * @description Nobody has said anything of most; then it is empty.
         */
        get: operations["CameraConfiguration_GET"];
        /**
         * Hide parts of the picture, watch for motion
         * @description The whole of it, so that what is left out counts no more; read it first and send `If-Match`. Once this is answered nobody gets a picture any more that shows what is hidden now, also none that was taken before. Whoever shares the gateway with others cannot change what they see.
         */
        put: operations["CameraConfiguration_PUT"];
        post?: never;
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
                /** @description The application instance, as the platform or whoever started it named it. */
                appInstanceId: components["parameters"]["appInstanceId"];
            };
            cookie?: never;
        };
        /** The subscriptions of one application to motion */
        get: operations["MotionSubscriptions_GET"];
        put?: never;
        /**
         * Subscribe to motion
         * @description Each beginning and each end is one notification, and goes to `callbackReference`, or through a WebSocket when `websockNotifConfig` asks for one (ETSI GS MEC 009, clause 6.12a), as long as the subscription is there: at least once, in order, and also what happened while the application was away. Of more than 11000 that wait, the oldest are given up: `dropped` of `/registry/v1/subscriptions` counts them. 404 is also for a camera that there is not. Nothing is told of a camera whose configuration has no `motion`.
         */
        post: operations["MotionSubscriptions_POST"];
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
                /** @description The application instance, as the platform or whoever started it named it. */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @description The identifier of the subscription, which the platform gave it. */
                subscriptionId: components["parameters"]["subscriptionId"];
            };
            cookie?: never;
        };
        /** One subscription */
        get: operations["MotionSubscriptionsSubscriptionId_GET"];
        /**
         * Replace a subscription
         * @description What waits for delivery goes on waiting, whatever is wanted from now on.
         */
        put: operations["MotionSubscriptionsSubscriptionId_PUT"];
        post?: never;
        /** Unsubscribe */
        delete: operations["MotionSubscriptionsSubscriptionId_DELETE"];
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
                /** @description The application instance, as the platform or whoever started it named it. */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @description The identifier of the subscription, which the platform gave it. */
                subscriptionId: components["parameters"]["subscriptionId"];
            };
            cookie?: never;
        };
        /**
         * Receive the notifications of one subscription (WebSocket)
         * @description Each text frame is a request in the form of HTTP/1.1 with the notification as its body. The next one comes when this one was answered with a text frame that begins with `HTTP/1.1 204`; what is not answered within 10 seconds comes again. 409 when the subscription has asked for no WebSocket. A new connection takes the place of the one before.
         */
        get: operations["MotionSubscriptionsSubscriptionIdWebsocket_GET"];
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
        LinkRequest: {
            /**
             * @description s, until it cannot be used any more
             * @default 300
             */
            expiresIn: number;
        };
        CameraLinks: {
            /** @description s; less than asked for when the token ends before */
            expiresIn: number;
            _links: {
                snapshot: components["schemas"]["LinkType"];
                stream: components["schemas"]["LinkType"];
            };
        };
        /** @description At least one of `callbackReference` and `websockNotifConfig`; of both, the WebSocket is taken. Links are the gateway's to give; when they are sent all the same they are not looked at. */
        MotionSubscriptionRequest: {
            /** @enum {string} */
            subscriptionType: "MotionSubscription";
            callbackReference?: components["schemas"]["CallbackReference"];
            /** @description Whether a test notification is to be sent at once. */
            requestTestNotification?: boolean;
            websockNotifConfig?: components["schemas"]["WebsockNotifConfigRequest"];
            filteringCriteria?: components["schemas"]["MotionCriteria"];
            _links?: {
                self?: {
                    href?: string;
                };
            };
        } & (unknown | unknown);
        MotionSubscription: {
            /** @enum {string} */
            subscriptionType: "MotionSubscription";
            callbackReference?: components["schemas"]["CallbackReference"];
            /** @description Whether a test notification is to be sent at once. */
            requestTestNotification?: boolean;
            websockNotifConfig?: components["schemas"]["WebsockNotifConfig"];
            filteringCriteria?: components["schemas"]["MotionCriteria"];
            _links: {
                self: components["schemas"]["LinkType"];
            };
        };
        /** @description What is told: what fits all that is given, of cameras that the application may see. Zones have the names that the cameras' configurations give them; what is seen where there are none has no zone. */
        MotionCriteria: {
            cameraIds?: components["schemas"]["CameraId"][];
            zoneIds?: components["schemas"]["ZoneId"][];
            changes?: components["schemas"]["MotionChange"][];
        };
        /**
         * @description Something begins to move, or nothing did for as long as the cool-down is; also ENDED when nobody looks any more.
         * @enum {string}
         */
        MotionChange: "BEGUN" | "ENDED";
        /** @description Motion: one CloudEvent 1.0 in JSON (structured mode), the same as at `/events/v1`. `source` and `id` name it once and for all, so whoever is told of it twice can tell. */
        MotionEvent: {
            /** @enum {string} */
            specversion: "1.0";
            id: string;
            /** @description The gateway: `urn:uuid:` and its identifier. */
            source: string;
            /** @enum {string} */
            type: "org.umec.camera.motion.v1";
            /** @description `cameras/{cameraId}/motion` */
            subject: string;
            time: components["schemas"]["DateTime"];
            /** @enum {string} */
            datacontenttype: "application/json";
            data: {
                cameraId: components["schemas"]["CameraId"];
                change: components["schemas"]["MotionChange"];
                zoneId?: components["schemas"]["ZoneId"];
                /** @description The fraction of the picture that the largest of what moves, or moved last, covers. */
                area: number;
                box: components["schemas"]["Box"];
                /** @description Of the picture that showed it, as `Umec-Sequence` of a snapshot. */
                sequence: number;
                capturedAt: components["schemas"]["DateTime"];
            };
        };
        /** @description Around what moves, in fractions of the picture as it is upright. */
        Box: {
            /** @description from the left */
            x: number;
            /** @description from the top */
            y: number;
            width: number;
            height: number;
        };
        /**
         * @description What is absent is off. Places are fractions of the picture as it is upright, from its upper left corner.
         * @example {
         *       "masks": [
         *         {
         *           "polygon": [
         *             {
         *               "x": 0,
         *               "y": 0
         *             },
         *             {
         *               "x": 0.3,
         *               "y": 0
         *             },
         *             {
         *               "x": 0.3,
         *               "y": 0.5
         *             },
         *             {
         *               "x": 0,
         *               "y": 0.5
         *             }
         *           ],
         *           "fill": "PIXELATED"
         *         }
         *       ]
         *     }
         */
        CameraConfiguration: {
            /** @description What nobody sees, applied before anything else has the picture. */
            masks?: components["schemas"]["Mask"][];
            /** @description Where given, only what lies in one of these is seen; the rest is black. */
            regions?: components["schemas"]["Polygon"][];
            motion?: components["schemas"]["Motion"];
        };
        /** @description Whether something moves is looked at five times a second, and told as `org.umec.camera.motion.v1`. The camera stays open for it. */
        Motion: {
            /** @description Where it is looked for; the whole picture when absent. Each has a name of its own. */
            zones?: components["schemas"]["Zone"][];
            /**
             * @description How little a place must change to count; 100 is the least.
             * @default 70
             */
            sensitivity: number;
            /**
             * @description The fraction of the picture that the largest of what moves must cover.
             * @default 0.01
             */
            minimumArea: number;
            /**
             * @description s, for how long nothing must move for it to have ended
             * @default 5
             */
            coolDownS: number;
        };
        Zone: {
            zoneId: components["schemas"]["ZoneId"];
            polygon: components["schemas"]["Polygon"];
        };
        /** @example gate */
        ZoneId: string;
        Mask: {
            polygon: components["schemas"]["Polygon"];
            /**
             * @description `PIXELATED` shows what colours are there, in blocks of a thirty-second of the longer side; it hides faces and plates, not people.
             * @default BLACK
             * @enum {string}
             */
            fill: "BLACK" | "PIXELATED";
        };
        /** @description Its corners in order; every pixel that it touches belongs to it, and what it goes around several times too. */
        Polygon: components["schemas"]["Point"][];
        Point: {
            /** @description from the left */
            x: number;
            /** @description from the top */
            y: number;
        };
        /** @example lens-1 */
        CameraId: string;
        Camera: {
            cameraId: components["schemas"]["CameraId"];
            /** @description What reads it; `simulated` is no real camera. */
            driver: string;
            state: components["schemas"]["State"];
            reason?: components["schemas"]["Reason"];
            _links: {
                self: components["schemas"]["LinkType"];
                snapshot: components["schemas"]["LinkType"];
                stream: components["schemas"]["LinkType"];
            };
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
        /**
         * Format: date-time
         * @description A point in time, in UTC with milliseconds (RFC 3339).
         */
        DateTime: string;
        /** @description The subscriptions of an application (clause 6.2.2). */
        SubscriptionLinkList: {
            _links: {
                self: components["schemas"]["LinkType"];
                subscriptions?: {
                    /** Format: uri-reference */
                    href: string;
                    subscriptionType: string;
                    /** @description The name of `subscriptionType` until V2.1.1. */
                    rel: string;
                }[];
            };
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
        /** @description A device did not answer in time. */
        504: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The subscriptions; none is an empty list. */
        SubscriptionLinkList: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SubscriptionLinkList"];
            };
        };
        /** @description The subscription. */
        MotionSubscription: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MotionSubscription"];
            };
        };
        /** @description It is subscribed, and survives a restart of the gateway. */
        MotionSubscriptionCreated: {
            headers: {
                ETag: components["headers"]["ETag"];
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MotionSubscription"];
            };
        };
    };
    parameters: {
        /** @description The camera's name in the configuration. */
        cameraId: components["schemas"]["CameraId"];
        /** @description The application instance, as the platform or whoever started it named it. */
        appInstanceId: string;
        /** @description The identifier of the subscription, which the platform gave it. */
        subscriptionId: string;
        /** @description Only when the resource still has this `ETag`. */
        "If-Match": string;
    };
    requestBodies: {
        MotionSubscription: {
            content: {
                "application/json": components["schemas"]["MotionSubscriptionRequest"];
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
    Cameras_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cameras, in the order of the configuration. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Camera"][];
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
    CamerasCameraId_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The camera. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Camera"];
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
    CameraSnapshot_GET: {
        parameters: {
            query?: {
                /** @description The greatest width in pixels. The proportions stay, and a picture is never enlarged. */
                width?: number;
                /** @description The greatest height in pixels. */
                height?: number;
                /** @description Of JPEG and WebP; 80 when absent. */
                quality?: number;
                format?: "JPEG" | "WEBP" | "PNG";
                /** @description How old the picture may be. */
                max_age_ms?: number;
            };
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description A picture of people is kept by nobody on the way. */
                    "Cache-Control": "no-store";
                    /** @description When it was exposed, as well as the camera can tell. */
                    "Umec-Captured-At": components["schemas"]["DateTime"];
                    /** @description The camera's number of the frame; a gap means frames that were lost. */
                    "Umec-Sequence": number;
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/webp": string;
                    "image/png": string;
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
            504: components["responses"]["504"];
        };
    };
    CameraStream_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of parts that ends when the reader leaves or the camera is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "multipart/x-mixed-replace": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    CameraLinks_POST: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkRequest"];
            };
        };
        responses: {
            /** @description The addresses. They are shown this once. */
            201: {
                headers: {
                    /** @description Nobody is to keep it. */
                    "Cache-Control"?: "no-store";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CameraLinks"];
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
    CameraConfiguration_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
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
                    "application/json": components["schemas"]["CameraConfiguration"];
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
    CameraConfiguration_PUT: {
        parameters: {
            query?: never;
            header?: {
                /** @description Only when the configuration still has this `ETag`. */
                "If-Match"?: string;
            };
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CameraConfiguration"];
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
                    "application/json": components["schemas"]["CameraConfiguration"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    MotionSubscriptions_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The application instance, as the platform or whoever started it named it. */
                appInstanceId: components["parameters"]["appInstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SubscriptionLinkList"];
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
    MotionSubscriptions_POST: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The application instance, as the platform or whoever started it named it. */
                appInstanceId: components["parameters"]["appInstanceId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["MotionSubscription"];
        responses: {
            201: components["responses"]["MotionSubscriptionCreated"];
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
    MotionSubscriptionsSubscriptionId_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The application instance, as the platform or whoever started it named it. */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @description The identifier of the subscription, which the platform gave it. */
                subscriptionId: components["parameters"]["subscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MotionSubscription"];
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
    MotionSubscriptionsSubscriptionId_PUT: {
        parameters: {
            query?: never;
            header?: {
                /** @description Only when the resource still has this `ETag`. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description The application instance, as the platform or whoever started it named it. */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @description The identifier of the subscription, which the platform gave it. */
                subscriptionId: components["parameters"]["subscriptionId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["MotionSubscription"];
        responses: {
            200: components["responses"]["MotionSubscription"];
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
    MotionSubscriptionsSubscriptionId_DELETE: {
        parameters: {
            query?: never;
            header?: {
                /** @description Only when the resource still has this `ETag`. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description The application instance, as the platform or whoever started it named it. */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @description The identifier of the subscription, which the platform gave it. */
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
    MotionSubscriptionsSubscriptionIdWebsocket_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The application instance, as the platform or whoever started it named it. */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @description The identifier of the subscription, which the platform gave it. */
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
    "title": "Camera",
    "version": "0.1.0",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "Cameras of the gateway, fresh pictures of the size that is wanted, and live streams."
  },
  "servers": [
    {
      "url": "/camera/v1"
    }
  ],
  "security": [
    {
      "oauth2": [
        "camera:read"
      ]
    }
  ],
  "tags": [
    {
      "name": "camera",
      "description": "Cameras, snapshots and streams."
    },
    {
      "name": "subscriptions",
      "description": "Who is told of motion."
    }
  ],
  "paths": {
    "/cameras": {
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "Cameras_GET",
        "summary": "Every camera",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The cameras, in the order of the configuration.",
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
                    "$ref": "#/components/schemas/Camera"
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
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/cameras/{cameraId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/cameraId"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CamerasCameraId_GET",
        "summary": "One camera",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The camera.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Camera"
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
    "/cameras/{cameraId}/snapshot": {
      "parameters": [
        {
          "$ref": "#/components/parameters/cameraId"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraSnapshot_GET",
        "summary": "A picture",
        "description": "Exposed after the request, unless `max_age_ms` allows an older one. Given as it comes from the camera when no size, quality or other format is asked for. The format follows `format`, else `Accept`, else it is JPEG.",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          },
          {
            "signature": [
              "camera:read"
            ]
          }
        ],
        "parameters": [
          {
            "name": "width",
            "in": "query",
            "description": "The greatest width in pixels. The proportions stay, and a picture is never enlarged.",
            "schema": {
              "type": "integer",
              "minimum": 16,
              "maximum": 8192
            }
          },
          {
            "name": "height",
            "in": "query",
            "description": "The greatest height in pixels.",
            "schema": {
              "type": "integer",
              "minimum": 16,
              "maximum": 8192
            }
          },
          {
            "name": "quality",
            "in": "query",
            "description": "Of JPEG and WebP; 80 when absent.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "JPEG",
                "WEBP",
                "PNG"
              ]
            }
          },
          {
            "name": "max_age_ms",
            "in": "query",
            "description": "How old the picture may be.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 3600000,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The picture.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Cache-Control": {
                "description": "A picture of people is kept by nobody on the way.",
                "required": true,
                "schema": {
                  "type": "string",
                  "enum": [
                    "no-store"
                  ]
                }
              },
              "Umec-Captured-At": {
                "description": "When it was exposed, as well as the camera can tell.",
                "required": true,
                "schema": {
                  "$ref": "#/components/schemas/DateTime"
                }
              },
              "Umec-Sequence": {
                "description": "The camera's number of the frame; a gap means frames that were lost.",
                "required": true,
                "schema": {
                  "type": "integer",
                  "minimum": 0,
                  "maximum": 9007199254740991
                }
              }
            },
            "content": {
              "image/jpeg": {
                "schema": {
                  "type": "string",
                  "format": "binary",
                  "maxLength": 67108864
                }
              },
              "image/webp": {
                "schema": {
                  "type": "string",
                  "format": "binary",
                  "maxLength": 67108864
                }
              },
              "image/png": {
                "schema": {
                  "type": "string",
                  "format": "binary",
                  "maxLength": 67108864
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
          },
          "504": {
            "$ref": "#/components/responses/504"
          }
        }
      }
    },
    "/cameras/{cameraId}/stream": {
      "parameters": [
        {
          "$ref": "#/components/parameters/cameraId"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraStream_GET",
        "summary": "Pictures as they come (MJPEG)",
        "description": "Each part is a whole JPEG image. A reader that is slow misses pictures; it never delays others.",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          },
          {
            "signature": [
              "camera:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "A stream of parts that ends when the reader leaves or the camera is gone.",
            "content": {
              "multipart/x-mixed-replace": {
                "schema": {
                  "type": "string",
                  "format": "binary"
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
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          },
          "504": {
            "$ref": "#/components/responses/504"
          }
        }
      }
    },
    "/cameras/{cameraId}/links": {
      "parameters": [
        {
          "$ref": "#/components/parameters/cameraId"
        }
      ],
      "post": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraLinks_POST",
        "summary": "Sign addresses of the pictures, for players that cannot send a header",
        "description": "Whoever has such an address sees this camera, and nothing else, until it ends: after `expiresIn`, with the token that asked, or when that token's client is changed. A stream that was begun goes on beyond `expiresIn`. To the snapshot's address the parameters of a size may be added. Where nobody needs a token, the addresses are not signed.",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/LinkRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The addresses. They are shown this once.",
            "headers": {
              "Cache-Control": {
                "description": "Nobody is to keep it.",
                "schema": {
                  "type": "string",
                  "enum": [
                    "no-store"
                  ]
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CameraLinks"
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
      }
    },
    "/cameras/{cameraId}/configuration": {
      "parameters": [
        {
          "$ref": "#/components/parameters/cameraId"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraConfiguration_GET",
        "summary": "What a camera shows and does",
        "description": "Nobody has said anything of most; then it is empty.",
        "security": [
          {
            "oauth2": [
              "camera:read"
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
                  "$ref": "#/components/schemas/CameraConfiguration"
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
          "camera"
        ],
        "operationId": "CameraConfiguration_PUT",
        "summary": "Hide parts of the picture, watch for motion",
        "description": "The whole of it, so that what is left out counts no more; read it first and send `If-Match`. Once this is answered nobody gets a picture any more that shows what is hidden now, also none that was taken before. Whoever shares the gateway with others cannot change what they see.",
        "security": [
          {
            "oauth2": [
              "camera:write"
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
                "$ref": "#/components/schemas/CameraConfiguration"
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
                  "$ref": "#/components/schemas/CameraConfiguration"
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
          "subscriptions"
        ],
        "operationId": "MotionSubscriptions_GET",
        "summary": "The subscriptions of one application to motion",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/SubscriptionLinkList"
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
          "subscriptions"
        ],
        "operationId": "MotionSubscriptions_POST",
        "summary": "Subscribe to motion",
        "description": "Each beginning and each end is one notification, and goes to `callbackReference`, or through a WebSocket when `websockNotifConfig` asks for one (ETSI GS MEC 009, clause 6.12a), as long as the subscription is there: at least once, in order, and also what happened while the application was away. Of more than 11000 that wait, the oldest are given up: `dropped` of `/registry/v1/subscriptions` counts them. 404 is also for a camera that there is not. Nothing is told of a camera whose configuration has no `motion`.",
        "security": [
          {
            "oauth2": [
              "camera:write"
            ]
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/MotionSubscription"
        },
        "callbacks": {
          "MotionNotification": {
            "{$request.body#/callbackReference}": {
              "post": {
                "summary": "Something begins to move, or nothing does any more",
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/cloudevents+json": {
                      "schema": {
                        "$ref": "#/components/schemas/MotionEvent"
                      }
                    },
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/TestNotification"
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
            "$ref": "#/components/responses/MotionSubscriptionCreated"
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
          "subscriptions"
        ],
        "operationId": "MotionSubscriptionsSubscriptionId_GET",
        "summary": "One subscription",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/MotionSubscription"
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
          "subscriptions"
        ],
        "operationId": "MotionSubscriptionsSubscriptionId_PUT",
        "summary": "Replace a subscription",
        "description": "What waits for delivery goes on waiting, whatever is wanted from now on.",
        "security": [
          {
            "oauth2": [
              "camera:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/MotionSubscription"
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/MotionSubscription"
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
          "subscriptions"
        ],
        "operationId": "MotionSubscriptionsSubscriptionId_DELETE",
        "summary": "Unsubscribe",
        "security": [
          {
            "oauth2": [
              "camera:write"
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
          "subscriptions"
        ],
        "operationId": "MotionSubscriptionsSubscriptionIdWebsocket_GET",
        "summary": "Receive the notifications of one subscription (WebSocket)",
        "description": "Each text frame is a request in the form of HTTP/1.1 with the notification as its body. The next one comes when this one was answered with a text frame that begins with `HTTP/1.1 204`; what is not answered within 10 seconds comes again. 409 when the subscription has asked for no WebSocket. A new connection takes the place of the one before.",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          },
          {
            "ticket": [
              "camera:read"
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
        "description": "Client credentials (RFC 6749, section 4.4).",
        "flows": {
          "clientCredentials": {
            "tokenUrl": "http://127.0.0.1:8080/oauth2/token",
            "scopes": {
              "camera:read": "See cameras and their pictures.",
              "camera:write": "Change what cameras do and keep, and subscribe to motion."
            }
          }
        }
      },
      "signature": {
        "type": "apiKey",
        "in": "query",
        "name": "signature",
        "description": "As it stands in the addresses of `POST /cameras/{cameraId}/links`, for players that cannot send a header."
      },
      "ticket": {
        "type": "apiKey",
        "in": "query",
        "name": "ticket",
        "description": "Of `POST /tickets`, good once, for clients that cannot send a header with a WebSocket."
      }
    },
    "parameters": {
      "cameraId": {
        "name": "cameraId",
        "in": "path",
        "required": true,
        "description": "The camera's name in the configuration.",
        "schema": {
          "$ref": "#/components/schemas/CameraId"
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
        }
      },
      "If-Match": {
        "name": "If-Match",
        "in": "header",
        "description": "Only when the resource still has this `ETag`.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1024
        }
      }
    },
    "requestBodies": {
      "MotionSubscription": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/MotionSubscriptionRequest"
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
      "504": {
        "description": "A device did not answer in time.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "SubscriptionLinkList": {
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
            }
          }
        }
      },
      "MotionSubscription": {
        "description": "The subscription.",
        "headers": {
          "ETag": {
            "$ref": "#/components/headers/ETag"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/MotionSubscription"
            }
          }
        }
      },
      "MotionSubscriptionCreated": {
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
              "$ref": "#/components/schemas/MotionSubscription"
            }
          }
        }
      }
    },
    "schemas": {
      "LinkRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "expiresIn": {
            "type": "integer",
            "minimum": 1,
            "maximum": 3600,
            "default": 300,
            "description": "s, until it cannot be used any more"
          }
        }
      },
      "CameraLinks": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "expiresIn",
          "_links"
        ],
        "properties": {
          "expiresIn": {
            "type": "integer",
            "minimum": 1,
            "maximum": 3600,
            "description": "s; less than asked for when the token ends before"
          },
          "_links": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "snapshot",
              "stream"
            ],
            "properties": {
              "snapshot": {
                "$ref": "#/components/schemas/LinkType"
              },
              "stream": {
                "$ref": "#/components/schemas/LinkType"
              }
            }
          }
        }
      },
      "MotionSubscriptionRequest": {
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
              "MotionSubscription"
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
            "$ref": "#/components/schemas/MotionCriteria"
          },
          "_links": {
            "type": "object",
            "maxProperties": 16,
            "properties": {
              "self": {
                "type": "object",
                "maxProperties": 16,
                "properties": {
                  "href": {
                    "type": "string",
                    "maxLength": 2048
                  }
                }
              }
            }
          }
        }
      },
      "MotionSubscription": {
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
              "MotionSubscription"
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
            "$ref": "#/components/schemas/MotionCriteria"
          },
          "_links": {
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
          }
        }
      },
      "MotionCriteria": {
        "description": "What is told: what fits all that is given, of cameras that the application may see. Zones have the names that the cameras' configurations give them; what is seen where there are none has no zone.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "cameraIds": {
            "type": "array",
            "minItems": 1,
            "maxItems": 64,
            "uniqueItems": true,
            "items": {
              "$ref": "#/components/schemas/CameraId"
            }
          },
          "zoneIds": {
            "type": "array",
            "minItems": 1,
            "maxItems": 64,
            "uniqueItems": true,
            "items": {
              "$ref": "#/components/schemas/ZoneId"
            }
          },
          "changes": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "uniqueItems": true,
            "items": {
              "$ref": "#/components/schemas/MotionChange"
            }
          }
        }
      },
      "MotionChange": {
        "type": "string",
        "enum": [
          "BEGUN",
          "ENDED"
        ],
        "description": "Something begins to move, or nothing did for as long as the cool-down is; also ENDED when nobody looks any more."
      },
      "MotionEvent": {
        "description": "Motion: one CloudEvent 1.0 in JSON (structured mode), the same as at `/events/v1`. `source` and `id` name it once and for all, so whoever is told of it twice can tell.",
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
              "org.umec.camera.motion.v1"
            ]
          },
          "subject": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "`cameras/{cameraId}/motion`"
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
            "type": "object",
            "additionalProperties": false,
            "required": [
              "cameraId",
              "change",
              "area",
              "box",
              "sequence",
              "capturedAt"
            ],
            "properties": {
              "cameraId": {
                "$ref": "#/components/schemas/CameraId"
              },
              "change": {
                "$ref": "#/components/schemas/MotionChange"
              },
              "zoneId": {
                "$ref": "#/components/schemas/ZoneId"
              },
              "area": {
                "type": "number",
                "minimum": 0,
                "maximum": 1,
                "description": "The fraction of the picture that the largest of what moves, or moved last, covers."
              },
              "box": {
                "$ref": "#/components/schemas/Box"
              },
              "sequence": {
                "type": "integer",
                "minimum": 0,
                "maximum": 9007199254740991,
                "description": "Of the picture that showed it, as `Umec-Sequence` of a snapshot."
              },
              "capturedAt": {
                "$ref": "#/components/schemas/DateTime"
              }
            }
          }
        }
      },
      "Box": {
        "description": "Around what moves, in fractions of the picture as it is upright.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "x",
          "y",
          "width",
          "height"
        ],
        "properties": {
          "x": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "from the left"
          },
          "y": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "from the top"
          },
          "width": {
            "type": "number",
            "minimum": 0,
            "maximum": 1
          },
          "height": {
            "type": "number",
            "minimum": 0,
            "maximum": 1
          }
        }
      },
      "CameraConfiguration": {
        "description": "What is absent is off. Places are fractions of the picture as it is upright, from its upper left corner.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "masks": {
            "description": "What nobody sees, applied before anything else has the picture.",
            "type": "array",
            "maxItems": 16,
            "items": {
              "$ref": "#/components/schemas/Mask"
            }
          },
          "regions": {
            "description": "Where given, only what lies in one of these is seen; the rest is black.",
            "type": "array",
            "minItems": 1,
            "maxItems": 16,
            "items": {
              "$ref": "#/components/schemas/Polygon"
            }
          },
          "motion": {
            "$ref": "#/components/schemas/Motion"
          }
        },
        "examples": [
          {
            "masks": [
              {
                "polygon": [
                  {
                    "x": 0,
                    "y": 0
                  },
                  {
                    "x": 0.3,
                    "y": 0
                  },
                  {
                    "x": 0.3,
                    "y": 0.5
                  },
                  {
                    "x": 0,
                    "y": 0.5
                  }
                ],
                "fill": "PIXELATED"
              }
            ]
          }
        ]
      },
      "Motion": {
        "description": "Whether something moves is looked at five times a second, and told as `org.umec.camera.motion.v1`. The camera stays open for it.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "zones": {
            "description": "Where it is looked for; the whole picture when absent. Each has a name of its own.",
            "type": "array",
            "minItems": 1,
            "maxItems": 16,
            "items": {
              "$ref": "#/components/schemas/Zone"
            }
          },
          "sensitivity": {
            "type": "integer",
            "minimum": 1,
            "maximum": 100,
            "default": 70,
            "description": "How little a place must change to count; 100 is the least."
          },
          "minimumArea": {
            "type": "number",
            "minimum": 0.001,
            "maximum": 1,
            "default": 0.01,
            "description": "The fraction of the picture that the largest of what moves must cover."
          },
          "coolDownS": {
            "type": "integer",
            "minimum": 0,
            "maximum": 3600,
            "default": 5,
            "description": "s, for how long nothing must move for it to have ended"
          }
        }
      },
      "Zone": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "zoneId",
          "polygon"
        ],
        "properties": {
          "zoneId": {
            "$ref": "#/components/schemas/ZoneId"
          },
          "polygon": {
            "$ref": "#/components/schemas/Polygon"
          }
        }
      },
      "ZoneId": {
        "type": "string",
        "pattern": "^[a-z0-9][a-z0-9-]{0,31}$",
        "maxLength": 32,
        "examples": [
          "gate"
        ]
      },
      "Mask": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "polygon"
        ],
        "properties": {
          "polygon": {
            "$ref": "#/components/schemas/Polygon"
          },
          "fill": {
            "description": "`PIXELATED` shows what colours are there, in blocks of a thirty-second of the longer side; it hides faces and plates, not people.",
            "type": "string",
            "enum": [
              "BLACK",
              "PIXELATED"
            ],
            "default": "BLACK"
          }
        }
      },
      "Polygon": {
        "description": "Its corners in order; every pixel that it touches belongs to it, and what it goes around several times too.",
        "type": "array",
        "minItems": 3,
        "maxItems": 32,
        "items": {
          "$ref": "#/components/schemas/Point"
        }
      },
      "Point": {
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
            "description": "from the left"
          },
          "y": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "from the top"
          }
        }
      },
      "CameraId": {
        "type": "string",
        "pattern": "^[a-z0-9][a-z0-9-]*$",
        "maxLength": 32,
        "examples": [
          "lens-1"
        ]
      },
      "Camera": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "cameraId",
          "driver",
          "state",
          "_links"
        ],
        "properties": {
          "cameraId": {
            "$ref": "#/components/schemas/CameraId"
          },
          "driver": {
            "type": "string",
            "maxLength": 32,
            "description": "What reads it; `simulated` is no real camera."
          },
          "state": {
            "$ref": "#/components/schemas/State"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          },
          "_links": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "self",
              "snapshot",
              "stream"
            ],
            "properties": {
              "self": {
                "$ref": "#/components/schemas/LinkType"
              },
              "snapshot": {
                "$ref": "#/components/schemas/LinkType"
              },
              "stream": {
                "$ref": "#/components/schemas/LinkType"
              }
            }
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
      "DateTime": {
        "description": "A point in time, in UTC with milliseconds (RFC 3339).",
        "type": "string",
        "format": "date-time",
        "maxLength": 40
      },
      "SubscriptionLinkList": {
        "description": "The subscriptions of an application (clause 6.2.2).",
        "type": "object",
        "required": [
          "_links"
        ],
        "properties": {
          "_links": {
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
                }
              }
            }
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
