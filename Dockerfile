# The server with its dashboard, built from this checkout.
FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY . .
ENV NX_DAEMON=false
RUN npm ci --loglevel=error && npx nx run-many -t build -p api admin
# What the server needs to run, and nothing that only built it.
RUN npm ci --loglevel=error --omit=dev --ignore-scripts --workspace @scitex/monitoring-api

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /srv/monitoring
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/libs/contracts libs/contracts
COPY --from=build /build/libs/storage libs/storage
COPY --from=build /build/apps/api apps/api
COPY --from=build /build/apps/admin/dist/browser apps/admin/dist/browser
USER node
EXPOSE 3000
CMD ["node", "apps/api/dist/main.js"]
