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
         * Hide parts of the picture
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
         * @description Answered when the first picture is on disk; a clip and a burst go on then, and `state` says when they are finished. The oldest recordings give way when there is no room.
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
         * @description A still is the JPEG image; everything else is an AVI file of the JPEG images as they came from the camera (MJPEG), up to now where it goes on. With `frame` it is one of the images. 403 while it is `withheld`.
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
            /** @description A picture now and then; those of a day (UTC), or of what of it the gateway ran, are one recording. */
            timeLapse?: {
                /** @description s, from one picture to the next */
                everyS: number;
            };
            /** @description What is kept when something moves, so only with `motion`. Recordings show what the masks of their time left. */
            recording?: {
                /**
                 * @default CLIP
                 * @enum {string}
                 */
                kind: "CLIP" | "STILL";
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
        };
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
            /** @enum {string} */
            kind: "CLIP" | "BURST" | "STILL";
            /**
             * @description s that a clip goes on
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
        Recording: {
            recordingId: components["schemas"]["RecordingId"];
            cameraId: components["schemas"]["CameraId"];
            kind: components["schemas"]["RecordingKind"];
            /**
             * @description Who wanted it.
             * @enum {string}
             */
            cause: "REQUEST" | "MOTION" | "SCHEDULE";
            /** @enum {string} */
            state: "RECORDING" | "COMPLETE" | "CUT_SHORT";
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
            _links: {
                self: components["schemas"]["LinkType"];
                content: components["schemas"]["LinkType"];
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
    };
    parameters: {
        /** @description The camera's name in the configuration. */
        cameraId: components["schemas"]["CameraId"];
        /** @description As the list of recordings has it. */
        recordingId: components["schemas"]["RecordingId"];
        /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
        nextpage_opaque_marker: string;
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
            416: components["responses"]["416"];
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
        "summary": "Hide parts of the picture",
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
      "post": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraRecordings_POST",
        "summary": "Record",
        "description": "Answered when the first picture is on disk; a clip and a burst go on then, and `state` says when they are finished. The oldest recordings give way when there is no room.",
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
        "description": "A still is the JPEG image; everything else is an AVI file of the JPEG images as they came from the camera (MJPEG), up to now where it goes on. With `frame` it is one of the images. 403 while it is `withheld`.",
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
              "maxLength": 256
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
          }
        ],
        "responses": {
          "200": {
            "description": "The whole.",
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
              "camera:write": "Change what cameras do and keep."
            }
          }
        }
      },
      "signature": {
        "type": "apiKey",
        "in": "query",
        "name": "signature",
        "description": "As it stands in the addresses of `POST /cameras/{cameraId}/links`, for players that cannot send a header."
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
      "nextpage_opaque_marker": {
        "name": "nextpage_opaque_marker",
        "in": "query",
        "description": "Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20).",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 256
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
          "timeLapse": {
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
          "recording": {
            "description": "What is kept when something moves, so only with `motion`. Recordings show what the masks of their time left.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "CLIP",
                  "STILL"
                ],
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
            "type": "string",
            "enum": [
              "CLIP",
              "BURST",
              "STILL"
            ]
          },
          "seconds": {
            "type": "integer",
            "minimum": 1,
            "maximum": 600,
            "default": 10,
            "description": "s that a clip goes on"
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
            "type": "string",
            "enum": [
              "REQUEST",
              "MOTION",
              "SCHEDULE"
            ],
            "description": "Who wanted it."
          },
          "state": {
            "type": "string",
            "enum": [
              "RECORDING",
              "COMPLETE",
              "CUT_SHORT"
            ]
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
      }
    }
  }
};
