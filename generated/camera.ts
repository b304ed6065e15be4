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
        InferenceRequest: {
            /** @description By one of its identifier and its name; of several of one name, the first that is ACTIVE. */
            service: {
                serInstanceId?: string;
                serName?: string;
            };
            model: components["schemas"]["ModelName"];
            version?: components["schemas"]["ModelName"];
            /**
             * @description The Open Inference Protocol (KServe v2) or TensorFlow Serving's REST API.
             * @default KSERVE_V2
             * @enum {string}
             */
            protocol: "KSERVE_V2" | "TENSORFLOW_SERVING";
            input?: components["schemas"]["ModelInput"];
            frame?: {
                /**
                 * @description How old a camera's picture may be; 0 is one exposed after the request.
                 * @default 0
                 */
                maxAgeMs: number;
                region?: components["schemas"]["Box"];
            };
            output?: {
                /**
                 * @description What makes scores of what the model says. NONE where it says scores already.
                 * @default NONE
                 * @enum {string}
                 */
                activation: "NONE" | "SOFTMAX" | "SIGMOID";
                /** @default 0 */
                minScore: number;
                /** @default 10 */
                maxResults: number;
            };
            /** @description The names of the classes, from 0. */
            labels?: string[];
            /**
             * @description For the picture, the metadata and the answer together.
             * @default 5000
             */
            timeoutMs: number;
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
            /** @enum {string} */
            layout?: "NCHW" | "NHWC";
            width?: number;
            height?: number;
            /**
             * @description 1 is grey; 3 is red, green and blue.
             * @enum {integer}
             */
            channels?: 1 | 3;
            mean?: components["schemas"]["PerChannel"];
            scale?: components["schemas"]["PerChannel"];
            /** @enum {string} */
            datatype?: "FP32" | "UINT8";
            /**
             * @description FILL stretches the picture; CONTAIN keeps its proportions, and what is left is black.
             * @default FILL
             * @enum {string}
             */
            fit: "FILL" | "CONTAIN";
            /**
             * @description BINARY sends the tensor as bytes, which is quicker where the server knows that extension (KServe v2 alone).
             * @default JSON
             * @enum {string}
             */
            encoding: "JSON" | "BINARY";
        };
        /** @description One number for all channels, or one for each. Absent, the mean is 0, and the scale 1/255 for FP32 and 1 for UINT8. */
        PerChannel: number[];
        /** @description A part of the picture as it is upright, in fractions of its width and height from its upper left corner. */
        Box: {
            x: number;
            y: number;
            width: number;
            height: number;
        };
        Inference: {
            cameraId: components["schemas"]["CameraId"];
            serInstanceId: string;
            model: components["schemas"]["ModelName"];
            /** @enum {string} */
            kind: "CLASSIFICATION" | "DETECTION";
            results: components["schemas"]["InferenceResult"][];
            /** @description The picture that was looked at, as `snapshot` names it; its size as it is upright. */
            frame: {
                sequence: number;
                capturedAt: components["schemas"]["DateTime"];
                width: number;
                height: number;
                /** @description Of the picture as it comes from the camera. */
                etag: string;
            };
        };
        PostedInference: {
            serInstanceId: string;
            model: components["schemas"]["ModelName"];
            /** @enum {string} */
            kind: "CLASSIFICATION" | "DETECTION";
            results: components["schemas"]["InferenceResult"][];
            /** @description What it was taken for; its size as it is upright. */
            picture: {
                /** @enum {string} */
                type: "image/jpeg" | "image/png" | "image/webp";
                width: number;
                height: number;
            };
        };
        InferenceResult: {
            /** @description The number of the class. */
            index: number;
            /** @description Its name among `labels`. */
            label?: string;
            score: number;
            box?: components["schemas"]["Box"];
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
    };
    parameters: {
        /** @description The camera's name in the configuration. */
        cameraId: components["schemas"]["CameraId"];
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
    Inferences_POST: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
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
      "InferenceRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "service",
          "model"
        ],
        "properties": {
          "service": {
            "description": "By one of its identifier and its name; of several of one name, the first that is ACTIVE.",
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
          "model": {
            "$ref": "#/components/schemas/ModelName"
          },
          "version": {
            "$ref": "#/components/schemas/ModelName"
          },
          "protocol": {
            "description": "The Open Inference Protocol (KServe v2) or TensorFlow Serving's REST API.",
            "type": "string",
            "enum": [
              "KSERVE_V2",
              "TENSORFLOW_SERVING"
            ],
            "default": "KSERVE_V2"
          },
          "input": {
            "$ref": "#/components/schemas/ModelInput"
          },
          "frame": {
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
          "output": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "activation": {
                "description": "What makes scores of what the model says. NONE where it says scores already.",
                "type": "string",
                "enum": [
                  "NONE",
                  "SOFTMAX",
                  "SIGMOID"
                ],
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
            "type": "string",
            "enum": [
              "NCHW",
              "NHWC"
            ]
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
            "type": "string",
            "enum": [
              "FP32",
              "UINT8"
            ]
          },
          "fit": {
            "description": "FILL stretches the picture; CONTAIN keeps its proportions, and what is left is black.",
            "type": "string",
            "enum": [
              "FILL",
              "CONTAIN"
            ],
            "default": "FILL"
          },
          "encoding": {
            "description": "BINARY sends the tensor as bytes, which is quicker where the server knows that extension (KServe v2 alone).",
            "type": "string",
            "enum": [
              "JSON",
              "BINARY"
            ],
            "default": "JSON"
          }
        }
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
      "Box": {
        "description": "A part of the picture as it is upright, in fractions of its width and height from its upper left corner.",
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
            "maximum": 1
          },
          "y": {
            "type": "number",
            "minimum": 0,
            "maximum": 1
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
            "type": "string",
            "enum": [
              "CLASSIFICATION",
              "DETECTION"
            ]
          },
          "results": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/InferenceResult"
            }
          },
          "frame": {
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
          }
        }
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
            "type": "string",
            "enum": [
              "CLASSIFICATION",
              "DETECTION"
            ]
          },
          "results": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/InferenceResult"
            }
          },
          "picture": {
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
                "type": "string",
                "enum": [
                  "image/jpeg",
                  "image/png",
                  "image/webp"
                ]
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
          }
        }
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
      }
    }
  }
};
