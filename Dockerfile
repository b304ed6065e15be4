# The gateway for linux/arm64, linux/arm/v7 and linux/amd64, on Debian's glibc: sharp has no binaries for musl on armv7. What has to run
# runs on the processor that builds, whatever it builds for; the images themselves are only copied together, and have no shell, no npm
# and no compiler. docs/container.md has the rest.
#   docker build --target sensors .    for tags and pins
#   docker build --target rpicam .     and for cameras on the CSI connector; DEBIAN has to have Raspberry Pi's packages
#   docker build .                     and for cameras by USB and network: with ffmpeg
ARG NODE=24
# Node.js and npm: what compiles, and installs packages of npm
ARG BASE=docker.io/library/node:${NODE}-bookworm-slim
# apt: what knows where packages of the system come from
ARG DEBIAN=${BASE}
# whose /usr/local/bin/node the image gets; for arm/v7 there is none after 22
ARG NODE_IMAGE=docker.io/library/node:${NODE}-bookworm-slim

FROM ${NODE_IMAGE} AS node

# what is the same for every processor
FROM --platform=$BUILDPLATFORM ${BASE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc tsconfig.json LICENSE ./
COPY scripts/ship ./scripts/ship
COPY scripts/image/compile.mjs ./scripts/image/
COPY generated ./generated
COPY src ./src
COPY web ./web
# the secrets, where another registry is to be asked: what npm is to know, and whom it is to trust. A checkout may be its owner's alone
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca --mount=type=cache,target=/root/.npm \
  node scripts/image/compile.mjs \
  && mkdir -p /out/app && mv dist package.json LICENSE /out/app && chmod -R u=rwX,go=rX /out

# Node.js, and its packages with the binaries for the processor
FROM --platform=$BUILDPLATFORM ${BASE} AS packages
ARG TARGETARCH
COPY --from=node /usr/local/bin/node /node/usr/local/bin/
COPY --from=node /usr/local/LICENSE /node/usr/share/doc/node/
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY scripts/ship ./scripts/ship
COPY scripts/image/packages.mjs scripts/image/sbom.mjs ./scripts/image/
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca --mount=type=cache,target=/root/.npm \
  node scripts/image/packages.mjs $TARGETARCH /out/app && chmod -R u=rwX,go=rX /node /out

# Debian, as little of it as the gateway needs
FROM --platform=$BUILDPLATFORM ${DEBIAN} AS system
ARG TARGETARCH
# more packages for all images
ARG PACKAGES=
COPY scripts/image/unpack-packages.sh /usr/local/bin/
RUN unpack-packages.sh $TARGETARCH /system base-files libatomic1 libstdc++6 tini $PACKAGES \
  && install -d -o 10001 -g 10001 -m 0700 /system/data

FROM system AS system-rpicam
ARG TARGETARCH
# of Raspberry Pi OS: Debian 12 has none of this name
ARG RPICAM=rpicam-apps
RUN OVER=/system unpack-packages.sh $TARGETARCH /more $RPICAM

FROM system AS system-camera
ARG TARGETARCH
RUN OVER=/system unpack-packages.sh $TARGETARCH /more ffmpeg

# what each image is made of
FROM packages AS bill
COPY --from=system /system/var/lib/dpkg/status.d /status.d
RUN node scripts/image/sbom.mjs

FROM bill AS bill-rpicam
COPY --from=system-rpicam /more/var/lib/dpkg/status.d /status.d
RUN node scripts/image/sbom.mjs

FROM bill AS bill-camera
COPY --from=system-camera /more/var/lib/dpkg/status.d /status.d
RUN node scripts/image/sbom.mjs

# what changes seldom comes first; and files before all else, for a builder may take what is the same for those of another processor
FROM scratch AS sensors
COPY --from=system /system /
COPY --from=packages /node /
COPY --from=packages /out /
COPY --from=build /out /
COPY --from=bill /sbom.cdx.json /app/
ARG VERSION=0.1.0
ARG REVISION=
ARG CREATED=1970-01-01T00:00:00Z
ARG SOURCE=
LABEL org.opencontainers.image.title="uMEC gateway" \
  org.opencontainers.image.description="Cameras, Bluetooth sensors and pins of a Raspberry Pi as ETSI MEC services" \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.created="${CREATED}" \
  org.opencontainers.image.source="${SOURCE}"
ENV PATH=/usr/local/bin:/usr/bin UMEC_DATA_DIR=/data
WORKDIR /app
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s --retries=3 \
  CMD ["node", "--no-warnings", "dist/src/umec.js", "health"]
# Kubernetes has no --init, and what a camera's programs leave behind has to be reaped; a small young generation costs no speed here and
# saves 30 MB
ENTRYPOINT ["tini", "--", "node", "--enable-source-maps", "--max-semi-space-size=2", "dist/src/umec.js"]
CMD ["start"]
USER 10001:10001
VOLUME /data

FROM sensors AS rpicam
COPY --from=system-rpicam /more /
COPY --from=bill-rpicam /sbom.cdx.json /app/

FROM sensors AS camera
COPY --from=system-camera /more /
COPY --from=bill-camera /sbom.cdx.json /app/
