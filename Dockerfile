# matrix-conformance without Node on the machine:
#
#   docker build --tag matrix-conformance .
#   mkdir -p reports
#   docker run --rm --network host --user "$(id -u):$(id -g)" --volume "$PWD/reports:/work/reports" \
#     matrix-conformance --target http://localhost:8008
#
# The package is packed as it is for npm, and installed with the versions of package-lock.json.
FROM node:24-slim AS pack
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm pack && tar -xzf matrix-conformance-*.tgz && cp package-lock.json package/

FROM node:24-alpine
WORKDIR /app
COPY --from=pack /source/package ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
RUN chmod +x dist/bundle/cli.js && ln -s "$PWD/dist/bundle/cli.js" /usr/local/bin/matrix-conformance
WORKDIR /work
RUN mkdir reports && chown node:node /work reports
USER node
ENTRYPOINT ["matrix-conformance"]
