# The gateway on a glibc image: sharp has no binaries for musl on armv7, and Node none for armv7 after 22.
#   docker build -t umec-gateway .                                        arm64, x64
#   docker build -t umec-gateway --build-arg NODE=22 --platform linux/arm/v7 .
ARG NODE=24
ARG BASE=node:${NODE}-bookworm-slim

FROM ${BASE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM ${BASE}
RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg \
  && rm -rf /var/lib/apt/lists/* \
  # whoever gets in finds nothing to install more with
  && rm -rf /usr/local/lib/node_modules /opt/yarn-* \
  && rm -f /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg
ENV NODE_ENV=production UMEC_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist/src ./dist/src
COPY --from=build /app/dist/generated ./dist/generated
COPY --from=build /app/panel ./panel
COPY --from=build /app/package.json ./
# writes to /data and nowhere else: run it with a read-only root (docs/container.md)
RUN install -d -o 10001 -g 10001 -m 0700 /data
USER 10001:10001
VOLUME /data
# beyond loopback it takes tokens and TLS, so that others may reach it; its health is asked for as it speaks, of itself
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s \
  CMD ["node", "--no-warnings", "-e", "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; const ok = (scheme) => fetch(scheme + '://' + (process.env.UMEC_HTTP_LISTEN ?? '127.0.0.1:8080') + '/healthz').then((r) => r.ok, () => false); ok('http').then((is) => is || ok('https')).then((is) => process.exit(is ? 0 : 1))"]
# a small young generation costs no speed here and saves 30 MB
CMD ["node", "--enable-source-maps", "--max-semi-space-size=2", "dist/src/umec.js", "start"]
