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
                /** @description The camera's name in the configuration; or `~0` for the first of those that the client sees, `~1` for the second, and so on. */
                cameraId: components["parameters"]["calledCamera"];
            };
            cookie?: never;
        };
        /**
         * A picture
         * @description Exposed after the request, unless `max_age_ms` allows an older one. Given as it comes from the camera when nothing else is asked for; then `Umec-Orientation` and EXIF say how it is to be turned. What is drawn anew is upright. First the region is cut out, then that is mirrored, turned, and brought to its size. The format follows `format`, else `Accept`, else it is JPEG. Of several regions, or where `Accept` asks for it, the answer has several parts, with a picture each. `If-None-Match` and `If-Modified-Since` are compared with the picture that would be the answer: a new one, unless `max_age_ms` lets the one that you have be the answer again. The latter knows whole seconds, and no two pictures within one. So are `If-Match` and `If-Unmodified-Since`: 412 where it is another picture. Players of mjpg-streamer get it at `/?action=snapshot`, `/?action=snapshot_1` and so on, or with `&camera=` and its name.
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
                /** @description The camera's name in the configuration; or `~0` for the first of those that the client sees, `~1` for the second, and so on. */
                cameraId: components["parameters"]["calledCamera"];
            };
            cookie?: never;
        };
        /**
         * Pictures as they come (MJPEG)
         * @description Each part is a whole JPEG image: the camera's own when neither size nor quality is asked for. A reader always gets the newest. One that is slow misses pictures and never delays others; `Umec-Missed` among the headers of a part is how many it missed since the part before, absent when there are none. The other headers of a part are `Content-Length`, `X-Timestamp` (s since the epoch, when it was exposed) and `Umec-Sequence` (the camera's number of the frame). Players of mjpg-streamer get it at `/?action=stream`, `/?action=stream_1` and so on, or with `&camera=` and its name.
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
    "/cameras/{cameraId}/stream/websocket": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration; or `~0` for the first of those that the client sees, `~1` for the second, and so on. */
                cameraId: components["parameters"]["calledCamera"];
            };
            cookie?: never;
        };
        /**
         * Pictures as they come, each when it is asked for (WebSocket)
         * @description Each picture is two messages: a text in JSON with `sequence` (the camera's number of the frame), `capturedAt` (when it was exposed), `missed` (how many came since the one before that this reader was too slow for), `size` (bytes), `width` and `height`; then a binary one, a whole JPEG image. At first one picture is sent. A text `{"credit": n}`, n from 1 to 100, asks for n more; beyond 100 that were asked for and not sent they are not counted. Whoever asks for the next when it has dealt with this one always gets the newest and never has more than one on the way. Closed with 1007 after any other message, with 1008 when the token, client or session ends, and with 1013 when the camera gives no pictures: come back later.
         */
        get: operations["CameraStreamWebsocket_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{cameraId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration; or `~0` for the first of those that the client sees, `~1` for the second, and so on. */
                cameraId: components["parameters"]["calledCamera"];
            };
            cookie?: never;
        };
        /**
         * How the camera and its streams do, as µStreamer tells it
         * @description Of the form of µStreamer's `/state`, so that programs made for it find `snapshot`, `stream` and `state` below the address of a camera. Nothing is captured for it.
         */
        get: operations["CameraState_GET"];
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
         * Sign addresses of the pictures and streams, for players that cannot send a header
         * @description Whoever has such an address sees this camera, and nothing else, until it ends: after `expiresIn`, with the token that asked, or when that token's client is changed. A stream that was begun goes on beyond `expiresIn`. The parameters of each may be added to its address. Where nobody needs a token, the addresses are not signed.
         */
        post: operations["CameraLinks_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{cameraId}/inferences": {
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
         * Have a model look at a picture
         * @description Takes a picture, makes the tensor of it that the model expects, puts it to a registered MEC service that serves models, and answers with what the model sees. Nothing of it is kept. The service must be one that the caller can discover, ACTIVE, of a transport of type `REST_HTTP` with `uris` that asks for no OAuth2 token, and where this gateway may call. What `input` leaves out is asked of the model's metadata.
         */
        post: operations["CameraInferences_POST"];
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
         * Hide parts of the picture, watch for motion, keep what is seen
         * @description The whole of it, so that what is left out counts no more; read it first and send `If-Match`. Once this is answered nobody gets a picture any more that shows what is hidden now, also none that was taken before; what had left the gateway by then has left it. What was recorded before and shows some of it is `withheld`. Whoever shares the gateway with others cannot change what they see.
         */
        put: operations["CameraConfiguration_PUT"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{cameraId}/recordings": {
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
         * What was kept of a camera
         * @description What other tenants asked for is not among it.
         */
        get: operations["CameraRecordings_GET"];
        put?: never;
        /**
         * Record
         * @description Answered when the first picture is on disk; a clip and a burst go on then, and `state` says when they are finished. Where there is no room, the oldest recordings of the tenant that has the most give way. It is of what masks and regions leave.
         */
        post: operations["CameraRecordings_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{cameraId}/recordings/{recordingId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
                /** @description As the list of recordings has it. */
                recordingId: components["parameters"]["recordingId"];
            };
            cookie?: never;
        };
        /** A recording */
        get: operations["CameraRecording_GET"];
        put?: never;
        post?: never;
        /**
         * Take a recording away
         * @description One that goes on is ended. Whoever reads it already gets the rest. It is taken away by the client that asked for it, or by who looks after the whole gateway; what the configuration asked for by the latter alone.
         */
        delete: operations["CameraRecording_DELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{cameraId}/recordings/{recordingId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
                /** @description As the list of recordings has it. */
                recordingId: components["parameters"]["recordingId"];
            };
            cookie?: never;
        };
        /**
         * The pictures of a recording
         * @description A still is the JPEG image; everything else is an AVI file of the JPEG images as everybody got them (MJPEG), up to now where it goes on. With `frame` it is one of the images. 403 while it is `withheld`.
         */
        get: operations["CameraRecordingContent_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a model look at a picture of your own
         * @description As `CameraInferences_POST`, of a picture that comes with the request: one JPEG, PNG or WebP, known by its content, of at most 32 megapixels and within the bytes that a body may have (`http.maxBodyBytes`). It is turned as its EXIF says. What is animated, another file as well, or SVG is refused before anything decodes it.
         */
        post: operations["Inferences_POST"];
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
        get: operations["MotionSubscriptionsSubscriptionIdWebsocket_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{cameraId}/controls": {
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
         * What can be set at a camera
         * @description As the camera itself says. It is empty where it has none, or they cannot be had.
         */
        get: operations["CameraControls_GET"];
        /**
         * Set some of a camera's controls
         * @description All of those that are named, or none; the others stay as they are. They are kept, and set again when the gateway starts and when the camera comes back. What can only be pressed, and what another control decides, is not kept. A value that the camera changes by itself changes the `ETag` too. Whoever shares the gateway with others cannot change what they see.
         */
        put: operations["CameraControls_PUT"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{cameraId}/formats": {
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
         * What a camera can give
         * @description As the camera itself says, for whoever writes the gateway's configuration. It is empty where it does not say, as a camera in the network.
         */
        get: operations["CameraFormats_GET"];
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
        /** @enum {string} */
        Flip: "HORIZONTAL" | "VERTICAL" | "BOTH";
        /**
         * @default INSIDE
         * @enum {string}
         */
        Fit: "INSIDE" | "COVER" | "CONTAIN" | "FILL";
        /** @enum {string} */
        PictureFormat: "JPEG" | "WEBP" | "AVIF" | "PNG";
        LinkRequest: {
            /**
             * @description s, until it cannot be used any more
             * @default 300
             */
            expiresIn: number;
        };
        SignedAddresses: {
            /** @description s; less than asked for when the token ends before */
            expiresIn: number;
            _links: components["schemas"]["SignedAddressesLinks"];
        };
        SignedAddressesLinks: {
            snapshot: components["schemas"]["LinkType"];
            stream: components["schemas"]["LinkType"];
            websocket: components["schemas"]["LinkType"];
        };
        /**
         * @example {
         *       "service": {
         *         "serName": "street-models"
         *       },
         *       "model": "street"
         *     }
         */
        InferenceRequest: {
            service: components["schemas"]["InferenceService"];
            model: components["schemas"]["ModelName"];
            version?: components["schemas"]["ModelName"];
            /** @default KSERVE_V2 */
            protocol: components["schemas"]["InferenceProtocol"];
            input?: components["schemas"]["ModelInput"];
            frame?: components["schemas"]["InferenceFrameRequest"];
            output?: components["schemas"]["InferenceOutput"];
            /** @description The names of the classes, from 0. */
            labels?: string[];
            /**
             * @description For the picture, the metadata and the answer together.
             * @default 5000
             */
            timeoutMs: number;
        };
        InferenceOutput: {
            /** @default NONE */
            activation: components["schemas"]["Activation"];
            /** @default 0 */
            minScore: number;
            /** @default 10 */
            maxResults: number;
        };
        /**
         * @description What makes scores of what the model says. NONE where it says scores already.
         * @enum {string}
         */
        Activation: "NONE" | "SOFTMAX" | "SIGMOID";
        InferenceFrameRequest: {
            /**
             * @description How old a camera's picture may be; 0 is one exposed after the request.
             * @default 0
             */
            maxAgeMs: number;
            region?: components["schemas"]["Box"];
        };
        /**
         * @description The Open Inference Protocol (KServe v2) or TensorFlow Serving's REST API.
         * @enum {string}
         */
        InferenceProtocol: "KSERVE_V2" | "TENSORFLOW_SERVING";
        /** @description By one of its identifier and its name; of several of one name, the first that is ACTIVE, and none that another tenant calls so. */
        InferenceService: {
            serInstanceId?: string;
            serName?: string;
        };
        PostedInferenceRequest: {
            request: components["schemas"]["InferenceRequest"];
            /** Format: binary */
            picture: string;
        };
        ModelName: string;
        /** @description The tensor that the model takes. Its values are `(colour - mean) * scale`, where a colour is 0 to 255. */
        ModelInput: {
            name?: string;
            layout?: components["schemas"]["TensorLayout"];
            width?: number;
            height?: number;
            /**
             * @description 1 is grey; 3 is red, green and blue.
             * @enum {integer}
             */
            channels?: 1 | 3;
            mean?: components["schemas"]["PerChannel"];
            scale?: components["schemas"]["PerChannel"];
            datatype?: components["schemas"]["TensorDatatype"];
            /** @default FILL */
            fit: components["schemas"]["InputFit"];
            /** @default JSON */
            encoding: components["schemas"]["InputEncoding"];
        };
        /**
         * @description BINARY sends the tensor as bytes, which is quicker where the server knows that extension (KServe v2 alone).
         * @enum {string}
         */
        InputEncoding: "JSON" | "BINARY";
        /**
         * @description FILL stretches the picture; CONTAIN keeps its proportions, and what is left is black.
         * @enum {string}
         */
        InputFit: "FILL" | "CONTAIN";
        /** @enum {string} */
        TensorDatatype: "FP32" | "UINT8";
        /** @enum {string} */
        TensorLayout: "NCHW" | "NHWC";
        /** @description One number for all channels, or one for each. Absent, the mean is 0, and the scale 1/255 for FP32 and 1 for UINT8. */
        PerChannel: number[];
        /** @description At least one of `callbackReference` and `websockNotifConfig`; of both, the WebSocket is taken. Links are the gateway's to give; when they are sent all the same they are not looked at. */
        MotionSubscriptionRequest: {
            /** @enum {string} */
            subscriptionType: "MotionSubscription";
            callbackReference?: components["schemas"]["CallbackReference"];
            /** @description Whether a test notification is to be sent at once. */
            requestTestNotification?: boolean;
            websockNotifConfig?: components["schemas"]["WebsockNotifConfigRequest"];
            filteringCriteria?: components["schemas"]["MotionCriteria"];
            _links?: components["schemas"]["SentLinks"];
        } & (unknown | unknown);
        MotionSubscription: {
            /** @enum {string} */
            subscriptionType: "MotionSubscription";
            callbackReference?: components["schemas"]["CallbackReference"];
            /** @description Whether a test notification is to be sent at once. */
            requestTestNotification?: boolean;
            websockNotifConfig?: components["schemas"]["WebsockNotifConfig"];
            filteringCriteria?: components["schemas"]["MotionCriteria"];
            _links: components["schemas"]["SelfLinks"];
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
            data: components["schemas"]["MotionEventData"];
        };
        MotionEventData: {
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
        /** @description A part of the picture as it is upright, in fractions of its width and height. */
        Box: {
            /** @description from the left */
            x: number;
            /** @description from the top */
            y: number;
            width: number;
            height: number;
        };
        Inference: {
            cameraId: components["schemas"]["CameraId"];
            serInstanceId: string;
            model: components["schemas"]["ModelName"];
            kind: components["schemas"]["InferenceKind"];
            results: components["schemas"]["InferenceResult"][];
            frame: components["schemas"]["InferenceFrame"];
        };
        /** @description The picture that was looked at, as `snapshot` names it; its size as it is upright. */
        InferenceFrame: {
            sequence: number;
            capturedAt: components["schemas"]["DateTime"];
            width: number;
            height: number;
            /** @description Of the picture as it comes from the camera. */
            etag: string;
        };
        /** @enum {string} */
        InferenceKind: "CLASSIFICATION" | "DETECTION";
        PostedInference: {
            serInstanceId: string;
            model: components["schemas"]["ModelName"];
            kind: components["schemas"]["InferenceKind"];
            results: components["schemas"]["InferenceResult"][];
            picture: components["schemas"]["PostedPicture"];
        };
        /** @description What it was taken for; its size as it is upright. */
        PostedPicture: {
            type: components["schemas"]["PostedPictureType"];
            width: number;
            height: number;
        };
        /** @enum {string} */
        PostedPictureType: "image/jpeg" | "image/png" | "image/webp";
        InferenceResult: {
            /** @description The number of the class. */
            index: number;
            /** @description Its name among `labels`. */
            label?: string;
            score: number;
            box?: components["schemas"]["Box"];
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
            timeLapse?: components["schemas"]["TimeLapse"];
            recording?: components["schemas"]["MotionRecording"];
        };
        /** @description What is kept when something moves, so only with `motion`. */
        MotionRecording: {
            /** @default CLIP */
            kind: components["schemas"]["MotionRecordingKind"];
            /**
             * @description s of a clip from before; the camera stays open for them
             * @default 5
             */
            preRollS: number;
            /**
             * @description s that a clip goes on when nothing moves any more
             * @default 5
             */
            postRollS: number;
            /**
             * @description s of one clip; what moves for longer is in the next
             * @default 60
             */
            maxS: number;
        };
        /** @enum {string} */
        MotionRecordingKind: "CLIP" | "STILL";
        /** @description A picture now and then; those of a day (UTC), or of what of it the gateway ran, are one recording. */
        TimeLapse: {
            /** @description s, from one picture to the next */
            everyS: number;
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
            /** @default BLACK */
            fill: components["schemas"]["MaskFill"];
        };
        /**
         * @description `PIXELATED` shows what colours are there, in blocks of a thirty-second of the longer side. It hides faces and plates that are a few blocks wide, not people; what is larger programs may recognise all the same, and only `BLACK` hides it for sure.
         * @enum {string}
         */
        MaskFill: "BLACK" | "PIXELATED";
        /** @description Its corners in order; every pixel that it touches belongs to it, and what it goes around several times too. */
        Polygon: components["schemas"]["Corner"][];
        Corner: {
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
            _links: components["schemas"]["CameraLinks"];
        };
        CameraLinks: {
            self: components["schemas"]["LinkType"];
            snapshot: components["schemas"]["LinkType"];
            stream: components["schemas"]["LinkType"];
        };
        /** @example 0000002s-9f3ab21c */
        RecordingId: string;
        /** @enum {string} */
        RecordingKind: "CLIP" | "BURST" | "STILL" | "TIME_LAPSE";
        /**
         * @example {
         *       "kind": "CLIP",
         *       "seconds": 30
         *     }
         * @example {
         *       "kind": "BURST",
         *       "count": 10,
         *       "intervalMs": 500
         *     }
         */
        RecordingRequest: {
            kind: components["schemas"]["RecordingRequestKind"];
            /**
             * @description s that a clip goes on; of a burst or a still it says nothing
             * @default 10
             */
            seconds: number;
            /**
             * @description How many pictures a burst has.
             * @default 5
             */
            count: number;
            /**
             * @description ms from one picture of a burst to the next; 0: as they come from the camera
             * @default 0
             */
            intervalMs: number;
        };
        /** @enum {string} */
        RecordingRequestKind: "CLIP" | "BURST" | "STILL";
        Recording: {
            recordingId: components["schemas"]["RecordingId"];
            cameraId: components["schemas"]["CameraId"];
            kind: components["schemas"]["RecordingKind"];
            cause: components["schemas"]["RecordingCause"];
            state: components["schemas"]["RecordingState"];
            /** @description Why it is `CUT_SHORT`. */
            reason?: string;
            begunAt: components["schemas"]["DateTime"];
            endedAt: components["schemas"]["DateTime"];
            /** @description How many pictures it has. */
            frames: number;
            /** @description Of its content. */
            bytes: number;
            /** @description pixels */
            width: number;
            /** @description pixels */
            height: number;
            /** @description Whether it shows something that is hidden now, by masks or regions that were set after it: then nobody is given its pictures, until they are taken back. */
            withheld: boolean;
            _links: components["schemas"]["RecordingLinks"];
        };
        RecordingLinks: {
            self: components["schemas"]["LinkType"];
            content: components["schemas"]["LinkType"];
        };
        /** @enum {string} */
        RecordingState: "RECORDING" | "COMPLETE" | "CUT_SHORT";
        /**
         * @description Who wanted it.
         * @enum {string}
         */
        RecordingCause: "REQUEST" | "MOTION" | "SCHEDULE";
        UstreamerState: {
            /** @enum {boolean} */
            ok: true;
            result: components["schemas"]["UstreamerResult"];
        };
        UstreamerResult: {
            instance_id: components["schemas"]["CameraId"];
            encoder: components["schemas"]["UstreamerEncoder"];
            source: components["schemas"]["UstreamerSource"];
            stream: components["schemas"]["UstreamerStream"];
        };
        UstreamerStream: {
            /** @description Frames per second that readers could have. */
            queued_fps: number;
            /** @description Readers of streams. */
            clients: number;
            /** @description By a number that says nothing of who they are. */
            clients_stat: {
                [key: string]: components["schemas"]["UstreamerClient"];
            };
        };
        UstreamerClient: {
            /** @description Pictures per second that it takes. */
            fps: number;
        };
        UstreamerSource: {
            resolution: components["schemas"]["UstreamerResolution"];
            /** @description Whether the camera is there, or, while somebody looks, gives pictures. */
            online: boolean;
            /** @description 0: what the camera gives. */
            desired_fps: number;
            /** @description 0 while nobody looks. */
            captured_fps: number;
        };
        /** @description Of the newest picture there was; 0 before there is any. */
        UstreamerResolution: {
            width: number;
            height: number;
        };
        UstreamerEncoder: {
            /**
             * @description Pictures are passed on as the camera made them.
             * @enum {string}
             */
            type: "HW";
            /** @description 0: that of the camera. */
            quality: number;
        };
        /** @example brightness */
        ControlId: string;
        ControlValue: number;
        Controls: components["schemas"]["Control"][];
        /**
         * @example {
         *       "controlId": "brightness",
         *       "name": "Brightness",
         *       "type": "INTEGER",
         *       "min": -100,
         *       "max": 100,
         *       "step": 1,
         *       "default": 0,
         *       "value": 20,
         *       "isReadOnly": false,
         *       "isInactive": false
         *     }
         */
        Control: {
            controlId: components["schemas"]["ControlId"];
            /**
             * @description As the camera calls it, for people.
             * @example Brightness
             */
            name: string;
            type: components["schemas"]["ControlType"];
            min: components["schemas"]["ControlValue"];
            /** @description Of a `BITMASK` the bits that may be set. */
            max: components["schemas"]["ControlValue"];
            step: components["schemas"]["ControlValue"];
            default: components["schemas"]["ControlValue"];
            /** @description Absent where it cannot be read. */
            value?: components["schemas"]["ControlValue"];
            /** @description Of a `MENU` what there is to choose. */
            menu?: components["schemas"]["ControlMenuItem"][];
            /** @description Also while something else keeps it from being changed. */
            isReadOnly: boolean;
            /** @description Another control decides now, such as one that does it by itself. */
            isInactive: boolean;
        };
        ControlMenuItem: {
            value: components["schemas"]["ControlValue"];
            name: string;
        };
        /**
         * @description A `BOOLEAN` is 0 or 1; a `BUTTON` is pressed with any value.
         * @enum {string}
         */
        ControlType: "INTEGER" | "BOOLEAN" | "MENU" | "BITMASK" | "BUTTON";
        /**
         * @description By `controlId`.
         * @example {
         *       "brightness": 20,
         *       "auto_exposure": 1
         *     }
         */
        NewControlValues: {
            [key: string]: components["schemas"]["ControlValue"];
        };
        Format: {
            /**
             * @description In the kernel's letters.
             * @example MJPG
             */
            pixelFormat: string;
            /**
             * @description What the driver calls it, for people.
             * @example Motion-JPEG
             */
            description: string;
            /**
             * @description What the setting `inputFormat` calls it; absent where no pictures are made of it.
             * @example mjpeg
             */
            inputFormat?: string;
            /** @description Whether a program makes it of another format, and not the camera. */
            isEmulated: boolean;
            sizes: components["schemas"]["FormatSize"][];
        };
        FormatSize: {
            width: components["schemas"]["SizeRange"];
            height: components["schemas"]["SizeRange"];
            /** @description Frames per second; where all between are there too, the slowest and the fastest. */
            fps: number[];
        };
        /** @description Pixels; one number where `min` and `max` are the same. */
        SizeRange: {
            min: components["schemas"]["Pixels"];
            max: components["schemas"]["Pixels"];
            step: components["schemas"]["Pixels"];
        };
        Pixels: number;
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
        /** @description The part that was asked for is not in what there is. */
        416: {
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
        /** @description Somebody that the gateway had to ask gave an answer that makes no sense. */
        502: {
            headers: {
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
        MotionSubscriptionLinkList: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "_links": {
                 *         "self": {
                 *           "href": "/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                 *         },
                 *         "subscriptions": [
                 *           {
                 *             "href": "/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a",
                 *             "subscriptionType": "MotionSubscription",
                 *             "rel": "MotionSubscription"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
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
                /**
                 * @example {
                 *       "subscriptionType": "MotionSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true,
                 *         "websocketUri": "ws://192.168.7.20:8080/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
                 *       },
                 *       "filteringCriteria": {
                 *         "changes": [
                 *           "BEGUN"
                 *         ]
                 *       },
                 *       "_links": {
                 *         "self": {
                 *           "href": "/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                 *         }
                 *       }
                 *     }
                 */
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
                /**
                 * @example {
                 *       "subscriptionType": "MotionSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true,
                 *         "websocketUri": "ws://192.168.7.20:8080/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
                 *       },
                 *       "filteringCriteria": {
                 *         "changes": [
                 *           "BEGUN"
                 *         ]
                 *       },
                 *       "_links": {
                 *         "self": {
                 *           "href": "/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MotionSubscription"];
            };
        };
    };
    parameters: {
        /** @description The camera's name in the configuration. */
        cameraId: components["schemas"]["CameraId"];
        /** @description As the list of recordings has it. */
        recordingId: components["schemas"]["RecordingId"];
        /** @description The camera's name in the configuration; or `~0` for the first of those that the client sees, `~1` for the second, and so on. */
        calledCamera: string;
        /** @description Pictures per second at the most; all that the camera gives when absent. */
        fps: number;
        /** @description The greatest width in pixels. The proportions stay, and a picture is never enlarged. */
        width: number;
        /** @description The greatest height in pixels. */
        height: number;
        /** @description Of JPEG; as the camera made it when neither this nor a size is asked for, else 80 when absent. */
        quality: number;
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
        MotionSubscription: {
            content: {
                /**
                 * @example {
                 *       "subscriptionType": "MotionSubscription",
                 *       "websockNotifConfig": {
                 *         "requestWebsocketUri": true
                 *       },
                 *       "filteringCriteria": {
                 *         "changes": [
                 *           "BEGUN"
                 *         ]
                 *       }
                 *     }
                 */
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
                    /**
                     * @example [
                     *       {
                     *         "cameraId": "lens-1",
                     *         "driver": "v4l2",
                     *         "state": "ACTIVE",
                     *         "_links": {
                     *           "self": {
                     *             "href": "/camera/v1/cameras/lens-1"
                     *           },
                     *           "snapshot": {
                     *             "href": "/camera/v1/cameras/lens-1/snapshot"
                     *           },
                     *           "stream": {
                     *             "href": "/camera/v1/cameras/lens-1/stream"
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
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
                    /**
                     * @example {
                     *       "cameraId": "lens-1",
                     *       "driver": "v4l2",
                     *       "state": "ACTIVE",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/camera/v1/cameras/lens-1"
                     *         },
                     *         "snapshot": {
                     *           "href": "/camera/v1/cameras/lens-1/snapshot"
                     *         },
                     *         "stream": {
                     *           "href": "/camera/v1/cameras/lens-1/stream"
                     *         }
                     *       }
                     *     }
                     */
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
                /**
                 * @description The part of the upright picture that is wanted, in the words of the IIIF Image API 3.0: `x,y,w,h` in pixels of the camera's own size, `pct:x,y,w,h` in hundredths of width and height, `square`, or `full`. Repeat it for several pictures of one moment, which have at most 16 megapixels together.
                 * @example [
                 *       "pct:0,0,50,50"
                 *     ]
                 */
                region?: string[];
                /** @description Mirrors the picture, left to right (HORIZONTAL), top to bottom (VERTICAL), or both. */
                flip?: components["schemas"]["Flip"];
                /** @description Turns the upright picture, degrees clockwise; 0 asks for one that is upright without being turned by who shows it. */
                rotate?: 0 | 90 | 180 | 270;
                /** @description The width in pixels, or as `fit` says the greatest width. */
                width?: number;
                /** @description The height in pixels, or as `fit` says the greatest height. */
                height?: number;
                /** @description INSIDE keeps the proportions, never enlarges, and is no larger than `width` and `height`. The others are exactly as large, when both are given: COVER cuts off what is too much, CONTAIN adds black bars, FILL distorts. A picture is enlarged to at most 8 megapixels. */
                fit?: components["schemas"]["Fit"];
                /** @description In shades of grey. */
                grey?: boolean;
                /** @description Of JPEG, WebP and AVIF; when absent 80, and 50 of AVIF. */
                quality?: number;
                /** @description Of each picture. AVIF takes long, and has at most 4 megapixels. */
                format?: components["schemas"]["PictureFormat"];
                /** @description How old the picture may be. */
                max_age_ms?: number;
            };
            header?: never;
            path: {
                /** @description The camera's name in the configuration; or `~0` for the first of those that the client sees, `~1` for the second, and so on. */
                cameraId: components["parameters"]["calledCamera"];
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
                    /** @description How long ago that was, ms, when the answer was made. */
                    "Umec-Age-Ms": number;
                    /** @description The camera's number of the frame; a gap means frames that were lost. */
                    "Umec-Sequence": number;
                    /** @description Pixels, as they are stored. Where there are several parts, each has its own, and its Umec-Height. */
                    "Umec-Width"?: number;
                    /** @description Pixels, as they are stored. */
                    "Umec-Height"?: number;
                    /** @description How the picture has to be turned to be upright, in the numbers of EXIF; 1 when it is. */
                    "Umec-Orientation": 1 | 3 | 6 | 8;
                    /** @description When it was exposed, to the second. */
                    "Last-Modified": string;
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/webp": string;
                    "image/avif": string;
                    "image/png": string;
                    "multipart/mixed": string;
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    CameraStream_GET: {
        parameters: {
            query?: {
                /** @description Pictures per second at the most; all that the camera gives when absent. */
                fps?: components["parameters"]["fps"];
                /** @description The greatest width in pixels. The proportions stay, and a picture is never enlarged. */
                width?: components["parameters"]["width"];
                /** @description The greatest height in pixels. */
                height?: components["parameters"]["height"];
                /** @description Of JPEG; as the camera made it when neither this nor a size is asked for, else 80 when absent. */
                quality?: components["parameters"]["quality"];
            };
            header?: never;
            path: {
                /** @description The camera's name in the configuration; or `~0` for the first of those that the client sees, `~1` for the second, and so on. */
                cameraId: components["parameters"]["calledCamera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of parts that ends when the reader leaves, what let it in is revoked, or the camera gives no picture for a minute. */
            200: {
                headers: {
                    /** @description A proxy on the way passes each picture on at once. */
                    "X-Accel-Buffering": "no";
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
    CameraStreamWebsocket_GET: {
        parameters: {
            query?: {
                /** @description Pictures per second at the most; all that the camera gives when absent. */
                fps?: components["parameters"]["fps"];
                /** @description The greatest width in pixels. The proportions stay, and a picture is never enlarged. */
                width?: components["parameters"]["width"];
                /** @description The greatest height in pixels. */
                height?: components["parameters"]["height"];
                /** @description Of JPEG; as the camera made it when neither this nor a size is asked for, else 80 when absent. */
                quality?: components["parameters"]["quality"];
            };
            header?: never;
            path: {
                /** @description The camera's name in the configuration; or `~0` for the first of those that the client sees, `~1` for the second, and so on. */
                cameraId: components["parameters"]["calledCamera"];
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
            426: components["responses"]["426"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    CameraState_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration; or `~0` for the first of those that the client sees, `~1` for the second, and so on. */
                cameraId: components["parameters"]["calledCamera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "result": {
                     *         "instance_id": "lens-1",
                     *         "encoder": {
                     *           "type": "HW",
                     *           "quality": 0
                     *         },
                     *         "source": {
                     *           "resolution": {
                     *             "height": 480,
                     *             "width": 640
                     *           },
                     *           "online": true,
                     *           "desired_fps": 0,
                     *           "captured_fps": 5
                     *         },
                     *         "stream": {
                     *           "queued_fps": 5,
                     *           "clients": 1,
                     *           "clients_stat": {
                     *             "0": {
                     *               "fps": 5
                     *             }
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UstreamerState"];
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
                /**
                 * @example {
                 *       "expiresIn": 600
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "expiresIn": 600,
                     *       "_links": {
                     *         "snapshot": {
                     *           "href": "/camera/v1/cameras/lens-1/snapshot?signature=1782043500.76a07bc0-27d0-4dfa-83c1-85cbaf5e5582..plates.dGDNHGopUoVM3X16BG-ZDhd1EjLk8GOaF1gND8RBP64"
                     *         },
                     *         "stream": {
                     *           "href": "/camera/v1/cameras/lens-1/stream?signature=1782043500.76a07bc0-27d0-4dfa-83c1-85cbaf5e5582..plates.dGDNHGopUoVM3X16BG-ZDhd1EjLk8GOaF1gND8RBP64"
                     *         },
                     *         "websocket": {
                     *           "href": "/camera/v1/cameras/lens-1/stream/websocket?signature=1782043500.76a07bc0-27d0-4dfa-83c1-85cbaf5e5582..plates.dGDNHGopUoVM3X16BG-ZDhd1EjLk8GOaF1gND8RBP64"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SignedAddresses"];
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
    CameraInferences_POST: {
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
                "application/json": components["schemas"]["InferenceRequest"];
            };
        };
        responses: {
            /** @description What the model sees, best first. */
            200: {
                headers: {
                    /** @description It is of this moment. */
                    "Cache-Control"?: "no-store";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cameraId": "lens-1",
                     *       "serInstanceId": "359c3584-acba-4010-94c1-8385e2a2e5be",
                     *       "model": "cars",
                     *       "kind": "DETECTION",
                     *       "results": [
                     *         {
                     *           "index": 1,
                     *           "label": "car",
                     *           "score": 0.9913,
                     *           "box": {
                     *             "x": 0.1,
                     *             "y": 0.5,
                     *             "width": 0.2,
                     *             "height": 0.5
                     *           }
                     *         }
                     *       ],
                     *       "frame": {
                     *         "sequence": 258921,
                     *         "capturedAt": "2026-06-21T12:00:00.000Z",
                     *         "etag": "\"3i_1YoMbU9xOds_l2f46jB4YSgo\"",
                     *         "width": 640,
                     *         "height": 480
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Inference"];
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
            502: components["responses"]["502"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
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
                    /**
                     * @example {
                     *       "motion": {
                     *         "sensitivity": 60,
                     *         "minimumArea": 0.01,
                     *         "coolDownS": 5
                     *       }
                     *     }
                     */
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
                /**
                 * @example {
                 *       "motion": {
                 *         "sensitivity": 60
                 *       }
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "motion": {
                     *         "sensitivity": 60,
                     *         "minimumArea": 0.01,
                     *         "coolDownS": 5
                     *       }
                     *     }
                     */
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
    CameraRecordings_GET: {
        parameters: {
            query?: {
                /** @description Only those of this kind. */
                kind?: components["schemas"]["RecordingKind"];
                /** @description How many to give at the most. When there are more, the `Link` header leads to the next page. */
                limit?: number;
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
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
            /** @description The recordings, newest first. */
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
                     *         "recordingId": "0000002s-9f3ab21c",
                     *         "cameraId": "lens-1",
                     *         "kind": "STILL",
                     *         "cause": "REQUEST",
                     *         "state": "COMPLETE",
                     *         "frames": 1,
                     *         "bytes": 49247,
                     *         "width": 640,
                     *         "height": 480,
                     *         "begunAt": "2026-06-21T12:00:00.000Z",
                     *         "endedAt": "2026-06-21T12:00:00.000Z",
                     *         "withheld": false,
                     *         "_links": {
                     *           "self": {
                     *             "href": "/camera/v1/cameras/lens-1/recordings/0000002s-9f3ab21c"
                     *           },
                     *           "content": {
                     *             "href": "/camera/v1/cameras/lens-1/recordings/0000002s-9f3ab21c/content"
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Recording"][];
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
    CameraRecordings_POST: {
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
                /**
                 * @example {
                 *       "kind": "STILL"
                 *     }
                 */
                "application/json": components["schemas"]["RecordingRequest"];
            };
        };
        responses: {
            /** @description The recording, finished or begun. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recordingId": "0000002s-9f3ab21c",
                     *       "cameraId": "lens-1",
                     *       "kind": "STILL",
                     *       "cause": "REQUEST",
                     *       "state": "COMPLETE",
                     *       "frames": 1,
                     *       "bytes": 49247,
                     *       "width": 640,
                     *       "height": 480,
                     *       "begunAt": "2026-06-21T12:00:00.000Z",
                     *       "endedAt": "2026-06-21T12:00:00.000Z",
                     *       "withheld": false,
                     *       "_links": {
                     *         "self": {
                     *           "href": "/camera/v1/cameras/lens-1/recordings/0000002s-9f3ab21c"
                     *         },
                     *         "content": {
                     *           "href": "/camera/v1/cameras/lens-1/recordings/0000002s-9f3ab21c/content"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Recording"];
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
            504: components["responses"]["504"];
        };
    };
    CameraRecording_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
                /** @description As the list of recordings has it. */
                recordingId: components["parameters"]["recordingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recordingId": "0000002s-9f3ab21c",
                     *       "cameraId": "lens-1",
                     *       "kind": "STILL",
                     *       "cause": "REQUEST",
                     *       "state": "COMPLETE",
                     *       "frames": 1,
                     *       "bytes": 49247,
                     *       "width": 640,
                     *       "height": 480,
                     *       "begunAt": "2026-06-21T12:00:00.000Z",
                     *       "endedAt": "2026-06-21T12:00:00.000Z",
                     *       "withheld": false,
                     *       "_links": {
                     *         "self": {
                     *           "href": "/camera/v1/cameras/lens-1/recordings/0000002s-9f3ab21c"
                     *         },
                     *         "content": {
                     *           "href": "/camera/v1/cameras/lens-1/recordings/0000002s-9f3ab21c/content"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Recording"];
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
    CameraRecording_DELETE: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
                /** @description As the list of recordings has it. */
                recordingId: components["parameters"]["recordingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is there no more. */
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
    CameraRecordingContent_GET: {
        parameters: {
            query?: {
                /** @description One image, counted from 0, of a recording that is finished. */
                frame?: number;
            };
            header?: {
                /** @description One part of the bytes (RFC 9110, clause 14); of several parts, or in other units, the whole is given. */
                Range?: string;
                /** @description The part only when the content still has this `ETag`, else the whole. */
                "If-Range"?: string;
                /** @description Anything only while the content has one of these `ETag`s; a recording that goes on has another with each image. */
                "If-Match"?: string;
                /** @description The `ETag`s of what you have. 304 when it is one of them, whatever part is asked for. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The camera's name in the configuration. */
                cameraId: components["parameters"]["cameraId"];
                /** @description As the list of recordings has it. */
                recordingId: components["parameters"]["recordingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description A picture of people is kept by nobody on the way. */
                    "Cache-Control"?: "no-store";
                    /** @description Parts can be asked for. */
                    "Accept-Ranges"?: "bytes";
                    /** @description bytes */
                    "Content-Length"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "video/x-msvideo": string;
                    "image/jpeg": string;
                };
            };
            /** @description The part that was asked for. */
            206: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description Parts can be asked for. */
                    "Accept-Ranges"?: "bytes";
                    /** @description bytes */
                    "Content-Length"?: number;
                    /** @description Which bytes of how many. */
                    "Content-Range": string;
                    [name: string]: unknown;
                };
                content: {
                    "video/x-msvideo": string;
                    "image/jpeg": string;
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            416: components["responses"]["416"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Inferences_POST: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Two parts, `request` as in `CameraInferences_POST` and `picture` as the bytes of its file. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PostedInferenceRequest"];
            };
        };
        responses: {
            /** @description What the model sees, best first. */
            200: {
                headers: {
                    /** @description Nothing of it is kept. */
                    "Cache-Control"?: "no-store";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "serInstanceId": "359c3584-acba-4010-94c1-8385e2a2e5be",
                     *       "model": "street",
                     *       "kind": "CLASSIFICATION",
                     *       "results": [
                     *         {
                     *           "index": 1,
                     *           "label": "car",
                     *           "score": 0.9679
                     *         },
                     *         {
                     *           "index": 0,
                     *           "label": "empty",
                     *           "score": 0.0321
                     *         }
                     *       ],
                     *       "picture": {
                     *         "type": "image/jpeg",
                     *         "width": 640,
                     *         "height": 480
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PostedInference"];
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
            502: components["responses"]["502"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    MotionSubscriptions_GET: {
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
            200: components["responses"]["MotionSubscriptionLinkList"];
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
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
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
    MotionSubscriptionsSubscriptionIdWebsocket_GET: {
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
    CameraControls_GET: {
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
            /** @description The controls with what they are now, in the order of the camera. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "controlId": "brightness",
                     *         "name": "Brightness",
                     *         "type": "INTEGER",
                     *         "min": -100,
                     *         "max": 100,
                     *         "step": 1,
                     *         "default": 0,
                     *         "value": 20,
                     *         "isReadOnly": false,
                     *         "isInactive": false
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Controls"];
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
    CameraControls_PUT: {
        parameters: {
            query?: never;
            header?: {
                /** @description Only when the controls still have this `ETag`. */
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
                /**
                 * @example {
                 *       "brightness": 20
                 *     }
                 */
                "application/json": components["schemas"]["NewControlValues"];
            };
        };
        responses: {
            /** @description All controls, as they are now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "controlId": "brightness",
                     *         "name": "Brightness",
                     *         "type": "INTEGER",
                     *         "min": -100,
                     *         "max": 100,
                     *         "step": 1,
                     *         "default": 0,
                     *         "value": 20,
                     *         "isReadOnly": false,
                     *         "isInactive": false
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Controls"];
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
            504: components["responses"]["504"];
        };
    };
    CameraFormats_GET: {
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
            /** @description The formats with their sizes and rates, in the order of the camera. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "pixelFormat": "MJPG",
                     *         "description": "Motion-JPEG",
                     *         "isEmulated": false,
                     *         "sizes": [
                     *           {
                     *             "width": {
                     *               "min": 640,
                     *               "max": 640,
                     *               "step": 1
                     *             },
                     *             "height": {
                     *               "min": 480,
                     *               "max": 480,
                     *               "step": 1
                     *             },
                     *             "fps": [
                     *               30,
                     *               15,
                     *               5
                     *             ]
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Format"][];
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
    "description": "Cameras of the gateway: pictures as they are wanted, live streams, what nobody may see, motion, recordings, models that look at pictures, and what can be set."
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
      "description": "Cameras, their pictures, and what they do."
    },
    {
      "name": "motion-subscriptions",
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
                },
                "example": [
                  {
                    "cameraId": "lens-1",
                    "driver": "v4l2",
                    "state": "ACTIVE",
                    "_links": {
                      "self": {
                        "href": "/camera/v1/cameras/lens-1"
                      },
                      "snapshot": {
                        "href": "/camera/v1/cameras/lens-1/snapshot"
                      },
                      "stream": {
                        "href": "/camera/v1/cameras/lens-1/stream"
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
                },
                "example": {
                  "cameraId": "lens-1",
                  "driver": "v4l2",
                  "state": "ACTIVE",
                  "_links": {
                    "self": {
                      "href": "/camera/v1/cameras/lens-1"
                    },
                    "snapshot": {
                      "href": "/camera/v1/cameras/lens-1/snapshot"
                    },
                    "stream": {
                      "href": "/camera/v1/cameras/lens-1/stream"
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
    "/cameras/{cameraId}/snapshot": {
      "parameters": [
        {
          "$ref": "#/components/parameters/calledCamera"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraSnapshot_GET",
        "summary": "A picture",
        "description": "Exposed after the request, unless `max_age_ms` allows an older one. Given as it comes from the camera when nothing else is asked for; then `Umec-Orientation` and EXIF say how it is to be turned. What is drawn anew is upright. First the region is cut out, then that is mirrored, turned, and brought to its size. The format follows `format`, else `Accept`, else it is JPEG. Of several regions, or where `Accept` asks for it, the answer has several parts, with a picture each. `If-None-Match` and `If-Modified-Since` are compared with the picture that would be the answer: a new one, unless `max_age_ms` lets the one that you have be the answer again. The latter knows whole seconds, and no two pictures within one. So are `If-Match` and `If-Unmodified-Since`: 412 where it is another picture. Players of mjpg-streamer get it at `/?action=snapshot`, `/?action=snapshot_1` and so on, or with `&camera=` and its name.",
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
            "name": "region",
            "in": "query",
            "allowReserved": true,
            "description": "The part of the upright picture that is wanted, in the words of the IIIF Image API 3.0: `x,y,w,h` in pixels of the camera's own size, `pct:x,y,w,h` in hundredths of width and height, `square`, or `full`. Repeat it for several pictures of one moment, which have at most 16 megapixels together.",
            "schema": {
              "type": "array",
              "minItems": 1,
              "maxItems": 8,
              "items": {
                "type": "string",
                "maxLength": 64,
                "pattern": "^(full|square|\\d{1,5}(,\\d{1,5}){3}|pct:\\d{1,3}(\\.\\d{1,9})?(,\\d{1,3}(\\.\\d{1,9})?){3})$"
              }
            },
            "example": [
              "pct:0,0,50,50"
            ]
          },
          {
            "name": "flip",
            "in": "query",
            "description": "Mirrors the picture, left to right (HORIZONTAL), top to bottom (VERTICAL), or both.",
            "schema": {
              "$ref": "#/components/schemas/Flip"
            }
          },
          {
            "name": "rotate",
            "in": "query",
            "description": "Turns the upright picture, degrees clockwise; 0 asks for one that is upright without being turned by who shows it.",
            "schema": {
              "type": "integer",
              "enum": [
                0,
                90,
                180,
                270
              ]
            }
          },
          {
            "name": "width",
            "in": "query",
            "description": "The width in pixels, or as `fit` says the greatest width.",
            "schema": {
              "type": "integer",
              "minimum": 16,
              "maximum": 8192
            }
          },
          {
            "name": "height",
            "in": "query",
            "description": "The height in pixels, or as `fit` says the greatest height.",
            "schema": {
              "type": "integer",
              "minimum": 16,
              "maximum": 8192
            }
          },
          {
            "name": "fit",
            "in": "query",
            "description": "INSIDE keeps the proportions, never enlarges, and is no larger than `width` and `height`. The others are exactly as large, when both are given: COVER cuts off what is too much, CONTAIN adds black bars, FILL distorts. A picture is enlarged to at most 8 megapixels.",
            "schema": {
              "$ref": "#/components/schemas/Fit"
            }
          },
          {
            "name": "grey",
            "in": "query",
            "description": "In shades of grey.",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "name": "quality",
            "in": "query",
            "description": "Of JPEG, WebP and AVIF; when absent 80, and 50 of AVIF.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100
            }
          },
          {
            "name": "format",
            "in": "query",
            "description": "Of each picture. AVIF takes long, and has at most 4 megapixels.",
            "schema": {
              "$ref": "#/components/schemas/PictureFormat"
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
              "Umec-Age-Ms": {
                "description": "How long ago that was, ms, when the answer was made.",
                "required": true,
                "schema": {
                  "type": "integer",
                  "minimum": 0,
                  "maximum": 9007199254740991
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
              },
              "Umec-Width": {
                "description": "Pixels, as they are stored. Where there are several parts, each has its own, and its Umec-Height.",
                "schema": {
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 65535
                }
              },
              "Umec-Height": {
                "description": "Pixels, as they are stored.",
                "schema": {
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 65535
                }
              },
              "Umec-Orientation": {
                "description": "How the picture has to be turned to be upright, in the numbers of EXIF; 1 when it is.",
                "required": true,
                "schema": {
                  "type": "integer",
                  "enum": [
                    1,
                    3,
                    6,
                    8
                  ]
                }
              },
              "Last-Modified": {
                "description": "When it was exposed, to the second.",
                "required": true,
                "schema": {
                  "type": "string",
                  "maxLength": 29,
                  "examples": [
                    "Sun, 06 Nov 1994 08:49:37 GMT"
                  ]
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
              "image/avif": {
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
              },
              "multipart/mixed": {
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
          "412": {
            "$ref": "#/components/responses/412"
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
          "$ref": "#/components/parameters/calledCamera"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraStream_GET",
        "summary": "Pictures as they come (MJPEG)",
        "description": "Each part is a whole JPEG image: the camera's own when neither size nor quality is asked for. A reader always gets the newest. One that is slow misses pictures and never delays others; `Umec-Missed` among the headers of a part is how many it missed since the part before, absent when there are none. The other headers of a part are `Content-Length`, `X-Timestamp` (s since the epoch, when it was exposed) and `Umec-Sequence` (the camera's number of the frame). Players of mjpg-streamer get it at `/?action=stream`, `/?action=stream_1` and so on, or with `&camera=` and its name.",
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
            "$ref": "#/components/parameters/fps"
          },
          {
            "$ref": "#/components/parameters/width"
          },
          {
            "$ref": "#/components/parameters/height"
          },
          {
            "$ref": "#/components/parameters/quality"
          }
        ],
        "responses": {
          "200": {
            "description": "A stream of parts that ends when the reader leaves, what let it in is revoked, or the camera gives no picture for a minute.",
            "headers": {
              "X-Accel-Buffering": {
                "description": "A proxy on the way passes each picture on at once.",
                "required": true,
                "schema": {
                  "type": "string",
                  "enum": [
                    "no"
                  ]
                }
              }
            },
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
    "/cameras/{cameraId}/stream/websocket": {
      "parameters": [
        {
          "$ref": "#/components/parameters/calledCamera"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraStreamWebsocket_GET",
        "summary": "Pictures as they come, each when it is asked for (WebSocket)",
        "description": "Each picture is two messages: a text in JSON with `sequence` (the camera's number of the frame), `capturedAt` (when it was exposed), `missed` (how many came since the one before that this reader was too slow for), `size` (bytes), `width` and `height`; then a binary one, a whole JPEG image. At first one picture is sent. A text `{\"credit\": n}`, n from 1 to 100, asks for n more; beyond 100 that were asked for and not sent they are not counted. Whoever asks for the next when it has dealt with this one always gets the newest and never has more than one on the way. Closed with 1007 after any other message, with 1008 when the token, client or session ends, and with 1013 when the camera gives no pictures: come back later.",
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
          },
          {
            "signature": [
              "camera:read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/fps"
          },
          {
            "$ref": "#/components/parameters/width"
          },
          {
            "$ref": "#/components/parameters/height"
          },
          {
            "$ref": "#/components/parameters/quality"
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
          "426": {
            "$ref": "#/components/responses/426"
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
    "/cameras/{cameraId}/state": {
      "parameters": [
        {
          "$ref": "#/components/parameters/calledCamera"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraState_GET",
        "summary": "How the camera and its streams do, as µStreamer tells it",
        "description": "Of the form of µStreamer's `/state`, so that programs made for it find `snapshot`, `stream` and `state` below the address of a camera. Nothing is captured for it.",
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
            "description": "What is known now.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UstreamerState"
                },
                "example": {
                  "ok": true,
                  "result": {
                    "instance_id": "lens-1",
                    "encoder": {
                      "type": "HW",
                      "quality": 0
                    },
                    "source": {
                      "resolution": {
                        "height": 480,
                        "width": 640
                      },
                      "online": true,
                      "desired_fps": 0,
                      "captured_fps": 5
                    },
                    "stream": {
                      "queued_fps": 5,
                      "clients": 1,
                      "clients_stat": {
                        "0": {
                          "fps": 5
                        }
                      }
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
        "summary": "Sign addresses of the pictures and streams, for players that cannot send a header",
        "description": "Whoever has such an address sees this camera, and nothing else, until it ends: after `expiresIn`, with the token that asked, or when that token's client is changed. A stream that was begun goes on beyond `expiresIn`. The parameters of each may be added to its address. Where nobody needs a token, the addresses are not signed.",
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
              },
              "example": {
                "expiresIn": 600
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
                  "$ref": "#/components/schemas/SignedAddresses"
                },
                "example": {
                  "expiresIn": 600,
                  "_links": {
                    "snapshot": {
                      "href": "/camera/v1/cameras/lens-1/snapshot?signature=1782043500.76a07bc0-27d0-4dfa-83c1-85cbaf5e5582..plates.dGDNHGopUoVM3X16BG-ZDhd1EjLk8GOaF1gND8RBP64"
                    },
                    "stream": {
                      "href": "/camera/v1/cameras/lens-1/stream?signature=1782043500.76a07bc0-27d0-4dfa-83c1-85cbaf5e5582..plates.dGDNHGopUoVM3X16BG-ZDhd1EjLk8GOaF1gND8RBP64"
                    },
                    "websocket": {
                      "href": "/camera/v1/cameras/lens-1/stream/websocket?signature=1782043500.76a07bc0-27d0-4dfa-83c1-85cbaf5e5582..plates.dGDNHGopUoVM3X16BG-ZDhd1EjLk8GOaF1gND8RBP64"
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
      }
    },
    "/cameras/{cameraId}/inferences": {
      "parameters": [
        {
          "$ref": "#/components/parameters/cameraId"
        }
      ],
      "post": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraInferences_POST",
        "summary": "Have a model look at a picture",
        "description": "Takes a picture, makes the tensor of it that the model expects, puts it to a registered MEC service that serves models, and answers with what the model sees. Nothing of it is kept. The service must be one that the caller can discover, ACTIVE, of a transport of type `REST_HTTP` with `uris` that asks for no OAuth2 token, and where this gateway may call. What `input` leaves out is asked of the model's metadata.",
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
                "$ref": "#/components/schemas/InferenceRequest"
              },
              "examples": {
                "detection": {
                  "summary": "Cars in the lower half of the picture",
                  "value": {
                    "service": {
                      "serName": "street-models"
                    },
                    "model": "cars",
                    "labels": [
                      "empty",
                      "car"
                    ],
                    "frame": {
                      "maxAgeMs": 200,
                      "region": {
                        "x": 0,
                        "y": 0.5,
                        "width": 1,
                        "height": 0.5
                      }
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the model sees, best first.",
            "headers": {
              "Cache-Control": {
                "description": "It is of this moment.",
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
                  "$ref": "#/components/schemas/Inference"
                },
                "example": {
                  "cameraId": "lens-1",
                  "serInstanceId": "359c3584-acba-4010-94c1-8385e2a2e5be",
                  "model": "cars",
                  "kind": "DETECTION",
                  "results": [
                    {
                      "index": 1,
                      "label": "car",
                      "score": 0.9913,
                      "box": {
                        "x": 0.1,
                        "y": 0.5,
                        "width": 0.2,
                        "height": 0.5
                      }
                    }
                  ],
                  "frame": {
                    "sequence": 258921,
                    "capturedAt": "2026-06-21T12:00:00.000Z",
                    "etag": "\"3i_1YoMbU9xOds_l2f46jB4YSgo\"",
                    "width": 640,
                    "height": 480
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
          "502": {
            "$ref": "#/components/responses/502"
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
                },
                "example": {
                  "motion": {
                    "sensitivity": 60,
                    "minimumArea": 0.01,
                    "coolDownS": 5
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
          "camera"
        ],
        "operationId": "CameraConfiguration_PUT",
        "summary": "Hide parts of the picture, watch for motion, keep what is seen",
        "description": "The whole of it, so that what is left out counts no more; read it first and send `If-Match`. Once this is answered nobody gets a picture any more that shows what is hidden now, also none that was taken before; what had left the gateway by then has left it. What was recorded before and shows some of it is `withheld`. Whoever shares the gateway with others cannot change what they see.",
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
              },
              "example": {
                "motion": {
                  "sensitivity": 60
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
                  "$ref": "#/components/schemas/CameraConfiguration"
                },
                "example": {
                  "motion": {
                    "sensitivity": 60,
                    "minimumArea": 0.01,
                    "coolDownS": 5
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
    "/cameras/{cameraId}/recordings": {
      "parameters": [
        {
          "$ref": "#/components/parameters/cameraId"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraRecordings_GET",
        "summary": "What was kept of a camera",
        "description": "What other tenants asked for is not among it.",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          }
        ],
        "parameters": [
          {
            "name": "kind",
            "in": "query",
            "description": "Only those of this kind.",
            "schema": {
              "$ref": "#/components/schemas/RecordingKind"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "description": "How many to give at the most. When there are more, the `Link` header leads to the next page.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 100
            }
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "The recordings, newest first.",
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
                  "maxItems": 500,
                  "items": {
                    "$ref": "#/components/schemas/Recording"
                  }
                },
                "example": [
                  {
                    "recordingId": "0000002s-9f3ab21c",
                    "cameraId": "lens-1",
                    "kind": "STILL",
                    "cause": "REQUEST",
                    "state": "COMPLETE",
                    "frames": 1,
                    "bytes": 49247,
                    "width": 640,
                    "height": 480,
                    "begunAt": "2026-06-21T12:00:00.000Z",
                    "endedAt": "2026-06-21T12:00:00.000Z",
                    "withheld": false,
                    "_links": {
                      "self": {
                        "href": "/camera/v1/cameras/lens-1/recordings/0000002s-9f3ab21c"
                      },
                      "content": {
                        "href": "/camera/v1/cameras/lens-1/recordings/0000002s-9f3ab21c/content"
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
          "camera"
        ],
        "operationId": "CameraRecordings_POST",
        "summary": "Record",
        "description": "Answered when the first picture is on disk; a clip and a burst go on then, and `state` says when they are finished. Where there is no room, the oldest recordings of the tenant that has the most give way. It is of what masks and regions leave.",
        "security": [
          {
            "oauth2": [
              "camera:write"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RecordingRequest"
              },
              "example": {
                "kind": "STILL"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The recording, finished or begun.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Recording"
                },
                "example": {
                  "recordingId": "0000002s-9f3ab21c",
                  "cameraId": "lens-1",
                  "kind": "STILL",
                  "cause": "REQUEST",
                  "state": "COMPLETE",
                  "frames": 1,
                  "bytes": 49247,
                  "width": 640,
                  "height": 480,
                  "begunAt": "2026-06-21T12:00:00.000Z",
                  "endedAt": "2026-06-21T12:00:00.000Z",
                  "withheld": false,
                  "_links": {
                    "self": {
                      "href": "/camera/v1/cameras/lens-1/recordings/0000002s-9f3ab21c"
                    },
                    "content": {
                      "href": "/camera/v1/cameras/lens-1/recordings/0000002s-9f3ab21c/content"
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
          },
          "504": {
            "$ref": "#/components/responses/504"
          }
        }
      }
    },
    "/cameras/{cameraId}/recordings/{recordingId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/cameraId"
        },
        {
          "$ref": "#/components/parameters/recordingId"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraRecording_GET",
        "summary": "A recording",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "What it is.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Recording"
                },
                "example": {
                  "recordingId": "0000002s-9f3ab21c",
                  "cameraId": "lens-1",
                  "kind": "STILL",
                  "cause": "REQUEST",
                  "state": "COMPLETE",
                  "frames": 1,
                  "bytes": 49247,
                  "width": 640,
                  "height": 480,
                  "begunAt": "2026-06-21T12:00:00.000Z",
                  "endedAt": "2026-06-21T12:00:00.000Z",
                  "withheld": false,
                  "_links": {
                    "self": {
                      "href": "/camera/v1/cameras/lens-1/recordings/0000002s-9f3ab21c"
                    },
                    "content": {
                      "href": "/camera/v1/cameras/lens-1/recordings/0000002s-9f3ab21c/content"
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
      "delete": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraRecording_DELETE",
        "summary": "Take a recording away",
        "description": "One that goes on is ended. Whoever reads it already gets the rest. It is taken away by the client that asked for it, or by who looks after the whole gateway; what the configuration asked for by the latter alone.",
        "security": [
          {
            "oauth2": [
              "camera:write"
            ]
          }
        ],
        "responses": {
          "204": {
            "description": "It is there no more."
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
    "/cameras/{cameraId}/recordings/{recordingId}/content": {
      "parameters": [
        {
          "$ref": "#/components/parameters/cameraId"
        },
        {
          "$ref": "#/components/parameters/recordingId"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraRecordingContent_GET",
        "summary": "The pictures of a recording",
        "description": "A still is the JPEG image; everything else is an AVI file of the JPEG images as everybody got them (MJPEG), up to now where it goes on. With `frame` it is one of the images. 403 while it is `withheld`.",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          }
        ],
        "parameters": [
          {
            "name": "frame",
            "in": "query",
            "description": "One image, counted from 0, of a recording that is finished.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 10000000
            }
          },
          {
            "name": "Range",
            "in": "header",
            "description": "One part of the bytes (RFC 9110, clause 14); of several parts, or in other units, the whole is given.",
            "schema": {
              "type": "string",
              "maxLength": 4096
            }
          },
          {
            "name": "If-Range",
            "in": "header",
            "description": "The part only when the content still has this `ETag`, else the whole.",
            "schema": {
              "type": "string",
              "maxLength": 256
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "description": "Anything only while the content has one of these `ETag`s; a recording that goes on has another with each image.",
            "schema": {
              "type": "string",
              "maxLength": 4096
            }
          },
          {
            "name": "If-None-Match",
            "in": "header",
            "description": "The `ETag`s of what you have. 304 when it is one of them, whatever part is asked for.",
            "schema": {
              "type": "string",
              "maxLength": 4096
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The whole.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Cache-Control": {
                "description": "A picture of people is kept by nobody on the way.",
                "schema": {
                  "type": "string",
                  "enum": [
                    "no-store"
                  ]
                }
              },
              "Accept-Ranges": {
                "description": "Parts can be asked for.",
                "schema": {
                  "type": "string",
                  "enum": [
                    "bytes"
                  ]
                }
              },
              "Content-Length": {
                "description": "bytes",
                "schema": {
                  "type": "integer",
                  "minimum": 0,
                  "maximum": 2000000000
                }
              }
            },
            "content": {
              "video/x-msvideo": {
                "schema": {
                  "type": "string",
                  "format": "binary",
                  "maxLength": 2000000000
                }
              },
              "image/jpeg": {
                "schema": {
                  "type": "string",
                  "format": "binary",
                  "maxLength": 16777216
                }
              }
            }
          },
          "206": {
            "description": "The part that was asked for.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Accept-Ranges": {
                "description": "Parts can be asked for.",
                "schema": {
                  "type": "string",
                  "enum": [
                    "bytes"
                  ]
                }
              },
              "Content-Length": {
                "description": "bytes",
                "schema": {
                  "type": "integer",
                  "minimum": 0,
                  "maximum": 2000000000
                }
              },
              "Content-Range": {
                "description": "Which bytes of how many.",
                "required": true,
                "schema": {
                  "type": "string",
                  "maxLength": 64
                }
              }
            },
            "content": {
              "video/x-msvideo": {
                "schema": {
                  "type": "string",
                  "format": "binary",
                  "maxLength": 2000000000
                }
              },
              "image/jpeg": {
                "schema": {
                  "type": "string",
                  "format": "binary",
                  "maxLength": 16777216
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
          "409": {
            "$ref": "#/components/responses/409"
          },
          "412": {
            "$ref": "#/components/responses/412"
          },
          "416": {
            "$ref": "#/components/responses/416"
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
    "/inferences": {
      "post": {
        "tags": [
          "camera"
        ],
        "operationId": "Inferences_POST",
        "summary": "Have a model look at a picture of your own",
        "description": "As `CameraInferences_POST`, of a picture that comes with the request: one JPEG, PNG or WebP, known by its content, of at most 32 megapixels and within the bytes that a body may have (`http.maxBodyBytes`). It is turned as its EXIF says. What is animated, another file as well, or SVG is refused before anything decodes it.",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          }
        ],
        "requestBody": {
          "description": "Two parts, `request` as in `CameraInferences_POST` and `picture` as the bytes of its file.",
          "required": true,
          "content": {
            "multipart/form-data": {
              "schema": {
                "$ref": "#/components/schemas/PostedInferenceRequest"
              },
              "encoding": {
                "request": {
                  "contentType": "application/json"
                },
                "picture": {
                  "contentType": "image/jpeg, image/png, image/webp"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the model sees, best first.",
            "headers": {
              "Cache-Control": {
                "description": "Nothing of it is kept.",
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
                  "$ref": "#/components/schemas/PostedInference"
                },
                "example": {
                  "serInstanceId": "359c3584-acba-4010-94c1-8385e2a2e5be",
                  "model": "street",
                  "kind": "CLASSIFICATION",
                  "results": [
                    {
                      "index": 1,
                      "label": "car",
                      "score": 0.9679
                    },
                    {
                      "index": 0,
                      "label": "empty",
                      "score": 0.0321
                    }
                  ],
                  "picture": {
                    "type": "image/jpeg",
                    "width": 640,
                    "height": 480
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
          "502": {
            "$ref": "#/components/responses/502"
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
    "/applications/{appInstanceId}/subscriptions": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "get": {
        "tags": [
          "motion-subscriptions"
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
            "$ref": "#/components/responses/MotionSubscriptionLinkList"
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
          "motion-subscriptions"
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
                      },
                      "example": {
                        "specversion": "1.0",
                        "id": "1f9b93e0-fe0a-466a-9b5c-3d1bfc0bf9d7-42",
                        "source": "urn:uuid:74d44eee-7404-423f-9c39-4699e17918b4",
                        "type": "org.umec.camera.motion.v1",
                        "subject": "cameras/lens-1/motion",
                        "time": "2026-06-21T12:00:00.000Z",
                        "datacontenttype": "application/json",
                        "data": {
                          "cameraId": "lens-1",
                          "change": "BEGUN",
                          "area": 0.041,
                          "box": {
                            "x": 0.42,
                            "y": 0.51,
                            "width": 0.2,
                            "height": 0.24
                          },
                          "sequence": 258921,
                          "capturedAt": "2026-06-21T12:00:00.000Z"
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
                            "href": "/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
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
          "motion-subscriptions"
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
          "motion-subscriptions"
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
          "motion-subscriptions"
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
          "motion-subscriptions"
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
    },
    "/cameras/{cameraId}/controls": {
      "parameters": [
        {
          "$ref": "#/components/parameters/cameraId"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraControls_GET",
        "summary": "What can be set at a camera",
        "description": "As the camera itself says. It is empty where it has none, or they cannot be had.",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The controls with what they are now, in the order of the camera.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Controls"
                },
                "example": [
                  {
                    "controlId": "brightness",
                    "name": "Brightness",
                    "type": "INTEGER",
                    "min": -100,
                    "max": 100,
                    "step": 1,
                    "default": 0,
                    "value": 20,
                    "isReadOnly": false,
                    "isInactive": false
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
      },
      "put": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraControls_PUT",
        "summary": "Set some of a camera's controls",
        "description": "All of those that are named, or none; the others stay as they are. They are kept, and set again when the gateway starts and when the camera comes back. What can only be pressed, and what another control decides, is not kept. A value that the camera changes by itself changes the `ETag` too. Whoever shares the gateway with others cannot change what they see.",
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
            "description": "Only when the controls still have this `ETag`.",
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
                "$ref": "#/components/schemas/NewControlValues"
              },
              "example": {
                "brightness": 20
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "All controls, as they are now.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Controls"
                },
                "example": [
                  {
                    "controlId": "brightness",
                    "name": "Brightness",
                    "type": "INTEGER",
                    "min": -100,
                    "max": 100,
                    "step": 1,
                    "default": 0,
                    "value": 20,
                    "isReadOnly": false,
                    "isInactive": false
                  }
                ]
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
          },
          "504": {
            "$ref": "#/components/responses/504"
          }
        }
      }
    },
    "/cameras/{cameraId}/formats": {
      "parameters": [
        {
          "$ref": "#/components/parameters/cameraId"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraFormats_GET",
        "summary": "What a camera can give",
        "description": "As the camera itself says, for whoever writes the gateway's configuration. It is empty where it does not say, as a camera in the network.",
        "security": [
          {
            "oauth2": [
              "camera:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The formats with their sizes and rates, in the order of the camera.",
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
                    "$ref": "#/components/schemas/Format"
                  }
                },
                "example": [
                  {
                    "pixelFormat": "MJPG",
                    "description": "Motion-JPEG",
                    "isEmulated": false,
                    "sizes": [
                      {
                        "width": {
                          "min": 640,
                          "max": 640,
                          "step": 1
                        },
                        "height": {
                          "min": 480,
                          "max": 480,
                          "step": 1
                        },
                        "fps": [
                          30,
                          15,
                          5
                        ]
                      }
                    ]
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
              "camera:read": "See cameras, their pictures and recordings, and have models look.",
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
      "recordingId": {
        "name": "recordingId",
        "in": "path",
        "required": true,
        "description": "As the list of recordings has it.",
        "schema": {
          "$ref": "#/components/schemas/RecordingId"
        }
      },
      "calledCamera": {
        "name": "cameraId",
        "in": "path",
        "required": true,
        "description": "The camera's name in the configuration; or `~0` for the first of those that the client sees, `~1` for the second, and so on.",
        "schema": {
          "type": "string",
          "pattern": "^(~[0-9]{1,2}|[a-z0-9][a-z0-9-]{0,31})$",
          "maxLength": 32,
          "examples": [
            "lens-1"
          ]
        }
      },
      "fps": {
        "name": "fps",
        "in": "query",
        "description": "Pictures per second at the most; all that the camera gives when absent.",
        "schema": {
          "type": "number",
          "minimum": 0.1,
          "maximum": 120
        }
      },
      "width": {
        "name": "width",
        "in": "query",
        "description": "The greatest width in pixels. The proportions stay, and a picture is never enlarged.",
        "schema": {
          "type": "integer",
          "minimum": 16,
          "maximum": 8192
        }
      },
      "height": {
        "name": "height",
        "in": "query",
        "description": "The greatest height in pixels.",
        "schema": {
          "type": "integer",
          "minimum": 16,
          "maximum": 8192
        }
      },
      "quality": {
        "name": "quality",
        "in": "query",
        "description": "Of JPEG; as the camera made it when neither this nor a size is asked for, else 80 when absent.",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 100
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
      "MotionSubscription": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/MotionSubscriptionRequest"
            },
            "example": {
              "subscriptionType": "MotionSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true
              },
              "filteringCriteria": {
                "changes": [
                  "BEGUN"
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
      "416": {
        "description": "The part that was asked for is not in what there is.",
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
      "502": {
        "description": "Somebody that the gateway had to ask gave an answer that makes no sense.",
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
      "MotionSubscriptionLinkList": {
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
                  "href": "/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions"
                },
                "subscriptions": [
                  {
                    "href": "/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a",
                    "subscriptionType": "MotionSubscription",
                    "rel": "MotionSubscription"
                  }
                ]
              }
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
            },
            "example": {
              "subscriptionType": "MotionSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true,
                "websocketUri": "ws://192.168.7.20:8080/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
              },
              "filteringCriteria": {
                "changes": [
                  "BEGUN"
                ]
              },
              "_links": {
                "self": {
                  "href": "/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                }
              }
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
            },
            "example": {
              "subscriptionType": "MotionSubscription",
              "websockNotifConfig": {
                "requestWebsocketUri": true,
                "websocketUri": "ws://192.168.7.20:8080/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a/websocket"
              },
              "filteringCriteria": {
                "changes": [
                  "BEGUN"
                ]
              },
              "_links": {
                "self": {
                  "href": "/camera/v1/applications/28f38d38-7cf1-4be5-b8fa-6416d23d8961/subscriptions/a70519cd-944d-4991-81c6-4af180f1684a"
                }
              }
            }
          }
        }
      }
    },
    "schemas": {
      "Flip": {
        "type": "string",
        "enum": [
          "HORIZONTAL",
          "VERTICAL",
          "BOTH"
        ]
      },
      "Fit": {
        "type": "string",
        "enum": [
          "INSIDE",
          "COVER",
          "CONTAIN",
          "FILL"
        ],
        "default": "INSIDE"
      },
      "PictureFormat": {
        "type": "string",
        "enum": [
          "JPEG",
          "WEBP",
          "AVIF",
          "PNG"
        ]
      },
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
      "SignedAddresses": {
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
            "$ref": "#/components/schemas/SignedAddressesLinks"
          }
        }
      },
      "SignedAddressesLinks": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "snapshot",
          "stream",
          "websocket"
        ],
        "properties": {
          "snapshot": {
            "$ref": "#/components/schemas/LinkType"
          },
          "stream": {
            "$ref": "#/components/schemas/LinkType"
          },
          "websocket": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
      },
      "InferenceRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "service",
          "model"
        ],
        "examples": [
          {
            "service": {
              "serName": "street-models"
            },
            "model": "street"
          }
        ],
        "properties": {
          "service": {
            "$ref": "#/components/schemas/InferenceService"
          },
          "model": {
            "$ref": "#/components/schemas/ModelName"
          },
          "version": {
            "$ref": "#/components/schemas/ModelName"
          },
          "protocol": {
            "$ref": "#/components/schemas/InferenceProtocol",
            "default": "KSERVE_V2"
          },
          "input": {
            "$ref": "#/components/schemas/ModelInput"
          },
          "frame": {
            "$ref": "#/components/schemas/InferenceFrameRequest"
          },
          "output": {
            "$ref": "#/components/schemas/InferenceOutput"
          },
          "labels": {
            "description": "The names of the classes, from 0.",
            "type": "array",
            "maxItems": 1024,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 64
            }
          },
          "timeoutMs": {
            "type": "integer",
            "minimum": 100,
            "maximum": 30000,
            "default": 5000,
            "description": "For the picture, the metadata and the answer together."
          }
        }
      },
      "InferenceOutput": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "activation": {
            "$ref": "#/components/schemas/Activation",
            "default": "NONE"
          },
          "minScore": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "default": 0
          },
          "maxResults": {
            "type": "integer",
            "minimum": 1,
            "maximum": 100,
            "default": 10
          }
        }
      },
      "Activation": {
        "description": "What makes scores of what the model says. NONE where it says scores already.",
        "type": "string",
        "enum": [
          "NONE",
          "SOFTMAX",
          "SIGMOID"
        ]
      },
      "InferenceFrameRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "maxAgeMs": {
            "type": "integer",
            "minimum": 0,
            "maximum": 3600000,
            "default": 0,
            "description": "How old a camera's picture may be; 0 is one exposed after the request."
          },
          "region": {
            "$ref": "#/components/schemas/Box"
          }
        }
      },
      "InferenceProtocol": {
        "description": "The Open Inference Protocol (KServe v2) or TensorFlow Serving's REST API.",
        "type": "string",
        "enum": [
          "KSERVE_V2",
          "TENSORFLOW_SERVING"
        ]
      },
      "InferenceService": {
        "description": "By one of its identifier and its name; of several of one name, the first that is ACTIVE, and none that another tenant calls so.",
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "maxProperties": 1,
        "properties": {
          "serInstanceId": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "serName": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          }
        }
      },
      "PostedInferenceRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "request",
          "picture"
        ],
        "properties": {
          "request": {
            "$ref": "#/components/schemas/InferenceRequest"
          },
          "picture": {
            "type": "string",
            "format": "binary",
            "maxLength": 16777216
          }
        }
      },
      "ModelName": {
        "type": "string",
        "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$",
        "maxLength": 64
      },
      "ModelInput": {
        "description": "The tensor that the model takes. Its values are `(colour - mean) * scale`, where a colour is 0 to 255.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "layout": {
            "$ref": "#/components/schemas/TensorLayout"
          },
          "width": {
            "type": "integer",
            "minimum": 1,
            "maximum": 1024
          },
          "height": {
            "type": "integer",
            "minimum": 1,
            "maximum": 1024
          },
          "channels": {
            "type": "integer",
            "enum": [
              1,
              3
            ],
            "description": "1 is grey; 3 is red, green and blue."
          },
          "mean": {
            "$ref": "#/components/schemas/PerChannel"
          },
          "scale": {
            "$ref": "#/components/schemas/PerChannel"
          },
          "datatype": {
            "$ref": "#/components/schemas/TensorDatatype"
          },
          "fit": {
            "$ref": "#/components/schemas/InputFit",
            "default": "FILL"
          },
          "encoding": {
            "$ref": "#/components/schemas/InputEncoding",
            "default": "JSON"
          }
        }
      },
      "InputEncoding": {
        "description": "BINARY sends the tensor as bytes, which is quicker where the server knows that extension (KServe v2 alone).",
        "type": "string",
        "enum": [
          "JSON",
          "BINARY"
        ]
      },
      "InputFit": {
        "description": "FILL stretches the picture; CONTAIN keeps its proportions, and what is left is black.",
        "type": "string",
        "enum": [
          "FILL",
          "CONTAIN"
        ]
      },
      "TensorDatatype": {
        "type": "string",
        "enum": [
          "FP32",
          "UINT8"
        ]
      },
      "TensorLayout": {
        "type": "string",
        "enum": [
          "NCHW",
          "NHWC"
        ]
      },
      "PerChannel": {
        "description": "One number for all channels, or one for each. Absent, the mean is 0, and the scale 1/255 for FP32 and 1 for UINT8.",
        "type": "array",
        "minItems": 1,
        "maxItems": 3,
        "items": {
          "type": "number",
          "minimum": -100000,
          "maximum": 100000
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
            "$ref": "#/components/schemas/SentLinks"
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
            "$ref": "#/components/schemas/SelfLinks"
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
            "$ref": "#/components/schemas/MotionEventData"
          }
        }
      },
      "MotionEventData": {
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
      },
      "Box": {
        "description": "A part of the picture as it is upright, in fractions of its width and height.",
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
      "Inference": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "cameraId",
          "serInstanceId",
          "model",
          "kind",
          "results",
          "frame"
        ],
        "properties": {
          "cameraId": {
            "$ref": "#/components/schemas/CameraId"
          },
          "serInstanceId": {
            "type": "string",
            "maxLength": 128
          },
          "model": {
            "$ref": "#/components/schemas/ModelName"
          },
          "kind": {
            "$ref": "#/components/schemas/InferenceKind"
          },
          "results": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/InferenceResult"
            }
          },
          "frame": {
            "$ref": "#/components/schemas/InferenceFrame"
          }
        }
      },
      "InferenceFrame": {
        "description": "The picture that was looked at, as `snapshot` names it; its size as it is upright.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "sequence",
          "capturedAt",
          "width",
          "height",
          "etag"
        ],
        "properties": {
          "sequence": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991
          },
          "capturedAt": {
            "$ref": "#/components/schemas/DateTime"
          },
          "width": {
            "type": "integer",
            "minimum": 1,
            "maximum": 65535
          },
          "height": {
            "type": "integer",
            "minimum": 1,
            "maximum": 65535
          },
          "etag": {
            "type": "string",
            "maxLength": 64,
            "description": "Of the picture as it comes from the camera."
          }
        }
      },
      "InferenceKind": {
        "type": "string",
        "enum": [
          "CLASSIFICATION",
          "DETECTION"
        ]
      },
      "PostedInference": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "serInstanceId",
          "model",
          "kind",
          "results",
          "picture"
        ],
        "properties": {
          "serInstanceId": {
            "type": "string",
            "maxLength": 128
          },
          "model": {
            "$ref": "#/components/schemas/ModelName"
          },
          "kind": {
            "$ref": "#/components/schemas/InferenceKind"
          },
          "results": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/InferenceResult"
            }
          },
          "picture": {
            "$ref": "#/components/schemas/PostedPicture"
          }
        }
      },
      "PostedPicture": {
        "description": "What it was taken for; its size as it is upright.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "type",
          "width",
          "height"
        ],
        "properties": {
          "type": {
            "$ref": "#/components/schemas/PostedPictureType"
          },
          "width": {
            "type": "integer",
            "minimum": 1,
            "maximum": 65535
          },
          "height": {
            "type": "integer",
            "minimum": 1,
            "maximum": 65535
          }
        }
      },
      "PostedPictureType": {
        "type": "string",
        "enum": [
          "image/jpeg",
          "image/png",
          "image/webp"
        ]
      },
      "InferenceResult": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "index",
          "score"
        ],
        "properties": {
          "index": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000000,
            "description": "The number of the class."
          },
          "label": {
            "type": "string",
            "maxLength": 64,
            "description": "Its name among `labels`."
          },
          "score": {
            "type": "number",
            "minimum": 0,
            "maximum": 1
          },
          "box": {
            "$ref": "#/components/schemas/Box"
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
          },
          "timeLapse": {
            "$ref": "#/components/schemas/TimeLapse"
          },
          "recording": {
            "$ref": "#/components/schemas/MotionRecording"
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
      "MotionRecording": {
        "description": "What is kept when something moves, so only with `motion`.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/MotionRecordingKind",
            "default": "CLIP"
          },
          "preRollS": {
            "type": "integer",
            "minimum": 0,
            "maximum": 30,
            "default": 5,
            "description": "s of a clip from before; the camera stays open for them"
          },
          "postRollS": {
            "type": "integer",
            "minimum": 0,
            "maximum": 60,
            "default": 5,
            "description": "s that a clip goes on when nothing moves any more"
          },
          "maxS": {
            "type": "integer",
            "minimum": 1,
            "maximum": 600,
            "default": 60,
            "description": "s of one clip; what moves for longer is in the next"
          }
        }
      },
      "MotionRecordingKind": {
        "type": "string",
        "enum": [
          "CLIP",
          "STILL"
        ]
      },
      "TimeLapse": {
        "description": "A picture now and then; those of a day (UTC), or of what of it the gateway ran, are one recording.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "everyS"
        ],
        "properties": {
          "everyS": {
            "type": "integer",
            "minimum": 1,
            "maximum": 86400,
            "description": "s, from one picture to the next"
          }
        }
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
            "$ref": "#/components/schemas/MaskFill",
            "default": "BLACK"
          }
        }
      },
      "MaskFill": {
        "description": "`PIXELATED` shows what colours are there, in blocks of a thirty-second of the longer side. It hides faces and plates that are a few blocks wide, not people; what is larger programs may recognise all the same, and only `BLACK` hides it for sure.",
        "type": "string",
        "enum": [
          "BLACK",
          "PIXELATED"
        ]
      },
      "Polygon": {
        "description": "Its corners in order; every pixel that it touches belongs to it, and what it goes around several times too.",
        "type": "array",
        "minItems": 3,
        "maxItems": 32,
        "items": {
          "$ref": "#/components/schemas/Corner"
        }
      },
      "Corner": {
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
            "$ref": "#/components/schemas/CameraLinks"
          }
        }
      },
      "CameraLinks": {
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
      },
      "RecordingId": {
        "type": "string",
        "pattern": "^[0-9a-z]{8}-[0-9a-f]{8}$",
        "maxLength": 17,
        "examples": [
          "0000002s-9f3ab21c"
        ]
      },
      "RecordingKind": {
        "type": "string",
        "enum": [
          "CLIP",
          "BURST",
          "STILL",
          "TIME_LAPSE"
        ]
      },
      "RecordingRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/RecordingRequestKind"
          },
          "seconds": {
            "type": "integer",
            "minimum": 1,
            "maximum": 600,
            "default": 10,
            "description": "s that a clip goes on; of a burst or a still it says nothing"
          },
          "count": {
            "type": "integer",
            "minimum": 2,
            "maximum": 100,
            "default": 5,
            "description": "How many pictures a burst has."
          },
          "intervalMs": {
            "type": "integer",
            "minimum": 0,
            "maximum": 60000,
            "default": 0,
            "description": "ms from one picture of a burst to the next; 0: as they come from the camera"
          }
        },
        "examples": [
          {
            "kind": "CLIP",
            "seconds": 30
          },
          {
            "kind": "BURST",
            "count": 10,
            "intervalMs": 500
          }
        ]
      },
      "RecordingRequestKind": {
        "type": "string",
        "enum": [
          "CLIP",
          "BURST",
          "STILL"
        ]
      },
      "Recording": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "recordingId",
          "cameraId",
          "kind",
          "cause",
          "state",
          "begunAt",
          "endedAt",
          "frames",
          "bytes",
          "width",
          "height",
          "withheld",
          "_links"
        ],
        "properties": {
          "recordingId": {
            "$ref": "#/components/schemas/RecordingId"
          },
          "cameraId": {
            "$ref": "#/components/schemas/CameraId"
          },
          "kind": {
            "$ref": "#/components/schemas/RecordingKind"
          },
          "cause": {
            "$ref": "#/components/schemas/RecordingCause"
          },
          "state": {
            "$ref": "#/components/schemas/RecordingState"
          },
          "reason": {
            "type": "string",
            "maxLength": 1024,
            "description": "Why it is `CUT_SHORT`."
          },
          "begunAt": {
            "$ref": "#/components/schemas/DateTime"
          },
          "endedAt": {
            "$ref": "#/components/schemas/DateTime"
          },
          "frames": {
            "type": "integer",
            "minimum": 0,
            "maximum": 10000000,
            "description": "How many pictures it has."
          },
          "bytes": {
            "type": "integer",
            "minimum": 0,
            "maximum": 2000000000,
            "description": "Of its content."
          },
          "width": {
            "type": "integer",
            "minimum": 1,
            "maximum": 65535,
            "description": "pixels"
          },
          "height": {
            "type": "integer",
            "minimum": 1,
            "maximum": 65535,
            "description": "pixels"
          },
          "withheld": {
            "description": "Whether it shows something that is hidden now, by masks or regions that were set after it: then nobody is given its pictures, until they are taken back.",
            "type": "boolean"
          },
          "_links": {
            "$ref": "#/components/schemas/RecordingLinks"
          }
        }
      },
      "RecordingLinks": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "self",
          "content"
        ],
        "properties": {
          "self": {
            "$ref": "#/components/schemas/LinkType"
          },
          "content": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
      },
      "RecordingState": {
        "type": "string",
        "enum": [
          "RECORDING",
          "COMPLETE",
          "CUT_SHORT"
        ]
      },
      "RecordingCause": {
        "type": "string",
        "enum": [
          "REQUEST",
          "MOTION",
          "SCHEDULE"
        ],
        "description": "Who wanted it."
      },
      "UstreamerState": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ok",
          "result"
        ],
        "properties": {
          "ok": {
            "type": "boolean",
            "enum": [
              true
            ]
          },
          "result": {
            "$ref": "#/components/schemas/UstreamerResult"
          }
        }
      },
      "UstreamerResult": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "instance_id",
          "encoder",
          "source",
          "stream"
        ],
        "properties": {
          "instance_id": {
            "$ref": "#/components/schemas/CameraId"
          },
          "encoder": {
            "$ref": "#/components/schemas/UstreamerEncoder"
          },
          "source": {
            "$ref": "#/components/schemas/UstreamerSource"
          },
          "stream": {
            "$ref": "#/components/schemas/UstreamerStream"
          }
        }
      },
      "UstreamerStream": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "queued_fps",
          "clients",
          "clients_stat"
        ],
        "properties": {
          "queued_fps": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000,
            "description": "Frames per second that readers could have."
          },
          "clients": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000,
            "description": "Readers of streams."
          },
          "clients_stat": {
            "type": "object",
            "maxProperties": 1000,
            "description": "By a number that says nothing of who they are.",
            "additionalProperties": {
              "$ref": "#/components/schemas/UstreamerClient"
            }
          }
        }
      },
      "UstreamerClient": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "fps"
        ],
        "properties": {
          "fps": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000,
            "description": "Pictures per second that it takes."
          }
        }
      },
      "UstreamerSource": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "resolution",
          "online",
          "desired_fps",
          "captured_fps"
        ],
        "properties": {
          "resolution": {
            "$ref": "#/components/schemas/UstreamerResolution"
          },
          "online": {
            "type": "boolean",
            "description": "Whether the camera is there, or, while somebody looks, gives pictures."
          },
          "desired_fps": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000,
            "description": "0: what the camera gives."
          },
          "captured_fps": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000,
            "description": "0 while nobody looks."
          }
        }
      },
      "UstreamerResolution": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "width",
          "height"
        ],
        "description": "Of the newest picture there was; 0 before there is any.",
        "properties": {
          "width": {
            "type": "integer",
            "minimum": 0,
            "maximum": 65535
          },
          "height": {
            "type": "integer",
            "minimum": 0,
            "maximum": 65535
          }
        }
      },
      "UstreamerEncoder": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "type",
          "quality"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "HW"
            ],
            "description": "Pictures are passed on as the camera made them."
          },
          "quality": {
            "type": "integer",
            "minimum": 0,
            "maximum": 100,
            "description": "0: that of the camera."
          }
        }
      },
      "ControlId": {
        "type": "string",
        "pattern": "^[a-z0-9][a-z0-9_]{0,39}$",
        "maxLength": 40,
        "examples": [
          "brightness"
        ]
      },
      "ControlValue": {
        "type": "integer",
        "minimum": -2147483648,
        "maximum": 4294967295
      },
      "Controls": {
        "type": "array",
        "maxItems": 128,
        "items": {
          "$ref": "#/components/schemas/Control"
        }
      },
      "Control": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "controlId",
          "name",
          "type",
          "min",
          "max",
          "step",
          "default",
          "isReadOnly",
          "isInactive"
        ],
        "properties": {
          "controlId": {
            "$ref": "#/components/schemas/ControlId"
          },
          "name": {
            "type": "string",
            "maxLength": 64,
            "description": "As the camera calls it, for people.",
            "examples": [
              "Brightness"
            ]
          },
          "type": {
            "$ref": "#/components/schemas/ControlType"
          },
          "min": {
            "$ref": "#/components/schemas/ControlValue"
          },
          "max": {
            "$ref": "#/components/schemas/ControlValue",
            "description": "Of a `BITMASK` the bits that may be set."
          },
          "step": {
            "$ref": "#/components/schemas/ControlValue"
          },
          "default": {
            "$ref": "#/components/schemas/ControlValue"
          },
          "value": {
            "$ref": "#/components/schemas/ControlValue",
            "description": "Absent where it cannot be read."
          },
          "menu": {
            "type": "array",
            "maxItems": 64,
            "description": "Of a `MENU` what there is to choose.",
            "items": {
              "$ref": "#/components/schemas/ControlMenuItem"
            }
          },
          "isReadOnly": {
            "type": "boolean",
            "description": "Also while something else keeps it from being changed."
          },
          "isInactive": {
            "type": "boolean",
            "description": "Another control decides now, such as one that does it by itself."
          }
        },
        "examples": [
          {
            "controlId": "brightness",
            "name": "Brightness",
            "type": "INTEGER",
            "min": -100,
            "max": 100,
            "step": 1,
            "default": 0,
            "value": 20,
            "isReadOnly": false,
            "isInactive": false
          }
        ]
      },
      "ControlMenuItem": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "value",
          "name"
        ],
        "properties": {
          "value": {
            "$ref": "#/components/schemas/ControlValue"
          },
          "name": {
            "type": "string",
            "maxLength": 64
          }
        }
      },
      "ControlType": {
        "type": "string",
        "enum": [
          "INTEGER",
          "BOOLEAN",
          "MENU",
          "BITMASK",
          "BUTTON"
        ],
        "description": "A `BOOLEAN` is 0 or 1; a `BUTTON` is pressed with any value."
      },
      "NewControlValues": {
        "description": "By `controlId`.",
        "type": "object",
        "minProperties": 1,
        "maxProperties": 128,
        "propertyNames": {
          "$ref": "#/components/schemas/ControlId"
        },
        "additionalProperties": {
          "$ref": "#/components/schemas/ControlValue"
        },
        "examples": [
          {
            "brightness": 20,
            "auto_exposure": 1
          }
        ]
      },
      "Format": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "pixelFormat",
          "description",
          "isEmulated",
          "sizes"
        ],
        "properties": {
          "pixelFormat": {
            "type": "string",
            "maxLength": 4,
            "description": "In the kernel's letters.",
            "examples": [
              "MJPG"
            ]
          },
          "description": {
            "type": "string",
            "maxLength": 64,
            "description": "What the driver calls it, for people.",
            "examples": [
              "Motion-JPEG"
            ]
          },
          "inputFormat": {
            "type": "string",
            "maxLength": 16,
            "description": "What the setting `inputFormat` calls it; absent where no pictures are made of it.",
            "examples": [
              "mjpeg"
            ]
          },
          "isEmulated": {
            "type": "boolean",
            "description": "Whether a program makes it of another format, and not the camera."
          },
          "sizes": {
            "type": "array",
            "maxItems": 64,
            "items": {
              "$ref": "#/components/schemas/FormatSize"
            }
          }
        }
      },
      "FormatSize": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "width",
          "height",
          "fps"
        ],
        "properties": {
          "width": {
            "$ref": "#/components/schemas/SizeRange"
          },
          "height": {
            "$ref": "#/components/schemas/SizeRange"
          },
          "fps": {
            "type": "array",
            "maxItems": 64,
            "description": "Frames per second; where all between are there too, the slowest and the fastest.",
            "items": {
              "type": "number",
              "minimum": 0,
              "maximum": 4294967295
            }
          }
        }
      },
      "SizeRange": {
        "description": "Pixels; one number where `min` and `max` are the same.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "min",
          "max",
          "step"
        ],
        "properties": {
          "min": {
            "$ref": "#/components/schemas/Pixels"
          },
          "max": {
            "$ref": "#/components/schemas/Pixels"
          },
          "step": {
            "$ref": "#/components/schemas/Pixels"
          }
        }
      },
      "Pixels": {
        "type": "integer",
        "minimum": 0,
        "maximum": 4294967295
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
