# The gateway for linux/arm64, linux/arm/v7 and linux/amd64, on Debian's glibc: sharp has no binaries for musl on armv7. What has to run
# runs on the processor that builds, whatever it builds for; the images themselves are only copied together, and have no shell, no npm
# and no compiler. docs/container.md has the rest.
#   docker build --target sensors .    for tags and pins
#   docker build --target rpicam .     and for cameras on the CSI connector; BASE has to have Raspberry Pi's packages
#   docker build .                     and for cameras by USB and network: with ffmpeg
ARG NODE=24
# Debian with apt, Node.js and npm: what compiles, and knows where packages of the system come from
ARG BASE=node:${NODE}-bookworm-slim
# whose /usr/local/bin/node the image gets; for arm/v7 there is none after 22
ARG NODE_IMAGE=node:${NODE}-bookworm-slim

FROM ${NODE_IMAGE} AS node

FROM --platform=$BUILDPLATFORM ${BASE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# the secrets, where another registry is to be asked: what npm is to know, and whom it is to trust
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca \
  npm ci --no-audit --no-fund
COPY LICENSE tsconfig.json ./
COPY generated ./generated
COPY panel ./panel
COPY scripts/sbom.mjs ./scripts/
COPY src ./src
# a checkout may be its owner's alone
RUN node_modules/.bin/tsc && node scripts/sbom.mjs && chmod -R u=rwX,go=rX LICENSE package.json panel

# what of it is shipped, with the binaries for the processor
FROM --platform=$BUILDPLATFORM ${BASE} AS app
ARG TARGETARCH
WORKDIR /out/app
COPY package.json package-lock.json .npmrc ./
COPY scripts/image/prune-packages.mjs /usr/local/lib/image/
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca \
  cpu=$(echo $TARGETARCH | sed s/amd64/x64/) \
  && npm ci --omit=dev --os=linux --cpu=$cpu --libc=glibc --no-audit --no-fund \
  && node /usr/local/lib/image/prune-packages.mjs node_modules $cpu \
  && chmod -R u=rwX,go=rX . && rm package-lock.json .npmrc && install -d -o 10001 -g 10001 -m 0700 /out/data
COPY --from=build /app/LICENSE /app/package.json ./
COPY --from=build /app/panel ./panel
COPY --from=build /app/dist ./dist

# Debian, as little of it as the gateway needs
FROM --platform=$BUILDPLATFORM ${BASE} AS system
ARG TARGETARCH
# more packages for all images
ARG PACKAGES=
COPY scripts/image /usr/local/lib/image
RUN /usr/local/lib/image/unpack-packages.sh $TARGETARCH /system base-files libatomic1 libstdc++6 tini $PACKAGES
COPY --from=node /usr/local/bin/node /system/usr/local/bin/node

FROM system AS system-sensors
RUN --mount=type=bind,from=build,source=/app,target=/build --mount=type=bind,from=app,source=/out,target=/out \
  node /usr/local/lib/image/sbom.mjs

FROM system AS system-rpicam
ARG TARGETARCH
# of Raspberry Pi OS: Debian 12 has none of this name
ARG RPICAM=rpicam-apps
RUN /usr/local/lib/image/unpack-packages.sh $TARGETARCH /system $RPICAM
RUN --mount=type=bind,from=build,source=/app,target=/build --mount=type=bind,from=app,source=/out,target=/out \
  node /usr/local/lib/image/sbom.mjs

FROM system AS system-camera
ARG TARGETARCH
RUN /usr/local/lib/image/unpack-packages.sh $TARGETARCH /system ffmpeg
RUN --mount=type=bind,from=build,source=/app,target=/build --mount=type=bind,from=app,source=/out,target=/out \
  node /usr/local/lib/image/sbom.mjs

FROM scratch AS gateway
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
ENV PATH=/usr/local/bin:/usr/bin NODE_ENV=production UMEC_DATA_DIR=/data
WORKDIR /app
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s --retries=3 \
  CMD ["node", "--no-warnings", "dist/src/umec.js", "health"]
# Kubernetes has no --init, and what a camera's programs leave behind has to be reaped; a small young generation costs no speed here and
# saves 30 MB
ENTRYPOINT ["tini", "--", "node", "--enable-source-maps", "--max-semi-space-size=2", "dist/src/umec.js"]
CMD ["start"]

FROM gateway AS sensors
COPY --from=system-sensors /system /
COPY --from=app /out /
COPY --from=system-sensors /sbom.cdx.json /app/
USER 10001:10001
VOLUME /data

FROM gateway AS rpicam
COPY --from=system-rpicam /system /
COPY --from=app /out /
COPY --from=system-rpicam /sbom.cdx.json /app/
USER 10001:10001
VOLUME /data

FROM gateway AS camera
COPY --from=system-camera /system /
COPY --from=app /out /
COPY --from=system-camera /sbom.cdx.json /app/
USER 10001:10001
VOLUME /data
