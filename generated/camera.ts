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
         * @description Exposed after the request, unless `max_age_ms` allows an older one. Given as it comes from the camera when no size, quality or other format is asked for. The format follows `format`, else `Accept`, else it is JPEG. Players of mjpg-streamer get it at `/?action=snapshot`, `/?action=snapshot_1` and so on.
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
                websocket: components["schemas"]["LinkType"];
            };
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
        UstreamerState: {
            /** @enum {boolean} */
            ok: true;
            result: {
                instance_id: components["schemas"]["CameraId"];
                encoder: {
                    /**
                     * @description Pictures are passed on as the camera made them.
                     * @enum {string}
                     */
                    type: "HW";
                    /** @description 0: that of the camera. */
                    quality: number;
                };
                source: {
                    /** @description Of the newest picture there was; 0 before there is any. */
                    resolution: {
                        width: number;
                        height: number;
                    };
                    /** @description Whether the camera is there, or, while somebody looks, gives pictures. */
                    online: boolean;
                    /** @description 0: what the camera gives. */
                    desired_fps: number;
                    /** @description 0 while nobody looks. */
                    captured_fps: number;
                };
                stream: {
                    /** @description Frames per second that readers could have. */
                    queued_fps: number;
                    /** @description Readers of streams. */
                    clients: number;
                    /** @description By a number that says nothing of who they are. */
                    clients_stat: {
                        [key: string]: {
                            /** @description Pictures per second that it takes. */
                            fps: number;
                        };
                    };
                };
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
    };
    parameters: {
        /** @description The camera's name in the configuration. */
        cameraId: components["schemas"]["CameraId"];
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
    };
    requestBodies: never;
    headers: {
        /** @description Names this very representation; send it back in `If-None-Match` or `If-Match`. */
        ETag: string;
        /** @description In how many seconds it may be tried again. */
        "Retry-After": number;
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
            /** @description A stream of parts that ends when the reader leaves or the camera is gone. */
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
          "$ref": "#/components/parameters/calledCamera"
        }
      ],
      "get": {
        "tags": [
          "camera"
        ],
        "operationId": "CameraSnapshot_GET",
        "summary": "A picture",
        "description": "Exposed after the request, unless `max_age_ms` allows an older one. Given as it comes from the camera when no size, quality or other format is asked for. The format follows `format`, else `Accept`, else it is JPEG. Players of mjpg-streamer get it at `/?action=snapshot`, `/?action=snapshot_1` and so on.",
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
            "description": "A stream of parts that ends when the reader leaves or the camera is gone.",
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
              "camera:read": "See cameras and their pictures."
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
              "source": {
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
              "stream": {
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
                    }
                  }
                }
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
      }
    }
  }
};
