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
         * @description Exposed after the request, unless `max_age_ms` allows an older one. Given as it comes from the camera when nothing else is asked for; then `Umec-Orientation` and EXIF say how it is to be turned. What is drawn anew is upright. First the region is cut out, then that is mirrored, turned, and brought to its size. The format follows `format`, else `Accept`, else it is JPEG. Of several regions, or where `Accept` asks for it, the answer has several parts, with a picture each.
         *
         *     `If-None-Match` and `If-Modified-Since` are compared with the picture that would be the answer: a new one, unless `max_age_ms` lets the one that you have be the answer again. The latter knows whole seconds, and no two pictures within one.
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
                /**
                 * @description The part of the upright picture that is wanted, in the words of the IIIF Image API 3.0: `x,y,w,h` in pixels of the camera's own size, `pct:x,y,w,h` in hundredths of width and height, `square`, or `full`. Repeat it for several pictures of one moment, which have at most 16 megapixels together.
                 * @example [
                 *       "pct:0,0,50,50"
                 *     ]
                 */
                region?: string[];
                /** @description Mirrors the picture, left to right (HORIZONTAL), top to bottom (VERTICAL), or both. */
                flip?: "HORIZONTAL" | "VERTICAL" | "BOTH";
                /** @description Turns the upright picture, degrees clockwise; 0 asks for one that is upright without being turned by who shows it. */
                rotate?: 0 | 90 | 180 | 270;
                /** @description The width in pixels, or as `fit` says the greatest width. */
                width?: number;
                /** @description The height in pixels, or as `fit` says the greatest height. */
                height?: number;
                /** @description INSIDE keeps the proportions, never enlarges, and is no larger than `width` and `height`. The others are exactly as large, when both are given: COVER cuts off what is too much, CONTAIN adds black bars, FILL distorts. A picture is enlarged to at most 8 megapixels. */
                fit?: "INSIDE" | "COVER" | "CONTAIN" | "FILL";
                /** @description In shades of grey. */
                grey?: boolean;
                /** @description Of JPEG, WebP and AVIF; when absent 80, and 50 of AVIF. */
                quality?: number;
                /** @description Of each picture. AVIF takes long, and has at most 4 megapixels. */
                format?: "JPEG" | "WEBP" | "AVIF" | "PNG";
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
        "description": "Exposed after the request, unless `max_age_ms` allows an older one. Given as it comes from the camera when nothing else is asked for; then `Umec-Orientation` and EXIF say how it is to be turned. What is drawn anew is upright. First the region is cut out, then that is mirrored, turned, and brought to its size. The format follows `format`, else `Accept`, else it is JPEG. Of several regions, or where `Accept` asks for it, the answer has several parts, with a picture each.\n\n`If-None-Match` and `If-Modified-Since` are compared with the picture that would be the answer: a new one, unless `max_age_ms` lets the one that you have be the answer again. The latter knows whole seconds, and no two pictures within one.",
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
              "type": "string",
              "enum": [
                "HORIZONTAL",
                "VERTICAL",
                "BOTH"
              ]
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
              "type": "string",
              "enum": [
                "INSIDE",
                "COVER",
                "CONTAIN",
                "FILL"
              ],
              "default": "INSIDE"
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
              "type": "string",
              "enum": [
                "JPEG",
                "WEBP",
                "AVIF",
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
